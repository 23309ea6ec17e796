"""The manager's month: its span, its figures, its paper."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

from desktop_cs.desk.gesture_work import GestureWork
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.trail_work import TrailWork
from desktop_cs.errors import UserError
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.budget import Budget, budget_of
from desktop_cs.summary.month import Month, MonthFigures


def month_of(text: str) -> Month:
    """Return the month that "2026-11" names.

    Raises:
        UserError: It names none.
    """
    found = re.fullmatch(r"((?:19[7-9]|2\d\d)\d)-(0[1-9]|1[0-2])", text.strip())
    if found is None:
        raise UserError(_("“{text}” is no month. Write it like 2026-11.").format(text=text))
    return Month(int(found[1]), int(found[2]))


class MonthWork:
    """What the manager reads and prints."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def this_month(self) -> Month:
        """Return the month that it is now in the shop."""
        today = self._ground.settings.hours.wall(self._ground.clock.now())
        return Month(today.year, today.month)

    def span(self, month: Month) -> tuple[datetime, datetime]:
        """Return the first moment of the month and the first of the next, in UTC."""
        hours = self._ground.settings.hours
        return (
            hours.moment(datetime.combine(month.first, time())),
            hours.moment(datetime.combine(month.after, time())),
        )

    def figures(self, month: Month) -> MonthFigures:
        """Return the figures of the month, counted by the day things were done."""
        return self._ground.storage.month_facts.figures(month, self._ground.settings.hours)

    def budget(self, month: Month) -> Budget:
        """Return the recovery budget of a month; without an amount where its revenue is not known."""
        settings, storage = self._ground.settings, self._ground.storage
        revenue = storage.gestures.revenues().get(month.key)
        spent = storage.given.spent(*self.span(month))
        return budget_of(month.key, revenue, spent, settings.budget_basis_points, settings.currency)

    def whole_figures(self, month: Month) -> MonthFigures:
        """Return the figures with what only the print tells: the budget, adopted ideas, the trail."""
        budget = self.budget(month)
        known = budget.spent or budget.revenue is not None or budget.typed_in
        return replace(
            self.figures(month),
            budget=budget if known else None,
            adopted=tuple(GestureWork(self._ground).adopted_between(*self.span(month))),
            trail=TrailWork(self._ground).anchor_line(),
        )

    def pdf(self, month: Month) -> bytes:
        """Return the printed summary of the month."""
        from desktop_cs.paper.summary_sheet import summary_pdf  # noqa: PLC0415 (reportlab only to print)

        settings = self._ground.settings
        printed_at = settings.hours.wall(self._ground.clock.now())
        figures = self.whole_figures(month)
        logo = self._ground.storage.shop.logo()
        return summary_pdf(figures, settings, language_in_use(), printed_at, logo=logo, labels=self.labels())

    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """Return the words for the options of every choice question: field id, option id, label."""
        language = language_in_use()
        return {
            field.id: {option.id: words_in(option.label, language) for option in field.options}
            for form in self._ground.forms.values()
            for field in form.fields()
            if field.options
        }
