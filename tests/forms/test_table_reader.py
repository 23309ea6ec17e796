"""A table is read key by key, and every mistake is noted with its place."""

import pytest

from desktop_cs.forms.table_reader import TableReader


def reader_of(table, place="field “tea”"):
    return TableReader(table, place, ("en", "zh_CN"), [])


@pytest.mark.parametrize(
    ("method", "value"),
    [
        ("text", "green"),
        ("flag", False),
        ("whole_number", 3),
        ("texts", ["green", "black"]),
        ("tables", [{"id": "green"}]),
        ("words", {"en": "Tea", "zh_CN": "茶"}),
    ],
)
def test_a_value_of_the_right_kind_is_returned(method, value):
    reader = reader_of({"key": value})
    read = getattr(reader, method)("key")
    assert (list(read) if method == "texts" else read) == value
    assert reader.problems == []


@pytest.mark.parametrize(
    ("method", "value", "empty"),
    [
        ("text", 3, ""),
        ("flag", "yes", None),
        ("whole_number", True, None),
        ("whole_number", 1.0, None),
        ("whole_number", 10**10, None),
        ("texts", "green", ()),
        ("texts", [1], ()),
        ("tables", {"id": "green"}, []),
        ("tables", ["green"], []),
        ("words", "Tea", {}),
    ],
)
def test_a_value_of_another_kind_is_noted_once_and_read_as_empty(method, value, empty):
    reader = reader_of({"key": value})
    assert getattr(reader, method)("key") == empty
    (problem,) = reader.problems
    assert problem.startswith("field “tea”: “key” needs ")


@pytest.mark.parametrize("method", ["text", "whole_number", "tables", "words"])
def test_only_a_needed_key_may_not_be_missing(method):
    reader = reader_of({})
    getattr(reader, method)("key")
    assert reader.problems == []
    getattr(reader, method)("key", needed=True)
    assert reader.problems == ["field “tea”: “key” is missing"]


def test_every_missing_language_is_named():
    reader = reader_of({"label": {"en": " ", "ru": ""}})
    reader.words("label")
    assert reader.problems == [
        "field “tea”: “label” has no text in en",
        "field “tea”: “label” has no text in zh_CN",
        "field “tea”: “label” has no text in ru",
    ]


def test_keys_that_nobody_asked_for_are_unknown():
    reader = reader_of({"label": "Tea", "lable": "Tea"}, "")
    reader.text("label")
    reader.finish()
    assert reader.problems == ["unknown key “lable” (did you mean “label”?)"]


def test_an_inner_table_notes_into_the_same_list_with_its_own_place():
    outer = reader_of({}, "section “a”")
    outer.inner({}, "field “b”").text("id", needed=True)
    assert outer.problems == ["section “a” field “b”: “id” is missing"]
