"""Beside the slip: what it cannot tell yet, and words that a customer should better not read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.desk.slip_work import SlipMark
from desktop_cs.i18n import _
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import TextLabel, text_label


class SlipNotes(QWidget):
    """Lists what to mend before printing; it never blocks.

    Signals:
        mending_wanted: The question about the cause is wanted.
    """

    mending_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._column.addStretch(1)

    def show_notes(self, gaps: Sequence[str], marks: Sequence[SlipMark], mending: str) -> None:
        """Show sentences about what is missing, and marked words with a better wording.

        Args:
            gaps: What the slip cannot tell yet.
            marks: Words better not printed.
            mending: Words of the button that leads to the question about the cause, "" for none.
        """
        for card in self._shown:
            card.hide()
            card.deleteLater()
        self._shown = []
        if gaps or mending:
            self._put(self._gap_card(gaps, mending))
        if marks:
            self._put(self._mark_card(marks))

    def texts(self) -> list[str]:
        """Return what is read in the notes, from top to bottom."""
        return [label.text() for card in self._shown for label in card.findChildren(TextLabel)]

    def _gap_card(self, gaps: Sequence[str], mending: str) -> Card:
        card = self._card(_("Before you print"), "warn" if gaps else "quiet")
        for sentence in gaps:
            card.column.addWidget(text_label(sentence, wrap=True, parent=card))
        if mending:
            button = quiet_button(mending, "pencil", card)
            button.clicked.connect(lambda _checked=False: self.mending_wanted.emit())
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _mark_card(self, marks: Sequence[SlipMark]) -> Card:
        card = self._card(_("Better said otherwise"), "quiet")
        for mark in marks:
            lines = QVBoxLayout()
            lines.setSpacing(S // 2)
            lines.addWidget(text_label(f"“{mark.words}”", "warn", wrap=True, parent=card))
            lines.addWidget(text_label(mark.reason, wrap=True, parent=card))
            if mark.better:
                lines.addWidget(text_label(f"→ {mark.better}", "muted", wrap=True, parent=card))
            card.column.addLayout(lines)
        return card

    def _card(self, title: str, kind: str) -> Card:
        card = Card(kind, M, self)
        card.column.addWidget(text_label(title, "strong", parent=card))
        return card

    def _put(self, card: Card) -> None:
        """Put a card below the others; it is shown once everything is in it."""
        self._shown.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        card.show()
        keep_private(card)  # the customer who waits for the slip sees the screen
