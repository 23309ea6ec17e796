"""Where cases stand."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.storage.tables.fields import moment_from, stored_moment
from desktop_cs.storage.tables.rows import place_of

MOMENTS = st.datetimes(timezones=st.just(UTC))
NUMBERS = st.integers(0, 2**24 - 1)


@given(MOMENTS)
def test_a_moment_comes_back_to_the_microsecond(moment):
    assert moment_from(stored_moment(moment)) == moment


@given(MOMENTS, MOMENTS)
def test_stored_moments_sort_as_moments_do(one, other):
    assert (stored_moment(one) < stored_moment(other)) == (one < other)


@given(MOMENTS, NUMBERS, MOMENTS, NUMBERS)
def test_places_sort_by_second_and_number_and_fit_into_64_bits(one, first, other, second):
    expected = (one.replace(microsecond=0), first) < (other.replace(microsecond=0), second)
    assert (place_of(one, first) < place_of(other, second)) == expected
    assert -(2**63) <= place_of(one, first) < 2**63


def test_a_moment_in_another_zone_is_the_same_moment():
    from datetime import timezone

    east = timezone(timedelta(hours=8))
    assert stored_moment(datetime(2026, 11, 23, 8, tzinfo=east)) == stored_moment(
        datetime(2026, 11, 23, tzinfo=UTC)
    )
