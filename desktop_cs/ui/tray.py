"""The icon beside the clock of the desktop: how many people wait, a word when something falls due, a menu.

Many desktops have no such place; then nothing of this is there, and Today is enough.
"""

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop_cs.i18n import _, ngettext
from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import LIGHT

_SIZES = (16, 22, 24, 32, 48, 64)  # px that desktops ask for
_SHOWN_MS = 10_000  # of a word; as long as the toast of the window
_MOST = 99  # what fits into the badge; beyond it the number says "many"


def has_tray() -> bool:
    """Return whether this desktop has a place for the icon now; some have it only a while after the start."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """The icon and its menu.

    Args:
        parent: Whatever it goes away with.

    Signals:
        open_wanted: The window is wanted.
        today_wanted: Today is wanted: from the menu, or a word was clicked.
        quit_wanted: The program is to end.
    """

    open_wanted = Signal()
    today_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = -1
        self.menu = QMenu()
        for words, wanted in (
            (_("Open the window"), self.open_wanted),
            (_("Today"), self.today_wanted),
            (_("Quit"), self.quit_wanted),
        ):
            self.menu.addAction(words).triggered.connect(wanted)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._pressed)
        self.icon.messageClicked.connect(self.today_wanted)
        self.show_waiting(0)
        self.icon.show()

    @property
    def count(self) -> int:
        """Return the number on the badge, 0 where there is none."""
        return self._count

    def show_waiting(self, count: int) -> None:
        """Show how many people wait to hear from us."""
        if count == self._count:
            return
        self._count = count
        self.icon.setIcon(badge_icon(count))
        told = ngettext("{count} person is waiting", "{count} people are waiting", count).format(count=count)
        self.icon.setToolTip(f"Desktop CS\n{told}" if count else "Desktop CS")

    def tell(self, sentence: str, more: str = "") -> None:
        """Show a word beside the clock; it goes by itself, so it must stand in the window too."""
        self.icon.showMessage(sentence, more, badge_icon(self._count), _SHOWN_MS)

    def put_away(self) -> None:
        """Take the icon from the desktop."""
        self.icon.hide()

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open_wanted.emit()


def badge_icon(count: int) -> QIcon:
    """Return the program's sign, with a number on it where somebody waits."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_drawn(size, count))
    return made


def _drawn(size: int, count: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour("primary"))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size / 5, size / 5)
    inner = round(size * 0.7)
    icons.draw(painter, "message-circle-heart", "on_primary", _middle(size, inner))
    if count:
        _draw_badge(painter, size, count)
    painter.end()
    return picture


def _middle(size: int, inner: int) -> QRect:
    edge = (size - inner) // 2
    return QRect(edge, edge, inner, inner)


def _draw_badge(painter: QPainter, size: int, count: int) -> None:
    """Draw the number in the lower right, as large as the icon lets it be."""
    told = str(count) if count <= _MOST else f"{_MOST}+"
    height = size * 0.62
    width = max(height, height * (0.35 + 0.45 * len(told)))
    room = QRectF(size - min(width, size), size - height, min(width, size), height)
    painter.setBrush(QColor(LIGHT.danger))
    painter.drawRoundedRect(room, height / 2, height / 2)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(max(round(height * (0.8 if len(told) < 3 else 0.6)), 6))
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), told)
