"""A picture of writing on its own piece of paper, with a word below it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cs.ui.theme.look import look


class PictureLine(QWidget):
    """Shows a picture whole, as large as there is room, and paper stays white in the dark too.

    Args:
        name: What a screen reader calls it.
        height_px: Its height at text size 1.
        parent: The widget that it stands in.
    """

    def __init__(self, name: str, height_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self._height_px = height_px
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look().px(height_px))

    def show_picture(self, picture: QImage) -> None:
        """Show this picture; a null one leaves the paper blank."""
        self._picture = picture
        self.update()

    def picture(self) -> QImage:
        """Return what is shown."""
        return self._picture

    def sizeHint(self) -> QSize:
        """Return a usual width."""
        return QSize(look().px(280), look().px(self._height_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper and picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._picture.isNull():
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._picture)
        painter.setPen(QPen(look().colour("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
