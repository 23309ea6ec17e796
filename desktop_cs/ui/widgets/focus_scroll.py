"""A page that scrolls by itself to whatever has the focus."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_cs.ui.theme.tokens import L

_ABOVE = 56  # px: the question stands above the field that has the focus


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
        self._content = content
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget on the page can be seen, its top first."""
        place = QRect(widget.mapTo(self._content, QPoint(0, 0)), widget.size())
        top, bottom = (
            self.verticalScrollBar().value(),
            self.verticalScrollBar().value() + self.viewport().height(),
        )
        if place.bottom() + L > bottom:
            top = place.bottom() + L - self.viewport().height()
        self.verticalScrollBar().setValue(min(top, max(place.top() - _ABOVE, 0)))

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._content.isAncestorOf(new):
            self.show_widget(new)
