"""A month knows its days."""

from datetime import date

from desktop_cs.summary.month import Month


def test_a_month_ends_where_the_next_begins():
    assert (Month(2026, 11).first, Month(2026, 11).after) == (date(2026, 11, 1), date(2026, 12, 1))
    assert Month(2026, 12).after == date(2027, 1, 1)
    assert Month(2024, 2).after == date(2024, 3, 1)
