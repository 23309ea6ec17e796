"""The guide beside each step: the shipped files are whole, and mistakes in edited ones are named."""

import itertools
import shutil

import pytest

from desktop_cs.guide.lexicon import load_lexicon
from desktop_cs.guide.procedure import FAILURE_KINDS, FAILURE_NATURES, STEPS, GuideFileError, load_guides
from desktop_cs.guide.wording_check import check
from desktop_cs.i18n import LANGUAGES
from desktop_cs.places import resources_dir

NAMES = {"en": "Mrs Wang", "zh_CN": "王女士"}
GUIDE = resources_dir() / "guide"


@pytest.fixture(scope="module", params=LANGUAGES)
def guides(request):
    return load_guides(GUIDE, request.param)


@pytest.fixture
def english(tmp_path):
    return shutil.copytree(GUIDE / "en", tmp_path / "en")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems_in(folder):
    with pytest.raises(GuideFileError) as caught:
        load_guides(folder.parent, "en")
    return caught.value.problems


def every_case():
    return itertools.product(STEPS, ("", *FAILURE_KINDS), (False, True), ("", *FAILURE_NATURES))


def test_every_page_has_two_wordings_with_and_without_the_name(guides):
    name = NAMES[guides.language]
    for step, kind, second, nature in every_case():
        first = guides.page(step, kind, second, name, failure_nature=nature)
        assert first.wordings >= 2
        for wording in range(first.wordings):
            named = guides.page(
                step, kind, second, name, ("angry", "worried"), wording, failure_nature=nature
            )
            bare = guides.page(step, kind, second, "", (), wording, failure_nature=nature)
            assert name in named.say
            assert name not in bare.say
            assert not set("[]{}") & set(named.say + bare.say)
            assert bare.say[0] == bare.say[0].upper()
            assert named.listen_for
            assert named.better_not
            assert named.may_offer
            assert named.because


def test_the_wording_check_finds_nothing_in_what_one_could_say(guides):
    lexicon = load_lexicon(resources_dir() / "wording" / f"{guides.language}.toml")
    name = NAMES[guides.language]
    for advice in guides.advice.values():
        for phrase in advice.you_could_say:
            assert check(phrase.replace("{customer}", name), lexicon) == [], phrase


def test_every_kind_of_failure_has_its_own_sentences_at_every_step(guides):
    for step in STEPS:
        said = [guides.page(step, kind).say for kind in ("", *FAILURE_KINDS)]
        assert len(set(said)) == len(said)


def test_a_second_failure_changes_the_sentence_by_its_nature(guides):
    for step in ("apology", "resolution"):
        said = {
            nature: guides.page(step, "faulty", True, failure_nature=nature).say for nature in FAILURE_NATURES
        }
        assert len(set(said.values())) == len(FAILURE_NATURES)
        assert guides.page(step, "faulty").say not in said.values()


def test_the_nature_is_not_read_at_a_first_failure(guides):
    assert guides.page("apology", "late", failure_nature="both") == guides.page("apology", "late")


def test_after_a_second_failure_money_stands_among_what_is_better_not_done():
    page = load_guides(GUIDE, "en").page("apology", "faulty_again", True, failure_nature="both")
    assert any("Money first" in line for line in page.better_not)


def test_another_wording_never_ends(guides):
    assert guides.page("review", "late", wording=2) == guides.page("review", "late", wording=0)


def test_feelings_are_named_as_one_phrase():
    page = load_guides(GUIDE, "en").page(
        "apology", feelings=("angry", "let_down", "worried", "no_such_feeling")
    )
    assert "You feel angry, let down and worried, and I can see why." in page.say


def test_an_unknown_kind_gets_the_guide_for_every_case(guides):
    assert guides.page("review", "flooded") == guides.page("review")


def test_every_mistake_in_the_files_is_named_at_once(english):
    edit(english / "late.toml", "[review]", "[reviev]")
    edit(english / "faulty.toml", "better_not", "beter_not")
    edit(english / "damaged.toml", "{customer}", "{custmer}")
    edit(english / "delivery.toml", "[, {customer}]", " {customer}")
    (english / "flooded.toml").write_text("", encoding="utf-8")
    (english / "wrong_item.toml").unlink()
    (english / "feelings.toml").write_text('comma = ","\n[words]\nangry = 3\n', encoding="utf-8")
    problems = "\n".join(problems_in(english))
    for expected in (
        "flooded.toml: no kind of failure is called so",
        "late.toml: no step is called reviev (did you mean review?)",
        "faulty.toml, apology: nothing is called beter_not (did you mean better_not?)",
        "nothing is called {custmer} (did you mean customer?)",
        "delivery.toml, apology: put {customer} and the words around it in [square brackets]",
        "wrong_item.toml: the file is missing",
        "feelings.toml: needs comma, last_and",
    ):
        assert expected in problems


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (
            '[review]\nyou_could_say = ["I hear you[, {customer}]."]',
            "you_could_say needs at least two wordings",
        ),
        ('[review]\nyou_could_say = ["I hear you.", "Go on."]', "no wording carries the customer's name"),
        ("[review]\nlisten_for = 3", "listen_for must be a list of texts"),
        ("[review]\nbecause = 3", "because must be a text"),
        ("review = 3", "late.toml: no step is called review"),
    ],
)
def test_a_mistake_in_one_file_is_named(english, lines, problem):
    (english / "late.toml").write_text(lines, encoding="utf-8")
    assert any(problem in found for found in problems_in(english))


def test_a_step_without_any_sentence_is_a_mistake(english):
    (english / "any.toml").write_text('[review]\nbecause = "x"', encoding="utf-8")
    problems = problems_in(english)
    assert "any.toml: the step review has nothing under you_could_say" in problems
    assert "any.toml: the step logging is missing" in problems


def test_a_language_without_files_is_a_mistake_not_a_crash(tmp_path):
    with pytest.raises(GuideFileError) as caught:
        load_guides(tmp_path, "en")
    assert "any.toml: the file is missing" in caught.value.problems


def test_what_a_file_leaves_out_comes_from_the_guide_for_every_case(english):
    (english / "late.toml").write_text("", encoding="utf-8")
    guides = load_guides(english.parent, "en")
    assert guides.page("review", "late") == guides.page("review")
