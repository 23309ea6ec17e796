"""A lexicon is data that a shop may edit: every mistake in it is named."""

import pytest

from desktop_cs.guide.lexicon import LexiconFileError, load_lexicon
from desktop_cs.guide.wording_check import check

GOOD = '[[entry]]\nwords = ["cheap*", "old ... thing"]\nkind = "belittling"\nreason = "r"\nbetter = "b"\n'


def problems_of(tmp_path, text):
    path = tmp_path / "en.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconFileError) as caught:
        load_lexicon(path)
    return caught.value.problems


def test_wildcards_stand_for_the_rest_of_a_word_and_for_a_few_words(tmp_path):
    path = tmp_path / "en.toml"
    path.write_text(GOOD, encoding="utf-8")
    lexicon = load_lexicon(path)
    text = "Cheaper, and an old and tired little thing. Old is one, two, three, four and five thing."
    found = [text[mark.start : mark.end] for mark in check(text, lexicon)]
    assert found == ["Cheaper", "old and tired little thing"]


def test_a_file_with_entries_only_has_no_rules(tmp_path):
    path = tmp_path / "en.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert check("Sorry, but no, Wang.", load_lexicon(path), {"Wang": ""}) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (GOOD.replace("belittling", "belitling"), "no kind is called belitling (did you mean belittling?)"),
        (GOOD.replace('reason = "r"', "reason = 3"), "reason must be a text"),
        (GOOD.replace('better = "b"', ""), "better must be a text"),
        (GOOD.replace('["cheap*", "old ... thing"]', '["*"]'), "words must be a list of phrases"),
        (GOOD.replace('["cheap*", "old ... thing"]', '"cheap"'), "words must be a list of phrases"),
        (GOOD + "unles = []", "nothing is called unles (did you mean unless?)"),
        (GOOD + "unless = 3", "unless must be a list of texts"),
        ("entry = 3", "entry must be written as [[entry]]"),
        ("[entrys]", "nothing is called entrys (did you mean entry?)"),
        ("but_after_apology = 3", "but_after_apology must be written as [but_after_apology]"),
        ('[but_after_apology]\nbut = 3\nreason = "r"\nbetter = "b"', "but must be a list of texts"),
        (
            '[missing_title]\nforms = []\nreason = "r"\nbetter = "b"',
            "forms must be a list of forms of address",
        ),
        (
            '[missing_title]\nforms = ["Mr"]\nbefore_name = 1\nreason = "r"\nbetter = "b"',
            "before_name must be true or false",
        ),
    ],
)
def test_a_mistake_is_named(tmp_path, text, problem):
    assert any(problem in found for found in problems_of(tmp_path, text))


def test_all_mistakes_are_named_at_once(tmp_path):
    text = GOOD.replace("belittling", "x").replace('reason = "r"', "reason = 3") + "unles = []"
    assert len(problems_of(tmp_path, text)) == 3


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(LexiconFileError, match="the file is missing"):
        load_lexicon(tmp_path / "en.toml")
