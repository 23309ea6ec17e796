"""A second start on the same data brings the first window to the front."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

CALL = "window.call"


class SecondStart(QObject):
    """A small file in the data folder that the second start touches and the first one watches.

    A file needs neither a network part of Qt nor a name that is unique on the PC: the folder already is.

    Signals:
        called: Somebody started the program once more.
    """

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = folder / CALL
        self._watcher: QFileSystemWatcher | None = None

    def call_first(self) -> None:
        """Ask the window that is open already to come to the front."""
        with suppress(OSError), self._call.open("ab") as file:
            file.write(b".")

    def listen(self) -> None:
        """Hear of further starts from now on."""
        with suppress(OSError):  # then only the person brings the window to the front
            self._call.write_bytes(b"")
        self._watcher = QFileSystemWatcher([str(self._call)], self)
        self._watcher.fileChanged.connect(lambda _path: self.called.emit())
