"""The program speaks the language that was chosen."""

import pytest

from desktop_cs import i18n, places
from desktop_cs.i18n import N_, _, language_in_use, ngettext, normal_language, use_language

LOCALE = places.resources_dir() / "locale"


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    use_language("en", LOCALE)


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("zh", "zh_CN"),
        ("zh-Hans", "zh_CN"),
        ("zh_CN", "zh_CN"),
        ("zh-Hans-SG", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh_HK", "zh_TW"),
        ("zh-TW", "zh_TW"),
        ("ru-RU", "ru"),
    ],
)
def test_every_spelling_of_a_language_becomes_ours(code, ours):
    assert normal_language(code) == ours


def test_a_text_comes_in_the_language_in_use():
    assert _("Today") == "Today"
    use_language("zh_CN", LOCALE)
    assert language_in_use() == "zh_CN"
    assert _("Today") == "今天"


def test_a_language_without_a_catalogue_speaks_english():
    use_language("xx", LOCALE)
    assert _("Today") == "Today"


def test_a_text_that_is_looked_up_later_stays_as_it_is_until_then():
    use_language("zh_CN", LOCALE)
    assert N_("Today") == "Today"


def test_one_and_many_are_told_apart():
    assert ngettext("one case", "many cases", 1) == "one case"
    assert ngettext("one case", "many cases", 5) == "many cases"


def test_every_text_passes_through_the_change_of_a_test():
    i18n.use_change(str.upper)
    try:
        assert _("Today") == "TODAY"
        assert ngettext("one case", "many cases", 2) == "MANY CASES"
    finally:
        i18n.use_change(None)
    assert _("Today") == "Today"
