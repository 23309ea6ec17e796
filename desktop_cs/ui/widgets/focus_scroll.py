"""A page that scrolls by itself to whatever has the focus."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_ABOVE, _BELOW = 56, 72  # px: the question stands above the field in use, what is not yet right below it


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

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self.show_widget(new)
