"""As a shop owner would: the PC dies, a new one is bought, the stick is in the drawer, and work goes on."""

import shutil
import time

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop_cs import i18n
from desktop_cs.app import App
from desktop_cs.clock import SystemClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.shop.staff import Role
from desktop_cs.storage.file.window_lock import WindowLock
from desktop_cs.ui.safety.restoring_view import RestoringView
from desktop_cs.ui.safety.salvaging import SalvagedCard

PATIENCE_MS = 60_000


def said(window):
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def start(qapp):
    """Return a function that starts the program on a folder as its one window."""
    started = []

    def begun(folder):
        lock = WindowLock(folder)
        app = App(qapp, folder, "", lock)
        started.append((app, lock))
        app.window.show()
        app.open_data()
        qapp.processEvents()
        return app

    yield begun
    for app, lock in started:
        app.window.hide()
        app.close()
        lock.free()
        app.window.deleteLater()
        app.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    i18n.use_language("en", None)


@pytest.fixture
def shop(tmp_path):
    """Return the data folder of a shop with one case."""
    desk = open_desk(tmp_path / "old PC", SystemClock())
    desk.actor = desk.shop.add_staff("Mara Bell", Role.MANAGER, "2580").value
    desk.shop.save_settings(type(desk.settings)(name="Corner Shop"))
    desk.casework.take(Intake("Kettle leaks", who="Nina"))
    desk.close()
    return tmp_path / "old PC"


def enter(app):
    """Sign in as the manager, as after every start."""
    if app.window.entrance.is_closed:
        app.window.entrance.let_in(app.desk.shop.staff()[0])


def cases(app):
    """Return what the cases are about, by their numbers."""
    store = app.desk.storage.cases
    return [store.get(number).one_line for number in range(1, store.count() + 1)]


def test_the_records_go_back_to_a_backup_in_the_same_window(qtbot, start, shop):
    app = start(shop)
    enter(app)
    app.desk.safety.back_up(lambda _share: None)
    app.desk.casework.take(Intake("Iron drips", who="Tom"))
    old = app.desk
    app.window.go("safety", "backups")
    page = app.window.pages.page()
    qtbot.waitUntil(lambda: not app.actions.is_busy(), timeout=PATIENCE_MS)
    place = app.window.geometry()
    page.backups.list.rows[0].button.click()
    page.backups.panel.act.click()
    qtbot.waitUntil(lambda: app.desk not in (None, old), timeout=PATIENCE_MS)
    enter(app)
    qtbot.waitUntil(lambda: "as of" in said(app.window), timeout=PATIENCE_MS)
    assert app.window.pages.place == "today"
    assert app.window.geometry() == place
    assert "before-restore" in said(app.window)
    assert cases(app) == ["Kettle leaks"]
    (before,) = shop.glob("*before-restore")
    kept = open_desk(before, SystemClock(), create=False)
    assert kept.storage.cases.get(2).one_line == "Iron drips"
    kept.close()


def test_a_new_pc_takes_over_from_a_stick(qtbot, start, shop, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    desk = open_desk(shop, SystemClock())
    desk.actor = desk.shop.staff()[0]
    desk.safety.choose_second_place(stick)
    desk.safety.back_up(lambda _share: None)
    desk.close()
    shutil.rmtree(shop)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_about: str(stick))

    begun = time.monotonic()
    app = start(tmp_path / "new PC")
    first = app.window.pages.page()
    first.country.bring.click()
    first.bring.choose.click()
    qtbot.waitUntil(lambda: len(first.bring.list.rows) == 1, timeout=PATIENCE_MS)
    empty = app.desk
    first.bring.list.rows[0].button.click()
    qtbot.waitUntil(lambda: app.desk not in (None, empty), timeout=PATIENCE_MS)
    enter(app)
    seconds = time.monotonic() - begun

    assert app.desk.settings.name == "Corner Shop"
    assert cases(app) == ["Kettle leaks"]
    assert app.window.pages.place == "today"
    assert seconds < PATIENCE_MS / 1000


def damage(folder):
    """Destroy a page in the middle of the records, and their beginning, as a failing disk would."""
    path = folder / "shop.db"
    content = bytearray(path.read_bytes())
    content[:4096] = bytes(4096)
    path.write_bytes(content)
    for end in ("-wal", "-shm"):
        path.with_name(f"shop.db{end}").unlink(missing_ok=True)


def test_damaged_records_offer_the_newest_backup_and_nothing_is_deleted(qtbot, start, shop):
    desk = open_desk(shop, SystemClock())
    desk.safety.back_up(lambda _share: None)
    desk.close()
    damage(shop)
    damaged = (shop / "shop.db").read_bytes()

    app = start(shop)
    offer = app.window.failed.offer
    qtbot.waitUntil(offer.bring.isVisible, timeout=PATIENCE_MS)
    assert "1 case" in offer.told.text()
    assert "not in it" in offer.told.text()
    offer.bring.click()
    qtbot.waitUntil(lambda: app.desk is not None, timeout=PATIENCE_MS)
    assert cases(app) == ["Kettle leaks"]
    (before,) = shop.glob("*before-restore")
    assert (before / "shop.db").read_bytes() == damaged


def test_records_that_are_gone_are_not_made_anew_where_a_backup_is(qtbot, start, shop):
    desk = open_desk(shop, SystemClock())
    desk.safety.back_up(lambda _share: None)
    desk.close()
    for name in ("shop.db", "shop.key", "shop.key.2"):
        (shop / name).unlink()
    app = start(shop)
    offer = app.window.failed.offer
    qtbot.waitUntil(offer.bring.isVisible, timeout=PATIENCE_MS)
    assert not offer.salvage.isVisible()
    offer.bring.click()
    qtbot.waitUntil(lambda: app.desk is not None, timeout=PATIENCE_MS)
    assert cases(app) == ["Kettle leaks"]


def test_where_not_even_the_beginning_can_be_read_that_is_said_and_nothing_is_changed(qtbot, start, shop):
    damage(shop)
    damaged = (shop / "shop.db").read_bytes()
    app = start(shop)
    qtbot.waitUntil(lambda: "No whole backup was found" in said(app.window), timeout=PATIENCE_MS)
    app.window.failed.offer.salvage.click()
    qtbot.waitUntil(lambda: app.window.findChild(RestoringView) is not None, timeout=PATIENCE_MS)
    view = app.window.findChild(RestoringView)
    qtbot.waitUntil(view.leave.isVisible, timeout=PATIENCE_MS)
    assert "Nothing was changed" in view.words.text()
    view.leave.click()
    assert app.window.failed.isVisible()
    assert (shop / "shop.db").read_bytes() == damaged
    assert list(shop.glob("*salvaged")) == []


def _is_saved(app):
    return "could still be read is saved" in said(app.window)


def test_an_open_shop_saves_what_can_be_read_and_goes_on_with_it(qtbot, start, shop):
    app = start(shop)
    enter(app)
    app.window.salvage_wanted.emit()
    qtbot.waitUntil(lambda: _is_saved(app), timeout=PATIENCE_MS)
    assert "1 case" in said(app.window)
    assert app.desk is None
    card = app.window.findChild(SalvagedCard)
    card.go_on.click()
    qtbot.waitUntil(lambda: app.desk is not None, timeout=PATIENCE_MS)
    enter(app)
    assert cases(app) == ["Kettle leaks"]
    assert list(shop.glob("*before-restore"))


def test_a_locked_shop_moves_to_a_new_pc_with_stick_and_pass_phrase(
    qtbot, start, shop, tmp_path, monkeypatch
):
    phrase, stick = "seven kettles under the old bridge", tmp_path / "stick"
    stick.mkdir()
    desk = open_desk(shop, SystemClock())
    desk.actor = desk.shop.staff()[0]
    lock = desk.keys.locking(phrase, phrase)
    desk.close()
    lock(lambda _share: None)
    desk = open_desk(shop, SystemClock(), secret=phrase)
    desk.actor = desk.shop.staff()[0]
    desk.safety.save_to(desk.safety.prepare_stick(stick), lambda _share: None)
    desk.close()
    shutil.rmtree(shop)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_about: str(stick))

    app = start(tmp_path / "new PC")
    first = app.window.pages.page()
    first.country.bring.click()
    first.bring.choose.click()
    qtbot.waitUntil(lambda: len(first.bring.list.rows) == 1, timeout=PATIENCE_MS)
    first.bring.list.rows[0].button.click()
    qtbot.waitUntil(lambda: "The backup is locked" in said(app.window), timeout=PATIENCE_MS)
    view = app.window.findChild(RestoringView)
    view.secret.setText("seven kettles under the new bridge")
    view.again.click()
    qtbot.waitUntil(lambda: "not the pass phrase" in view.line.problem, timeout=PATIENCE_MS)
    assert app.desk is None
    view.secret.setText(phrase)
    view.again.click()
    qtbot.waitUntil(lambda: app.desk is not None, timeout=PATIENCE_MS)
    enter(app)
    assert cases(app) == ["Kettle leaks"]
    asked = "each start asks for the pass phrase of the day this backup was made"
    qtbot.waitUntil(lambda: asked in said(app.window), timeout=PATIENCE_MS)
    assert app.desk.keys.state().has_phrase


def test_an_empty_stick_says_what_to_look_for(qtbot, start, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_about: str(tmp_path))
    app = start(tmp_path / "new PC")
    first = app.window.pages.page()
    first.country.bring.click()
    assert not first.bar.isVisible()
    first.bring.choose.click()
    qtbot.waitUntil(lambda: "No whole backup" in first.bring.told.text(), timeout=PATIENCE_MS)
    assert "Desktop CS backups" in first.bring.told.text()
    first.bring.back.click()
    assert first.bar.isVisible()


def test_what_is_new_is_in_a_backup_when_the_program_ends(start, shop):
    app = start(shop)
    enter(app)
    app.desk.casework.take(Intake("Iron drips", who="Tom"))
    app.window.close()
    app.close()
    desk = open_desk(shop, SystemClock())
    newest = desk.safety.newest()
    assert newest.counts["recovery_case"] == 2
    assert desk.safety.later(newest).cases_taken == 0
    desk.close()
