"""A picture or page, whole at first and larger by steps; moved by dragging, wheel and scroll bars."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_cs.attachments.previews import MOST_ROOM
from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look

STEP = 1.25
MOST = 8.0  # times the size at which all of it is seen
READABLE = 1.35  # px for each point of a page: 12 point type as large as that of the window
_AHEAD = STEP**3  # finer than is seen now, so that the next steps find it drawn
_LINE_PX = 60  # by which a key moves what is larger than the view


class _Canvas(QWidget):
    """The picture at the size that its scroll area gives it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = QImage()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture on white: paper and cut-out pictures look as they would in print."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.drawImage(QRectF(self.rect()), self.picture)
        painter.setPen(QPen(look().colour("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PictureView(QScrollArea):
    """Shows one picture.

    Signals:
        finer_wanted: It is shown larger than it was drawn; how many dots across and down are worth having.
    """

    finer_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = _Canvas(self)
        self._full = QSize(1, 1)
        self._may_grow = False
        self._zoom = 1.0
        self._grip = QPoint()
        self.setWidget(self._canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the view around it has the keys
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("The picture"))

    @property
    def zoom(self) -> float:
        """Return how many times larger than whole it is shown."""
        return self._zoom

    def show_picture(self, picture: QImage, full: QSize, *, may_grow: bool) -> None:
        """Show a picture whole, a page so large that it can be read.

        Args:
            picture: What was drawn of it.
            full: Its true size; a small picture is not blown up beyond it until somebody asks for it.
            may_grow: Whether it is a page of a PDF, which has no true size in dots.
        """
        self._canvas.picture, self._full, self._may_grow, self._zoom = picture, full, may_grow, 1.0
        if may_grow:
            room = self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()
            readable = min(room / full.width(), READABLE)
            self._zoom = min(max(readable / self._whole_scale(), 1.0), MOST)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def show_finer(self, picture: QImage) -> None:
        """Show a finer drawing of the same picture, at the same place."""
        self._canvas.picture = picture
        self._canvas.update()

    def picture(self) -> QImage:
        """Return what is shown."""
        return self._canvas.picture

    def zoom_in(self) -> None:
        """Show it one step larger."""
        self._set_zoom(self._zoom * STEP)

    def zoom_out(self) -> None:
        """Show it one step smaller, down to the whole."""
        self._set_zoom(self._zoom / STEP)

    def scrolled(self, across: int, down: int) -> bool:
        """Move by so many steps, and return whether there was anything to be moved to."""
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        before = [bar.value() for bar in bars]
        for bar, steps in zip(bars, (across, down), strict=True):
            bar.setValue(bar.value() + steps * _LINE_PX)
        return [bar.value() for bar in bars] != before

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl make it larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it with the mouse."""
        here = event.position().toPoint()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + self._grip.x() - here.x())
        down.setValue(down.value() + self._grip.y() - here.y())
        self._grip = here

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Show it at its true size, or whole again."""
        whole = self._whole_scale()
        self._set_zoom(1.0 if self._zoom > 1 else max(1 / whole, 2.0) if whole > 0 else 2.0)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, 1.0), MOST)
        self._fit()
        dots = self._canvas.size() * self.devicePixelRatioF()
        if dots.width() > self._canvas.picture.width() < self._largest().width():
            ahead = (dots * _AHEAD).boundedTo(self._largest())
            self.finer_wanted.emit(ahead.width(), ahead.height())

    def _fit(self) -> None:
        """Give the canvas its size, and keep the middle where it was."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        before = self._canvas.size()
        middle = [
            (bar.value() + page / 2) / max(size, 1)
            for bar, page, size in (
                (across, self.viewport().width(), before.width()),
                (down, self.viewport().height(), before.height()),
            )
        ]
        scale = self._whole_scale() * self._zoom
        size = QSize(max(round(self._full.width() * scale), 1), max(round(self._full.height() * scale), 1))
        self._canvas.resize(size)
        across.setValue(round(middle[0] * size.width() - self.viewport().width() / 2))
        down.setValue(round(middle[1] * size.height() - self.viewport().height() / 2))

    def _largest(self) -> QSize:
        """Return the most dots that there are to be drawn; a page has as many as one likes."""
        return (
            QSize(MOST_ROOM, MOST_ROOM)
            if self._may_grow
            else self._full.boundedTo(QSize(MOST_ROOM, MOST_ROOM))
        )

    def _whole_scale(self) -> float:
        """Return the scale at which all of it is seen."""
        room = self.maximumViewportSize()
        fitting = min(room.width() / self._full.width(), room.height() / self._full.height())
        return fitting if self._may_grow else min(fitting, 1.0)
