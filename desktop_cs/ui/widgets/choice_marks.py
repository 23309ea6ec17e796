"""What is drawn of a choice besides its words: the frame, the digit, the tick."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import RADIUS


def draw_frame(
    painter: QPainter, room: QRect, ground: str, edge: str, thick: float, *, inset: float = 0.0
) -> None:
    """Draw a rounded frame; ground and edge are colour tokens, or "" for none, `thick` and `inset` are px."""
    half = thick / 2 + inset
    painter.setBrush(look().colour(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look().colour(edge), thick) if edge else Qt.PenStyle.NoPen)
    radius = RADIUS - half
    painter.drawRoundedRect(QRectF(room).adjusted(half, half, -half, -half), radius, radius)


def draw_digit(painter: QPainter, height: int, digit: int, *, picked: bool) -> None:
    """Draw the digit that picks a choice, in the middle of its height."""
    side = look().px(20)
    box = QRectF(look().px(13), (height - side) / 2, side, side)
    painter.setBrush(look().colour("surface"))
    painter.setPen(QPen(look().colour("primary" if picked else "line"), 1.5))
    painter.drawRoundedRect(box, 5, 5)
    painter.setFont(look().font("caption", QFont.Weight.DemiBold))
    painter.setPen(look().colour("primary_text" if picked else "muted"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(digit))


def draw_tick(painter: QPainter, height: int, *, picked: bool) -> None:
    """Draw the box of a choice in a list, ticked or not."""
    side = look().px(20)
    box = QRectF(look().px(8), (height - side) / 2, side, side)
    painter.setBrush(look().colour("primary" if picked else "surface"))
    painter.setPen(QPen(look().colour("primary" if picked else "line_strong"), 1.5))
    painter.drawRoundedRect(box, 5, 5)
    if picked:
        icons.draw(painter, "check", "on_primary", box.toRect().adjusted(2, 2, -2, -2))
