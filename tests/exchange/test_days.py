"""Days are read as other programs write them, and never guessed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop_cs.exchange.days import USUAL, is_pattern, moment

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "pattern", "wall"),
    [
        ("3.4.2019", "DD.MM.YYYY", datetime(2019, 4, 3, 12)),  # noqa: DTZ001 (wall time)
        ("04/03/2019 14:05", "MM/DD/YYYY hh:mm", datetime(2019, 4, 3, 14, 5)),  # noqa: DTZ001 (wall time)
        ("2019年04月03日", "YYYY年MM月DD日", datetime(2019, 4, 3, 12)),  # noqa: DTZ001 (wall time)
        ("20190403 140559", "YYYYMMDD hhmmss", datetime(2019, 4, 3, 14, 5, 59)),  # noqa: DTZ001 (wall time)
    ],
)
def test_a_day_is_read_by_its_pattern(text, pattern, wall):
    assert moment(text, (pattern,), BERLIN) == wall.replace(tzinfo=BERLIN).astimezone(UTC)


def test_the_first_pattern_that_fits_is_taken():
    assert moment("2019-04-03T08:00", USUAL, BERLIN) == datetime(2019, 4, 3, 6, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "soon", "2019-13-01", "2019-02-29", "2019-04-03x", "0001-01-01"])
def test_what_is_no_day_is_none(text):
    assert moment(text, USUAL, BERLIN) is None


@pytest.mark.parametrize("pattern", ["DD.MM.YYYY", "YYYY-MM-DDThh:mm:ss", "YYYY年MM月DD日", "YYYYMMDD"])
def test_patterns_that_name_year_month_and_day_are_good(pattern):
    assert is_pattern(pattern)


@pytest.mark.parametrize("pattern", ["", "DD.MM.", "DD.MM.YY", "%Y-%m-%d", "YYYY-MM-DD DD", "TT.MM.JJJJ"])
def test_other_patterns_are_not(pattern):
    assert not is_pattern(pattern)
