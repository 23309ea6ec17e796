"""Esc closes the top layer only: how a layer keeps the key from the window below it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def asks_for_escape(event: QEvent) -> bool:
    """Return whether Esc is about to become the window's shortcut.

    To be asked in a widget's `event`: once that accepts it, the key comes to its `keyPressEvent` instead.
    """
    is_shortcut = event.type() == QEvent.Type.ShortcutOverride
    return is_shortcut and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def took_escape(event: QEvent) -> bool:
    """Return whether Esc is asked for, and take it: the layer that calls this lies on top."""
    if not asks_for_escape(event):
        return False
    event.accept()
    return True
