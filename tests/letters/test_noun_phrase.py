"""A few typed words are taken for a thing only where they name one."""

import pytest

from desktop_cs.letters.noun_phrase import head_of, is_plural, names_a_thing, with_article
from desktop_cs.letters.templates import load_templates
from desktop_cs.places import resources_dir


@pytest.fixture(scope="module")
def english():
    return load_templates(resources_dir() / "letters", "en")


@pytest.mark.parametrize(
    "typed",
    [
        "Technician rings in person",
        "the technician calls",
        "Technicians call in person",
        "Anna won't charge it",
        "call the customer back",
        "Calling tomorrow",
        "Repaired the dryer",
        "new belt fitted",
        "Set up at home",
        "on the house",
        "no charge",
        "free",
    ],
)
def test_words_that_tell_what_somebody_does_name_no_thing(english, typed):
    assert not names_a_thing(typed.split(), english)


@pytest.mark.parametrize(
    "typed",
    [
        "call by the manager",
        "two phone calls",
        "manager's call",
        "repaired dryer",
        "cleaning of the machine",
        "home visit",
    ],
)
def test_a_thing_may_be_called_after_what_somebody_does(english, typed):
    assert names_a_thing(typed.split(), english)


@pytest.mark.parametrize(
    ("typed", "head", "plural"),
    [
        ("box of chocolates", "box", False),
        ("flowers for the kitchen", "flowers", True),
        ("delivery the next day", "delivery", False),
        ("spare lens", "lens", False),
        ("glass", "glass", False),
        ("loan phones", "phones", True),
    ],
)
def test_the_head_says_what_the_thing_is_and_whether_it_is_several(english, typed, head, plural):
    assert head_of(typed.split(), english) == head
    assert is_plural(head, english) is plural


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("hour of help", "an hour of help"),
        ("USB cable", "a USB cable"),
        ("LED lamp", "an LED lamp"),
        ("university book", "a university book"),
        ("unusual tea", "an unusual tea"),
        ("umbrella", "an umbrella"),
        ("Bosch filter", "a Bosch filter"),
    ],
)
def test_the_article_goes_by_the_sound(typed, told):
    assert with_article(typed.split()) == told
