"""What paper, lines, direction and signing mean, drawn in a few strokes."""

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop_cs.paper.paper_sizes import PAPER_SIZES
from desktop_cs.ui.letters.picture_choices import Drawing
from desktop_cs.ui.theme.tokens import LIGHT

_EDGE = QColor(LIGHT.line_strong)  # on white paper, whatever the scheme
_INK = QColor("#26355C")
_PRINTED, _RED = QColor("#BCCBE0"), QColor("#D08A84")
_TALLEST_MM = 297.0  # of the papers offered, so that their pictures are true to each other


def paper_picture(paper: str) -> Drawing:
    """Return the picture of a paper, of its true size beside the others, with a few written lines."""
    return partial(_paper, paper=paper)


def ruling_picture(ruling: str) -> Drawing:
    """Return the picture of a sheet with these printed lines."""
    return partial(_ruling, ruling=ruling)


def direction_picture(direction: str) -> Drawing:
    """Return the picture of lines across, or of columns from the right."""
    return partial(_direction, down=direction == "down")


def signing_picture(signing: str) -> Drawing:
    """Return the picture of the foot of a letter: a written name, a drawn one, or room for one."""
    return partial(_signing, signing=signing)


def _paper(painter: QPainter, room: QRect, paper: str) -> None:
    size = PAPER_SIZES[paper]
    height = room.height() * size.height_mm / _TALLEST_MM
    width = height * size.width_mm / size.height_mm
    sheet = QRectF(room.center().x() - width / 2, room.bottom() - height, width, height)
    _sheet(painter, sheet)
    _written(painter, sheet, max(round(height / 9), 2))


def _ruling(painter: QPainter, room: QRect, ruling: str) -> None:
    sheet = _half_sheet(room)
    if ruling == "text_only":
        painter.fillRect(QRectF(sheet.x(), sheet.y(), sheet.width(), sheet.height() * 0.22), _PRINTED)
    _sheet(painter, sheet)
    if ruling in ("ruled", "red"):
        painter.setPen(QPen(_RED if ruling == "red" else _PRINTED, 1))
        for line in _lines(sheet, 5):
            painter.drawLine(line[0], line[1])
    if ruling == "red":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(3, 3, -3, -3))
    _written(painter, sheet.adjusted(0, sheet.height() * 0.22 if ruling == "text_only" else 0, 0, 0), 4)


def _direction(painter: QPainter, room: QRect, *, down: bool) -> None:
    sheet = _half_sheet(room)
    _sheet(painter, sheet)
    if not down:
        _written(painter, sheet, 5)
        return
    painter.setPen(QPen(_INK, 1.6, Qt.PenStyle.DashLine))
    step = sheet.width() / 6
    for column in range(1, 6):
        across = sheet.right() - column * step
        short = 0.45 if column == 5 else 0.12  # the last column ends where the words do
        painter.drawLine(
            QPointF(across, sheet.top() + 5), QPointF(across, sheet.bottom() - short * sheet.height())
        )


def _signing(painter: QPainter, room: QRect, signing: str) -> None:
    painter.setPen(QPen(_INK, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle, left, right = room.center().y(), room.left() + room.width() * 0.2, room.right() * 0.8
    if signing == "room":
        painter.setPen(QPen(_EDGE, 1, Qt.PenStyle.DashLine))
        painter.drawRect(QRectF(left, room.top() + 3, right - left, room.height() - 6))
        return
    swing = room.height() * (0.42 if signing == "drawn" else 0.2)
    waves = 3 if signing == "drawn" else 6
    path = QPainterPath(QPointF(left, middle))
    step = (right - left) / waves
    for wave in range(waves):
        start = left + wave * step
        path.cubicTo(
            start + step * 0.2, middle - swing * 1.6, start + step * 0.6, middle + swing, start + step, middle
        )
    if signing == "drawn":
        path.quadTo(left, middle + swing, right, middle + swing * 0.8)
    painter.drawPath(path)


def _half_sheet(room: QRect) -> QRectF:
    """Return a sheet as high as there is room."""
    width = room.height() * 0.8
    return QRectF(room.center().x() - width / 2, room.top(), width, room.height())


def _sheet(painter: QPainter, sheet: QRectF) -> None:
    painter.setPen(QPen(_EDGE, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(sheet)


def _lines(sheet: QRectF, count: int) -> list[tuple[QPointF, QPointF]]:
    step = sheet.height() / (count + 1)
    inset = sheet.width() * 0.14
    return [
        (
            QPointF(sheet.left() + inset, sheet.top() + number * step),
            QPointF(sheet.right() - inset, sheet.top() + number * step),
        )
        for number in range(1, count + 1)
    ]


def _written(painter: QPainter, sheet: QRectF, count: int) -> None:
    painter.setPen(QPen(_INK, 1.3))
    for number, (start, end) in enumerate(_lines(sheet, count)):
        last = number == count - 1
        painter.drawLine(start, QPointF(start.x() + (end.x() - start.x()) * (0.5 if last else 1.0), end.y()))
