"""The words of slips: complete in every language, plain, and every mistake named at once."""

import pytest

from desktop_cs.guide.wording_check import check, load_lexicon
from desktop_cs.i18n import LANGUAGES
from desktop_cs.phrases import filled
from desktop_cs.places import resources_dir
from desktop_cs.slips.words import PHRASES, SlipFileError, load_slip_words

SHIPPED = resources_dir() / "slips"


@pytest.fixture
def mended(tmp_path):
    """Return a function that loads the English words with one text put in place of another."""

    def load(old, new):
        text = (SHIPPED / "en.toml").read_text(encoding="utf-8")
        assert old in text
        (tmp_path / "en.toml").write_text(text.replace(old, new), encoding="utf-8")
        return load_slip_words(tmp_path, "en")

    return load


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_phrases_and_its_wording_is_clean(language):
    words = load_slip_words(SHIPPED, language)
    assert set(words.phrases) == set(PHRASES)
    lexicon = load_lexicon(resources_dir() / "wording" / f"{language}.toml")
    for key, phrase in words.phrases.items():
        told = filled(phrase, dict.fromkeys(PHRASES[key], "7"))
        assert check(told, lexicon) == [], key


def test_a_part_whose_gap_is_empty_is_left_out():
    words = load_slip_words(SHIPPED, "en")
    assert words.say("ask_for", names="Ana", phone="") == "Ana"
    assert (
        words.say("by_when", when="Friday at 10:00", words="“soon”", who="") == "By Friday at 10:00 (“soon”)."
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("title = ", "titel = ", "did you mean title?"),
        ("{number}. You", "{nummer}. You", "did you mean number?"),
        ("[, phone {phone}]", ", phone {phone}", "{phone}"),
        ('is_solved = "It is put right."', 'is_solved = ""', "is_solved"),
        ('is_solved = "It is put right."', "is_solved = 7", "is_solved"),
        ('is_solved = "It is put right."', "", "is_solved"),
        ("title = ", "title", "TOML"),
    ],
)
def test_a_mistake_in_the_file_is_named(mended, old, new, problem):
    with pytest.raises(SlipFileError) as raised:
        mended(old, new)
    assert any(problem in told for told in raised.value.problems)


def test_all_mistakes_are_named_together(mended):
    with pytest.raises(SlipFileError) as raised:
        mended('is_solved = "It is put right."\n', 'nonsense = "x"\n')
    assert len(raised.value.problems) == 2


def test_a_language_without_a_file_is_told(tmp_path):
    with pytest.raises(SlipFileError, match="missing"):
        load_slip_words(tmp_path, "xx")
