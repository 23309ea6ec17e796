"""One small square: the thumbnail of a picture or page, or a sheet with the kind of the file on it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.ui import icons
from desktop_cs.ui.attachments.file_words import ending, spoken
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS

_RADIUS = 6
_ICON_PX = 18


class Tile(QAbstractButton):
    """A square that can be pressed, by mouse, Space and Return.

    Args:
        side_px: Its side at text size 1.
        parent: The widget that it stands in.
    """

    def __init__(self, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = look().px(side_px)
        self.setFixedSize(self._side, self._side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the square."""
        return QSize(self._side, self._side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Return as well as by Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers().value:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, what is on it, and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        strong = self.hasFocus() or self.isChecked()
        edge = "focus" if self.hasFocus() else "primary" if self.isChecked() else "line_strong"
        half = 1.0 if strong else 0.5
        room = QRectF(self.rect()).adjusted(half, half, -half, -half)
        path = QPainterPath()
        path.addRoundedRect(room, _RADIUS, _RADIUS)
        painter.fillPath(path, look().colour("surface2" if self.underMouse() else "surface"))
        painter.setClipPath(path)
        self.paint_face(painter)
        painter.setClipping(False)
        painter.setPen(QPen(look().colour(edge), 2 * half))
        painter.drawPath(path)

    def paint_face(self, painter: QPainter) -> None:
        """Draw what stands on the square."""
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class FileTile(Tile):
    """The square of one file.

    Args:
        attachment: The file.
        side_px: Its side at text size 1.
        parent: The widget that it stands in.
    """

    def __init__(self, attachment: Attachment, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(side_px, parent)
        self.attachment = attachment
        self._picture = QPixmap()
        self.setAccessibleName(spoken(attachment))
        self.setToolTip(attachment.name)

    def show_picture(self, picture: QPixmap) -> None:
        """Show this thumbnail; a null one leaves the sheet."""
        self._picture = picture
        self.update()

    def has_picture(self) -> bool:
        """Return whether a thumbnail is shown."""
        return not self._picture.isNull()

    def paint_face(self, painter: QPainter) -> None:
        """Draw the middle of the thumbnail, or a sheet with the kind below it."""
        if not self._picture.isNull():
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            whole = self._picture.size()
            side = min(whole.width(), whole.height())
            part = QRect((whole.width() - side) // 2, (whole.height() - side) // 2, side, side)
            painter.drawPixmap(self.rect(), self._picture, part)
            return
        words, icon_px = ending(self.attachment), look().px(_ICON_PX)
        line = painter.fontMetrics().height() if words else 0
        top = (self.height() - icon_px - line) // 2
        icons.draw(painter, "file-text", "muted", QRect(0, top, self.width(), icon_px))
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("muted"))
        below = QRect(0, top + icon_px + XS // 2, self.width(), line)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), words)
