"""The words of letters are a file that a shop may edit: every mistake in it is named."""

import shutil

import pytest

from desktop_cs.i18n import LANGUAGES
from desktop_cs.letters.templates import FILE_NAME, SLOTS, LetterFileError, load_templates
from desktop_cs.places import resources_dir

LETTERS = resources_dir() / "letters"


@pytest.fixture
def english(tmp_path):
    return shutil.copytree(LETTERS / "en", tmp_path / "en") / FILE_NAME


def problems_after(path, *edits):
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LetterFileError) as caught:
        load_templates(path.parents[1], "en")
    return "\n".join(caught.value.problems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_words_fill_every_slot(language):
    assert set(load_templates(LETTERS, language).sentences) == set(SLOTS)


def test_every_mistake_is_named_at_once(english):
    problems = problems_after(
        english,
        ("thanks_about = [", "thanks_abuot = ["),
        ("you {costs}, and I", "you {cost}, and I"),
        ("least = 72", 'least = "many"'),
        ("[who]", "[whom]"),
        ("[ about what", "[[ about what"),
    )
    for expected in (
        "sentences: nothing is called thanks_abuot (did you mean thanks_about?)",
        "sentences: thanks_about needs a list of texts",
        "thanks: a square bracket is not closed",
        "cost: nothing is called {cost} (did you mean costs?)",
        "length: least must be a whole number",
        "the table [who] is missing",
    ):
        assert expected in problems


def test_a_missing_word_is_named_before_a_letter_needs_it(english):
    assert "[who]: me is missing" in problems_after(english, ('me = "I"\n', ""))
    assert "[dates]: months must be a list of 12 texts" in problems_after(english, ('"January", ', ""))


def test_a_gap_that_may_be_empty_stands_in_brackets(english):
    problems = problems_after(english, ("[ and what happened on {when}]", " and what happened on {when}"))
    assert "thanks_about: put {when} and the words around it in [square brackets]" in problems


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(LetterFileError, match="the file is missing"):
        load_templates(tmp_path, "en")
