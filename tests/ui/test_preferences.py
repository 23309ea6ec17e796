"""What this PC remembers about its window."""

from datetime import date

import pytest

from desktop_cs.ui.preferences import Preferences


def test_everything_is_there_at_the_next_start(tmp_path):
    before = Preferences(tmp_path)
    before.language, before.scheme, before.text_size, before.person = "zh_CN", "dark", 1.25, "Tom"
    before.put_away("practice")
    before._file.sync()
    after = Preferences(tmp_path)
    assert (after.language, after.scheme, after.text_size, after.person) == ("zh_CN", "dark", 1.25, "Tom")
    assert after.is_put_away("practice")
    assert not after.is_put_away("another")


@pytest.mark.parametrize(
    ("key", "value", "attribute", "usual"),
    [
        ("language", "tlh", "language", ""),
        ("scheme", "pink", "scheme", "system"),
        ("text_size", "huge", "text_size", 1.0),
        ("text_size", "9", "text_size", 1.5),
        ("text_size", "0.1", "text_size", 0.9),
        ("geometry", "wide", "geometry", b""),
    ],
)
def test_what_somebody_wrote_into_the_file_by_hand_does_no_harm(tmp_path, key, value, attribute, usual):
    preferences = Preferences(tmp_path)
    preferences._file.setValue(key, value)
    assert getattr(preferences, attribute) == usual


def test_the_practice_shop_looks_like_the_shop(tmp_path):
    shop, practice = Preferences(tmp_path / "shop"), Preferences(tmp_path / "practice")
    shop.language, shop.scheme, shop.text_size = "zh_CN", "dark", 1.25
    practice.take_look_of(shop)
    assert (practice.language, practice.scheme, practice.text_size) == ("zh_CN", "dark", 1.25)


def test_the_day_of_a_rehearsal_is_remembered_and_nonsense_is_no_day(tmp_path):
    before = Preferences(tmp_path)
    assert before.rehearsed_on("cosmetics") is None
    before.note_rehearsed("cosmetics", date(2026, 11, 3))
    before._file.sync()
    assert Preferences(tmp_path).rehearsed_on("cosmetics") == date(2026, 11, 3)
    before._file.setValue("rehearsed/cosmetics", "last week")
    assert before.rehearsed_on("cosmetics") is None
