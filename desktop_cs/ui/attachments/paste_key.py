"""Ctrl+V on the page of a case: words go into the field in use, a copied picture or file goes to the case."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop_cs.ui.attachments.taking_in import holds_files

PASTE_KEY = "Ctrl+V"


class PasteKey(QObject):
    """Lets the key through to the page where the field in use could do nothing with what was copied.

    Args:
        page: Fields that stand in it are watched.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the key from the field when a picture or files were copied."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        if not holds_files(QGuiApplication.clipboard().mimeData()):
            return False
        event.ignore()
        return True

    def _watch(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, (QLineEdit, QPlainTextEdit)) and self._page.isAncestorOf(new):
            new.installEventFilter(self)
