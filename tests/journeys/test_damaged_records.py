"""As a shop would meet it: damaged records are read on in the window, and a backup brings all back."""

import pytest
from PySide6.QtTest import QTest

from desktop_cs.cases.steps import Step
from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.drafts import Drafts
from desktop_cs.ui.places import PLACES
from tests.journeys.test_nothing_is_lost import PATIENCE_MS, enter, said, shop, start

__all__ = ["shop", "start"]

PAGE_BYTES = 4096
SHOWN = [name for name, place in PLACES.items() if place.icon]


@pytest.fixture
def damaged(shop):
    """Return the folder of a shop with a backup, whose check found a page of an index damaged."""
    desk = open_desk(shop, SystemClock())
    desk.safety.back_up(lambda _share: None)
    find = "SELECT rootpage FROM sqlite_master WHERE name = 'promise_let_go'"
    place = (desk.storage._file.value(find) - 1) * PAGE_BYTES
    desk.close()
    content = bytearray((shop / "shop.db").read_bytes())
    content[place] ^= 1
    (shop / "shop.db").write_bytes(content)
    desk = open_desk(shop, SystemClock())
    assert desk.safety.check_everything(lambda _share: None)
    desk.close()
    return shop


def test_every_page_is_read_as_before_and_safety_says_what_to_do(qtbot, start, damaged):
    app = start(damaged)
    enter(app)
    for place in SHOWN:
        app.window.go(place)
        assert app.window.pages.place == place
        qtbot.waitUntil(lambda: not app.window.acts.is_busy(), timeout=PATIENCE_MS)
    app.window.go("safety")
    qtbot.waitUntil(lambda: "nothing more is saved" in said(app.window), timeout=PATIENCE_MS)
    assert app.window.pages.page().overview.rows["salvage"].isVisible()


def test_what_is_typed_is_kept_the_page_can_be_left_and_a_backup_takes_it_again(qtbot, start, damaged):
    app = start(damaged)
    enter(app)
    case = app.desk.storage.cases.get(1)
    app.window.go("case", case.id)
    editor = app.window.pages.page().frame.pane.view().editor("own_words")
    editor.setFocus()
    QTest.keyClicks(editor.inputs()[0], "I am sorry")
    app.window.go("safety")
    assert app.window.pages.place == "safety"
    qtbot.waitUntil(lambda: "nothing more is saved" in said(app.window), timeout=PATIENCE_MS)
    assert app.desk.storage.cases.entries(case.id) == {}
    typed = Drafts(damaged).of_case(case.id)[Step.APOLOGY]
    assert typed["own_words"] == "I am sorry"
    app.window.go("case", case.id)
    assert app.window.pages.page()._drafts.take.isVisible()

    old = app.desk
    app.window.go("safety", "backups")
    page = app.window.pages.page()
    qtbot.waitUntil(lambda: not app.actions.is_busy(), timeout=PATIENCE_MS)
    page.backups.list.rows[0].button.click()
    page.backups.panel.act.click()
    qtbot.waitUntil(lambda: app.desk not in (None, old), timeout=PATIENCE_MS)
    enter(app)
    app.window.go("case", case.id)
    app.window.pages.page()._drafts.take.click()
    assert app.desk.storage.cases.entries(case.id)[Step.APOLOGY].answers["own_words"] == "I am sorry"
