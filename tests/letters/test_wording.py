"""The thank-you letter: every case gives a whole letter of the right length, and nothing in it hurts."""

import itertools
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from desktop_cs.cases.failure_kinds import FAILURE_KINDS
from desktop_cs.cases.steps import Step
from desktop_cs.guide.lexicon import load_lexicon
from desktop_cs.guide.wording_check import check, sentences
from desktop_cs.i18n import LANGUAGES
from desktop_cs.letters.blocks import Role
from desktop_cs.letters.facts import LetterFacts, PromiseTold, gaps_in, missing_facts
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.likeness import TOO_ALIKE, share_of_same_sentences
from desktop_cs.letters.templates import ENTITLEMENTS
from desktop_cs.letters.wording import compose, length_of, load_templates
from desktop_cs.places import resources_dir

WORDED = {
    "en": LetterFacts(
        language="en",
        day=date(2026, 11, 22),
        signer="Tom Baker",
        customer="Wang Li",
        form_of_address="Mrs",
        shop="Corner Electric",
        failure_kind="faulty_again",
        product="Tumble dryer",
        one_line="dryer fails again",
        happened_on=date(2026, 11, 9),
        cost=("time", "trust"),
        feelings=("let_down", "tired_of_it"),
        suggestion="test it longer",
        finding="upheld",
        entitlement_kind="repair",
        goodwill=("loan dryer",),
        extras=("Call by the technician himself",),
        first_helper="Anna Berg",
        promises_kept=(PromiseTold("dryer repaired", date(2026, 11, 13)),),
        accepts="yes",
        second_failure=True,
    ),
    "zh_CN": LetterFacts(
        language="zh_CN",
        day=date(2026, 11, 22),
        signer="陈明",
        customer="王丽",
        form_of_address="女士",
        shop="街角电器行",
        failure_kind="faulty_again",
        product="烘干机",
        one_line="烘干机修后又坏",
        happened_on=date(2026, 11, 9),
        cost=("time", "trust"),
        feelings=("let_down", "tired_of_it"),
        suggestion="多试几天再交货",
        finding="upheld",
        entitlement_kind="repair",
        goodwill=("备用烘干机一台",),
        extras=("技术员亲自回电",),
        first_helper="李静",
        promises_kept=(PromiseTold("修好烘干机", date(2026, 11, 13)),),
        accepts="yes",
        second_failure=True,
    ),
}
BOUNDS = {"en": (60, 110), "zh_CN": (90, 160)}
FULL_STOPS = {"en": ".", "zh_CN": "。"}


@cache
def templates(language):
    return load_templates(resources_dir() / "letters", language)


@cache
def lexicon(language):
    return load_lexicon(resources_dir() / "wording" / f"{language}.toml")


def text_of(facts, seed=0):
    return "\n".join(block.text for block in compose(facts, templates(facts.language), seed))


def with_role(facts, role, seed=0):
    return [block.text for block in compose(facts, templates(facts.language), seed) if block.role is role]


def letters_of_every_kind(language):
    """Yield the facts of every kind of failure with everything known, with little known, and in between."""
    full = WORDED[language]
    bare = replace(
        LetterFacts(language, full.day, full.signer),
        customer=full.customer,
        form_of_address=full.form_of_address,
    )
    open_promise = (replace(full.promises_kept[0], day=date(2026, 12, 1)),)
    middles = (
        full,
        bare,
        replace(full, product="", one_line="", promises_open=open_promise, second_failure=False),
        replace(full, product="", happened_on=None, cost=("plans", "face"), feelings=(), happened_again=True),
        replace(
            bare, feelings=("worried",), shop=full.shop, promises_open=open_promise, first_helper=full.signer
        ),
        replace(full, goodwill=(), extras=(), promises_kept=(), suggestion="", second_failure=False),
    )
    ends = itertools.product(
        ENTITLEMENTS, ("", "upheld", "not_upheld"), ("gladly", "reluctantly", "not_asked_yet")
    )
    for kind, middle, (entitlement, finding, accepts) in itertools.product(
        FAILURE_KINDS, middles, list(ends)
    ):
        yield replace(
            middle, failure_kind=kind, entitlement_kind=entitlement, finding=finding, accepts=accepts
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_has_the_length_of_a_page_written_by_hand(language):
    least, most = BOUNDS[language]
    for number, facts in enumerate(letters_of_every_kind(language)):
        blocks = compose(facts, templates(language), number)
        assert least <= length_of(blocks, templates(language)) <= most, text_of(facts, number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_is_made_of_whole_sentences(language):
    stop = FULL_STOPS[language]
    for number, facts in enumerate(letters_of_every_kind(language)):
        bodies = with_role(facts, Role.BODY, number)
        assert 2 <= len(bodies) <= 3
        for body in bodies:
            assert body.endswith(stop)
            assert body[0].isupper() or language == "zh_CN"
            assert not any(
                wrong in body for wrong in ("[", "]", "{", "}", "  ", " .", " ,", "，。", "、。", "的的")
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wording_check_finds_nothing_in_any_letter(language):
    texts = [text_of(facts, number) for number, facts in enumerate(letters_of_every_kind(language))]
    said = {text[start:end].strip() for text in texts for start, end in sentences(text)}
    names = {"en": ("Wang",), "zh_CN": ("王", "王丽")}[language]
    assert [text for text in (*sorted(said), *texts[::50]) if check(text, lexicon(language), names)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wording_check_finds_nothing_in_any_way_of_saying_anything(language):
    for slot, ways in templates(language).sentences.items():
        for way in ways:
            assert check(way, lexicon(language)) == [], slot


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_seed_gives_the_same_letter_and_others_differ(language):
    letters = [text_of(WORDED[language], seed) for seed in range(20)]
    assert letters == [text_of(WORDED[language], seed) for seed in range(20)]
    assert len(set(letters)) >= 18


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_about_the_same_case_seldom_sound_alike(language):
    """The same facts are the hardest case: only the choice of words can tell two letters apart."""
    letters = [compose(WORDED[language], templates(language), seed) for seed in range(24)]
    shares = sorted(share_of_same_sentences(*pair) for pair in itertools.combinations(letters, 2))
    assert shares[len(shares) // 2] <= 0.5
    assert sum(share > TOO_ALIKE for share in shares) <= 0.2 * len(shares)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slot_has_more_than_one_way_of_saying_it(language):
    frame = {"salutation", "salutation_nameless", "closing"}
    counts = Counter(
        {slot: len(ways) for slot, ways in templates(language).sentences.items() if slot not in frame}
    )
    assert min(counts.values()) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_from_a_case_that_was_logged_well(language):
    assert missing_facts(WORDED[language]) == []


def test_each_missing_fact_is_asked_for_in_a_sentence():
    asked = missing_facts(LetterFacts("en", date(2026, 11, 22), ""))
    assert len(asked) == 6
    assert asked[0] == "Who is the letter to? Add the customer's name."
    assert all(sentence.endswith(".") for sentence in asked)


def test_each_missing_fact_names_the_step_that_asks_for_it():
    bare = LetterFacts("en", date(2026, 11, 22), "")
    for kind in LetterKind:
        for gap in gaps_in(replace(bare, kind=kind)):
            named = [step for step in Step if step.value.capitalize() in gap.sentence]
            assert not named or [gap.step] == named
            assert gap.step == "" or Step(gap.step)
    assert [gap.step for gap in gaps_in(bare)] == ["", "", "review", "resolution", "", "review"]


def test_one_detail_of_their_own_is_enough():
    for detail in ({"product": "kettle"}, {"cost": ("time",)}, {"feelings": ("angry",)}):
        facts = replace(WORDED["en"], product="", cost=(), feelings=(), happened_on=None)
        assert len(missing_facts(facts)) == 1
        assert missing_facts(replace(facts, **detail)) == []


def test_the_english_letter_follows_its_conventions():
    roles = [block.role for block in compose(WORDED["en"], templates("en"), 3)]
    assert roles[:2] == [Role.DATE, Role.SALUTATION]
    assert roles[-3:] == [Role.CLOSING, Role.SIGNATURE, Role.SIGNATURE]
    assert set(roles[2:-3]) == {Role.BODY}
    assert with_role(WORDED["en"], Role.DATE) == ["22 November 2026"]
    assert with_role(WORDED["en"], Role.SALUTATION) == ["Dear Mrs Wang,"]
    assert with_role(WORDED["en"], Role.SIGNATURE) == ["Tom Baker", "Corner Electric"]


def test_a_letter_to_the_united_states_writes_its_days_so():
    facts = replace(WORDED["en"], country="US", promises_open=(PromiseTold("new belt", date(2026, 12, 1)),))
    assert with_role(facts, Role.DATE) == ["November 22, 2026"]
    assert "December 1" in text_of(facts)
    assert "1 December" not in text_of(facts)


def test_the_chinese_letter_follows_its_conventions():
    facts = WORDED["zh_CN"]
    lines = text_of(facts).splitlines()
    assert lines[:2] == ["尊敬的王女士：", "您好！"]
    assert lines[-5:] == ["此致", "敬礼！", "街角电器行", "陈明", "2026年11月22日"]
    assert with_role(facts, Role.CLOSING_FLUSH) == ["敬礼！"]
    assert with_role(facts, Role.GREETING) == ["您好！"]


def test_without_a_form_of_address_the_whole_name_stands():
    assert with_role(replace(WORDED["en"], form_of_address=""), Role.SALUTATION) == ["Dear Wang Li,"]
    assert with_role(replace(WORDED["zh_CN"], form_of_address=""), Role.SALUTATION) == ["尊敬的王丽："]


def test_without_a_name_nobody_is_called_by_a_wrong_one():
    assert with_role(replace(WORDED["en"], customer=""), Role.SALUTATION) == ["Good day,"]
    assert with_role(replace(WORDED["zh_CN"], customer=" "), Role.SALUTATION) == ["尊敬的顾客："]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_helped_is_named_and_the_signer_says_i(language):
    facts = WORDED[language]
    assert facts.first_helper in text_of(facts)
    own = text_of(replace(facts, first_helper=facts.signer))
    assert own.count(facts.signer) == 1
    assert {"en": "I ", "zh_CN": "我"}[language] in own


@pytest.mark.parametrize("language", LANGUAGES)
def test_their_own_words_and_suggestion_are_never_quoted(language):
    facts = replace(WORDED[language], suggestion="you fools, 你们这帮骗子", second_failure=False)
    said = "".join(text_of(facts, seed) for seed in range(10))
    assert "fools" not in said
    assert "骗子" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_promise_is_told_that_the_case_does_not_hold(language):
    facts = WORDED[language]
    words = {"en": "still", "zh_CN": ("没有忘", "欠您", "记着")}[language]
    for seed in range(12):
        ending = with_role(facts, Role.BODY, seed)[-1]
        assert not any(word in ending for word in ([words] if isinstance(words, str) else words))


def test_an_open_promise_is_told_with_its_day():
    facts = replace(WORDED["en"], promises_open=(PromiseTold("Call by the manager", date(2026, 11, 24)),))
    assert "a call by the manager, by 24 November" in text_of(facts)
    unreadable = replace(facts, promises_open=(PromiseTold("CALL!!! b4 5pm (he said)", date(2026, 11, 24)),))
    assert "b4" not in text_of(unreadable)
    assert "24 November" in text_of(unreadable)


def test_a_matter_that_was_not_our_fault_is_not_called_our_mistake():
    for language, words in (("en", ("mistake", "ours")), ("zh_CN", ("过错", "责任", "没有做好"))):
        facts = replace(WORDED[language], finding="not_upheld", second_failure=False)
        for seed in range(12):
            assert not any(word in text_of(facts, seed) for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_typed_by_staff_that_a_letter_never_holds_are_left_out(language):
    typed = {
        "en": ("10% voucher", "Gift card", "labour waived", "He gets a new one", "none, because it was fine"),
        "zh_CN": ("优惠券一张", "会员积分", "免收人工费", "他要的新机", "无，因为已经很好"),
    }[language]
    facts = replace(
        WORDED[language],
        goodwill=typed,
        extras=typed,
        product=typed[0],
        one_line=typed[1],
        second_failure=False,
    )
    for seed in range(12):
        said = text_of(facts, seed)
        assert not any(words in said for words in typed)
        assert check(said, lexicon(language)) == []


def test_a_line_of_the_case_is_used_only_where_it_reads_well():
    facts = replace(
        WORDED["en"], product="", failure_kind="how_we_behaved", one_line="A rude answer on the phone"
    )
    assert "about a rude answer on the phone" in text_of(facts)
    assert "rude" not in text_of(replace(facts, one_line="was rude 2x on phone!!"))
    assert "Rude answer" not in text_of(replace(facts, one_line="Rude answer on the phone"))
    chinese = replace(WORDED["zh_CN"], product="", one_line="电话里答话生硬")
    assert "电话里答话生硬的情况" in text_of(chinese)


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_names_still_leave_a_letter_of_one_page(language):
    least, most = BOUNDS[language]
    long = {
        "en": {
            "customer": "Maria Magdalena Habsburg",
            "signer": "Dr Johann Sebastian Mayer",
            "first_helper": "Anna Maria von Berg",
            "shop": "The Old Corner Electric Shop",
            "product": "heated outdoor garden lounge chair",
        },
        "zh_CN": {
            "customer": "欧阳慧敏",
            "signer": "司马相如",
            "first_helper": "上官婉儿",
            "shop": "城南街角家用电器维修行",
            "product": "智能恒温蒸汽挂烫机",
        },
    }[language]
    for kind, seed in itertools.product(FAILURE_KINDS, range(8)):
        facts = replace(WORDED[language], failure_kind=kind, accepts="reluctantly", **long)
        blocks = compose(facts, templates(language), seed)
        assert least <= length_of(blocks, templates(language)) <= most, text_of(facts, seed)


@pytest.mark.parametrize("solved", ["not_yet", "cannot_be"])
def test_a_repair_that_is_not_done_is_not_told_as_done(solved):
    facts = replace(WORDED["en"], problem_solved=solved, promises_kept=())
    for seed in range(12):
        body = " ".join(
            block.text for block in compose(facts, load_templates(resources_dir() / "letters", "en"), seed)
        )
        assert "the repair for you" not in body
        assert "put it right" not in body.replace("We had put it right once", "").replace(
            "after we had put it right", ""
        )


def test_a_complaint_that_was_not_upheld_names_no_repair_of_ours_that_failed():
    words = load_templates(resources_dir() / "letters", "en")
    facts = replace(WORDED["en"], finding="not_upheld", happened_again=True)
    for seed in range(12):
        body = " ".join(block.text for block in compose(facts, words, seed))
        assert "put it right once" not in body
        assert "after we had put it right" not in body
