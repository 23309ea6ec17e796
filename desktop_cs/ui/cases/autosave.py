"""Writing what is typed, at most 400 ms after the key, also while typing goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

WITHIN_MS = (
    300  # Source: look.md, autosave: at most 400 ms after the keystroke; the rest is for the write itself
)


class Autosave(QObject):
    """Calls `write` a moment after the first unwritten change; further changes do not put it off.

    Args:
        write: Writes everything; gets the id of the field touched last, returns whether it is stored.
        parent: The page.
    """

    def __init__(self, write: Callable[[str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._touched = ""
        self._is_due = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN_MS)
        self._timer.timeout.connect(self.flush)

    def touch(self, field_id: str) -> None:
        """Note that this field was changed."""
        self._touched = field_id
        self._is_due = True
        if not self._timer.isActive():
            self._timer.start()

    @property
    def is_due(self) -> bool:
        """Return whether something is not stored yet."""
        return self._is_due

    def flush(self) -> bool:
        """Write at once what is unwritten; return whether everything is stored. What is not stays due."""
        self._timer.stop()
        if self._is_due:
            self._is_due = False  # while it is written, nothing else is due
            self._is_due = not self._write(self._touched)
        return not self._is_due

    def forget(self) -> None:
        """Nothing is unwritten any more: another case is shown."""
        self._timer.stop()
        self._is_due = False
