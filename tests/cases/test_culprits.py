"""Causes, not culprits: a colleague's name is found in what was written."""

import pytest

from desktop_cs.cases.culprits import named_in

STAFF = ["Aoife Byrne", "Will Hunt", "Tom", "林晓梅", "Анна Орлова", ""]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aoife forgot the call.", "Aoife Byrne"),
        ("it was AOIFE BYRNE again", "Aoife Byrne"),
        ("The slip lay under Byrne's keyboard.", "Aoife Byrne"),
        ("Because Tom was late", "Tom"),
        ("林晓梅当时没有接电话", "林晓梅"),
        ("Орлова забыла", "Анна Орлова"),
    ],
)
def test_a_name_is_found_whole_or_in_part(text, name):
    assert named_in(text, STAFF) == name


@pytest.mark.parametrize(
    "text",
    [
        "The part will break again.",
        "Nobody could hunt for it in the stockroom.",
        "Tomorrow's delivery came without a custom label.",
        "排队最长的时候，柜台还要同时接电话。",
        "",
    ],
)
def test_ordinary_words_are_no_names(text):
    assert named_in(text, STAFF) == ""
