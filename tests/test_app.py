"""The program as a whole: how it starts, what it says when it cannot, how it changes its language."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel

from desktop_cs import i18n
from desktop_cs.app import App
from desktop_cs.cases.steps import Step
from desktop_cs.clock import FixedClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.errors import ShopError
from desktop_cs.shop.staff import Role
from desktop_cs.storage.file.window_lock import WindowLock
from desktop_cs.ui.safety.locking_view import LockingView

NOW = datetime(2026, 11, 3, 14, 0, tzinfo=UTC)
PATIENCE_SECONDS = 60


@pytest.fixture
def folder(tmp_path):
    """Return the data folder of a shop with one case and two people."""
    desk = open_desk(tmp_path / "shop", FixedClock(NOW))
    desk.actor = desk.shop.add_staff("Mara Bell", Role.MANAGER, "2580").value
    tom = desk.shop.add_staff("Tom Reed", Role.COUNTER, "1470").value
    settings = desk.settings
    desk.shop.save_settings(type(settings)(name="Corner Shop"))
    desk.actor = tom
    desk.casework.take(Intake("Kettle leaks", who="Nina"))
    desk.close()
    return tmp_path / "shop"


@pytest.fixture
def start(qapp):
    """Return a function that starts the program on a folder, as far as its window and the data behind it."""
    started = []

    def begun(folder, lock=None):
        app = App(qapp, folder, "2026-11-03T15:10", lock)
        started.append(app)
        app.window.show()
        app.open_data()
        qapp.processEvents()
        return app

    yield begun
    for app in started:
        app.window.hide()
        app.close()
        app.window.deleteLater()
        app.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    i18n.use_language("en", None)


@pytest.fixture
def begin(start):
    """Return a function that starts the program, and lets the first person in."""

    def signed_in(folder):
        app = start(folder)
        app.window.entrance.let_in(app.desk.shop.staff()[0])
        return app

    return signed_in


def said(window):
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_a_shop_opens_with_its_people_and_shows_today_to_whoever_signs_in(qtbot, start, folder):
    app = start(folder)
    assert app.desk.actor is None
    assert not app.window.inside.isVisible()
    assert "Who is here?" in said(app.window)
    assert "Nina" not in said(app.window)
    view = app.window.entrance.view
    view.choose(next(tile.staff.id for tile in view.tiles if tile.staff.name == "Tom Reed"))
    view.proof.card.field.setText("1470")
    QTest.keyClick(view.proof.card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not app.window.is_covered, timeout=20_000)
    assert (app.desk.actor.name, app.window.pages.place) == ("Tom Reed", "today")
    assert app.window.inside.isVisible()
    app.close()
    again = start(folder)
    assert again.desk.actor is None
    assert again.window.entrance.view.chosen.name == "Tom Reed"


def test_a_new_folder_begins_with_the_first_run(start, tmp_path):
    assert start(tmp_path / "new").window.pages.place == "first_run"


def test_damaged_records_are_said_in_the_window_and_nothing_else_works(start, folder, capsys):
    records = folder / "shop.db"
    records.write_bytes(b"\0" * records.stat().st_size)
    app = start(folder)
    assert app.window.failed.isVisible()
    assert app.window.pages is None
    assert not app.window.navigation.isVisible()
    app.window.go("new_case")
    assert "Traceback" not in said(app.window) + capsys.readouterr().err


def test_a_folder_that_is_none_is_said_and_can_be_tried_again(start, tmp_path):
    place = tmp_path / "shop"
    place.write_text("a file")
    app = start(place, WindowLock(place))
    assert "is a file, not a folder" in said(app.window)
    place.unlink()
    app.window.failed.try_again.click()
    assert app.window.pages.place == "first_run"


def test_an_unforeseen_fault_leaves_a_report_and_the_window_stands(begin, folder, capsys):
    app = begin(folder)
    fault = ZeroDivisionError("Mrs Fallon")
    app.report(type(fault), fault, None)
    (report,) = (folder / "reports").iterdir()
    assert "ZeroDivisionError" in report.read_text("utf-8")
    assert "Fallon" not in report.read_text("utf-8")
    assert "Something unforeseen happened" in said(app.window)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_another_language_rebuilds_the_window_and_keeps_place_and_draft(begin, folder):
    app = begin(folder)
    case = app.desk.storage.cases.get(1)
    app.window.go("case", case.id)
    page = app.window.pages.page()
    page.go_to(Step.REVIEW)
    QTest.keyClicks(page.frame.pane.view().editor("product"), "Kettle 2")
    page.frame.pane.type_in(Step.REVIEW, {"product": "Kettle 2"})
    app.preferences.language = "zh_CN"
    app.rebuild()
    again = app.window.pages.page()
    assert again is not page
    assert again.subject().step is Step.REVIEW
    assert again.frame.pane.view().raw_answers()["product"] == "Kettle 2"
    assert "了解情况" in again.frame.rail.item(Step.REVIEW).text()


def test_buttons_and_menus_that_qt_makes_speak_the_language_of_the_window(begin, folder):
    def save():
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save)
        return box.buttons()[0].text()

    app = begin(folder)
    for language, words in (("en", "Save"), ("zh_CN", "保存"), ("en", "Save")):
        app.preferences.language = language
        app.rebuild()
        assert save() == words


def test_the_practice_shop_is_opened_in_a_window_of_its_own(qtbot, start, folder, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "desktop_cs.ui.practice_start.start_window", lambda folder, _like: opened.append(folder)
    )
    app = start(folder)
    app.window.practice_wanted.emit()
    qtbot.waitUntil(lambda: opened == [folder / "practice"], timeout=30_000)


def test_a_second_start_on_the_same_data_ends_at_once_and_well(folder):
    words = [sys.executable, "-m", "desktop_cs", "--data", str(folder)]
    calm = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(words, env=calm, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as first:
        try:
            until = time.monotonic() + PATIENCE_SECONDS
            while not (folder / "window.call").exists() and time.monotonic() < until:
                assert first.poll() is None
            second = subprocess.run(
                words, env=calm, capture_output=True, timeout=PATIENCE_SECONDS, check=False
            )
            assert (second.returncode, second.stderr) == (0, b"")
            assert (folder / "window.call").read_bytes() == b"."
            assert first.poll() is None
        finally:
            first.terminate()


def mark_of(folder):
    return folder / "running.json"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_program_that_the_system_ends_has_closed_its_records_and_has_not_crashed(folder, name):
    words = [sys.executable, "-m", "desktop_cs", "--data", str(folder)]
    calm = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(words, env=calm, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as program:
        until = time.monotonic() + PATIENCE_SECONDS
        while not mark_of(folder).exists() and time.monotonic() < until:
            assert program.poll() is None
        program.send_signal(getattr(signal, name))
        said = program.communicate(timeout=PATIENCE_SECONDS)[0]
    assert (program.returncode, said) == (0, b"")
    assert not mark_of(folder).exists()
    assert not list((folder / "reports").glob("*"))
    assert not (folder / "shop.db-wal").exists()
    lock = WindowLock(folder)
    assert lock.take()
    lock.free()


def test_what_is_being_typed_as_the_system_ends_the_program_is_kept(begin_first, folder):
    app = begin_first(folder)
    case = app.desk.storage.cases.get(1)
    QTest.keyClicks(words_of(app, case), "I am sorry")
    assert app.desk.safety.wants_last_backup()
    backups = list((folder / "copies").glob("*"))
    end(app)
    assert not mark_of(folder).exists()
    assert app.window.isHidden()
    app.close()
    assert list((folder / "copies").glob("*")) == backups, "whoever shuts the PC down waits for no backup"
    again = begin_first(folder)
    assert again.desk.storage.cases.entries(case.id)[Step.APOLOGY].answers["own_words"] == "I am sorry"
    assert "ended unexpectedly" not in said(again.window)


def test_what_cannot_be_saved_as_the_system_ends_the_program_is_kept_as_a_draft(
    begin_first, folder, monkeypatch
):
    def full_disk(*_args):
        raise ShopError("The disk is full. What you typed stays here.")

    app = begin_first(folder)
    case = app.desk.storage.cases.get(1)
    QTest.keyClicks(words_of(app, case), "I am sorry")
    monkeypatch.setattr(app.desk.storage.cases, "save_entry", full_disk)
    end(app)
    app.close()
    (draft,) = (folder / "drafts").iterdir()
    assert draft.is_file()


def test_where_the_page_cannot_be_left_nobody_is_let_in_later_without_digits(
    begin_first, folder, monkeypatch
):
    app = begin_first(folder)
    app.desk.actor = next(one for one in app.desk.shop.staff() if one.is_manager)
    locking = app.desk.keys.locking(PHRASE, PHRASE)
    page = app.window.pages.page()
    monkeypatch.setattr(page, "leave", lambda: False)
    app.window.lock_wanted.emit(locking)
    QApplication.processEvents()
    assert app.window.pages.page() is page
    monkeypatch.undo()
    app._let_go()
    app.open_data()
    assert app.desk.actor is None
    assert app.window.entrance.is_closed


@pytest.fixture
def begin_first(start):
    """Return a function that starts the program as the one window on its folder, and lets somebody in."""

    def signed_in(folder):
        app = start(folder, WindowLock(folder))
        app.window.entrance.let_in(app.desk.shop.staff()[0])
        return app

    return signed_in


def end(app):
    """Let the system ask the program to end, and return once it does."""
    QTimer.singleShot(0, app.end)
    QApplication.exec()


def words_of(app, case):
    """Return the field of the apology's words, with the focus."""
    app.window.go("case", case.id)
    page = app.window.pages.page()
    page.go_to(Step.APOLOGY)
    field = page.frame.pane.view().editor("own_words").inputs()[0]
    field.setFocus()
    return field


@pytest.fixture
def begin_hidden(qapp, monkeypatch):
    """Return a function that has the desktop start the program, with or without a place beside its clock."""
    begun = []

    def begin(folder, *, tray):
        monkeypatch.setattr("desktop_cs.ui.tray.has_tray", lambda: tray)
        app = App(qapp, folder, "2026-11-03T15:10")
        begun.append(app)
        app.show(hidden=True)
        app.open_data()
        return app

    yield begin
    for app in begun:
        app.window.hide()
        app.close()
        app.window.deleteLater()
        app.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    i18n.use_language("en", None)


def test_what_the_desktop_starts_begins_beside_its_clock_or_minimised(begin_hidden, folder):
    app = begin_hidden(folder, tray=True)
    assert app.window.isHidden()
    app.close()
    assert begin_hidden(folder, tray=False).window.isMinimized()


def test_a_shop_that_is_not_set_up_is_shown_however_it_was_started(begin_hidden, tmp_path):
    app = begin_hidden(tmp_path / "new", tray=True)
    assert app.window.isVisible()
    assert app.window.pages.place == "first_run"


def test_data_that_cannot_be_opened_is_said_in_the_open(begin_hidden, tmp_path):
    (tmp_path / "shop").write_text("a file where the folder should be")
    app = begin_hidden(tmp_path / "shop", tray=True)
    assert app.window.isVisible()
    assert app.window.failed is not None


PHRASE = "my aunt feeds three grey hens"


@pytest.fixture
def locked(folder):
    """Return the data folder, locked with a pass phrase."""
    desk = open_desk(folder, FixedClock(NOW))
    desk.actor = next(one for one in desk.shop.staff() if one.is_manager)
    lock = desk.keys.locking(PHRASE, PHRASE)
    desk.close()
    lock(lambda _share: None)
    return folder


def asked(qtbot, app):
    """Return the page that asks for the pass phrase, once it waits for one."""
    qtbot.waitUntil(lambda: not app._unlocking.waiting.is_on, timeout=20_000)
    return app._unlocking


def test_locked_records_are_asked_for_before_anything_of_the_shop_is_drawn(qtbot, start, locked):
    app = start(locked)
    page = asked(qtbot, app)
    assert page.isVisible()
    assert app.window.pages is None
    assert not app.window.navigation.isVisible()
    assert "Corner Shop" not in said(app.window)
    page.secret.setText("three grey hens and a goose")
    page.open.click()
    asked(qtbot, app)
    assert page.line.problem
    assert app.desk is None
    with qtbot.waitSignal(app.opened, timeout=20_000):
        page.secret.setText(PHRASE)
        page.open.click()
    assert app.desk.settings.name == "Corner Shop"


def test_setting_a_pass_phrase_in_the_window_opens_the_shop_again_and_asks_at_the_next_start(
    qtbot, start, folder
):
    app = start(folder)
    app.desk.actor = next(one for one in app.desk.shop.staff() if one.is_manager)
    app.window.pages.go("keys")
    page = app.window.pages.page()
    QTest.keyClicks(page.phrase.phrase, PHRASE)
    QTest.keyClicks(page.phrase.again, PHRASE)
    with qtbot.waitSignal(app.opened, timeout=20_000):
        page.phrase.set_phrase.click()
    assert app.desk.keys.state().has_phrase
    assert app.desk.storage.cases.count() == 1
    assert (app.window.pages.place, app.desk.actor.name) == ("keys", "Mara Bell")
    app.close()
    assert asked(qtbot, start(folder)).isVisible()


def test_a_pass_phrase_that_cannot_be_set_now_is_told_and_the_shop_opens_as_before(qtbot, start, folder):
    app = start(folder)
    app.desk.actor = next(one for one in app.desk.shop.staff() if one.is_manager)
    locking = app.desk.keys.locking(PHRASE, PHRASE)
    beside = open_desk(folder, FixedClock(NOW))
    beside.storage.cases.count()
    app.window.lock_wanted.emit(locking)
    qtbot.waitUntil(lambda: "Another window" in said(app.window), timeout=20_000)
    beside.close()
    with qtbot.waitSignal(app.opened, timeout=20_000):
        app.window.findChild(LockingView).go_on.click()
    assert not app.desk.keys.state().has_phrase
