"""One step in the rail of a case: its number or a tick, its name, and how far it is."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import RADIUS, L, M

_CIRCLE = 24  # px at text size 1


class StepItem(QAbstractButton):
    """A step that can be gone to with one click; `clicked` says so.

    Args:
        number: Its place, from 1.
        title: Its name.
        parent: The rail.
    """

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._title = title
        self._caption = ""
        self._missing = self._done = self._compact = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()

    def set_state(self, caption: str, *, done: bool = False, missing: bool = False) -> None:
        """Say how far it is, such as "Said at 14:03", or "1 answer left" in amber when `missing`."""
        self._caption, self._done, self._missing = caption, done, missing
        self._name()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Leave the second line out where the window is low; it stays in the spoken name."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave it to the rail which step is current."""

    def sizeHint(self) -> QSize:
        """Return 54 px of height, 44 when compact."""
        title = QFontMetrics(look().font("body", QFont.Weight.DemiBold)).horizontalAdvance(self._title)
        caption = QFontMetrics(look().font("caption", QFont.Weight.DemiBold)).horizontalAdvance(self._caption)
        return QSize(max(title, caption) + look().px(46) + L, look().px(44 if self._compact else 54))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame of the current step, the circle and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_circle(painter)
        self._paint_words(painter)

    def _name(self) -> None:
        self.setAccessibleName(f"{self._number} {self._title}")
        self.setAccessibleDescription(self._caption)
        self.setText(self._title)

    def _paint_frame(self, painter: QPainter) -> None:
        focused = self.hasFocus()
        if not (self.isChecked() or focused or self.underMouse()):
            return
        edge, thick = ("focus", 2.0) if focused else ("line" if self.isChecked() else "surface2", 1.0)
        painter.setPen(QPen(look().colour(edge), thick))
        painter.setBrush(look().colour("surface" if self.isChecked() else "surface2"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_circle(self, painter: QPainter) -> None:
        side = look().px(_CIRCLE)
        circle = QRectF(look().px(10) + 0.5, (self.height() - side) / 2, side, side)
        current, done = self.isChecked(), self._done
        painter.setBrush(look().colour("primary" if current else "primary_soft" if done else "surface"))
        filled = current or done
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(look().colour("line_strong"), 1.5))
        painter.drawEllipse(circle)
        if done:
            inner = circle.toRect().adjusted(4, 4, -4, -4)
            icons.draw(painter, "check", "on_primary" if current else "primary_text", inner)
            return
        painter.setFont(look().font("body", QFont.Weight.DemiBold))
        painter.setPen(look().colour("on_primary" if current else "muted"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _paint_words(self, painter: QPainter) -> None:
        room = self.rect().adjusted(look().px(46), 0, -M, 0)
        title_font = look().font("body", QFont.Weight.DemiBold)
        caption_font = look().font("caption", QFont.Weight.DemiBold if self._missing else QFont.Weight.Normal)
        caption_px = 0 if self._compact or not self._caption else QFontMetrics(caption_font).height()
        title_px = QFontMetrics(title_font).height()
        top = (self.height() - title_px - caption_px) // 2
        strong = self.isChecked() or self._done
        self._paint_line(
            painter, QRect(room.x(), top, room.width(), title_px), title_font, "text" if strong else "muted"
        )
        if caption_px:
            below = QRect(room.x(), top + title_px, room.width(), caption_px)
            self._paint_line(
                painter, below, caption_font, "warn" if self._missing else "muted", self._caption
            )

    def _paint_line(self, painter: QPainter, room: QRect, font: QFont, colour: str, text: str = "") -> None:
        fitting = QFontMetrics(font).elidedText(
            text or self._title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font)
        painter.setPen(look().colour(colour))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), fitting)
