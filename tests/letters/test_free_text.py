"""Words typed by staff stand in a letter only where they read well."""

from functools import cache

import pytest

from desktop_cs.letters.free_text import means_several, named_gift, named_matter, named_thing
from desktop_cs.letters.templates import load_templates
from desktop_cs.places import resources_dir


@cache
def templates(language):
    return load_templates(resources_dir() / "letters", language)


@pytest.mark.parametrize(
    ("language", "typed", "told"),
    [
        ("en", "Loan dryer", "a loan dryer"),
        ("en", "extra sample", "an extra sample"),
        ("en", "A new belt.", "a new belt"),
        ("en", "delivery tonight", "delivery that same evening"),
        ("en", "two day passes", "two day passes"),
        ("en", "flowers", "flowers"),
        ("en", "Call by the technician himself", "a call by the technician"),
        ("en", "Bosch filter", "a Bosch filter"),
        ("en", "Technician rings in person", ""),
        ("en", "the technician calls", ""),
        ("en", "Cup of tea", "a cup of tea"),
        ("en", "Box of chocolates", "a box of chocolates"),
        ("en", "Descaling set", "a descaling set"),
        ("en", "half price", ""),
        ("en", "labour waived", ""),
        ("en", "20% off!", ""),
        ("en", "She gets a new one", ""),
        ("en", "he said it would do and then we all agreed", ""),
        ("en", "", ""),
        ("zh_CN", "备用烘干机一台", "备用烘干机一台"),
        ("zh_CN", "今晚送货上门", "当晚送货上门"),
        ("zh_CN", "50元代金券", ""),
        ("zh_CN", "店长亲自致电", "店长亲自致电"),
        ("zh_CN", "我给您换了新电池", ""),
        ("zh_CN", "loan dryer", ""),
        ("zh_CN", "无，因为已经很好", ""),
    ],
)
def test_a_gesture_is_told_as_a_thing(language, typed, told):
    assert named_gift(typed, templates(language)) == told


@pytest.mark.parametrize(
    ("language", "typed", "told"),
    [
        ("en", "Tumble dryer", "tumble dryer"),
        ("en", "the phone", "phone"),
        ("en", "Bosch dryer", "Bosch dryer"),
        ("en", "TD-40", "TD-40"),
        ("en", "4x dryer (grey)", ""),
        ("en", "the dryer is broken", ""),
        ("zh_CN", "烘干机", "烘干机"),
        ("zh_CN", "烘干机（灰）!!", ""),
    ],
)
def test_a_product_is_told_as_one_says_it(language, typed, told):
    assert named_thing(typed, templates(language)) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("A rude answer on the phone", "a rude answer on the phone"),
        ("my bill", "your bill"),
        ("the machine leaks", ""),
        ("the dryer stopped again", ""),
        ("Dryer stands still", ""),
    ],
)
def test_the_line_of_a_case_is_told_only_where_it_names_a_matter(typed, told):
    assert named_matter(typed, templates("en")) == told


@pytest.mark.parametrize(
    ("product", "several"), [("headphones", True), ("pair of shoes", False), ("lens", False)]
)
def test_no_single_word_stands_for_several_things(product, several):
    assert means_several(product, templates("en")) is several
