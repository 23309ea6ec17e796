"""The gestures that a new shop starts with."""

import pytest

from desktop_cs import places
from desktop_cs.cases.gesture_catalogue import shipped_gestures
from desktop_cs.cases.gesture_ranking import EXTRA, GOODWILL
from desktop_cs.cases.gestures import GestureKind
from desktop_cs.errors import ShopError
from desktop_cs.forms.loader import load_forms
from desktop_cs.i18n import LANGUAGES

FOLDER = places.resources_dir() / "gestures"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_own_file_with_enough_for_both_lines(language):
    assert (FOLDER / f"{language}.toml").is_file()
    found = shipped_gestures(FOLDER, language)
    assert len(found) >= 15
    assert len({one.name for one in found}) == len(found)
    for line in (GOODWILL, EXTRA):
        meant = [one for one in found if one.kind in (GestureKind.EITHER, GestureKind(line))]
        assert sum(one.is_free for one in meant) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_suits_something_that_the_review_form_asks_about(language):
    options = load_forms(places.forms_dir())["review"].field("what_matters_most").options
    known = {option.id for option in options}
    suits = [set(one.suits.split(",")) for one in shipped_gestures(FOLDER, language)]
    assert all(one and one <= known for one in suits)
    assert set.union(*suits) == known


def test_the_files_say_the_same_in_every_language():
    told = [
        [(one.kind, one.is_free, one.suits) for one in shipped_gestures(FOLDER, language)]
        for language in LANGUAGES
    ]
    assert all(one == told[0] for one in told)


def test_a_language_without_a_file_is_given_the_english_ones():
    assert shipped_gestures(FOLDER, "xx") == shipped_gestures(FOLDER, "en")


@pytest.mark.parametrize(
    "text",
    [
        "[[gesture",
        "",
        '[[gesture]]\nname = ""\nkind = "extra"\ncost = "none"',
        '[[gesture]]\nname = "A"\nkind = "gift"\ncost = "none"',
        '[[gesture]]\nname = "A"\nkind = "extra"\ncost = 3',
        '[[gesture]]\nname = "A"\nkind = "extra"\ncost = "none"\nsuits = "quick"',
    ],
    ids=["no TOML", "nothing in it", "no name", "unknown kind", "a price", "suits is no list"],
)
def test_a_file_edited_into_nonsense_is_named(tmp_path, text):
    (tmp_path / "en.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ShopError, match=r"en\.toml"):
        shipped_gestures(tmp_path, "en")
