"""Keys that fields would keep: Ctrl+Z with nothing of their own to undo, Ctrl+K and Ctrl+E."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_OURS = (Qt.Key.Key_K, Qt.Key.Key_E)


class UndoKey(QObject):
    """Lets keys through to the window that the field in use would keep.

    Qt gives Ctrl+Z to every field, also to one in which nothing was typed; under X11 fields take Ctrl+K
    (delete to the end) and Ctrl+E (to the end) as well, which search and begin the express page here.

    Args:
        parent: The window.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key from the field when it is the window's."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        is_ours = event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _OURS
        if is_ours or (is_undo and not _has_own_undo(watched)):
            event.ignore()
            return True
        return False

    def _watch(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, (QLineEdit, QPlainTextEdit)):
            new.installEventFilter(self)


def _has_own_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()
