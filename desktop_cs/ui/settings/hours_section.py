"""Settings, Hours: the week, the closed days, the time zone."""

from datetime import date
from zoneinfo import available_timezones

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.closed_days import ClosedDays
from desktop_cs.ui.settings.day_hours import DayRow
from desktop_cs.ui.settings.field_line import FieldLine, ProblemLine
from desktop_cs.ui.settings.search_choice import SearchChoice
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, L


class HoursSection(Section):
    """When the shop is open; follow-ups and deadlines are planned by it."""

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        intro = _("Follow-ups and deadlines are planned inside these hours.")
        super().__init__(acts, preferences, _("Hours"), intro, parent)
        names = QLocale(language_in_use())
        self.week = [DayRow(names.standaloneDayName(day), self) for day in range(1, 8)]
        self._problem = ProblemLine(self)
        self.closed = ClosedDays(self._today(), self)
        self.zone = SearchChoice([(name, name, "") for name in sorted(available_timezones())], self)
        self.zone_line = FieldLine(
            _("Time zone"),
            self.zone,
            help=_("By which the clock in the shop goes. Type a part of the name."),
            width_px=420,
            parent=self,
        )
        widest = max(row.open.sizeHint().width() for row in self.week)
        for row in self.week:
            row.open.setFixedWidth(max(widest, look().px(140)))
            self.card.column.addWidget(row)
            row.changed.connect(self._keep_week)
        self.card.column.addWidget(self._problem)
        for block in (self.closed, self.zone_line):
            self.card.column.addSpacing(L)
            self.card.column.addWidget(block)
        self.card.column.setSpacing(XS + 2)
        self.closed.changed.connect(self._keep_closed)
        self.zone.editingFinished.connect(self._keep_zone)

    @property
    def problem(self) -> str:
        """Return what is not right with the week as a whole, or ""."""
        return self._problem.sentence

    def load(self) -> None:
        """Show what is stored now."""
        hours = self.desk.settings.hours
        for row, shift in zip(self.week, hours.week, strict=True):
            row.show_shift(shift)
        self.closed.show_days(hours.closed_days)
        self.zone.set_key(hours.zone_name)
        self.zone_line.set_problem("")
        self._problem.show_for("")

    def leave(self) -> bool:
        """Store the week and the zone; stay where a time is not right."""
        wrong = next((row for row in self.week if not row.check()), None)
        if wrong is not None:
            wrong.focus_problem()
            return False
        return self._keep_week() and self._keep_zone()

    def _keep_week(self) -> bool:
        """Store the week once every day of it is right."""
        if not all(row.check() for row in self.week):
            return False
        before = self.desk.settings.hours
        hours = OpeningHours(tuple(row.shift() for row in self.week), before.closed_days, before.zone_name)
        refusal = self.keep(_("The opening hours are saved."), hours=hours)
        self._problem.show_for(str(refusal) if refusal else "")
        return refusal is None

    def _keep_closed(self) -> None:
        before = self.desk.settings.hours
        hours = OpeningHours(before.week, self.closed.days(), before.zone_name)
        self.keep(_("The closed days are saved."), hours=hours)

    def _keep_zone(self) -> bool:
        zone = self.zone.key()
        told = _("Choose one from the list: the arrow key down shows all.")
        self.zone_line.set_problem("" if zone else told)
        if not zone:
            return False
        before = self.desk.settings.hours
        self.keep(_("The time zone is saved."), hours=OpeningHours(before.week, before.closed_days, zone))
        return True

    def _today(self) -> date:
        return self.desk.settings.hours.wall(self.desk.clock.now()).date()
