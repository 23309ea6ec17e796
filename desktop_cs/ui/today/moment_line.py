"""A day and a time that are typed."""

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.forms.day_line import DayLine, TimeLine
from desktop_cs.ui.forms.typed_day import read_time
from desktop_cs.ui.theme.tokens import S


class MomentLine(QWidget):
    """A day and a time side by side; both empty means that nothing was typed.

    Args:
        now: The shop's wall time.
        past: Whether a moment that has passed is meant.
        parent: The widget that it stands in.

    Signals:
        edited: Either was changed by hand.
    """

    edited = Signal()

    def __init__(self, now: datetime, *, past: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.day = DayLine(now.date(), language_in_use(), past=past, parent=self)
        self.time = TimeLine(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        for line in (self.day, self.time):
            row.addWidget(line)
            line.edited.connect(self.edited)
        row.addStretch(1)
        self.setFocusProxy(self.day)

    def moment(self, opening: time) -> datetime | None:
        """Return the wall time that was typed, None where both are empty.

        Args:
            opening: Meant where only a day was typed.

        Raises:
            UserError: What was typed is no day or no time.
        """
        typed_day, typed_time = self.day.text().strip(), self.time.text().strip()
        if not typed_day and not typed_time:
            return None
        day = self.day.day() if typed_day else self._now.date()
        at = read_time(typed_time) if typed_time else opening
        if day is None:
            raise UserError(
                _("This is not a day. Write it like 22.11., or choose it in the calendar."), "day"
            )
        if at is None:
            raise UserError(_("This is not a time. Write it like 14:30."), "time")
        return datetime.combine(day, at)
