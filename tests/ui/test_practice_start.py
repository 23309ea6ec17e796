"""The practice shop: invented people in a folder of their own, in a window of their own."""

import sys

import pytest

from desktop_cs.desk.desk import open_desk
from desktop_cs.errors import ShopError
from desktop_cs.ui import practice_start
from desktop_cs.ui.preferences import Preferences


def test_it_is_made_once_and_kept(shop, tmp_path):
    folder = practice_start.fill_practice_shop(tmp_path, shop.clock)
    assert folder == tmp_path / "practice"
    again = practice_start.fill_practice_shop(tmp_path, shop.clock)
    desk = open_desk(again, shop.clock)
    assert desk.settings.is_practice
    assert desk.storage.cases.count() == practice_start.CASES
    desk.close()


def test_it_starts_this_program_on_that_folder(tmp_path, monkeypatch):
    started = []

    def start(program, words, _beside):
        started.append((program, words))
        return True, 1

    monkeypatch.setattr(practice_start.QProcess, "startDetached", start)
    practice_start.start_window(tmp_path, Preferences(tmp_path))
    assert started == [(sys.executable, ["-m", "desktop_cs", "--data", str(tmp_path)])]


def test_a_start_that_fails_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(practice_start.QProcess, "startDetached", lambda *_args: (False, 0))
    with pytest.raises(ShopError, match="practice shop could not be opened"):
        practice_start.start_window(tmp_path, Preferences(tmp_path))


def test_the_window_says_all_the_time_that_it_is_practice(window):
    assert window.top.spoken_practice == ""
    window.top.set_practice(practice=True)
    assert window.top.spoken_practice == "Practice shop"
