"""What is done in the event loop's next turn, so that keys and clicks are heard between two long pieces."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def paint_next_turn(widget: QWidget) -> None:
    """Have what was changed in a widget painted in the next turn; until then it stands as it stood."""
    if widget.isVisible() and widget.updatesEnabled():
        widget.setUpdatesEnabled(False)
        QTimer.singleShot(0, widget, lambda: widget.setUpdatesEnabled(True))
