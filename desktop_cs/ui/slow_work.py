"""Work that takes longer than a person should wait for the window."""

import gc
import sys
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from desktop_cs.errors import DeskError

_TURN_S = 0.0005  # each turn that the window waits for would else be felt while typing
_ORDINARY = gc.get_threshold()
_UNDER_WAY: "set[SlowWork]" = set()


class SlowWork(QObject):
    """One piece of work in a thread of its own; its signals arrive on the thread of the window.

    While it is under way no waste is collected: Python does that on whatever thread asks for memory next, and
    a widget that is taken away on another thread than its own takes the program with it.

    Signals:
        gave: The work is done; what it gave.
        failed: It was refused or failed; the error.
        ended: It is over, however it went.
    """

    gave = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _over = Signal(object, object)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = False
        self._thread = Thread(target=self._run, name="slow work", daemon=True)
        self._over.connect(self._on_over, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; the window's thread gets its turn within half a millisecond, not within Python's five."""
        sys.setswitchinterval(_TURN_S)
        _UNDER_WAY.add(self)
        gc.set_threshold(0)
        self._thread.start()

    def cancel(self) -> None:
        """Forget about it: whatever it gives is not told any more."""
        self._cancelled = True

    def wait(self) -> None:
        """Return once the thread has ended."""
        self._thread.join()
        self._let_collect()

    def forget(self) -> None:
        """Return once the thread has ended, and keep nothing that the work needed."""
        self.wait()
        self._work = _nothing

    def _run(self) -> None:
        try:
            self._over.emit(self._work(), None)
        except DeskError as refusal:
            self._over.emit(None, refusal)
        except Exception as fault:  # noqa: BLE001 (raised again on the window's thread, where the excepthook sees it)
            self._over.emit(None, fault)

    def _let_collect(self) -> None:
        """Have waste collected again once no other work is under way."""
        _UNDER_WAY.discard(self)
        if not _UNDER_WAY:
            gc.set_threshold(*_ORDINARY)

    def _on_over(self, value: object, error: Exception | None) -> None:
        self._let_collect()
        self.ended.emit()
        if self._cancelled:
            return
        if error is None:
            self.gave.emit(value)
        elif isinstance(error, DeskError):
            self.failed.emit(error)
        else:
            raise error


def _nothing() -> None:
    """Stand where work was that is over."""
