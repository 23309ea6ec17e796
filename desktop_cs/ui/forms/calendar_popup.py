"""A month to pick a day from, made only when it is asked for."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.icons import icon
from desktop_cs.ui.theme.look import look

_DAYS_ON_A_PAGE = 42


class CalendarPopup(QFrame):
    """Lies under the field that asked for it and goes away by itself.

    Args:
        day: The day that it opens at.
        last: The last day that may be picked, or None.
        parent: The field.

    Signals:
        chosen: A day was picked (a `date`).
    """

    chosen = Signal(object)

    def __init__(self, day: date, last: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "line")
        self._calendar = QCalendarWidget(self)
        self._calendar.setAccessibleName(_("Calendar"))
        self._calendar.setLocale(QLocale(look().language))
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        if last is not None:
            self._end_at(QDate(last.year, last.month, last.day))
        self._dress()
        self._calendar.activated.connect(self._on_picked)
        self._calendar.clicked.connect(self._on_picked)
        QVBoxLayout(self).addWidget(self._calendar)
        self.setFocusProxy(self._calendar)

    def open_below(self, field: QWidget) -> None:
        """Show it under the field, or above where the screen ends."""
        self.adjustSize()
        corner = field.mapToGlobal(field.rect().bottomLeft())
        room = field.screen().availableGeometry()
        if corner.y() + self.height() > room.bottom():
            corner = field.mapToGlobal(field.rect().topLeft())
            corner.setY(corner.y() - self.height())
        corner.setX(max(min(corner.x(), room.right() - self.width()), room.left()))
        self.move(corner)
        self.show()
        self._calendar.setFocus()

    def _end_at(self, last: QDate) -> None:
        """Let no later day be picked, and grey the later ones of the last month, which Qt leaves black."""
        self._calendar.setMaximumDate(last)
        grey = QTextCharFormat()
        grey.setForeground(look().colour("line_strong"))
        for away in range(1, _DAYS_ON_A_PAGE):
            self._calendar.setDateTextFormat(last.addDays(away), grey)

    def _dress(self) -> None:
        plain = QTextCharFormat()
        plain.setForeground(look().colour("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, plain)
        for view in self._calendar.findChildren(QTableView):
            view.setAccessibleName(self._calendar.accessibleName())
        header = QTextCharFormat()
        header.setForeground(look().colour("muted"))
        header.setBackground(look().colour("surface"))
        self._calendar.setHeaderTextFormat(header)
        for name, icon_name, spoken in (
            ("qt_calendar_prevmonth", "chevron-left", _("Month before")),
            ("qt_calendar_nextmonth", "chevron-right", _("Month after")),
        ):
            button = self._calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(icon_name))
                button.setAccessibleName(spoken)
                button.setToolTip(spoken)

    def _on_picked(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()
