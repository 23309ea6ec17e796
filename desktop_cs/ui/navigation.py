"""The navigation on the left: only what works is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from desktop_cs.i18n import _, ngettext
from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import LIGHT, S
from desktop_cs.ui.widgets.initials import initials_of

if TYPE_CHECKING:
    from desktop_cs.shop.staff import Staff

CHANGE_KEY = "Ctrl+Shift+L"  # somebody else comes to the PC, or whoever is there leaves it
WIDTH, NARROW = 104, 72  # px at text size 1: with words, and with icons alone


class NavButton(QAbstractButton):
    """One place to go: icon, word, and a badge with how many things wait there."""

    def __init__(self, icon_name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._badge = 0
        self._narrow = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_badge(self, count: int) -> None:
        """Show how many things wait; 0 shows nothing."""
        self._badge = count
        told = ngettext("{count} person is waiting", "{count} people are waiting", count).format(count=count)
        self.setAccessibleDescription(told if count else "")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, with the word as its tool tip."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for icon and word."""
        return QSize(look().px(56 if self._narrow else 86), look().px(56 if self._narrow else 60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the place, chosen or not."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("nav_sel"))
            painter.setOpacity(1.0 if chosen else 0.5)
            painter.drawRoundedRect(self.rect(), S, S)
            painter.setOpacity(1.0)
        side = look().px(22)
        top = (self.height() - side) // 2 if self._narrow else look().px(11)
        place = QRect((self.width() - side) // 2, top, side, side)
        icons.draw(painter, self._icon_name, "nav_text", place)
        if not self._narrow:
            self._draw_word(painter, place.bottom(), chosen=chosen)
        if self._badge:
            self._draw_badge(painter, place)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look().colour("nav_text"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), S, S)

    def _draw_word(self, painter: QPainter, above: int, *, chosen: bool) -> None:
        painter.setFont(look().font("caption", QFont.Weight.DemiBold if chosen else QFont.Weight.Medium))
        painter.setPen(look().colour("nav_text"))
        room = QRect(0, above, self.width(), self.height() - above)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _draw_badge(self, painter: QPainter, place: QRect) -> None:
        told = str(self._badge) if self._badge < 100 else "99+"
        painter.setFont(look().font("caption", QFont.Weight.Bold))
        width = max(look().px(20), painter.fontMetrics().horizontalAdvance(told) + 10)
        left = min(place.right() - 4, self.width() - width)
        room = QRect(left, place.top() - look().px(8), width, look().px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.danger))
        painter.drawRoundedRect(room, 10, 10)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), told)


class PersonButton(QAbstractButton):
    """The initials of the person who works here now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = look().px(40)
        self.setFixedSize(side, side)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_name(self, name: str) -> None:
        """Show this person's initials; "" hides the button."""
        self.setText(initials_of(name))
        self.setToolTip(f"{name}  {CHANGE_KEY}")
        self.setAccessibleName(_("{name} works here now. Choose another person.").format(name=name))
        self.setVisible(bool(name))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the initials on a disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look().colour("nav_text") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("nav_sel"))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.setFont(look().font("caption", QFont.Weight.Bold))
        painter.setPen(look().colour("nav_text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Navigation(QFrame):
    """The places to go, from top to bottom, and the person at the bottom.

    Signals:
        chosen: A place was chosen; its name.
        person_wanted: The person at the bottom was pressed: somebody else is going to work here.
    """

    chosen = Signal(str)
    person_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(9, S + 4, 9, S + 4)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self._above = 0  # how many places stand above the stretch
        self.person = PersonButton(self)
        self.person.clicked.connect(self.person_wanted)
        self._column.addWidget(self.person, 0, Qt.AlignmentFlag.AlignHCenter)
        self.set_narrow(False)

    def add(self, name: str, icon_name: str, words: str, *, at_bottom: bool = False) -> NavButton:
        """Add a place to go, below those added before."""
        button = NavButton(icon_name, words, self)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        self._column.insertWidget(self._column.count() - 1 if at_bottom else self._above, button)
        self._above += 0 if at_bottom else 1
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dark ground."""
        QPainter(self).fillRect(self.rect(), look().colour("nav"))

    def show_chosen(self, name: str) -> None:
        """Mark the place that is on the screen; "" marks none."""
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            button.setChecked(other == name)
        self._group.setExclusive(True)

    def button(self, name: str) -> NavButton:
        """Return the button of a place."""
        return self._buttons[name]

    def show_person(self, person: "Staff | None") -> None:
        """Show who works here now."""
        self.person.show_name(person.name if person else "")

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone where the window is narrow."""
        self.setFixedWidth(look().px(NARROW if narrow else WIDTH))
        for button in self._buttons.values():
            button.set_narrow(narrow)
