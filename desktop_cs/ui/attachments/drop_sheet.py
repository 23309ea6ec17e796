"""While files are dragged over the page of a case: a sheet over all of it that says where they will go."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.attachments.taking_in import given_in, holds_files
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import RADIUS, M


class DropSheet(QWidget):
    """Takes what is dropped anywhere on the page, so that no text field gets the name of a file.

    Args:
        page: The widget over which it lies.

    Signals:
        dropped: Something was let go; the `Given`.
    """

    dropped = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Let go to add it to this case"))
        self.hide()

    def watch(self) -> None:
        """Notice what is dragged into the window, before any widget of it does."""
        handle = self._page.window().windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lie over the page as soon as files come in."""
        if isinstance(event, QDragEnterEvent) and self._page.isVisible() and holds_files(event.mimeData()):
            self.setGeometry(self._page.rect())
            self.show()
            self.raise_()
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them anywhere."""
        self._answer(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Go away with them."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped; it is copied, whatever the other program proposes."""
        self.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(given_in(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a light sheet with a strong edge, and the words in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = look().colour("primary_soft")
        ground.setAlphaF(0.94)
        painter.setBrush(ground)
        painter.setPen(QPen(look().colour("primary"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(M, M, -M, -M), RADIUS, RADIUS)
        painter.setFont(look().font("h2"))
        painter.setPen(look().colour("primary_text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.accessibleName())

    def _answer(self, event: QDragMoveEvent) -> None:
        if holds_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()
