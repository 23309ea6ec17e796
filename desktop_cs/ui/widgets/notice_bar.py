"""A notice on the page: what went wrong, what was kept, one way on; details for support fold out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import icon_button, quiet_button, secondary_button, turn_chevron
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.labels import text_label

_TOP = 6  # px: the first line stands level with the cross
_ICONS = {"danger": "triangle-alert", "warn": "circle-alert", "info": "info"}


class NoticeBar(Card):
    """A notice that stays until it is settled or put away.

    Args:
        sentence: What happened.
        kept: What was kept and what to do next, or "".
        kind: "danger", "warn" or "info".
        button: Words of the one button, or "" for none.
        details: For support; folded, or "" for none.
        parent: The widget that it stands in.

    Signals:
        wanted: The button was pressed.
        put_away: The cross was pressed; whoever shows the notice removes it.
    """

    wanted = Signal()
    put_away = Signal()

    def __init__(
        self,
        sentence: str,
        kept: str = "",
        *,
        kind: str = "danger",
        button: str = "",
        details: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind, M, parent)
        self.sentence = sentence
        line = QHBoxLayout()
        line.setSpacing(M)
        icon = QVBoxLayout()
        icon.setContentsMargins(0, _TOP, 0, 0)
        icon.addWidget(IconLabel(_ICONS[kind], kind, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(icon)
        line.addLayout(self._words(sentence, kept), 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(S)
        line.addLayout(self._buttons)
        if button:
            self.add_button(button).clicked.connect(self.wanted)
        line.addWidget(self._cross(), 0, Qt.AlignmentFlag.AlignTop)
        self.column.setContentsMargins(L, M, S, M)
        self.column.addLayout(line)
        if details:
            self._fold_in(details)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{sentence} {kept}".strip()))

    def add_button(self, words: str) -> QPushButton:
        """Add another way on, and return its button."""
        made = secondary_button(words, parent=self)
        self._buttons.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _words(self, sentence: str, kept: str) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setContentsMargins(0, _TOP, 0, _TOP)
        words.setSpacing(2)
        words.addWidget(text_label(sentence, "strong", wrap=True, parent=self))
        if kept:
            words.addWidget(text_label(kept, wrap=True, parent=self))
        return words

    def _cross(self) -> QPushButton:
        cross = icon_button("x", _("Put this notice away"), self)
        cross.clicked.connect(self.put_away)
        return cross

    def _fold_in(self, details: str) -> None:
        fold = quiet_button(_("Details for support"), "chevron-right", self)
        turn_chevron(fold)
        text = text_label(details, "caption", wrap=True, parent=self)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.hide()
        fold.toggled.connect(text.setVisible)
        self.column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(text)
