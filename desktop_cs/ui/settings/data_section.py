"""Settings, Data: where the records lie, past cases, the practice shop. What keeps them safe is Safety's."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.import_panel import ImportPanel
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.labels import TextLabel, text_label


class DataSection(Section):
    """Everybody may look and practise; only a manager takes in past cases."""

    for_everybody = True

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(
            acts, preferences, _("Data"), _("Everything stays on this PC and in your backups."), parent
        )
        self.where = _selectable(str(self.desk.shop.data_folder), self)
        self.safety = secondary_button(_("Show Safety"), "shield-check", self)
        self._add(
            _("Where it lies"),
            _("Backups, checks and moving to a new PC are on the page “Safety”."),
            self.where,
            self.safety,
        )
        self.past_cases = ImportPanel(acts, self._sign, self)
        self._add(
            _("Past cases"),
            _("From a table (CSV) of another program. They come in as closed, without follow-ups."),
            self.past_cases,
        )
        self.practice = secondary_button(_("Open the practice shop"), "store", self)
        self.rehearse = secondary_button(_("Rehearse a hard conversation"), "message-circle-heart", self)
        self._add(
            _("Practice"),
            _("A shop of its own with invented cases to try things out. Your records stay apart."),
            self.practice,
            self.rehearse,
        )
        self.safety.clicked.connect(lambda: self.went.emit("safety", None))
        self.practice.clicked.connect(self.practice_wanted)
        self.rehearse.clicked.connect(lambda: self.went.emit("rehearsal", None))

    def _sign(self, act: Callable[[], Any]) -> Any:  # noqa: ANN401 (whatever the act gives)
        """Do an act in the name of whoever may by then: the page names them later than this is made."""
        return self.signer(act)

    def load(self) -> None:
        """Offer the practice shop where this is not it."""
        self.practice.setEnabled(not self.desk.settings.is_practice)

    def set_allowed(self, *, allowed: bool) -> None:
        """Only past cases need a manager."""
        self.past_cases.setEnabled(allowed)

    def _add(self, title: str, told: str, *widgets: QWidget) -> None:
        """Add a block with a title, a sentence and what belongs to it."""
        block = QVBoxLayout()
        block.setSpacing(S)
        block.addWidget(text_label(title, "lead-strong", parent=self))
        if told:
            block.addWidget(text_label(told, "muted", wrap=True, parent=self))
        for widget in widgets:
            wide = isinstance(widget, TextLabel | ImportPanel)
            block.addWidget(widget, 0, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)
        self.card.column.addLayout(block)


def _selectable(text: str, parent: QWidget) -> TextLabel:
    label = text_label(text, wrap=True, parent=parent)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
