"""The cover, F9: the customer can see the screen, so what is not meant for them lies under a veil.

Nothing is hidden in Qt's own sense: the page does not jump, the focus stays where it is, and what is
being typed goes on being typed.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look

_PRIVATE = "kept_private"
_ICON_PX = 16
_SWALLOWED = (  # what would reach the widget below, or show its tool tip
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.ContextMenu,
    QEvent.Type.ToolTip,
    QEvent.Type.WhatsThis,
)


class Cover(QObject):
    """Whether the screen is covered; one for the whole program, so that it outlives pages and windows.

    Signals:
        turned: The cover was put on or taken off; whether it is on now.
    """

    turned = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.is_on = False

    def toggle(self) -> None:
        """Put the cover on, or take it off."""
        self.turn(on=not self.is_on)

    def turn(self, *, on: bool) -> None:
        """Veil everything private, or show it again."""
        if on == self.is_on:
            return
        self.is_on = on
        for widget in QApplication.allWidgets():
            if widget.property(_PRIVATE):
                _show_as(widget, on=on)
        self.turned.emit(on)


cover = Cover()


def keep_private(widget: QWidget) -> None:
    """Mark a widget, with all that stands in it, as not for the customer's eyes.

    It is veiled as long as the cover is on, also when it is marked, filled or shown while it is.
    """
    widget.setProperty(_PRIVATE, "yes")
    if cover.is_on:
        _show_as(widget, on=True)


def is_veiled(widget: QWidget) -> bool:
    """Return whether a widget, or one that it stands in, lies under a veil."""
    here: QWidget | None = widget
    while here is not None:
        if _veil_of(here) is not None:
            return True
        here = here.parentWidget()
    return False


class _Veil(QWidget):
    """Lies over a private widget, as large as that is, and lets neither a look nor a press through."""

    def __init__(self, private: QWidget) -> None:
        super().__init__(private)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setGeometry(private.rect())
        private.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over all of the widget, and above what is put into it later."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        elif event.type() in (QEvent.Type.ChildAdded, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.raise_()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep presses and tool tips away from what lies below."""
        if event.type() in _SWALLOWED:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a plain ground; where there is room, a sign that something is covered and not missing."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface2"))
        side = look().px(_ICON_PX)
        if self.width() >= side and self.height() >= side:
            middle = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
            icons.draw(painter, "eye-off", "muted", middle)


def _show_as(widget: QWidget, *, on: bool) -> None:
    veil = _veil_of(widget)
    if on and veil is None:
        _Veil(widget)
    elif not on and veil is not None:
        widget.removeEventFilter(veil)
        veil.setParent(None)
        veil.deleteLater()


def _veil_of(widget: QWidget) -> _Veil | None:
    return next((child for child in widget.children() if isinstance(child, _Veil)), None)
