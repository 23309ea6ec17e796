"""How far a long piece of work is, and whether it is still wanted."""

from threading import Event

from PySide6.QtCore import QObject, Qt, Signal

from desktop_cs.errors import UserError
from desktop_cs.i18n import _


class Watch(QObject):
    """Handed to the work, which calls it with its share of 0 to 1.

    Signals:
        moved: So many percent are done; arrives on the thread of the window.
    """

    moved = Signal(int)
    _told = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._percent = -1
        self._told.connect(self.moved, Qt.ConnectionType.QueuedConnection)

    def __call__(self, share: float) -> None:
        """Tell how far the work is.

        Raises:
            UserError: It is not wanted any more; whatever it made is put away.
        """
        if self._stop.is_set():
            raise UserError(_("Stopped. The shop’s records are as they were."))
        percent = min(max(round(share * 100), 0), 100)
        if percent != self._percent:
            self._percent = percent
            self._told.emit(percent)

    def stop(self) -> None:
        """Have the work end at its next word."""
        self._stop.set()
