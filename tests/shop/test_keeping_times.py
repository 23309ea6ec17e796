"""For how long a shop keeps what."""

from datetime import UTC, datetime

import pytest

from desktop_cs.errors import UserError
from desktop_cs.shop.keeping_times import KeepingTimes, checked_times, suggested_times, years_before


def test_nothing_ever_goes_until_a_shop_decides():
    assert not KeepingTimes().are_set
    assert KeepingTimes(letters=1).are_set


@pytest.mark.parametrize(
    ("country", "years"), [("DE", 3), ("CN", 3), ("GB", 6), ("US", 4), ("FR", 5), ("", 3)]
)
def test_cases_are_kept_as_long_as_somebody_may_claim_something(country, years):
    assert suggested_times(country).cases == years
    assert checked_times(suggested_times(country)).are_set


def test_the_same_day_is_found_some_years_before():
    assert years_before(datetime(2026, 11, 23, 9, tzinfo=UTC), 3) == datetime(2023, 11, 23, 9, tzinfo=UTC)


def test_a_leap_day_has_a_day_before_it_in_other_years():
    assert years_before(datetime(2028, 2, 29, tzinfo=UTC), 1) == datetime(2027, 2, 28, tzinfo=UTC)


def test_years_that_make_no_sense_are_refused():
    with pytest.raises(UserError):
        checked_times(KeepingTimes(attachments=31))
