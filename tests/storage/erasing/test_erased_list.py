"""The list of what was erased, as a file."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.customers.kept_words import Erased
from desktop_cs.errors import ShopError
from desktop_cs.storage.erasing.erased_list import ErasedEntry, _sum_of, read_erased, united, write_erased
from desktop_cs.storage.file.data_folder import ERASED_FILE
from desktop_cs.storage.uuid7 import uuid7

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def entries():
    """Return a list with one entry of every sort."""
    return [
        ErasedEntry(what, uuid7(), NOW + timedelta(seconds=number), uuid7() if what is Erased.NAME else None)
        for number, what in enumerate(Erased)
    ]


def test_a_list_is_read_as_it_was_written(tmp_path, entries):
    write_erased(tmp_path, entries)
    assert read_erased(tmp_path) == entries
    assert [path.name for path in tmp_path.iterdir()] == [ERASED_FILE]


def test_no_list_is_an_empty_one(tmp_path):
    assert read_erased(tmp_path) == []


def test_it_holds_ids_and_moments_and_no_words(tmp_path, entries):
    write_erased(tmp_path, entries)
    told = json.loads((tmp_path / ERASED_FILE).read_bytes())
    assert set(told) == {"format", "sum", "erased"}
    for what, row_id, at, of_id, finished in told["erased"]:
        assert (what in set(Erased), len(row_id), len(of_id) in (0, 36), finished) == (True, 36, True, True)
        assert datetime.fromisoformat(at).tzinfo


def of_lines(lines):
    """Return a file with these lines and the check sum that fits them."""
    return json.dumps({"format": 1, "sum": _sum_of(lines), "erased": lines}).encode()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: b"",
        lambda content: content[:-3],
        lambda content: content.replace(b"customer", b"case", 1),
        lambda content: content.replace(b":1,", b":2,", 1),
        lambda content: b"[]",
        lambda content: b"[" * 50_000,
        lambda content: of_lines([1]),
        lambda content: of_lines([["customer", 1, "2026-11-23T09:30:00+00:00", "", True]]),
        lambda content: of_lines([["customer", str(uuid7()), "2026-11-23T09:30:00", "", True]]),
        lambda content: b"{}",
        lambda content: b"\xff\xfe",
    ],
)
def test_a_damaged_list_is_told_in_a_sentence_and_never_taken_for_an_empty_one(tmp_path, entries, spoil):
    write_erased(tmp_path, entries)
    path = tmp_path / ERASED_FILE
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(ShopError, match="damaged"):
        read_erased(tmp_path)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path, entries):
    with pytest.raises(ShopError, match="Nothing was erased"):
        write_erased(tmp_path / "nowhere", entries)


def test_several_lists_are_one_in_the_order_of_time(entries):
    assert united(entries[3:], entries[:4]) == entries


def test_what_is_not_finished_anywhere_stays_unfinished(entries):
    from dataclasses import replace

    begun = [replace(entry, finished=False) for entry in entries]
    assert united(entries, begun) == begun
    assert united(begun, entries) == begun
