"""Every language we offer has its guide, wording and letters complete, with no part left to English."""

import tomllib
from itertools import product

import pytest

from desktop_cs.guide import procedure
from desktop_cs.guide.advice import PARTS
from desktop_cs.guide.lexicon import KINDS, load_lexicon
from desktop_cs.i18n import LANGUAGES
from desktop_cs.letters import slots, templates
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.languages import WRITTEN_LANGUAGES
from desktop_cs.places import forms_dir, resources_dir

RESOURCES = resources_dir()


def table(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def options(form, field_id):
    """Return the option ids of a field of a shipped form."""
    fields = [
        field for section in table(forms_dir() / f"{form}.toml")["section"] for field in section["field"]
    ]
    return {option["id"] for field in fields if field["id"] == field_id for option in field["option"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_has_the_same_parts_as_in_english(language):
    ours, english = (procedure.Guides(RESOURCES / "guide", code) for code in (language, "en"))
    assert ours.problems() == []
    for file in procedure.FILES:
        for step in procedure.STEPS:
            here, there = ours.shipped(file, step), english.shipped(file, step)
            for part in PARTS:
                assert len(here.hints(part)) == len(there.hints(part)), (file, step, part)
            assert bool(here.because) is bool(there.because), (file, step)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_failure_has_a_file_and_every_nature_of_a_second_one_a_sentence(language):
    files = {path.stem for path in (RESOURCES / "guide" / language).glob("*.toml")}
    assert files == {"any", "second_failure", "feelings", *procedure.FAILURE_KINDS}
    guides = procedure.Guides(RESOURCES / "guide", language)
    for nature in ("could_not", "did_not_keep_word", "both"):
        assert guides.shipped(f"second_failure.{nature}", "apology").you_could_say


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lexicon_has_sixty_entries_or_more_over_all_kinds(language):
    entries = load_lexicon(RESOURCES / "wording" / f"{language}.toml").entries
    assert len(entries) >= 60
    assert {entry.kind for entry in entries} >= set(KINDS) - {"but_after_apology"}


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_letters_know_every_answer_that_the_forms_offer(language):
    letter = templates.load_templates(RESOURCES / "letters", language)
    assert set(letter.words["feelings"]) == options("apology", "feeling_named") - {"other"}
    assert set(letter.words["costs"]) == options("review", "what_it_cost_them")
    assert set(slots.OUTCOMES) == options("review", "suggestion_outcome")
    assert set(slots.REASONS) == options("review", "suggestion_reason")
    assert set(slots.ROOT_CAUSES) == options("logging", "root_cause") - {"unknown"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_and_guide_know_every_answer_that_the_forms_offer(language):
    letter = templates.load_templates(RESOURCES / "letters", language)
    guides = procedure.Guides(RESOURCES / "guide", language)
    feelings = options("apology", "feeling_named") - {"other"}
    assert set(letter.words["feelings"]) == feelings
    assert set(guides.feelings.words) == feelings
    assert set(letter.words["costs"]) == options("review", "what_it_cost_them")
    assert set(templates.ENTITLEMENTS) == options("resolution", "entitlement_kind")
    assert set(procedure.FAILURE_KINDS) == options("review", "failure_kind")
    assert set(procedure.FAILURE_NATURES) == options("review", "failure_nature")


@pytest.mark.parametrize(("language", "kind"), [*product(WRITTEN_LANGUAGES, LetterKind)])
def test_no_form_of_words_stands_twice_in_a_letter(language, kind):
    for slot, ways in templates.load_templates(RESOURCES / "letters", language, kind).sentences.items():
        assert len(ways) == len(set(ways)), slot
