"""Whatever the desk notes in the history of a case is shown there in words."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

from desktop_cs.cases.case import CaseEvent
from desktop_cs.followups.followup import FollowUpKind
from desktop_cs.followups.tries import LEFT_WORD, NOT_REACHED, try_event
from desktop_cs.ui.cases.case_words import event_words

DESK = Path(__file__).parents[2] / "desktop_cs" / "desk"
WHAT = list(CaseEvent.__dataclass_fields__).index("what")
TRIES = {try_event(kind, reached) for kind in FollowUpKind for reached in (LEFT_WORD, NOT_REACHED)}


def noted(source):
    """Return what a module of the desk notes as an event: the texts, and the names that stand for them.

    Both `CaseEvent(...)` and the `_note(case, what)` of a class that writes events count.
    """
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    made = [one for one in calls if getattr(one.func, "id", "") == "CaseEvent"]
    given = [one.args[WHAT] for one in made]
    if made:
        given += [one.args[1] for one in calls if getattr(one.func, "attr", "") == "_note"]
    texts = {node.value for node in given if isinstance(node, ast.Constant)}
    return texts, {node.id for node in given if isinstance(node, ast.Name)}


@pytest.fixture(scope="module")
def kinds():
    """Return every event that the desk may note, with the module that notes it."""
    found = {}
    for path in sorted(DESK.glob("*.py")):
        texts, names = noted(path.read_text(encoding="utf-8"))
        module = import_module(f"desktop_cs.desk.{path.stem}") if names else None
        constants = {getattr(module, name) for name in names if name.isupper()}
        found |= dict.fromkeys(texts | constants, path.stem)
    return found


def test_every_event_of_a_case_has_words(kinds):
    assert {what for what in {*kinds, *TRIES} if event_words(what) == what} == set()


def test_the_events_are_found_where_they_are_written(kinds):
    assert {"taken", "approved", "handed_over", "told"} <= kinds.keys()
    assert {"express", "logged", "closed", "reopened", "cancelled", "tied", "not_the_same"} <= kinds.keys()


def test_an_event_without_words_would_be_found():
    assert noted('self.add_event(CaseEvent(case.id, now, "lent_out", by))') == ({"lent_out"}, set())
    assert event_words("lent_out") == "lent_out"
