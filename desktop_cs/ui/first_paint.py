"""Do something as soon as a widget stands on the screen for the first time."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_LATEST_MS = 500  # a window that begins minimised is not painted, yet it must work


class FirstPaint(QObject):
    """Calls `act` once, when the first painting of `widget` is over, or after half a second without one."""

    def __init__(self, widget: QWidget, act: Callable[[], None]) -> None:
        super().__init__(widget)
        self._act = act
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._go_on)
        self._over.start(_LATEST_MS)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with the next turn of the event loop: the painting that begins now is over by then."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._over.start(0)
        return False

    def _go_on(self) -> None:
        self._act()
        self.deleteLater()
