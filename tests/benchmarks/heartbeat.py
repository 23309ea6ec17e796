"""What a person at the window would feel: stalls of the event loop, and how soon a key or a place is painted.

The time in which other programs kept this one from the processor is taken off, where the system tells it.
"""

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

LIMIT_MS = 50  # Source: look.md, "Budgets"
_BEAT_MS = 5
_GAP_MS = 4  # between two paintings; within one, widget follows on widget at once
_FRAMES = 9  # of the stack that is printed, the innermost


class OwnTime:
    """A clock that stands still while the window's thread is ready to run but another program is run."""

    def __init__(self) -> None:
        waits = Path("/proc/thread-self/schedstat")
        self._waits = os.open(waits, os.O_RDONLY) if waits.exists() else -1

    def now(self) -> float:
        """Return seconds; only from the thread that made it."""
        told = os.pread(self._waits, 100, 0).split() if self._waits >= 0 else (b"0", b"0")
        return time.perf_counter() - int(told[1]) / 1e9


class Heartbeat(QObject):
    """Beats in the event loop; another thread notes where the window's thread is while a beat is late."""

    def __init__(self, clock: OwnTime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stalls: list[tuple[float, str, traceback.StackSummary | None]] = []  # ms, at what, the stack
        self.longest_ms = 0.0
        self.doing = ""
        self._clock = clock
        self._thread = threading.get_ident()
        self._stack: traceback.StackSummary | None = None
        self._last, self._seen = clock.now(), time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)
        threading.Thread(target=self._watch, name="heartbeat", daemon=True).start()

    def told(self) -> list[tuple[float, str, str]]:
        """Return the stalls: ms, at what, and the innermost lines of the stack."""
        return [
            (ms, doing, "".join(reversed(stack.format())) if stack else "")
            for ms, doing, stack in self.stalls
        ]

    def _beat(self) -> None:
        now = self._clock.now()
        late_ms = (now - self._last) * 1000 - _BEAT_MS
        self.longest_ms = max(self.longest_ms, late_ms)
        if late_ms > LIMIT_MS:
            self.stalls.append((late_ms, self.doing, self._stack))
        self._last, self._seen, self._stack = now, time.perf_counter(), None

    def _watch(self) -> None:
        while True:
            time.sleep(LIMIT_MS / 4000)
            late = (time.perf_counter() - self._seen) * 1000 > LIMIT_MS / 2 + _BEAT_MS
            frame = sys._current_frames().get(self._thread) if late and not self._stack else None
            if frame is not None:
                walked = traceback.walk_stack(frame)
                self._stack = traceback.StackSummary.extract(walked, limit=_FRAMES, lookup_lines=False)
                del walked
            del frame  # it would keep a painter alive beyond its painting


class KeyToPaint(QObject):
    """Notes how many ms pass from now until a widget has been painted; `noted` gets them."""

    def __init__(self, clock: OwnTime, widget: QWidget, noted: Callable[[float], None]) -> None:
        super().__init__(widget)
        self._clock, self._noted = clock, noted
        self._begun = clock.now()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Have the moment noted at which the painting that begins now is over."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            over = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, over, Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        """Note the moment."""
        if event.type() == QEvent.Type.User:
            self._noted((self._clock.now() - self._begun) * 1000)
            self.deleteLater()
        return super().event(event)


class Paintings(QObject):
    """Notes every painting of the program for a while, by widget."""

    def __init__(self, clock: OwnTime) -> None:
        super().__init__()
        self._clock = clock
        self._begun = clock.now()
        self._noted: list[tuple[int, float]] = []
        QCoreApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Note who is painted when."""
        if event.type() == QEvent.Type.Paint:
            self._noted.append((id(watched), (self._clock.now() - self._begun) * 1000))
        return False

    def until(self, widget: QWidget) -> float:
        """Return after how many ms the painting in which this widget is first painted came to its end."""
        QCoreApplication.instance().removeEventFilter(self)
        first = next((at for at, (who, _ms) in enumerate(self._noted) if who == id(widget)), None)
        if first is None:
            raise SystemExit(f"{widget} was not painted.")
        times = [ms for _who, ms in self._noted[first:]]
        return next((ms for ms, after in pairwise(times) if after - ms > _GAP_MS), times[-1])
