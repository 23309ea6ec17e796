"""While a backup takes the place of the records: how far it is, what opens it, what went wrong."""

import threading

import pytest
from PySide6.QtTest import QTest

from desktop_cs.errors import LockedError, ShopError, UserError
from desktop_cs.ui.safety.restoring_view import RestoringView

PATIENCE_MS = 20_000


@pytest.fixture
def view(qtbot):
    """Return a function that shows the view at some work, and begins it."""

    def shown(work):
        made = RestoringView(work, "Bringing back", "It is being brought…")
        qtbot.addWidget(made)
        made.show()
        made.begin()
        return made

    return shown


def test_the_work_is_done_at_once_and_what_it_gave_is_told(qtbot, view):
    may_end = threading.Event()

    def work(_secret, watch):
        watch(0.4)
        may_end.wait(PATIENCE_MS / 1000)
        return "brought"

    made = view(work)
    qtbot.waitUntil(lambda: made.progress.bar.value() == 40, timeout=PATIENCE_MS)
    assert not made.leave.isVisible()
    with qtbot.waitSignal(made.done, timeout=PATIENCE_MS) as done:
        may_end.set()
    assert done.args == ["brought", ""]


def test_a_locked_backup_asks_for_what_opens_it_until_it_does(qtbot, view):
    def work(secret, _watch):
        if not secret:
            raise LockedError("Locked.")
        if secret != "right":
            raise UserError("This is not the pass phrase.", "secret")
        return "brought"

    made = view(work)
    qtbot.waitUntil(made.secret.isVisible, timeout=PATIENCE_MS)
    assert made.line.problem == ""
    assert made.again.text() == "Go on"
    QTest.keyClicks(made.secret, "wrong")
    made.again.click()
    qtbot.waitUntil(lambda: made.line.problem == "This is not the pass phrase.", timeout=PATIENCE_MS)
    made.secret.setText("right")
    with qtbot.waitSignal(made.done, timeout=PATIENCE_MS) as done:
        made.secret.returnPressed.emit()
    assert done.args == ["brought", "right"]


def test_what_cannot_be_done_is_said_and_everything_can_be_left_as_it_is(qtbot, view):
    def work(_secret, _watch):
        raise ShopError("The stick is gone. The records are as they were.")

    made = view(work)
    qtbot.waitUntil(lambda: "stick is gone" in made.words.text(), timeout=PATIENCE_MS)
    assert not made.secret.isVisible()
    assert made.again.text() == "Try again"
    with qtbot.waitSignal(made.left):
        made.leave.click()


def test_it_can_be_stopped_and_says_that_nothing_was_changed(qtbot, view):
    stopped = threading.Event()

    def work(_secret, watch):
        stopped.wait(PATIENCE_MS / 1000)
        watch(0.5)

    made = view(work)
    made.progress.stop.click()
    stopped.set()
    qtbot.waitUntil(lambda: "as they were" in made.words.text(), timeout=PATIENCE_MS)
    assert made.again.isVisible()
