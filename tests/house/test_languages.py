"""Every language that is offered is complete, and no text is out of its reach."""

import words

from desktop_cs.i18n import LANGUAGES


def test_every_text_is_translated_and_every_catalogue_is_fresh():
    assert words.problems() == []


def test_every_language_that_is_offered_has_a_catalogue():
    assert {"en", *words.languages()} >= set(LANGUAGES)
