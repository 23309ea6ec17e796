"""The guide beside each step: every case reads well, and what cannot be used never takes the guide away."""

import itertools
import shutil
from datetime import UTC, datetime

import pytest

from desktop_cs.guide.advice import PARTS
from desktop_cs.guide.edits import GuideEdit
from desktop_cs.guide.lexicon import load_lexicon
from desktop_cs.guide.procedure import FAILURE_KINDS, FAILURE_NATURES, FILES, STEPS, Guides
from desktop_cs.guide.wording_check import check
from desktop_cs.i18n import LANGUAGES
from desktop_cs.places import resources_dir

NAMES = {
    "en": ("Mrs Wang", "Madonna", "Deirdre O’Fallon", ""),
    "zh_CN": ("王女士", "欧阳先生", "Fallon女士", ""),
}
FELT = ((), ("angry",), ("angry", "worried"))
GUIDE = resources_dir() / "guide"
NOW = datetime(2026, 11, 2, 10, tzinfo=UTC)


@pytest.fixture(scope="module", params=LANGUAGES)
def guides(request):
    return Guides(GUIDE, request.param)


@pytest.fixture
def english(tmp_path):
    return shutil.copytree(GUIDE / "en", tmp_path / "en")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems_in(folder):
    return [problem.sentence for problem in Guides(folder.parent, "en").problems()]


def every_case():
    """Yield (step, kind, whether a second failure, nature) of every case there can be."""
    firsts = itertools.product(STEPS, ("", *FAILURE_KINDS), (False,), ("",))
    seconds = itertools.product(STEPS, ("", *FAILURE_KINDS), (True,), ("", *FAILURE_NATURES))
    return itertools.chain(firsts, seconds)


def reads_badly(text, language):
    """Return what is wrong with a sentence as it is said, or ""."""
    if set("[]{}") & set(text):
        return "a gap is left"
    if text != text.strip() or "  " in text or " ," in text or " ." in text or ",," in text:
        return "blanks or commas are left"
    if text[:1] in ",，。、.":
        return "it begins with a mark"
    if language == "en" and text[:1] != text[:1].upper():
        return "it begins with a small letter"
    if language == "zh_CN" and (
        " " in text.replace("Fallon", "") or any(one in text for one in ("，，", "。，", "，。"))
    ):
        return "blanks or marks are left"
    return ""


def test_every_wording_reads_well_for_every_case_name_and_feeling(guides):
    seen = 0
    for (step, kind, second, nature), name, felt in itertools.product(
        every_case(), NAMES[guides.language], FELT
    ):
        wordings = guides.page(step, kind, second, failure_nature=nature).wordings
        for wording in range(wordings):
            page = guides.page(step, kind, second, name, felt, wording, failure_nature=nature)
            assert not reads_badly(page.say.text, guides.language), (page.say.text, step, kind, name, felt)
            seen += 1
    assert seen > 5000


def test_the_customers_name_is_in_every_wording_and_left_out_where_nobody_knows_it(guides):
    name = NAMES[guides.language][0]
    for step, kind, second, nature in every_case():
        first = guides.page(step, kind, second, failure_nature=nature)
        for wording in range(first.wordings):
            named = guides.page(step, kind, second, name, (), wording, failure_nature=nature)
            bare = guides.page(step, kind, second, "", (), wording, failure_nature=nature)
            assert name in named.say.text
            assert name not in bare.say.text


def test_every_case_has_all_parts_at_every_step(guides):
    for step, kind, second, nature in every_case():
        page = guides.page(step, kind, second, failure_nature=nature)
        assert page.wordings >= 2
        assert all((page.listen_for, page.better_not, page.may_offer, page.because))


def test_every_hint_that_is_shipped_has_its_reason(guides):
    for file, step in itertools.product(FILES, STEPS):
        for part in PARTS:
            for hint in guides.shipped(file, step).hints(part):
                assert hint.because.strip(), (file, step, hint.text)
                assert not set("[]{}") & set(hint.because), hint.because


def test_no_hint_stands_twice_on_a_page_and_no_reason_repeats_its_hint(guides):
    for step, kind, second, nature in every_case():
        page = guides.page(step, kind, second, failure_nature=nature)
        hints = [*page.listen_for, *page.better_not, *page.may_offer]
        assert len({hint.text for hint in hints}) == len(hints), (step, kind)
        assert all(hint.because != hint.text for hint in hints)


def test_every_kind_of_failure_has_substance_of_its_own_at_every_step(guides):
    for kind, step in itertools.product(FAILURE_KINDS, STEPS):
        own = guides.shipped(kind, step)
        assert len(own.you_could_say) >= 2, (kind, step)
        assert len(own.listen_for) >= 2, (kind, step)
        if step != "logging":
            assert own.better_not, (kind, step)
            assert own.may_offer, (kind, step)


def test_what_is_said_for_one_kind_is_said_for_no_other(guides):
    for part in PARTS:
        said = [
            hint.text
            for kind, step in itertools.product(FAILURE_KINDS, STEPS)
            for hint in guides.shipped(kind, step).hints(part)
        ]
        assert len(said) == len(set(said)), [one for one in said if said.count(one) > 1]


def test_the_wording_check_finds_nothing_in_what_one_could_say(guides):
    lexicon = load_lexicon(resources_dir() / "wording" / f"{guides.language}.toml")
    name = NAMES[guides.language][0]
    for file, step in itertools.product(FILES, STEPS):
        for hint in guides.shipped(file, step).you_could_say:
            said = hint.text.replace("{customer}", name)
            assert [said[mark.start : mark.end] for mark in check(said, lexicon)] == [], said


def test_a_second_failure_changes_the_sentence_by_its_nature(guides):
    for step in ("apology", "resolution"):
        said = {
            nature: guides.page(step, "faulty", True, failure_nature=nature).say for nature in FAILURE_NATURES
        }
        assert len(set(said.values())) == len(FAILURE_NATURES)
        assert guides.page(step, "faulty").say not in said.values()


def test_the_nature_is_not_read_at_a_first_failure(guides):
    assert guides.page("apology", "late", failure_nature="both") == guides.page("apology", "late")


def test_after_a_second_failure_no_wording_of_any_nature_speaks_of_money_first(guides):
    """Apology or promise before money (Basso and Pizzutti 2016)."""
    money = {
        "en": ("money", "refund", "pay", "price", "voucher"),
        "zh_CN": ("钱", "退款", "赔", "优惠", "减价"),
    }
    for step, nature in itertools.product(("apology", "review", "resolution"), ("", *FAILURE_NATURES)):
        first = guides.page(step, "late", True, failure_nature=nature)
        for wording in range(first.wordings):
            said = guides.page(step, "late", True, wording=wording, failure_nature=nature).say.text.lower()
            assert not [word for word in money[guides.language] if word in said], said


def test_after_a_second_failure_money_stands_among_what_is_better_not_done():
    page = Guides(GUIDE, "en").page("apology", "faulty_again", True, failure_nature="both")
    assert any("Money first" in hint.text for hint in page.better_not)


def test_another_wording_never_ends(guides):
    first = guides.page("review", "late")
    assert guides.page("review", "late", wording=first.wordings) == first


def test_feelings_are_named_as_one_phrase():
    page = Guides(GUIDE, "en").page("apology", feelings=("angry", "let_down", "worried", "no_such_feeling"))
    assert "You feel angry, let down and worried, and I can see why." in page.say.text


def test_an_unknown_kind_gets_the_guide_for_every_case(guides):
    assert guides.page("review", "flooded") == guides.page("review")


def test_a_customer_whose_name_looks_like_a_gap_stays_a_name():
    page = Guides(GUIDE, "en").page("apology", customer="{feeling}", feelings=("angry",))
    assert "{feeling}" in page.say.text


def test_every_mistake_in_the_files_is_named_at_once(english):
    edit(english / "late.toml", "[review]", "[reviev]")
    edit(english / "faulty.toml", "better_not", "beter_not")
    edit(english / "damaged.toml", "{customer}", "{custmer}")
    (english / "flooded.toml").write_text("", encoding="utf-8")
    (english / "wrong_item.toml").unlink()
    (english / "feelings.toml").write_text('comma = ","\n[words]\nangry = 3\n', encoding="utf-8")
    problems = "\n".join(problems_in(english))
    for expected in (
        "flooded.toml: no kind of failure is called so",
        "no step is called reviev (did you mean review?)",
        "nothing is called beter_not (did you mean better_not?)",
        "nothing is called {custmer} (did you mean {customer}?)",
        "wrong_item.toml: the file is missing",
        "feelings.toml: needs comma, last_and",
    ):
        assert expected.replace("{customer}?", "customer?") in problems


def test_a_language_without_files_leaves_an_empty_page_and_says_what_is_missing(tmp_path):
    guides = Guides(tmp_path, "en")
    assert guides.page("apology", "late", customer="Mrs Wang").say.text == ""
    assert "any.toml: the file is missing" in [problem.sentence for problem in guides.problems()]


def test_a_file_edited_into_nonsense_leaves_the_guide_for_every_case(english):
    (english / "late.toml").write_text("[apology\nyou_could_say = [", encoding="utf-8")
    guides = Guides(english.parent, "en")
    assert guides.page("apology", "late") == guides.page("apology")
    assert [problem.sentence[:18] for problem in guides.problems()] == ["late.toml, line 1:"]


def test_what_a_file_leaves_out_comes_from_the_guide_for_every_case(english):
    (english / "late.toml").write_text("", encoding="utf-8")
    guides = Guides(english.parent, "en")
    assert guides.page("review", "late") == guides.page("review")


def own(text, file="late", step="apology"):
    return Guides(GUIDE, "en", [GuideEdit("en", file, step, text, NOW)])


def test_a_managers_version_stands_in_for_the_shipped_one():
    guides = own('listen_for = [{ text = "The bus they missed.", because = "It was the last." }]')
    page = guides.page("apology", "late")
    assert [(hint.text, hint.because) for hint in page.listen_for] == [
        ("The bus they missed.", "It was the last.")
    ]
    assert page.say == guides.page("apology").say
    assert guides.problems() == []


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "[" * 3000,
        'you_could_say = ["Only one[, {customer}]."]',
        'better_not = ["{custmer}"]',
        'you_could_say = "no list"',
        'listen_for = [{ txt = "x" }]',
    ],
)
def test_a_managers_version_that_cannot_be_read_gives_way_to_the_shipped_one(text):
    guides = own(text)
    assert guides.page("apology", "late") == Guides(GUIDE, "en").page("apology", "late")
    (problem,) = guides.problems()
    assert (problem.file, problem.step) == ("late", "apology")
    assert problem.sentence


def test_a_managers_version_for_every_case_needs_wordings():
    assert own('because = "Why"', file="any").problems()
    assert own('because = "Why"').problems() == []


def test_only_what_touches_a_page_is_told_beside_it():
    guides = own("nonsense")
    assert guides.problems_in(("late", "any"), ("apology",))
    assert guides.problems_in(("late", "any"), ("review",)) == []
    assert guides.problems_in(("damaged", "any"), ("apology",)) == []
