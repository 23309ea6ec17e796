"""The last backup of the day: the window is gone at once, the program ends when the backup is whole."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.slow_work import SlowWork
from desktop_cs.ui.theme.tokens import XL, M
from desktop_cs.ui.widgets.cards import IconLabel
from desktop_cs.ui.widgets.labels import text_label

PATIENCE_MS = 2_000  # so long nobody needs to be told


class ClosingNote(QWidget):
    """A small window that says why the program is still there."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Desktop CS")
        told = _(
            "The backup of today is being finished. You can leave; please let the PC run a moment longer."
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(XL, XL, XL, XL)
        line.setSpacing(M)
        line.addWidget(IconLabel("save", "primary", 24, self))
        line.addWidget(text_label(told, "lead", parent=self))


class Closing:
    """Waits for the last work of a program whose window is gone already.

    Args:
        work: What is still to be done, on a worker's thread; its failures are told at the next start.
        patience_ms: After so long a note says what is going on.
    """

    def __init__(self, work: Callable[[], object], patience_ms: int = PATIENCE_MS) -> None:
        self._slow = SlowWork(work)
        self._patience_ms = patience_ms
        self.note: ClosingNote | None = None

    def run(self) -> None:
        """Return once the work is over."""
        loop, timer = QEventLoop(), QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(self.show_note)
        timer.start(self._patience_ms)
        self._slow.ended.connect(loop.quit)
        self._slow.start()
        loop.exec()
        self._slow.wait()
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()

    def show_note(self) -> None:
        """Say what is going on: it takes long, or somebody starts the program again."""
        if self.note is None:
            self.note = ClosingNote()
        self.note.show()
        self.note.raise_()
