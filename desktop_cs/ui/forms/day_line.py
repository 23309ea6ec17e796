"""The line that a day is typed in, with a calendar at its end; and the line for a time."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_cs import shown
from desktop_cs.i18n import _
from desktop_cs.ui.forms.calendar_popup import CalendarPopup
from desktop_cs.ui.forms.typed_day import read_day, read_time
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.widgets.buttons import icon_button


class DayLine(QLineEdit):
    """A day as text; empty is empty.

    Args:
        today: The day of the shop.
        language: How the day is shown once it is understood.
        past: Whether only days up to today are meant.
        parent: The widget that it stands in.

    Signals:
        edited: The day changed by hand.
    """

    edited = Signal()

    def __init__(self, today: date, language: str, *, past: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._language, self._past = today, language, past
        self.setPlaceholderText(_("Day, such as 22.11."))
        self.setAccessibleName(_("Day"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(look().px(196))
        self._button = icon_button("calendar", _("Calendar"), self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard: Alt+Down
        self._button.clicked.connect(self.open_calendar)
        self.setTextMargins(0, 0, look().px(28), 0)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self._tidy)

    def day(self) -> date | None:
        """Return the day, or None where nothing or nothing readable was typed."""
        return read_day(self.text(), self._today, past=self._past)

    def raw(self) -> str:
        """Return the day as YYYY-MM-DD, or what was typed where it is no day."""
        day = self.day()
        return day.isoformat() if day else self.text().strip()

    def set_raw(self, raw: str) -> None:
        """Show this day, or this text."""
        self.setText(raw)
        self._tidy()

    def set_today(self, today: date) -> None:
        """Read what is typed from now on as seen from this day."""
        self._today = today

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the calendar button at the end."""
        super().resizeEvent(event)
        side = look().px(32)
        self._button.setGeometry(self.width() - side - 4, (self.height() - side) // 2, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar on Alt+Down, as a closed list would open."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _tidy(self) -> None:
        day = self.day()
        if day:
            self.setText(shown.day(day, self._language))

    def open_calendar(self) -> None:
        """Open the calendar under the line."""
        popup = CalendarPopup(self.day() or self._today, self._today if self._past else None, self)
        popup.chosen.connect(self._on_chosen)
        popup.open_below(self)

    def _on_chosen(self, day: date) -> None:
        self.set_raw(day.isoformat())
        self.setFocus()
        self.edited.emit()


class TimeLine(QLineEdit):
    """A time of day as text; empty is empty.

    Signals:
        edited: The time changed by hand.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Time"))
        self.setAccessibleName(_("Time"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(look().px(88))
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(lambda: self.setText(self.raw()))

    def raw(self) -> str:
        """Return the time as HH:MM, or what was typed where it is no time."""
        found = read_time(self.text())
        return found.strftime("%H:%M") if found else self.text().strip()
