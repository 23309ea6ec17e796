"""Work that takes longer than a person should wait for the window."""

import gc
import sys
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any, Generic, TypeVarTuple

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop_cs.errors import DeskError

_TURN_S = 0.0005  # each turn that the window waits for would else be felt while typing
_ORDINARY = gc.get_threshold()
_UNDER_WAY: "set[SlowWork]" = set()
Ts = TypeVarTuple("Ts")


class Told(Generic[*Ts]):
    """Those who hear of something, used as a signal of Qt is.

    A signal needs an object of Qt, and that of each piece of work would have to stay until the program ends:
    where Qt took one away before the pages that heard of it, memory was spoiled now and then.
    """

    def __init__(self) -> None:
        self._heard: list[Callable[[*Ts], object]] = []

    def connect(self, slot: Callable[[*Ts], object]) -> None:
        """Call this from now on, unless the widget that it belongs to is gone."""
        self._heard.append(slot)

    def disconnect(self, slot: Callable[[*Ts], object]) -> None:
        """Call this no more."""
        self._heard = [one for one in self._heard if one != slot]

    def clear(self) -> None:
        """Call nothing any more."""
        self._heard = []

    def emit(self, *told: *Ts) -> None:
        """Tell all; a fault of one of them goes to the excepthook and keeps nothing from the others."""
        for slot in tuple(self._heard):
            owner = getattr(slot, "__self__", None)
            if isinstance(owner, QObject) and not isValid(owner):
                continue
            try:
                slot(*told)
            except Exception as fault:  # noqa: BLE001 (as Qt does it)
                sys.excepthook(type(fault), fault, fault.__traceback__)


class _Window(QObject):
    """Has things done on the thread of the window, one after the other."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.wanted.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def _do(self, act: Callable[[], None]) -> None:
        act()


class SlowWork:
    """One piece of work in a thread of its own; what it tells arrives on the thread of the window.

    While it is under way no waste is collected: Python does that on whatever thread asks for memory next, and
    a widget that is taken away on another thread than its own takes the program with it.

    Args:
        work: What is done.
        parent: Where that is gone when the work is over, nobody is told.

    Attributes:
        gave: The work is done; what it gave.
        failed: It was refused or failed; the error.
        ended: It is over, however it went.
    """

    _window: _Window | None = None

    def __init__(self, work: Callable[[], Any], parent: QObject | None = None) -> None:
        self.gave: Told[Any] = Told()
        self.failed: Told[DeskError] = Told()
        self.ended: Told[()] = Told()
        self._work = work
        self._parent = parent
        self._cancelled = False
        self._thread = Thread(target=self._run, name="slow work", daemon=True)
        window = SlowWork._window
        if window is None or not isValid(window):
            window = SlowWork._window = _Window()
        self._tell = window.wanted

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
            over = partial(self._on_over, self._work(), None)
        except DeskError as refusal:
            over = partial(self._on_over, None, refusal)
        except Exception as fault:  # noqa: BLE001 (raised again on the window's thread, where the excepthook sees it)
            over = partial(self._on_over, None, fault)
        self._tell.emit(over)

    def _let_collect(self) -> None:
        """Have waste collected again once no other work is under way."""
        _UNDER_WAY.discard(self)
        if not _UNDER_WAY:
            gc.set_threshold(*_ORDINARY)

    def _on_over(self, value: object, error: Exception | None) -> None:
        self.wait()  # it only returns from telling so; nothing may be given up on its thread
        if self._parent is not None and not isValid(self._parent):
            return
        self.ended.emit()
        if self._cancelled:
            error = None
        elif error is None:
            self.gave.emit(value)
        elif isinstance(error, DeskError):
            self.failed.emit(error)
            error = None
        for told in (self.gave, self.failed, self.ended):
            told.clear()
        if error is not None:
            raise error


def _nothing() -> None:
    """Stand where work was that is over."""
