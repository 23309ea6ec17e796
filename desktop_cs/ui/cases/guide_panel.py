"""The guide beside a step: what one could say, listen for, better not say, may offer."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_cs.guide.procedure import GuidePage
from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

WIDTH_PX = 310


class GuidePanel(Card):
    """A panel that can be put away with F1.

    Signals:
        another_wanted: Another wording of the sentence is wanted.
        put_away: The guide is not wanted now.
    """

    another_wanted = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", 0, parent)
        self.setFixedWidth(look().px(WIDTH_PX))
        head = QHBoxLayout()
        head.setContentsMargins(L, M, S, 0)
        head.addWidget(text_label(_("Guide"), "h2", parent=self), 1)
        hide = quiet_button(_("Hide  F1"), parent=self)
        hide.clicked.connect(self.put_away)
        head.addWidget(hide)
        self.column.addLayout(head)
        self._another: QPushButton | None = None
        self._page: GuidePage | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fill)
        self._content = QWidget(self)
        self._lines = QVBoxLayout(self._content)
        self._lines.setContentsMargins(L, 0, L, L)
        self._lines.setSpacing(S)
        self._scroll = FocusScrollArea(self._content, self)
        self.column.addWidget(self._scroll, 1)

    def show_guide(self, page: GuidePage) -> None:
        """Show this guide right after the form beside it, which is waited for more."""
        if page != self._page:
            self._page = page
            self._soon.start(0)

    def _fill(self) -> None:
        """Put the lines in; whoever asked for another wording can ask again at once."""
        page = self._page
        if page is None:
            return
        asked = self._another is not None and self._another.hasFocus()
        self._another = None
        _clear(self._lines)
        self._lines.addWidget(self._say(page))
        for title, lines, icon_name, colour in (
            (_("Listen for"), page.listen_for, "ear", "primary_text"),
            (_("Better not say"), page.better_not, "x", "muted"),
            (_("You may offer"), page.may_offer, "circle-check", "ok"),
        ):
            if lines:
                self._lines.addWidget(text_label(title, "strong", parent=self._content))
            for line in lines:
                self._lines.addLayout(self._line(line, icon_name, colour))
        if page.because:
            self._add_reason(page.because)
        self._lines.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)
        if asked and self._another is not None:
            self._another.setFocus()

    def _say(self, page: GuidePage) -> Card:
        card = Card("surface", M, self._content)
        card.column.addWidget(text_label(_("You could say"), "strong", parent=card))
        card.column.addWidget(text_label(f"“{page.say}”", "lead", wrap=True, parent=card))
        if page.wordings > 1:
            self._another = quiet_button(_("Another wording"), "refresh-cw", card)
            self._another.clicked.connect(self.another_wanted)
            card.column.addWidget(self._another, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _line(self, text: str, icon_name: str, colour: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(IconLabel(icon_name, colour, 16, self._content), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(text, "body", wrap=True, parent=self._content), 1)
        return row

    def _add_reason(self, because: str) -> None:
        """Add the reason behind the hints, folded until it is asked for."""
        why = quiet_button(_("Why?"), "lightbulb", self._content)
        reason = text_label(because, "caption", wrap=True, parent=self._content)
        reason.hide()
        why.setCheckable(True)
        why.toggled.connect(reason.setVisible)
        self._lines.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addWidget(reason)


class GuideStrip(Card):
    """The sentence alone, above the form, where there is no room for the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", M, parent)
        self._sentence = text_label("", "lead", wrap=True, parent=self)
        self.column.addWidget(self._sentence)

    def show_guide(self, page: GuidePage) -> None:
        """Show this guide's sentence."""
        self._sentence.setText(f"“{page.say}”")


def _clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, (QVBoxLayout, QHBoxLayout)):
            _clear(inner)
