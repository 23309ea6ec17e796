"""A piece of paper on the screen, written on with the mouse or a tablet's pen."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cs.ui.theme.look import look

Stroke = list[tuple[float, float, float]]

_INK, _GUIDE, _FAINT = (
    QColor("#1F2C54"),
    QColor("#F0A860"),
    QColor("#F7D9B8"),
)  # paper is white in the dark too
_THIN, _BROAD = 1.4, 4.4  # px at text size 1, at no pressure and at full pressure
_SLOW_PX = 14.0  # between two reports of a mouse that writes with care
_NEAREST_PX = 1.5


class InkPad(QWidget):
    """Paper with guides, and what was written on it.

    Args:
        name: What a screen reader calls it.
        lines: Where guides run, as shares of the height from the top; the first is the writing line.
        parent: The widget that it stands in.

    Signals:
        changed: A stroke was finished or taken away.
    """

    changed = Signal()

    def __init__(self, name: str, lines: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[Stroke] = []
        self._lines = tuple(lines)
        self._by_pen = False  # a tablet also sends mouse events, which would draw everything twice
        self._is_drawing = False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(look().px(280), look().px(180))

    def sizeHint(self) -> QSize:
        """Return a size to write in with ease."""
        return QSize(look().px(460), look().px(240))

    @property
    def line(self) -> float:
        """Return how far down the writing line is, in px."""
        return self._lines[0] * self.height()

    def strokes(self) -> list[Stroke]:
        """Return what was written: x, y (downwards) in px and the pressure from 0 to 1, stroke by stroke."""
        return [list(stroke) for stroke in self._strokes]

    def clear(self) -> None:
        """Take all strokes away."""
        self._strokes = []
        self._is_drawing = False
        self.update()
        self.changed.emit()

    def undo(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self._strokes.pop()
            self._is_drawing = False
            self.update()
            self.changed.emit()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Write with a pen, as firmly as it is pressed."""
        self._by_pen = True
        where, force = event.position(), event.pressure()
        if event.type() == QEvent.Type.TabletPress:
            self._begin(where, force)
        elif event.type() == QEvent.Type.TabletMove and self._is_drawing:
            self._go_on(where, force)
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton and not self._by_pen:
            self._begin(event.position(), 0.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a stroke; a mouse has no pressure, but a slow hand presses harder."""
        if self._is_drawing and not self._by_pen:
            x, y, force = self._strokes[-1][-1]
            far = math.hypot(event.position().x() - x, event.position().y() - y)
            self._go_on(event.position(), 0.7 * force + 0.3 * (0.3 + 0.5 * math.exp(-far / _SLOW_PX)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End a stroke."""
        if self._is_drawing and not self._by_pen:
            self._end()
        self._by_pen = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, its guides and the ink."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for number, share in enumerate(self._lines):
            painter.setPen(QPen(_FAINT if number else _GUIDE, 1))
            painter.drawLine(0, round(share * self.height()), self.width(), round(share * self.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self._strokes:
            _draw(painter, stroke)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(look().colour("line_strong"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _begin(self, where: QPointF, force: float) -> None:
        self._is_drawing = True
        self._strokes.append([(where.x(), where.y(), force)])
        self.update()

    def _go_on(self, where: QPointF, force: float) -> None:
        x, y, _force = self._strokes[-1][-1]
        if math.hypot(where.x() - x, where.y() - y) >= _NEAREST_PX:
            self._strokes[-1].append((where.x(), where.y(), force))
            self.update()

    def _end(self) -> None:
        if self._is_drawing:
            self._is_drawing = False
            self.changed.emit()


def _draw(painter: QPainter, stroke: Stroke) -> None:
    """Draw a stroke, broader where the pen was pressed."""
    pen = QPen(_INK, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    for (x, y, force), (right, down, _next) in zip(stroke, [*stroke[1:], stroke[-1]], strict=True):
        pen.setWidthF(look().px(1) * (_THIN + (_BROAD - _THIN) * force))
        painter.setPen(pen)
        painter.drawLine(QPointF(x, y), QPointF(right + 0.01, down))
