"""Acts of the pages: refusals are said, changes are told, and there is a way back."""

import weakref

import pytest

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import ShopError, UserError
from desktop_cs.ui.actions import Actions


@pytest.fixture
def actions(shop):
    made = Actions(shop)
    yield made
    made.finish_slow()


def refuse():
    raise UserError("Write one line.", "one_line")


def fail():
    raise ShopError("The disk is full.", "errno 28")


def test_an_act_gives_its_value_and_tells_what_changed(qtbot, actions):
    changes = Changes(customers=True)
    with qtbot.waitSignal(actions.changed) as told:
        assert actions.run(lambda: Result("value", changes), "page") == "value"
    assert told.args == [changes, "page"]


@pytest.mark.parametrize("act", [refuse, fail])
def test_what_is_refused_is_said_once_and_gives_nothing(qtbot, actions, act):
    with qtbot.waitSignal(actions.refused):
        assert actions.run(act) is None
    with qtbot.waitSignal(actions.refused):
        assert actions.ask(act) is None


def test_an_attempt_leaves_what_the_person_can_mend_to_the_page(qtbot, actions):
    with qtbot.assertNotEmitted(actions.refused):
        refusal = actions.attempt(refuse)
    assert refusal.field == "one_line"
    with qtbot.waitSignal(actions.refused):
        assert str(actions.attempt(fail)) == "The disk is full."


def test_what_was_done_last_is_taken_back_first(qtbot, actions):
    taken_back = []
    for name in ("first", "second"):
        actions.say_done(name, lambda name=name: Result(taken_back.append(name), Changes()))
    assert [actions.undo(), actions.undo(), actions.undo()] == [True, True, False]
    assert taken_back == ["second", "first"]


def test_slow_work_runs_beside_the_window_and_gives_back_on_it(qtbot, actions):
    given = []
    actions.run_slow(lambda: 42, given.append)
    assert actions.is_busy()
    qtbot.waitUntil(lambda: given == [42])
    assert not actions.is_busy()


def test_slow_work_that_fails_is_said(qtbot, actions):
    with qtbot.waitSignal(actions.refused) as told:
        actions.run_slow(fail, pytest.fail)
    assert told.args[0].details == "errno 28"


def test_slow_work_that_was_cancelled_tells_nothing(qtbot, actions):
    slow = actions.run_slow(lambda: 42, pytest.fail)
    slow.cancel()
    qtbot.waitUntil(lambda: not actions.is_busy())


class Needed:
    """Something that slow work needs."""


def test_nothing_is_kept_of_what_slow_work_needed(qtbot, actions):
    given = []
    needed = Needed()
    kept = weakref.ref(needed)
    actions.run_slow(lambda needed=needed: type(needed).__name__, given.append)
    del needed
    qtbot.waitUntil(lambda: given == ["Needed"])
    assert kept() is None
