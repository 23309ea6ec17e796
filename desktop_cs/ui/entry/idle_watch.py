"""Notices that nobody is at the window any more, or that the PC slept meanwhile.

Qt tells of neither a locked screen nor sleep on most desktops: a jump of the clock that only goes forward,
between two looks that are seconds apart, is sleep.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from desktop_cs.clock import steady_seconds

LOOK_MS = 5_000
SLEPT_S = 30.0  # between two looks: no busy moment of the window takes so long
_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
    """Watches keys, mouse and touch of whichever window of the program is in use.

    Args:
        minutes: Returns after how many minutes without any of them nobody is there.
        parent: Whatever it goes away with.
        steady: Gives seconds of a clock that only goes forward, in sleep too.

    Signals:
        left: Nobody is at the window; said once until somebody is back.
    """

    left = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        parent: QObject | None = None,
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._steady = steady
        self._looked = self._touched = steady()
        self._is_told = False
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            self._watch(application.focusWindow())
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_MS)

    def touch(self) -> None:
        """Begin to wait anew: somebody is there."""
        self._touched = self._looked = self._steady()
        self._is_told = False

    def look(self) -> None:
        """Tell when nobody is there any more."""
        now = self._steady()
        slept = now - self._looked > SLEPT_S
        self._looked = now
        if not self._is_told and (slept or now - self._touched >= 60 * self._minutes()):
            self._is_told = True
            self.left.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there; nothing is kept from anybody."""
        if event.type() in _SIGNS:
            self._touched = self._steady()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
