"""Somebody who can sign in: initials, name, and what they do or how long they have to wait."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_cs.desk.people_work import Tile
from desktop_cs.i18n import _
from desktop_cs.shop.waiting_words import wait_words
from desktop_cs.ui.settings.role_words import role_words
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import RADIUS, M
from desktop_cs.ui.widgets.initials import initials_of

_WIDE_PX, _HIGH_PX, _DISC_PX = 216, 72, 44


class PersonTile(QAbstractButton):
    """One tile; `clicked` says that the person tapped their name.

    Args:
        tile: Who it is.
        parent: The widget that it stands in.
    """

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.staff = tile.staff
        self._below = ""
        self.setText(tile.staff.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_tile(tile)

    def show_tile(self, tile: Tile) -> None:
        """Show how long the person has to wait still, or else what they do."""
        waits = _("Wait {time}").format(time=wait_words(tile.wait_seconds)) if tile.wait_seconds else ""
        self._below = waits or role_words(tile.staff.role)
        self.setAccessibleName(f"{tile.staff.name}, {self._below}")
        self.setToolTip(tile.staff.name)  # a long one is cut
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a finger, and for a name of usual length."""
        return QSize(look().px(_WIDE_PX), look().px(_HIGH_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be tapped by Return as well as by Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, the disc with the initials, and both lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge, thick = (
            ("focus", 2.0) if self.hasFocus() else ("primary" if chosen else "line", 2.0 if chosen else 1.0)
        )
        painter.setPen(QPen(look().colour(edge), thick))
        ground = "primary_soft" if chosen else "surface2" if self.underMouse() else "surface"
        painter.setBrush(look().colour(ground))
        half = thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        side = look().px(_DISC_PX)
        disc = QRect(M, (self.height() - side) // 2, side, side)
        self._draw_disc(painter, disc)
        self._draw_words(
            painter, QRect(disc.right() + M, 0, self.width() - disc.right() - 2 * M, self.height())
        )

    def _draw_disc(self, painter: QPainter, disc: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("primary"))
        painter.drawEllipse(disc)
        painter.setPen(look().colour("on_primary"))
        painter.setFont(look().font("lead", QFont.Weight.DemiBold))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), initials_of(self.text()))

    def _draw_words(self, painter: QPainter, room: QRect) -> None:
        middle = room.center().y()
        left_below = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        left_above = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for text, role, weight, colour, part, flags in (
            (
                self.text(),
                "lead",
                QFont.Weight.DemiBold,
                "text",
                room.adjusted(0, 0, 0, middle - room.bottom()),
                left_below,
            ),
            (
                self._below,
                "caption",
                QFont.Weight.Normal,
                "muted",
                room.adjusted(0, middle + 2 - room.top(), 0, 0),
                left_above,
            ),
        ):
            painter.setFont(look().font(role, weight))
            painter.setPen(look().colour(colour))
            fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, part.width())
            painter.drawText(part, flags, fitting)
