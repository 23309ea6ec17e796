"""Keeping the data safe by itself: only while nobody works, told only where a person is needed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_cs.customers.kept_words import Erased
from desktop_cs.desk.bringing_back import Brought
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.safety_today import Level
from desktop_cs.errors import DamagedError, ShopError
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.erasing.erased_list import ErasedEntry, write_erased
from desktop_cs.ui.keeping_safe import PATIENCE_SECONDS, QUIET_SECONDS, KeepingSafe

PATIENCE_MS = 20_000


class Steady:
    """A clock that only goes forward, when it is told to."""

    seconds = 0.0


@pytest.fixture
def steady():
    return Steady()


@pytest.fixture
def keeping(window, taken, steady):
    made = KeepingSafe(window.acts, window, lambda: steady.seconds)
    made.watch(window)
    return made


@pytest.fixture
def look(qtbot, window, keeping):
    def wait():
        qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=PATIENCE_MS)

    def looked():
        wait()
        keeping.look()
        wait()

    return looked


def said(window):
    return " ".join(label.text() for label in window.notices.findChildren(QLabel) if label.isVisible())


def test_what_is_due_is_done_while_nobody_works(shop, look, steady):
    steady.seconds = QUIET_SECONDS
    look()
    assert len(shop.safety.here()) == 1
    record = shop.safety.record
    assert (record.check_at, record.drill_at) == (None, None)
    look()
    record = shop.safety.record
    assert (record.check_at, record.drill_at) == (shop.clock.now(), shop.clock.now())
    look()
    assert len(shop.safety.here()) == 1


def test_nothing_is_done_while_somebody_works(shop, window, look, steady):
    steady.seconds = QUIET_SECONDS - 1
    look()
    assert shop.safety.here() == []
    steady.seconds = QUIET_SECONDS
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    look()
    assert shop.safety.here() == []


def test_after_half_an_hour_it_is_done_all_the_same(shop, window, look, steady):
    steady.seconds = PATIENCE_SECONDS
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    look()
    assert len(shop.safety.here()) == 1


@pytest.mark.parametrize("place", ["new_case", "express"])
def test_nothing_is_done_while_a_customer_stands_there(shop, window, look, steady, place):
    window.go(place)
    steady.seconds = PATIENCE_SECONDS
    look()
    assert shop.safety.here() == []


def test_a_second_place_that_is_missing_is_told_once_a_day_with_the_way_there(shop, window, look, steady):
    steady.seconds = QUIET_SECONDS
    shop.clock.moment += timedelta(days=8)
    look()
    assert "lies nowhere else" in said(window)
    window.notices.clear()
    look()
    assert said(window) == ""
    shop.clock.moment += timedelta(days=1)
    look()
    assert "lies nowhere else" in said(window)
    window.notices.findChild(QLabel).parent().wanted.emit()
    assert window.pages.place == "safety"


def test_a_backup_that_fails_is_told_in_its_own_words(shop, window, look, steady):
    steady.seconds = QUIET_SECONDS
    (shop.storage.folder / "copies").write_text("a file in the way", encoding="utf-8")
    look()
    assert "could not be made" in said(window)
    window.notices.clear()
    look()
    assert said(window) == ""


def test_a_full_disk_here_keeps_nothing_from_the_stick(shop, window, look, steady, tmp_path):
    with shop.in_the_name_of(next(one for one in shop.shop.staff() if one.is_manager)):
        place = shop.safety.choose_second_place(tmp_path)
    steady.seconds = QUIET_SECONDS
    (shop.storage.folder / "copies").write_text("a file in the way", encoding="utf-8")
    look()
    assert "could not be made" in said(window)
    assert len(backups_in(place)) == 1


def test_what_was_brought_back_is_told_as_soon_as_somebody_is_let_in(shop, window, keeping):
    window.entrance.close()
    keeping.tell_brought(Brought(shop.clock.now(), shop.storage.folder / "nothing was there"))
    assert "again" not in said(window)
    window.entrance.let_in(shop.actor)
    assert "The shop’s records are as of" in said(window)


@pytest.mark.parametrize("was_locked", [False, True])
def test_it_is_told_when_each_start_asks_for_the_pass_phrase_of_a_backup(shop, window, keeping, was_locked):
    brought = Brought(shop.clock.now(), shop.storage.folder / "nothing was there")
    keeping.tell_brought(brought, was_locked=was_locked)
    assert ("each start asks for the pass phrase" in said(window)) is was_locked


def test_files_that_did_not_come_with_a_backup_are_told_with_it(shop, window, keeping):
    keeping.tell_brought(Brought(shop.clock.now(), shop.storage.folder / "nothing was there", missing=2))
    assert "2 pictures and files of cases were not with the backup." in said(window)


def test_a_practice_shop_is_left_alone(shop, window, look, steady):
    with shop.storage.transaction(None):
        shop.storage.shop.save_settings(replace(shop.settings, is_practice=True))
    shop.forget_settings()
    shop.clock.moment += timedelta(days=30)
    steady.seconds = QUIET_SECONDS
    look()
    assert shop.safety.here() == []
    assert said(window) == ""


def test_closing_stops_a_long_check(qtbot, shop, window, keeping, steady, monkeypatch):
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=PATIENCE_MS)
    steady.seconds = QUIET_SECONDS
    told = []

    def slow(_chore, progress):
        keeping.stop()
        told.append("begun")
        progress(0.5)
        told.append("went on")

    monkeypatch.setattr(shop.safety, "do", slow)
    keeping.look()
    window.acts.finish_slow()
    assert told == ["begun"]


def test_a_new_change_is_saved_within_the_hour(shop, look, steady):
    steady.seconds = QUIET_SECONDS
    look()
    shop.casework.take(Intake("Iron drips", who="Tom"))
    shop.clock.moment += timedelta(hours=1)
    look()
    assert shop.safety.later(shop.safety.newest()).changes == 0
    assert len(shop.safety.here()) == 2


def test_an_erasing_that_was_cut_short_is_finished_while_nobody_works(shop, taken, look, steady):
    erased = ErasedEntry(Erased.CASE, taken.id, shop.clock.now(), finished=False)
    write_erased(shop.storage.folder, [erased])
    steady.seconds = QUIET_SECONDS
    look()
    assert shop.erasing.finish()
    assert shop.storage.cases.by_id(taken.id).who == "(erased)"


def test_damage_that_somebody_meets_while_working_is_remembered(shop, window, keeping):
    window.acts.refused.emit(ShopError("The disk is full."))
    assert shop.safety.record.check_problems == 0
    window.acts.refused.emit(DamagedError("The shop's records are damaged."))
    assert shop.safety.record.check_problems == 1
    assert shop.safety.today().level is Level.DANGER
