"""A manager is called: a large calm word over Today until one is there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_cs.desk.manager_calls import ManagerCall
from desktop_cs.i18n import _
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.shop.staff import Staff
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.reminder_words import call_words
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import TextLabel, text_label

_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LARGE = 1.9  # times the largest type: to be read from the other end of a shop
_MOST_NAMES = 4  # managers with a button each; where there are more, one is enough to end a call


class CallPanel(QWidget):
    """Covers the page. Esc, or "Go on working", puts it away; the call stays in the list.

    Args:
        page: What it covers.

    Signals:
        arrived: A manager is there; who.
        put_away: The page is wanted again.
        not_needed: Nobody needs to come any more.
    """

    arrived = Signal(object)
    put_away = Signal()
    not_needed = Signal()

    go_on: QPushButton  # of the call that is shown

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(XL, XL, XL, XL)
        self._column.setSpacing(L)
        self.setAutoFillBackground(True)
        page.installEventFilter(self)
        self._held: QWidget | None = None
        self.here: list[QPushButton] = []
        self.hide()

    def show_call(self, call: ManagerCall, managers: Sequence[Staff], hours: OpeningHours) -> None:
        """Show the call, with a way for each manager to say that they are there."""
        self._fill(call, managers, hours)
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        self.go_on.setFocus()  # whoever called goes on; a manager does not arrive by a stray key

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the page."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Keep Esc for itself: the window's own Esc is for what lies over the page."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away on Esc; Return presses the button that has the focus."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        elif event.key() in _RETURNS and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a calm ground."""
        QPainter(self).fillRect(self.rect(), look().colour("info_soft"))

    def _fill(self, call: ManagerCall, managers: Sequence[Staff], hours: OpeningHours) -> None:
        if self._held is not None:
            self._held.hide()
            self._held.deleteLater()
        self._held = held = QWidget(self)
        inner = QVBoxLayout(held)
        inner.setSpacing(L)
        inner.addStretch(1)
        asked, told = call_words(call, hours)
        inner.addWidget(_large(asked, held))
        line = text_label(told, "h2", wrap=True, parent=held)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(line)
        inner.addSpacing(M)
        inner.addLayout(self._ways(managers, held))
        inner.addStretch(2)
        self._column.addWidget(held)

    def _ways(self, managers: Sequence[Staff], held: QWidget) -> QVBoxLayout:
        ways = QVBoxLayout()
        ways.setSpacing(M)
        self.here = []
        for manager in managers[:_MOST_NAMES]:
            words = _("I am here: {name}").format(name=manager.name)
            make = secondary_button if self.here else primary_button
            button = make(words, "check", held)
            button.clicked.connect(lambda _checked=False, manager=manager: self.arrived.emit(manager))
            self.here.append(button)
        self.go_on = secondary_button(_("Go on working"), "arrow-right", held)
        self.go_on.setToolTip("Esc")
        self.go_on.clicked.connect(self.put_away)
        needless = quiet_button(_("Not needed any more"), "x", held)
        needless.clicked.connect(self.not_needed)
        for buttons in (self.here, [self.go_on, needless]):
            line = FlowLayout(gap=(M, M))
            for button in buttons:
                line.addWidget(button)
            middle = QWidget(held)
            middle.setLayout(line)
            middle.setMaximumWidth(max(line.sizeHint().width(), 1))
            ways.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        return ways


def _large(text: str, parent: QWidget) -> TextLabel:
    label = text_label(text, "h1", wrap=True, parent=parent)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    font = QFont(label.font())
    font.setPixelSize(round(font.pixelSize() * _LARGE))
    label.setFont(font)
    return label
