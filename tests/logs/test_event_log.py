"""The log holds ids and numbers, and nothing that anybody said."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from desktop_cs.clock import FixedClock
from desktop_cs.logs.event_log import LOGS, EventLog

CASE = UUID("0199aaaa-0000-7000-8000-000000000001")


@pytest.fixture
def log(tmp_path):
    """Return the log of a folder."""
    return EventLog(tmp_path, FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=UTC)))


def test_a_line_tells_when_what_and_the_ids(log):
    log.note("page.case", case=CASE, rows=3, other=None)
    assert log.last(10) == [f"2026-11-23T09:30:00Z page.case case={CASE} rows=3"]


@pytest.mark.parametrize("event", ["Mrs Stone", "page.case\nforged line", "", "Stone", "0207946", "page."])
def test_what_is_no_name_of_the_program_is_not_logged(log, event):
    with pytest.raises(ValueError, match="name of an event"):
        log.note(event)
    assert log.last(10) == []


@pytest.mark.parametrize("fact", ["Mrs Stone", b"x", 1.5, ["Stone"]])
def test_words_are_never_logged(log, fact):
    with pytest.raises(ValueError, match="only whole numbers and ids"):
        log.note("page.case", case=fact)
    assert log.last(10) == []


def test_old_files_go_and_the_newest_lines_stay(log, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop_cs.logs.event_log._MOST_BYTES", 200)
    for number in range(60):
        log.note("page.case", number=number)
    files = sorted(path.name for path in (tmp_path / LOGS).iterdir())
    assert files == ["desktop-cs.log", "desktop-cs.log.1", "desktop-cs.log.2"]
    assert all(path.stat().st_size < 260 for path in (tmp_path / LOGS).iterdir())
    assert log.last(3)[-1].endswith("number=59")
    assert [line.rpartition("=")[2] for line in log.last(5)] == ["55", "56", "57", "58", "59"]


def test_the_folder_is_for_this_account_alone(log, tmp_path):
    log.note("page.case")
    assert (tmp_path / LOGS).stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_the_work_goes_on(tmp_path):
    (tmp_path / "file").write_text("")
    log = EventLog(tmp_path / "file", FixedClock(datetime(2026, 11, 23, tzinfo=UTC)))
    log.note("page.case")
    assert log.last(10) == []
