"""The topics of Settings, one below the other; arrow keys go from one to the next."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import RADIUS, XS, M


class SectionItem(QAbstractButton):
    """One topic: icon and name."""

    def __init__(self, icon_name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def minimumSizeHint(self) -> QSize:
        """Return 32 px of height: in a low window all topics stay in sight."""
        return QSize(self.sizeHint().width(), look().px(32))

    def sizeHint(self) -> QSize:
        """Return 44 px of height and room for the words."""
        words = QFontMetrics(look().font("body", QFont.Weight.DemiBold)).horizontalAdvance(self.text())
        return QSize(words + look().px(58), look().px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame of the topic at the front, the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, chosen = self.hasFocus(), self.isChecked()
        if focused or chosen or self.underMouse():
            edge, thick = ("focus", 2.0) if focused else ("line" if chosen else "surface2", 1.0)
            painter.setPen(QPen(look().colour(edge), thick))
            painter.setBrush(look().colour("surface" if chosen else "surface2"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        side = look().px(20)
        place = QRect(look().px(12), (self.height() - side) // 2, side, side)
        icons.draw(painter, self._icon_name, "primary" if chosen else "muted", place)
        painter.setFont(look().font("body", QFont.Weight.DemiBold))
        painter.setPen(look().colour("text" if chosen else "muted"))
        room = self.rect().adjusted(place.right() + M, 0, -XS, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.text())


class SectionRail(QWidget):
    """All topics.

    Signals:
        chosen: Another topic is wanted; its name.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, SectionItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self._column.addStretch(1)

    def add(self, name: str, icon_name: str, words: str) -> None:
        """Add a topic below the others."""
        item = SectionItem(icon_name, words, self)
        item.clicked.connect(lambda: self.chosen.emit(name))
        self._items[name] = item
        self._column.insertWidget(self._column.count() - 1, item)

    def item(self, name: str) -> SectionItem:
        """Return the button of a topic."""
        return self._items[name]

    def show_chosen(self, name: str) -> None:
        """Mark the topic at the front; it alone is a stop for Tab."""
        for other, item in self._items.items():
            item.setChecked(other == name)
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == name else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next topic on an arrow key."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        names = list(self._items)
        here = next((place for place, name in enumerate(names) if self._items[name].isChecked()), 0)
        if step is None or not 0 <= here + step < len(names):
            super().keyPressEvent(event)
            return
        self.chosen.emit(names[here + step])
        self._items[names[here + step]].setFocus()
