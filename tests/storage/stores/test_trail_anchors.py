"""Anchors: as files, and as people compare them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.storage.stores.trail_anchors import (
    ANCHORS_FILE,
    CLOSING,
    Anchor,
    date_back,
    digit_groups,
    keep_anchor,
    read_anchors,
    typed_anchor,
)

HEAD = "5f" * 32


def test_a_head_is_eight_groups_of_four_digits():
    groups = digit_groups(HEAD).split(" ")
    assert [len(group) for group in groups] == [4] * 8
    assert digit_groups("00" * 32) == " ".join(["0000"] * 8)
    assert digit_groups(HEAD) != digit_groups("5e" + HEAD[2:])


@pytest.mark.parametrize("between", [" · ", "\n", " entries, ends with: ", "，"])
def test_what_is_typed_from_a_print_is_understood(between):
    assert typed_anchor(f"1,234{between}{digit_groups(HEAD)}") == (1234, digit_groups(HEAD))
    assert typed_anchor(f"12{between}{digit_groups(HEAD).replace(' ', '-')}") == (12, digit_groups(HEAD))


def test_full_width_digits_are_digits():
    wide = str.maketrans("0123456789", "".join(chr(0xFF10 + digit) for digit in range(10)))
    assert typed_anchor(f"7 {digit_groups(HEAD)}".translate(wide)) == (7, digit_groups(HEAD))


@pytest.mark.parametrize("text", ["", "twelve", "12", digit_groups(HEAD), "3" + digit_groups(HEAD)[:-1]])
def test_too_few_digits_are_no_anchor(text):
    assert typed_anchor(text) is None


def test_more_digits_than_any_trail_has_entries_are_no_anchor():
    assert typed_anchor("9" * 5_000 + digit_groups(HEAD)) is None


def test_anchors_are_kept_in_the_folder_the_newest_last(tmp_path, now):
    first, second = Anchor(1, HEAD, now, CLOSING), Anchor(2, "aa" * 32, now, CLOSING)
    assert keep_anchor(tmp_path, first)
    assert keep_anchor(tmp_path, second)
    assert keep_anchor(tmp_path, second)  # nothing new to keep
    assert read_anchors(tmp_path) == [first, second]


def test_spoiled_lines_are_passed_over(tmp_path, now):
    keep_anchor(tmp_path, Anchor(1, HEAD, now, CLOSING))
    file = tmp_path / ANCHORS_FILE
    file.write_text(
        file.read_text() + '{"count": 2}\nnot json\n[]\n{"count":1,"head":"zz","at":"2026-01-01"}\n'
    )
    made_up = f'{{"count":COUNT,"head":"{HEAD}","at":"2026-01-01T09:00:00ZONE","where":"closing"}}\n'
    file.write_text(
        file.read_text()
        + made_up.replace("COUNT", "2").replace("ZONE", "")
        + made_up.replace("COUNT", "1e999").replace("ZONE", "+00:00")
        + "[" * 50_000
    )
    assert [one.count for one in read_anchors(tmp_path)] == [1]
    file.write_bytes(b"\xff\xfe\x00")
    assert read_anchors(tmp_path) == []


def test_only_so_many_are_kept(tmp_path, now, monkeypatch):
    monkeypatch.setattr("desktop_cs.storage.stores.trail_anchors._KEPT", 3)
    for count in range(1, 6):
        keep_anchor(tmp_path, Anchor(count, HEAD, now, CLOSING))
    assert [one.count for one in read_anchors(tmp_path)] == [3, 4, 5]


def test_no_anchor_is_of_a_time_to_come_once_that_is_known(tmp_path, now):
    ahead, past = Anchor(2, HEAD, now + timedelta(days=9), CLOSING), Anchor(1, "aa" * 32, now, CLOSING)
    keep_anchor(tmp_path, past)
    keep_anchor(tmp_path, ahead)
    assert date_back(tmp_path, now)
    assert read_anchors(tmp_path) == [past, replace(ahead, at=now)]


def test_where_nothing_can_be_written_the_work_goes_on(tmp_path, now):
    assert not keep_anchor(tmp_path / "gone", Anchor(1, HEAD, now, CLOSING))
