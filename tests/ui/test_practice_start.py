"""The practice shop: invented people in a folder of their own, in a window of their own."""

import sys

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop_cs import places
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.practice import make_practice_shop
from desktop_cs.errors import ShopError, UserError
from desktop_cs.ui import practice_start
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.main_window import MainWindow
from desktop_cs.ui.practice_band import PracticeBand
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


def contents(folder):
    """Return what lies in a data folder outside its practice shop: bytes and time of writing, by path."""
    return {
        path.relative_to(folder): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and places.practice_dir(folder) not in path.parents
    }


def test_opening_the_practice_shop_and_working_in_it_writes_nothing_beside_the_real_records(shop):
    real = shop.storage.folder
    shop.close()
    before = contents(real)
    assert any(path.suffix == ".db" for path in before)
    desk = open_desk(practice_start.fill_practice_shop(real, shop.clock), shop.clock)
    desk.actor = desk.shop.staff()[0]
    desk.casework.take(Intake("A kettle that drips", "Mr Nobody"))
    desk.close()
    Preferences(places.practice_dir(real)).take_look_of(Preferences(real))
    assert contents(real) == before


def test_a_real_folder_never_becomes_a_practice_shop(shop):
    with pytest.raises(UserError, match="holds a real shop"):
        make_practice_shop(shop, 3, seed=1)
    assert shop.storage.cases.count() == 0


def test_every_page_of_the_practice_shop_is_marked_and_none_of_a_real_one(shop, tmp_path, window):
    assert window.findChildren(PracticeBand) == []
    desk = open_desk(practice_start.fill_practice_shop(tmp_path, shop.clock), shop.clock)
    desk.actor = desk.shop.staff()[0]
    actions = Actions(desk)
    practice = MainWindow(Preferences(tmp_path / "practice"))
    practice.show()
    practice.take_over(actions)
    (band,) = practice.findChildren(PracticeBand)
    for place in ("today", "cases", "customers", "reports", "settings", "new_case", "rehearsal"):
        practice.go(place)
        assert practice.pages.place == place
        assert band.isVisible()
    assert "Practice" in band.accessibleName()
    assert "Practice" in practice.windowTitle()
    practice.pages.leave()
    actions.finish_slow()
    practice.hide()
    practice.deleteLater()
    QApplication.sendPostedEvents(practice, QEvent.Type.DeferredDelete.value)  # else its timers read on
    desk.close()
