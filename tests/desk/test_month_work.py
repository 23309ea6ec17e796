"""The manager's month."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.desk.month_work import month_of
from desktop_cs.errors import UserError
from desktop_cs.summary.month import Month


def test_a_month_is_read_as_year_and_month():
    assert month_of(" 2026-11 ") == Month(2026, 11)
    assert month_of("1970-01") == Month(1970, 1)
    assert month_of("2999-12").after.year == 3000


@pytest.mark.parametrize(
    "text", ["", "11/2026", "2026-13", "2026-00", "1969-12", "9999-12", "2026-1", "２０２６-11"]
)
def test_what_is_no_month_is_refused(text):
    with pytest.raises(UserError, match="2026-11"):
        month_of(text)


def test_a_month_spans_the_shops_own_midnights(desk, managing):
    from dataclasses import replace

    hours = replace(desk.settings.hours, zone_name="Asia/Shanghai")
    with managing():
        desk.shop.save_settings(replace(desk.settings, hours=hours))
    start, end = desk.months.span(Month(2026, 12))
    assert (start, end) == (datetime(2026, 11, 30, 16, tzinfo=UTC), datetime(2026, 12, 31, 16, tzinfo=UTC))


def test_the_month_counts_what_was_done_in_it(desk, walk, take, clock):
    desk.casework.finish(walk())
    take("Still open")
    cancelled = take("Taken twice")
    desk.casework.cancel(cancelled.case, "mistake")
    assert desk.months.this_month() == Month(2026, 11)
    figures = desk.months.figures(Month(2026, 11))
    assert (figures.opened, figures.done, figures.still_open, figures.extra) == (2, 1, 2, 350)
    clock.moment += timedelta(days=30)
    assert desk.months.figures(desk.months.this_month()).done == 0


def test_the_summary_is_a_pdf(desk, walk):
    desk.casework.finish(walk())
    assert desk.months.pdf(Month(2026, 11)).startswith(b"%PDF-")
