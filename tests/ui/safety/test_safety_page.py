"""The safety page: the answer, what each row tells and does, the way to a backup and to a new PC."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop_cs.desk.casework import Intake
from desktop_cs.desk.kept import kept_in
from desktop_cs.desk.second_place import FOLDER
from desktop_cs.errors import DamagedError, ShopError
from desktop_cs.shop.staff import Role
from desktop_cs.storage.copying.manifest import read_backup, write_manifest
from desktop_cs.storage.copying.safety_record import write_record
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.safety import figures_view, overview

PATIENCE_MS = 20_000


def nobody(_share):
    """Tell nobody how far it is."""


@pytest.fixture
def manager(shop):
    """Let Mara act."""
    shop.actor = next(one for one in shop.shop.staff() if one.role is Role.MANAGER)
    return shop


@pytest.fixture
def page(window, taken):
    window.go("safety")
    return window.pages.page()


@pytest.fixture
def choose(monkeypatch):
    def chosen(folder):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_about: str(folder or ""))

    return chosen


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def wait(qtbot, window):
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=PATIENCE_MS)


def press(page, row):
    page.overview.rows[row].button.click()


def test_one_sentence_says_how_safe_the_data_is(page):
    assert page.overview.answer.sentence.text() == "The shop’s data is not backed up yet."
    assert "None yet" in page.overview.rows["backup"].told


def test_whoever_comes_back_to_the_page_sees_its_sentence_first(window, page):
    window.resize(1000, 500)
    bar = page._areas[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.load()
    assert bar.value() == 0


def test_records_that_cannot_be_read_are_called_damaged_and_the_ways_out_are_there(
    qtbot, shop, page, monkeypatch
):
    shop.safety.back_up(nobody)

    def damaged(*_about):
        raise DamagedError("The records are damaged.")

    monkeypatch.setattr(type(shop.storage.later), "after", damaged)
    page.load()
    assert page.overview.answer.sentence.text() == "The shop’s data is damaged and needs you today."
    rows = page.overview.rows
    assert rows["salvage"].isVisible()
    top = {name: lambda row=row: row.mapTo(page, QPoint()).y() for name, row in rows.items()}
    qtbot.waitUntil(lambda: top["restore"]() < top["salvage"]() < top["backup"]())
    page.focus_first()
    assert page.focusWidget() is rows["restore"].button
    assert "1 problem was found." in page.overview.rows["check"].told
    assert "1 backup beside the data." in page.overview.rows["backup"].told
    assert "holds everything" not in page.overview.rows["backup"].told  # nobody can know


def test_a_second_place_that_is_away_is_told_with_the_backup(qtbot, window, page, shop, stick):
    record = shop.safety.record
    write_record(shop.storage.folder, replace(record, second_place=str(stick / "pulled out")))
    press(page, "backup")
    wait(qtbot, window)
    assert "The second place cannot be reached now" in said(window.toast)


def test_a_backup_is_made_and_told_on_its_row(qtbot, window, page, shop):
    press(page, "backup")
    assert page.overview.progress.isVisible()
    assert not page.overview.rows["check"].button.isEnabled()
    wait(qtbot, window)
    assert not page.overview.progress.isVisible()
    assert "1 backup beside the data. The newest holds everything." in page.overview.rows["backup"].told
    assert "today, 14:00" in page.overview.rows["backup"].told
    assert "made and checked" in said(window.toast)
    assert len(shop.safety.here()) == 1


def test_a_backup_that_is_stopped_says_so_and_leaves_nothing(qtbot, window, page, shop):
    press(page, "backup")
    page.overview.progress.stop.click()
    wait(qtbot, window)
    if shop.safety.here() == []:
        assert "Stopped" in said(window.notices)
    assert page.overview.rows["backup"].button.isEnabled()


def test_the_second_place_is_chosen_and_has_a_backup_at_once(qtbot, window, manager, page, choose, stick):
    choose(stick)
    press(page, "second")
    wait(qtbot, window)
    assert len(kept_in(stick / FOLDER)) == 1
    assert str(stick) in page.overview.rows["second"].told
    assert page.overview.rows["second"].button.text() == "Choose another place…"


def test_a_second_place_that_got_no_backup_is_not_taken_for_one(
    qtbot, window, manager, page, choose, stick, monkeypatch
):
    shut = ShopError("There is no room on the stick.")
    monkeypatch.setattr(manager.safety, "_save_second", Mock(side_effect=shut))
    choose(stick)
    press(page, "second")
    wait(qtbot, window)
    assert "no room on the stick" in said(window.notices)
    assert "it lies nowhere else" in page.overview.answer.sentence.text()
    assert "nothing lies there yet" in page.overview.rows["second"].told


def test_whoever_is_no_manager_is_told_who_chooses_the_place(window, page, choose, stick):
    choose(stick)
    press(page, "second")
    assert "Only a manager" in said(window.notices)
    assert "Mara Bell" in said(window.notices)
    assert list(stick.iterdir()) == []


def test_no_place_chosen_changes_nothing(window, manager, page, choose):
    choose(None)
    press(page, "second")
    assert not page.overview.progress.isVisible()
    assert manager.safety.record.second_place == ""


def test_a_check_and_a_trial_say_that_all_is_sound(qtbot, window, page, shop):
    shop.safety.back_up(nobody)
    press(page, "check")
    wait(qtbot, window)
    assert "sound" in page.overview.rows["check"].told
    press(page, "drill")
    wait(qtbot, window)
    assert "came back whole" in page.overview.rows["drill"].told
    assert "came back whole" in said(window.toast)


def test_a_damaged_backup_is_the_answer_and_what_was_found_stands_below_it(qtbot, window, page, shop):
    shop.safety.back_up(nobody)
    (kept,) = shop.safety.here()
    content = bytearray((kept.folder / "shop.db").read_bytes())
    content[len(content) // 2] ^= 1
    (kept.folder / "shop.db").write_bytes(content)
    press(page, "check")
    wait(qtbot, window)
    assert "the newest backup could not be brought back" in page.overview.answer.sentence.text()
    assert page.overview.answer.property("card") == "danger"
    assert "Make a new backup now" in said(page.overview.answer)
    assert not page.overview.rows["salvage"].isVisible()


def test_damaged_records_offer_to_save_what_can_be_read(qtbot, window, manager, page, monkeypatch):
    monkeypatch.setattr(manager.safety, "check_everything", lambda _progress: _damaged(manager))
    press(page, "check")
    wait(qtbot, window)
    assert page.overview.answer.sentence.text() == "The shop’s data is damaged and needs you today."
    assert "Nothing was deleted." in said(page.overview.answer)
    assert "Page 7 is damaged." in said(page.overview.answer)
    with qtbot.waitSignal(window.salvage_wanted):
        press(page, "salvage")


def _damaged(desk):
    """Note one problem as a check does, and return it."""
    write_record(desk.storage.folder, replace(desk.safety.record, check_problems=1))
    return ["Page 7 is damaged."]


def test_a_week_without_a_second_place_is_said_calmly(window, shop, taken):
    shop.safety.back_up(nobody)
    for chore in ("check", "drill"):
        {"check": shop.safety.check_everything, "drill": shop.safety.try_out}[chore](nobody)
    shop.clock.moment += timedelta(days=7)
    window.go("safety")
    page = window.pages.page()
    assert "it lies nowhere else" in page.overview.answer.sentence.text()
    assert page.overview.answer.property("card") == "warn"


@pytest.mark.parametrize("place", ["keys", "trail", "erasing"])
def test_buttons_lead_to_what_has_a_page_of_its_own(qtbot, page, place):
    page.went.disconnect()
    with qtbot.waitSignal(page.went) as went:
        press(page, place)
    assert went.args == [place, None]


def test_going_back_says_what_goes_and_what_stays_before_anything_is_done(qtbot, window, manager, page):
    manager.safety.back_up(nobody)
    manager.casework.take(Intake("Iron drips", who="Tom"))
    press(page, "restore")
    wait(qtbot, window)
    (row,) = page.backups.list.rows
    assert "1 case · 1 customer · 0 letters" in row.told
    row.button.click()
    panel = page.backups.panel
    assert "1 case that was taken since" in panel.lost.text()
    assert "before-restore" in said(panel)
    assert panel.act.text() == "Restore the backup: today, 14:00"
    with qtbot.waitSignal(window.bring_back_wanted) as wanted:
        panel.act.click()
    assert wanted.args[0].backup == manager.safety.here()[0].folder


def test_esc_leaves_everything_as_it_is(qtbot, window, manager, page):
    manager.safety.back_up(nobody)
    press(page, "restore")
    wait(qtbot, window)
    page.backups.list.rows[0].button.click()
    QTest.keyClick(page.backups.panel, Qt.Key.Key_Escape)
    assert page.backups.panel is None
    assert window.pages.place == "safety"


def test_whoever_is_no_manager_is_told_so_before_the_question(qtbot, window, page, shop):
    shop.safety.back_up(nobody)
    press(page, "restore")
    wait(qtbot, window)
    page.backups.list.rows[0].button.click()
    assert page.backups.panel is None
    assert "Only a manager" in said(window.notices)


def test_a_damaged_backup_is_named_and_offers_no_way_back(qtbot, window, manager, page):
    manager.safety.back_up(nobody)
    (manager.safety.here()[0].folder / "manifest.json").unlink()
    press(page, "restore")
    wait(qtbot, window)
    (row,) = page.backups.list.rows
    assert "cannot be gone back to" in row.told
    assert not row.button.isVisible()


def test_a_backup_of_another_shop_is_named_and_offers_no_way_back(qtbot, window, manager, page):
    manager.safety.back_up(nobody)
    backup = read_backup(manager.safety.here()[0].folder)
    write_manifest(replace(backup, shop_id=uuid7()))
    press(page, "restore")
    wait(qtbot, window)
    (row,) = page.backups.list.rows
    assert "Another shop’s" in row.told
    assert not row.button.isVisible()


def test_a_stick_from_the_drawer_shows_its_backups_and_one_of_them_is_gone_back_to(
    qtbot, window, manager, page, choose, stick
):
    manager.safety.save_to(stick, nobody)
    choose(stick)
    press(page, "restore")
    wait(qtbot, window)
    assert page.backups.list.rows == []
    page.backups.stick.click()
    wait(qtbot, window)
    (row,) = page.backups.list.rows
    assert "On the stick" in said(row)
    row.button.click()
    with qtbot.waitSignal(window.bring_back_wanted) as wanted:
        page.backups.panel.act.click()
    assert wanted.args[0].backup.parent == stick


def test_a_stick_without_backups_says_so_and_no_stick_changes_nothing(
    qtbot, window, manager, page, choose, stick
):
    manager.safety.back_up(nobody)
    press(page, "restore")
    wait(qtbot, window)
    choose(None)
    page.backups.stick.click()
    assert len(page.backups.list.rows) == 1
    choose(stick)
    page.backups.stick.click()
    wait(qtbot, window)
    assert page.backups.list.rows == []
    assert "No whole backup of this program lies there" in said(page.backups)


def test_moving_saves_everything_to_a_stick(qtbot, window, manager, page, choose, stick):
    choose(stick)
    press(page, "move")
    page.move_away.save.click()
    wait(qtbot, window)
    assert len(kept_in(stick / FOLDER)) == 1
    assert str(Path(stick) / FOLDER) in page.move_away.told.text()
    page.move_away.back.click()
    assert page.overview.isVisible()


def test_every_control_has_a_name(page, window, unnamed):
    assert unnamed(window) == []


def test_the_figures_of_the_tests_are_shown_as_a_table_where_there_are_any(
    window, taken, tmp_path, monkeypatch
):
    file = tmp_path / "figures.md"
    table = "| kills | lost |\n|---|---:|\n| 10,000 | 0 <img src='x.png'> |\n"
    file.write_text(f"# Figures\n\n{table}", encoding="utf-8")
    for module in (figures_view, overview):
        monkeypatch.setattr(module, "figures_file", lambda: file)
    window.go("safety")
    page = window.pages.page()
    press(page, "figures")
    shown = page.figures.text.toPlainText()
    assert shown.split("\n")[:4] == ["Figures", "kills", "lost", "10,000"]
    assert "|" not in shown
    assert "<img src='x.png'>" in shown  # whatever stands in it, nothing is fetched
    page.figures.back.click()
    assert page.overview.isVisible()


def test_the_figures_are_told_in_the_language_of_the_window_where_they_were_written_in_it(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(figures_view, "resources_dir", lambda: tmp_path)
    english, chinese = (tmp_path / "help" / lang / "safety_figures.md" for lang in ("", "zh_CN"))
    chinese.parent.mkdir(parents=True)
    monkeypatch.setattr(figures_view, "language_in_use", lambda: "zh_CN")
    assert figures_view.figures_file() == english
    chinese.write_text("# 数据", encoding="utf-8")
    assert figures_view.figures_file() == chinese
    monkeypatch.setattr(figures_view, "language_in_use", lambda: "en")
    assert figures_view.figures_file() == english


def test_without_figures_none_are_offered(window, taken, tmp_path, monkeypatch):
    monkeypatch.setattr(overview, "figures_file", lambda: tmp_path / "none")
    window.go("safety")
    assert not window.pages.page().overview.rows["figures"].isVisible()


def test_whoever_signed_in_as_manager_gets_out_of_records_that_say_nothing_any_more(
    qtbot, window, manager, page, monkeypatch
):
    manager.safety.back_up(nobody)
    clerk = next(one for one in manager.shop.staff() if not one.is_manager)

    def damaged(*_about):
        raise DamagedError("The records are damaged.")

    for store, name in ((manager.storage.shop, "staff"), (manager.storage.later, "after")):
        monkeypatch.setattr(type(store), name, damaged)
    page.load()
    with qtbot.waitSignal(window.salvage_wanted):
        press(page, "salvage")
    press(page, "restore")
    page.backups.list.rows[0].button.click()
    with qtbot.waitSignal(window.bring_back_wanted):
        page.backups.panel.act.click()
    manager.actor = clerk
    with pytest.raises(DamagedError):
        manager.safety.allow_restore()
