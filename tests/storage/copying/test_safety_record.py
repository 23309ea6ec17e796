"""What was done for the safety of the records."""

from datetime import UTC, datetime

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.copying.safety_record import RECORD_FILE, SafetyRecord, read_record, write_record

DONE = SafetyRecord("E:\\backups", datetime(2026, 11, 23, 9, 30, tzinfo=UTC), None, 0, None, 2)


def test_what_is_written_is_read(tmp_path):
    write_record(tmp_path, DONE)
    assert read_record(tmp_path) == DONE
    assert [path.name for path in tmp_path.iterdir()] == [RECORD_FILE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "\x00",
        '{"second_at": "yesterday"}',
        '{"check_problems": 3.x}',
        '{"drill_problems": 1e999}',
        "[" * 50_000,
    ],
)
def test_a_damaged_record_tells_of_nothing(tmp_path, text):
    (tmp_path / RECORD_FILE).write_text(text)
    assert read_record(tmp_path) == SafetyRecord()


def test_a_moment_without_its_zone_is_damage(tmp_path):
    (tmp_path / RECORD_FILE).write_text('{"drill_at": "2026-11-23T09:30:00"}')
    assert read_record(tmp_path) == SafetyRecord()


def test_a_record_of_a_later_program_is_read_as_far_as_it_is_known(tmp_path):
    (tmp_path / RECORD_FILE).write_text('{"second_place": "stick", "colour": "blue"}')
    assert read_record(tmp_path) == SafetyRecord("stick")


def test_a_folder_that_is_gone_is_a_sentence(tmp_path):
    with pytest.raises(ShopError, match="cannot be written to"):
        write_record(tmp_path / "gone", DONE)
