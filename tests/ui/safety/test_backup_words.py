"""How backups read."""

from datetime import UTC, datetime

import pytest

from desktop_cs.ui.safety.backup_words import content_words, lost_words, moment_words, size_words

NOW = datetime(2026, 11, 23, 18, 5, tzinfo=UTC)


def test_today_is_called_so_and_any_other_day_by_its_date():
    assert moment_words(datetime(2026, 11, 23, 9, 5, tzinfo=UTC), NOW) == "today, 09:05"
    assert moment_words(datetime(2026, 11, 3, 14, 0, tzinfo=UTC), NOW) == "3 Nov 2026, 14:00"


def test_what_is_in_a_backup_is_counted():
    counts = {"recovery_case": 1, "customer": 2, "trail": 99}
    assert content_words(counts, 1_440_000) == "1 case · 2 customers · 0 letters · 1.4 MB"


@pytest.mark.parametrize(
    ("size", "words"), [(40_000, "0 MB"), (960_000, "1 MB"), (1_234_567_890, "1,235 MB")]
)
def test_sizes_are_rounded_as_people_say_them(size, words):
    assert size_words(size) == words


def test_what_would_be_lost_is_said_plainly():
    assert lost_words(0, 0) == "Nothing was changed since then, so nothing is lost."
    assert lost_words(1, 0) == "1 change since then would be gone."
    assert lost_words(9, 2).endswith("With them 2 cases that were taken since.")
