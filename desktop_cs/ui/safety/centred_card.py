"""A card in the middle of a window that has no pages: a title, sentences, buttons."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import TextLabel, text_label

_WIDEST_PX = 680


class CentredCard(QWidget):
    """Stands where the pages would.

    Args:
        title: What it is about.
        parent: The window's body.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card("surface", XL, self)
        self.card.setMaximumWidth(look().px(_WIDEST_PX))
        self.card.column.setSpacing(L)
        self.card.column.addWidget(text_label(title, "h2", wrap=True, parent=self.card))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card, 10)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def say(self, sentence: str, role: str = "lead") -> TextLabel:
        """Add a sentence and return its label."""
        label = text_label(sentence, role, wrap=True, parent=self.card)
        self.card.column.addWidget(label)
        return label

    def add_buttons(self, *buttons: QWidget) -> None:
        """Add a row of buttons."""
        row = QHBoxLayout()
        row.setSpacing(M)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.card.column.addLayout(row)
