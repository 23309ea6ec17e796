"""The words of letters are a file that a shop may edit: every mistake in it is named."""

import shutil

import pytest

from desktop_cs.i18n import LANGUAGES
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.slots import MAY_BE_MISSING, slots_of
from desktop_cs.letters.templates import LetterFileError, load_templates
from desktop_cs.places import resources_dir

LETTERS = resources_dir() / "letters"


KIND = LetterKind.THANK_YOU


@pytest.fixture
def english(tmp_path):
    return shutil.copytree(LETTERS / "en", tmp_path / "en")


def problems_after(folder, *edits):
    for name, old, new in edits:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LetterFileError) as caught:
        load_templates(folder.parent, "en", KIND)
    return "\n".join(caught.value.problems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_words_fill_every_slot(language):
    found = load_templates(LETTERS, language, KIND).sentences
    assert set(slots_of(KIND)) - set(found) <= set(MAY_BE_MISSING)


def test_every_mistake_is_named_at_once(english):
    problems = problems_after(
        english,
        ("thank_you.toml", "thanks_about = [", "thanks_abuot = ["),
        ("common.toml", "you {costs}, and I", "you {cost}, and I"),
        ("thank_you.toml", "least = 72", 'least = "many"'),
        ("common.toml", "[who]", "[whom]"),
        ("thank_you.toml", "[ about what", "[[ about what"),
        ("common.toml", '"date", "salutation"', '"data", "salutation"'),
    )
    for expected in (
        "thank_you.toml, sentences: nothing is called thanks_abuot (did you mean thanks_about?)",
        "thank_you.toml, sentences: thanks_about needs a list of texts",
        "thank_you.toml, thanks: a square bracket is not closed",
        "common.toml, cost: nothing is called {cost} (did you mean costs?)",
        "thank_you.toml, length: least must be a whole number",
        "the table [who] is missing",
        "[frame], head: nothing is called data (did you mean date?)",
    ):
        assert expected in problems


def test_a_missing_word_is_named_before_a_letter_needs_it(english):
    without = ("common.toml", 'me = "I"\n', "")
    assert "[who]: me is missing" in problems_after(english, without)
    without = ("common.toml", '"January", ', "")
    assert "[dates]: months must be a list of 12 texts" in problems_after(english, without)


def test_a_way_of_putting_names_that_nobody_knows_is_named(english):
    problems = problems_after(english, ("common.toml", 'way = "english"', 'way = "klingon"'))
    assert "[address]: way must be one of english, chinese, russian" in problems


def test_one_text_of_each_list_does_without_what_may_be_unknown(english):
    own = '"Thank you for your suggestion too; it is written down here.",'
    other = '"Your suggestion was a good thought, and it is written down here.",'
    edits = [("thank_you.toml", old, old.replace("here.", "here, on {when}.")) for old in (own, other)]
    load_templates(english.parent, "en", KIND)
    problems = problems_after(english, *edits)
    assert "thank_you.toml, suggestion: put {when} and the words around it in [square brackets]" in problems


def test_a_text_with_a_gap_that_may_be_unknown_stands_beside_one_without(english):
    path = english / "thank_you.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("too; it is written down here.", "of {when}."), encoding="utf-8")
    assert (
        "Thank you for your suggestion of {when}."
        in load_templates(english.parent, "en", KIND).sentences["suggestion"]
    )


def test_a_kind_may_say_in_its_own_words_what_all_kinds_share(english):
    path = english / "thank_you.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[sentences]", '[sentences]\nkept = ["We kept it."]'), encoding="utf-8")
    assert load_templates(english.parent, "en", KIND).sentences["kept"] == ("We kept it.",)


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(LetterFileError, match="the file is missing"):
        load_templates(tmp_path, "en")
