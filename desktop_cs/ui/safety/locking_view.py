"""What fills the window while the records get another key, and nothing else can work."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.desk.key_work import Locking
from desktop_cs.errors import DeskError
from desktop_cs.i18n import _
from desktop_cs.ui.safety.progress_card import ProgressCard
from desktop_cs.ui.safety.watch import Watch
from desktop_cs.ui.slow_work import SlowWork
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L
from desktop_cs.ui.widgets.buttons import primary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_WIDEST_PX = 680


class LockingView(QWidget):
    """Does the work at once; what was refused is read before the shop opens again.

    Args:
        parent: The window's body.

    Signals:
        over: It is done, or was refused and read.
    """

    over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slow: SlowWork | None = None
        card = Card("surface", XL, self)
        card.setMaximumWidth(look().px(_WIDEST_PX))
        card.column.setSpacing(L)
        self.words = text_label("", "lead", wrap=True, parent=card)
        self.progress = ProgressCard(card)
        self.go_on = primary_button(_("Open the shop again"), parent=card)
        self.go_on.clicked.connect(self.over)
        self.go_on.hide()
        card.column.addWidget(text_label(_("Locking the shop’s records"), "h2", wrap=True, parent=card))
        card.column.addWidget(self.words)
        card.column.addWidget(self.progress)
        row = QHBoxLayout()
        row.addWidget(self.go_on)
        row.addStretch(1)
        card.column.addLayout(row)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 10)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def begin(self, locking: Locking) -> None:
        """Do the work in another thread.

        Args:
            locking: Does it; not on the thread of the window.
        """
        watch = Watch(self)
        self.words.setText(_("This takes a moment. The window opens the shop by itself when it is done."))
        self.progress.begin(_("The records are written anew under a new key, and checked…"), watch)
        slow = self._slow = SlowWork(lambda: locking(watch), self)
        slow.ended.connect(self._forget)
        slow.gave.connect(lambda _carried: self.over.emit())
        slow.failed.connect(self._show_refused)
        slow.start()

    def finish(self) -> None:
        """Wait until the work is over, before the program ends."""
        if self._slow is not None:
            self._slow.wait()

    def _forget(self) -> None:
        """Let go of the work: it knows the pass phrase."""
        if self._slow is not None:
            self._slow.forget()

    def _show_refused(self, refusal: DeskError) -> None:
        self.progress.hide()
        self.words.setText(str(refusal))
        self.go_on.show()
        self.go_on.setFocus()
