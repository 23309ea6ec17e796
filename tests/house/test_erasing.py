"""Whoever adds a column or a question has to say what becomes of it when a person is erased."""

import pytest

from desktop_cs import places
from desktop_cs.clock import SystemClock
from desktop_cs.forms.loader import load_forms
from desktop_cs.storage.erasing.fates import FATES, INDEXES, KEPT_ANSWERS, KEPT_COSTS, OF_CASE, Fate
from desktop_cs.storage.opening import open_storage

COUNTED_OR_CHOSEN = {"choice", "choices", "checklist", "yes_no", "number", "money", "day", "day_and_time"}
WORDS = {Fate.WORD, Fate.EMPTIED, Fate.ANSWERS, Fate.BLOCKS, Fate.REASON, Fate.IDEA, Fate.CODE}


@pytest.fixture(scope="module")
def columns(tmp_path_factory):
    """Return the columns of every table of a new shop, by table; the engine's own are left out."""
    storage = open_storage(tmp_path_factory.mktemp("shop") / "data", SystemClock())
    names = [row[0] for row in storage._file.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    ours = [name for name in names if not name.startswith(("sqlite_", *INDEXES))]
    found = {name: {row[1] for row in storage._file.rows(f"PRAGMA table_info({name})")} for name in ours}
    storage.close()
    return found


def unsaid(columns, fates):
    """Return the columns of which nothing is said, and those that are said of and not there."""
    there = {(table, column) for table, names in columns.items() for column in names}
    return there ^ {(table, column) for table, names in fates.items() for column in names}


def test_of_every_column_it_is_said_what_becomes_of_it(columns):
    assert unsaid(columns, FATES) == set(), "say it in desktop_cs/storage/erasing/fates.py"


def test_a_new_column_would_be_noticed(columns):
    assert unsaid({**columns, "customer": columns["customer"] | {"email"}}, FATES) == {("customer", "email")}


def test_every_table_that_belongs_to_a_case_and_holds_words_is_gone_through(columns):
    of_case = {table for table, names in columns.items() if "case_id" in names}
    with_words = {table for table in of_case if WORDS & set(FATES[table].values())}
    assert with_words <= set(OF_CASE)


def test_only_answers_that_were_chosen_or_counted_stay():
    fields = [field for form in load_forms(places.forms_dir()).values() for field in form.fields()]
    countable = {field.id for field in fields if field.type in COUNTED_OR_CHOSEN}
    assert countable >= KEPT_ANSWERS
    words = {field.id for field in fields if field.type not in COUNTED_OR_CHOSEN}
    assert words.isdisjoint(KEPT_ANSWERS)
    assert countable - KEPT_ANSWERS == set(), "a new question: does its answer stay when a person goes?"
    assert {field.id for field in fields if field.type == "lines"} >= KEPT_COSTS
