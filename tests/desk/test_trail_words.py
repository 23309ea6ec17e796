"""The words of the trail."""

import re

import pytest

from desktop_cs import places
from desktop_cs.desk.trail_words import deed_words, field_words, subject_words, table_words
from desktop_cs.storage.stores.trail_reading import Subject
from desktop_cs.storage.stores.trail_rows import _KINDS

NOTED = re.compile(r"(?:\bnote|_note|_done|note_right)\((?:\w+, )?\"([a-z_]+\.[a-z_.]+)\"")
LOGGED = {"program.began", "program.ended"}  # in the log, not in the trail


def test_whatever_the_program_notes_has_words():
    noted = set()
    for path in (places.resources_dir().parent / "desktop_cs").rglob("*.py"):
        noted |= set(NOTED.findall(path.read_text("utf-8")))
    assert {"case.changed", "staff.signed_in", "keys.phrase_set"} <= noted
    for what in noted - LOGGED:
        assert deed_words(what) != what, what


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("review.saved", "Wrote in the review"),
        ("event.told.undone", "Took back what was noted"),
        ("event.left_word.wrap_up", "Noted what happened"),
        ("request.help.granted", "Asked or answered a colleague"),
        ("gesture.adopted", "Changed the list of gestures"),
        ("of.a_later_version", "of.a_later_version"),
    ],
)
def test_deeds_that_are_made_up_of_parts_have_words_too(what, words):
    assert deed_words(what) == words


def test_a_subject_is_a_case_a_name_or_nothing():
    assert subject_words(Subject(case_number=12)) == "Case 12"
    assert subject_words(Subject(name="Ann")) == "Ann"
    assert subject_words(None) == ""


def test_every_table_that_is_compared_has_words():
    assert all(table_words(kind.name) != kind.name for kind in _KINDS)


def test_names_of_questions_and_columns_are_told_once_and_others_left_out():
    labels = {"serial": {"en": "Serial number"}, "other": {"en": "owner"}}
    assert field_words(("serial", "owner", "other", "hidden_id", "serial"), labels) == "Serial number, owner"
