"""The icons: Lucide's, in the colours of the look, sharp on every screen.

Drawn when they are first painted; QtSvg is loaded with the first of them (3 ms).
"""

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from desktop_cs.places import resources_dir
from desktop_cs.ui.theme.look import look


def icon(name: str, colour: str = "text") -> QIcon:
    """Return an icon that follows the look, also when the look changes later.

    Args:
        name: File name under `resources/icons` without its ending.
        colour: Name of a colour token.
    """
    return QIcon(_LookEngine(name, colour))


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture.

    Args:
        name: File name under `resources/icons` without its ending.
        colour: Name of a colour token.
        size: Width and height in px of the screen's own units.
        ratio: Device px for each of them, such as 1.25.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    shade = getattr(look().colours, colour)
    key = f"lucide {name} {shade} {size} {ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _drawn(name, shade, size, ratio)
        QPixmapCache.insert(key, found)
    return found


def draw(painter: QPainter, name: str, colour: str, rect: QRect) -> None:
    """Paint an icon into the middle of a rectangle, as large as its shorter side, dot on dot."""
    size = min(rect.width(), rect.height())
    ratio = painter.device().devicePixelRatio()
    corner = QPointF(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2)
    to_dots = painter.deviceTransform()
    dot = to_dots.map(corner)
    back, _possible = to_dots.inverted()
    painter.drawPixmap(back.map(QPointF(round(dot.x()), round(dot.y()))), pixmap(name, colour, size, ratio))


def _drawn(name: str, shade: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 (a window without icons never needs it)

    source = QByteArray(_source(name).replace(b"currentColor", shade.encode()))
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(source).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _source(name: str) -> bytes:
    """Return the icon's file with lines of 1.75 instead of 2 units: as light as the text beside it."""
    source = (resources_dir() / "icons" / f"{name}.svg").read_bytes()
    return source.replace(b'stroke-width="2"', b'stroke-width="1.75"')


class _LookEngine(QIconEngine):
    """Draws one Lucide icon in whatever colours the look has at that moment."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the icon; greyed where its button is disabled."""
        draw(painter, self._name, self._shade(mode), rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of this many device px."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, _scale: float) -> QPixmap:
        """Return the icon as a picture of this many device px; what is wider than high has room behind it."""
        square = pixmap(self._name, self._shade(mode), min(size.width(), size.height()))
        if size.width() <= size.height():
            return square
        wide = QPixmap(size)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, square)
        painter.end()
        return wide

    def clone(self) -> QIconEngine:
        """Return another engine of the same icon."""
        return _LookEngine(self._name, self._colour)

    def _shade(self, mode: QIcon.Mode) -> str:
        return "muted" if mode == QIcon.Mode.Disabled else self._colour
