"""What fills the window when the data cannot be opened: one plain sentence, and a way to try again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.errors import DeskError, ShopError
from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_WIDEST_PX = 680


class FailedStart(QWidget):
    """Stands where the pages would; nothing else of the program works meanwhile.

    Args:
        refusal: Why the data is not open.
        parent: The window's body.

    Signals:
        again: It is to be tried once more.
        leave: The program is to be closed.
    """

    again = Signal()
    leave = Signal()

    def __init__(self, refusal: DeskError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card("surface", XL, self)
        card.setMaximumWidth(look().px(_WIDEST_PX))
        card.column.setSpacing(L)
        card.column.addWidget(text_label(_("The shop’s records are not open"), "h2", wrap=True, parent=card))
        card.column.addWidget(text_label(str(refusal), "lead", wrap=True, parent=card))
        self.try_again = primary_button(_("Try again"), "refresh-cw", card)
        self.try_again.clicked.connect(self.again)
        close = quiet_button(_("Close the program"), parent=card)
        close.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.try_again)
        row.addWidget(close)
        row.addStretch(1)
        card.column.addLayout(row)
        if isinstance(refusal, ShopError) and refusal.details:
            self._fold_in(card, refusal.details)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 10)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def _fold_in(self, card: Card, details: str) -> None:
        fold = quiet_button(_("Details for support"), "chevron-down", card)
        fold.setCheckable(True)
        told = text_label(details, "caption", wrap=True, parent=card)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told.hide()
        fold.toggled.connect(told.setVisible)
        card.column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(told)
