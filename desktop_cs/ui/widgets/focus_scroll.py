"""A page that scrolls by itself to whatever has the focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_ABOVE, _BELOW = 56, 72  # px: the question stands above the field in use, what is not yet right below it
_HELD_MS = 40  # between two looks whether the mouse button is still held


class FocusScrollArea(QScrollArea):
    """Scrolls up and down only, and keeps the field in use in sight with the question above it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # which setWidget turns on
        content.installEventFilter(self)
        self._followed: QWidget | None = None  # until somebody scrolls by hand
        self._released = QTimer(self)
        self._released.setSingleShot(True)
        self._released.setInterval(_HELD_MS)
        self._released.timeout.connect(self._catch_up)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget on the page can be seen, its top first; any other is passed over."""
        content = self.widget()
        if content is None or not content.isAncestorOf(widget):
            return
        place = QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if place.bottom() + _BELOW > top + height:
            top = place.bottom() + _BELOW - height
        self.verticalScrollBar().setValue(min(top, max(place.top() - _ABOVE, 0)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field in use in sight when what stands above it grows, such as by what is still needed."""
        focused = QApplication.focusWidget()
        if event.type() == QEvent.Type.Resize and focused is not None and focused is self._followed:
            self.show_widget(focused)
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the field in use: the person looks elsewhere."""
        self._let_go()
        super().wheelEvent(event)

    def _let_go(self) -> None:
        self._followed = None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._followed = new
        self._catch_up()

    def _catch_up(self) -> None:
        """Scroll to the field in use; a click that has begun would miss a button that moves away under it."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._released.start()
            return
        focused = QApplication.focusWidget()
        if focused is not None and focused is self._followed:
            self.show_widget(focused)
