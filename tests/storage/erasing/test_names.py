"""Finding a name in stored words, and taking it out."""

import json

import pytest

from desktop_cs.storage.erasing.names import NameTaker

WORD = "(erased)"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Tom Hill", "tom  HILL's kettle", "(erased)'s kettle"),
        ("Tom", "a customer, tomorrow; Tom.", "a customer, tomorrow; (erased)."),
        ("Li", "Li lit the light", "(erased) lit the light"),
        ("王小明", "昨天王小明来过", "昨天(erased)来过"),
        ("Белова", "беловаЯ, Белова", "беловаЯ, (erased)"),
        ("0171 22", "call 0171  22 or 0171 223", "call (erased) or 0171 223"),
        ("", "nothing is looked for", "nothing is looked for"),
        ("(", "a ( b", "a (erased) b"),
    ],
)
def test_a_name_goes_where_it_stands_alone(name, text, left):
    assert NameTaker([name], WORD).without(text) == left


def test_a_name_goes_out_of_answers_and_of_lines_within_them():
    stored = json.dumps(
        {"own_words": "Sorry, Tom", "lines": json.dumps([{"text": 'Tom said "no"', "cost": 5}])}
    )
    left = json.loads(NameTaker(["Tom"], WORD).without(stored))
    assert left["own_words"] == "Sorry, (erased)"
    assert json.loads(left["lines"]) == [{"text": '(erased) said "no"', "cost": 5}]


def test_what_holds_no_name_is_left_to_the_letter():
    for stored in ('{"a":  "b"}', "[not json", "", '[["body", "text"]]'):
        assert NameTaker(["Tom"], WORD).without(stored) == stored


def test_the_words_around_a_name_are_shown_without_the_signs_of_the_file():
    stored = json.dumps({"in_their_words": json.dumps([{"text": "It was Tom who said it"}])})
    assert NameTaker(["Tom"], "").around(stored, 40) == "It was Tom who said it"
    assert NameTaker(["Tom"], "").around("x" * 50 + " Tom " + "y" * 50, 5) == "…xxxx Tom yyyy…"
    assert NameTaker(["Tom"], "").around("customer", 5) == ""
