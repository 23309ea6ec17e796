"""Requests to end from outside: the PC is shut down, somebody logs out, a terminal is closed."""

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

# Sent before anything is killed.  Source: systemd.kill(5), signal(7)
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class EndRequests(QObject):
    """Tells of requests to end, for as long as the process lives.

    Python sees a signal only once it has its turn, which the event loop never gives it; so the system writes
    the signal into a pipe that the event loop reads. Windows sends none, but asks as a session ends.

    Args:
        qt: The program as Qt sees it.

    Signals:
        came: The program is to end now, and soon.
    """

    came = Signal()

    def __init__(self, qt: QGuiApplication) -> None:
        super().__init__(qt)
        qt.commitDataRequest.connect(self.came)
        if sys.platform != "win32":
            self._read_signals()

    def _read_signals(self) -> None:
        self._reading, self._writing = os.pipe()
        for end in (self._reading, self._writing):
            os.set_blocking(end, False)
        self._pipe = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._pipe.activated.connect(self._read)
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), _leave_to_the_pipe)

    def _read(self) -> None:
        """Take all that came: whoever asks twice is still asking for one end."""
        os.read(self._reading, 64)
        self.came.emit()


def _leave_to_the_pipe(_number: int, _frame: object) -> None:
    """Stand in the place of the signal's own way, which would end the process at once."""
