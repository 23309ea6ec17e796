"""Every kind of letter in every language: whole, of the right length, and nothing in it that is not so."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, pairwise, product

import pytest

from desktop_cs.cases.failure_kinds import FAILURE_KINDS
from desktop_cs.guide.lexicon import load_lexicon
from desktop_cs.guide.wording_check import check, sentences
from desktop_cs.i18n import LANGUAGES
from desktop_cs.letters.blocks import Role
from desktop_cs.letters.facts import kinds_for, missing_facts
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.languages import WRITTEN_LANGUAGES
from desktop_cs.letters.likeness import alike_pairs
from desktop_cs.letters.slots import ENTITLEMENTS, OUTCOMES, REASONS, ROOT_CAUSES
from desktop_cs.letters.wording import compose, length_of
from desktop_cs.places import resources_dir
from tests.letters.letter_facts import KNOWN, bare, open_promise, optional_facts, templates, without

EVERY = [*product(WRITTEN_LANGUAGES, LetterKind)]
every_kind = pytest.mark.parametrize(("language", "kind"), EVERY)
every_language = pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
BOUNDS = {"en": (58, 120), "ru": (52, 120), "zh_CN": (100, 200), "zh_TW": (100, 200)}
LEAST_OF_ALL = {"en": 40, "ru": 35, "zh_CN": 70, "zh_TW": 70}  # where nothing is known of the case
STOPS = {"en": ".", "ru": ".", "zh_CN": "。", "zh_TW": "。"}
BROKEN = re.compile(
    r"[\[\]{}]|  |[ ][.,;:!?]|，。|、。|的的|，，|。。|\.\.|\bNone\b"
    r"|\b(?:в в|на на|с с|of of|the the|it it)\b|\ba [aeio]"
)


def blocks_of(facts, seed=0):
    return compose(facts, templates(facts.language, facts.kind), seed)


def body(facts, seed=0):
    return "\n".join(block.text for block in blocks_of(facts, seed) if block.role is Role.BODY)


def every_turn(language, kind):
    """Yield the facts of many cases: what failed, how it ended, and what is known of it."""
    full = KNOWN[language, kind]
    promised = (open_promise(language),)
    ends = product(
        ("yes", "partly", "not_yet", "cannot_be"), ("upheld", "not_upheld", ""), ("yes", "reluctantly")
    )
    turns = [
        {"problem_solved": solved, "finding": finding, "accepts": accepts}
        for solved, finding, accepts in ends
    ]
    for number, failure in enumerate(FAILURE_KINDS):
        for at, turn in [*enumerate(turns)][number % 2 :: 2]:
            pick = number + at // 2
            yield replace(
                full,
                **turn,
                failure_kind=failure,
                root_cause=ROOT_CAUSES[pick % len(ROOT_CAUSES)],
                entitlement_kind=ENTITLEMENTS[pick % len(ENTITLEMENTS)],
                suggestion_outcome=OUTCOMES[pick % len(OUTCOMES)],
                suggestion_reason=REASONS[at % len(REASONS)],
                suggestion_promise=promised[0] if pick % 2 else None,
                promises_open=promised if pick % 3 == 0 else (),
                happened_again=failure == "faulty_again",
                repair_status=("fixed", "no_fault_found", "end_of_life", "")[pick % 4],
                work=full.work if pick % 2 else (),
                first_helper=full.signer if pick % 5 == 0 else full.first_helper,
                product=full.product if pick % 4 else "",
                happened_on=full.happened_on if pick % 3 else None,
            )


@cache
def lexicon(language):
    return load_lexicon(resources_dir() / "wording" / f"{language}.toml")


@every_kind
def test_a_letter_of_a_case_well_known_has_the_length_of_a_page_by_hand(language, kind):
    least, most = BOUNDS[language]
    for seed in range(30):
        blocks = blocks_of(KNOWN[language, kind], seed)
        assert least <= length_of(blocks, templates(language, kind)) <= most


@every_kind
def test_every_turn_of_a_case_gives_a_whole_letter(language, kind):
    least, most = LEAST_OF_ALL[language], BOUNDS[language][1]
    for seed, facts in enumerate(every_turn(language, kind)):
        blocks = blocks_of(facts, seed)
        assert least <= length_of(blocks, templates(language, kind)) <= most, body(facts, seed)
        for paragraph in body(facts, seed).splitlines():
            assert paragraph.endswith(STOPS[language])
            assert not BROKEN.search(paragraph), paragraph


@every_kind
def test_nothing_but_a_name_still_gives_a_letter(language, kind):
    for seed in range(8):
        blocks = blocks_of(bare(language, kind), seed)
        assert length_of(blocks, templates(language, kind)) >= LEAST_OF_ALL[language]
        assert not any(BROKEN.search(block.text) for block in blocks)


@every_kind
def test_any_single_fact_may_be_unknown(language, kind):
    for seed, name in enumerate(optional_facts()):
        facts = without(KNOWN[language, kind], name)
        assert not any(BROKEN.search(block.text) for block in blocks_of(facts, seed)), name
        assert body(facts, seed)


@every_kind
def test_the_same_seed_words_it_alike_and_others_differ(language, kind):
    facts = KNOWN[language, kind]
    letters = [blocks_of(facts, seed) for seed in range(20)]
    assert letters == [blocks_of(facts, seed) for seed in range(20)]
    assert len({body(facts, seed) for seed in range(20)}) >= 15


@every_kind
def test_letters_about_the_same_case_are_seldom_too_alike(language, kind):
    """The same facts are the hardest case: only the choice of words can tell two letters apart."""
    letters = [blocks_of(KNOWN[language, kind], seed) for seed in range(24)]
    pairs = len([*combinations(letters, 2)])
    assert len(alike_pairs(letters)) <= 0.25 * pairs


@pytest.mark.parametrize(("language", "kind"), [*product(LANGUAGES, LetterKind)])
def test_the_wording_check_finds_nothing_in_any_way_of_saying_anything(language, kind):
    for slot, ways in templates(language, kind).sentences.items():
        for way in ways:
            assert check(way, lexicon(language)) == [], (slot, way)


@pytest.mark.parametrize(("language", "kind"), [*product(LANGUAGES, LetterKind)])
def test_the_wording_check_finds_nothing_in_any_letter(language, kind):
    texts = [body(facts, seed) for seed, facts in enumerate(every_turn(language, kind))]
    said = {text[start:end].strip() for text in texts for start, end in sentences(text)}
    assert [text for text in (*sorted(said), *texts[::20]) if check(text, lexicon(language))] == []


@pytest.mark.parametrize(("language", "kind"), [*product(("en", "ru"), LetterKind)])
def test_a_sentence_of_a_letter_seldom_begins_like_the_one_before_it(language, kind):
    alike = 0
    turns = [*every_turn(language, kind)]
    for seed, facts in enumerate(turns):
        told = re.findall(r"[^.!?]+[.!?]", body(facts, seed))
        openings = [" ".join(one.split()[:2]) for one in told]
        alike += any(first == second for first, second in pairwise(openings))
    assert alike <= 0.06 * len(turns)


@every_kind
def test_every_slot_of_a_kind_has_two_ways_of_saying_it(language, kind):
    frame = {"salutation", "salutation_dear", "salutation_nameless", "closing"}
    found = templates(language, kind).sentences
    assert [slot for slot, ways in found.items() if len(set(ways)) < 2 and slot not in frame] == []


@every_kind
def test_the_facts_that_a_kind_cannot_do_without_are_asked_for(language, kind):
    assert missing_facts(KNOWN[language, kind]) == []
    asked = missing_facts(replace(bare(language, kind), customer=" ", signer=""))
    assert asked[:2] == [
        "Who is the letter to? Add the customer's name.",
        "Who signs it? A letter comes from a person.",
    ]
    assert len(asked) >= 4
    assert all(sentence.endswith(".") for sentence in asked)


@pytest.mark.parametrize(
    ("kind", "unknown", "asked"),
    [
        (LetterKind.THANK_YOU, ("failure_kind",), "What went wrong? Choose it in Review."),
        (LetterKind.THANK_YOU, ("first_helper",), "Who helped them? Name the first helper."),
        (LetterKind.SORRY, ("problem_solved",), "Is it put right by now? Say so in Resolution."),
        (LetterKind.SUGGESTION, ("suggestion",), "What did they suggest? Note it in Review."),
        (
            LetterKind.SUGGESTION,
            ("suggestion_outcome",),
            "What became of the suggestion? Choose it in Review, below the suggestion.",
        ),
        (LetterKind.GOOD_BYE, ("product",), "Which device goes home? Name the product in Review."),
        (
            LetterKind.GOOD_BYE,
            ("work",),
            "What was done to it? Note the work in Resolution, below the repair.",
        ),
    ],
)
def test_a_missing_fact_is_asked_for_where_it_is_to_be_added(kind, unknown, asked):
    assert asked in missing_facts(without(KNOWN["en", kind], *unknown))


def test_an_apology_for_what_is_not_put_right_says_what_comes_next():
    facts = replace(KNOWN["en", LetterKind.SORRY], problem_solved="not_yet")
    (asked,) = missing_facts(facts)
    assert asked == "What happens next, and by when? Add a promise with its day in Resolution."
    assert missing_facts(replace(facts, promises_open=(open_promise("en"),))) == []
    assert missing_facts(replace(facts, problem_solved="cannot_be")) == []


@every_language
@pytest.mark.parametrize("solved", ["partly", "not_yet", "cannot_be"])
def test_an_apology_for_what_is_not_put_right_does_not_sound_as_if_it_were(language, solved):
    facts = replace(KNOWN[language, LetterKind.SORRY], problem_solved=solved, promises_kept=())
    ways = templates(language, LetterKind.SORRY).sentences
    for seed in range(8):
        told = body(facts, seed)
        assert any(way in told for way in ways["next.not_at_peace"])
        assert any(way in told for way in ways[f"state.{solved}"])


def test_a_device_that_is_not_mended_yet_does_not_go_home():
    facts = replace(KNOWN["en", LetterKind.GOOD_BYE], problem_solved="not_yet")
    assert missing_facts(facts) == ["Is it put right by now? Say so in Resolution."]


def test_an_answer_to_a_suggestion_says_why_not_or_when():
    facts = KNOWN["en", LetterKind.SUGGESTION]
    (why,) = missing_facts(replace(facts, suggestion_outcome="not_now"))
    assert why.startswith("Why not for now?")
    (when,) = missing_facts(replace(facts, suggestion_outcome="looking"))
    assert when.startswith("By when will they hear?")
    promise = open_promise("en")
    assert missing_facts(replace(facts, suggestion_outcome="looking", suggestion_promise=promise)) == []


def test_a_device_that_goes_home_as_it_came_needs_no_work():
    facts = without(KNOWN["en", LetterKind.GOOD_BYE], "work")
    assert missing_facts(replace(facts, repair_status="no_fault_found")) == []


@every_language
def test_an_apology_tells_nothing_as_done_that_is_not(language):
    facts = replace(KNOWN[language, LetterKind.SORRY], promises_open=(open_promise(language),))
    done = templates(language, LetterKind.SORRY).sentences["done.repair"]
    for seed, solved in product(range(10), ("not_yet", "cannot_be")):
        told = body(replace(facts, problem_solved=solved), seed)
        for way in done:
            fixed = max(re.split(r"\{\w+\}", way), key=len).strip(" .。，")
            assert fixed not in told


@every_language
def test_an_open_promise_is_told_with_its_day_once(language):
    promise = open_promise(language)
    for kind in (LetterKind.SORRY, LetterKind.THANK_YOU, LetterKind.GOOD_BYE):
        facts = replace(KNOWN[language, kind], promises_open=(promise,), extras=(promise.what,), goodwill=())
        for seed in range(8):
            told = body(facts, seed)
            assert told.count(promise.what) == 1, told


@every_language
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_answer_says_what_became_of_the_suggestion(language, outcome):
    full = KNOWN[language, LetterKind.SUGGESTION]
    facts = replace(full, suggestion_outcome=outcome, suggestion_reason="no_room")
    ways = templates(language, LetterKind.SUGGESTION).sentences
    for seed in range(8):
        told = body(facts, seed)
        assert any(way in told for way in ways[f"outcome.{outcome}"])
        assert any(way in told for way in ways["reason.no_room"]) is (outcome == "not_now")


@every_language
def test_a_suggestion_was_made_on_the_day_they_told_us(language):
    facts = replace(KNOWN[language, LetterKind.SUGGESTION], suggestion="")
    letters = [body(facts, seed) for seed in range(12)]
    assert any("10" in letter for letter in letters)
    assert not any("9" in letter for letter in letters)


@every_language
def test_an_answer_tells_of_no_other_promise_than_its_own(language):
    facts = replace(
        KNOWN[language, LetterKind.SUGGESTION],
        suggestion_outcome="looking",
        promises_open=(open_promise(language, date(2026, 12, 24)),),
        suggestion_promise=open_promise(language, date(2026, 12, 9)),
    )
    for seed in range(8):
        assert "9" in body(facts, seed)
        assert "24" not in body(facts, seed)


@every_language
def test_the_name_of_the_thing_and_the_work_stand_in_a_good_bye(language):
    facts = KNOWN[language, LetterKind.GOOD_BYE]
    for seed in range(8):
        assert all(part.lower() in body(facts, seed).lower() for part in facts.work)
        assert "2027" in body(facts, seed) or language == "zh_TW"


@every_language
def test_words_of_a_work_that_do_not_read_well_are_left_out(language):
    typed = "JOB#17 !! swap PSU (he dropped it)"
    facts = replace(KNOWN[language, LetterKind.GOOD_BYE], work=(typed,))
    for seed in range(8):
        assert "PSU" not in body(facts, seed)


@pytest.mark.parametrize(
    ("product", "told"),
    [("phone", "charge it"), ("Bike", "brakes"), ("washing machine", "filter"), ("teapot", "first few days")],
)
def test_the_care_goes_with_the_device(product, told):
    facts = replace(KNOWN["en", LetterKind.GOOD_BYE], product=product)
    letters = [body(facts, seed) for seed in range(12)]
    assert any(told in letter for letter in letters)


def test_several_things_are_no_it():
    facts = replace(KNOWN["en", LetterKind.GOOD_BYE], product="headphones")
    letters = [body(facts, seed) for seed in range(12)]
    assert any("your headphones" in letter for letter in letters)
    assert not any("your headphones is" in letter or "headphones can" in letter for letter in letters)


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({}, "thank_you sorry suggestion good_bye"),
        ({"suggestion": ""}, "thank_you sorry good_bye"),
        ({"problem_solved": "not_yet"}, "sorry thank_you suggestion"),
        ({"problem_solved": ""}, "sorry thank_you suggestion"),
        ({"accepts": "no"}, "sorry thank_you suggestion good_bye"),
        ({"is_repair": False, "suggestion": " "}, "thank_you sorry"),
        ({"failure_kind": ""}, "good_bye suggestion"),
        ({"failure_kind": "", "problem_solved": "", "repair_status": "end_of_life"}, "good_bye suggestion"),
        ({"failure_kind": "", "is_repair": False, "suggestion": ""}, ""),
    ],
)
def test_the_kinds_that_suit_a_case_come_the_usual_one_first(changes, kinds):
    facts = replace(KNOWN["en", LetterKind.THANK_YOU], **changes)
    assert " ".join(kinds_for(facts)) == kinds


@every_language
def test_the_frame_follows_the_custom_of_the_language(language):
    roles = [block.role.value for block in blocks_of(KNOWN[language, LetterKind.SORRY])]
    frame = [role for role in roles if role != "body"]
    assert (
        frame
        == {
            "en": ["date", "salutation", "closing", "signature", "signature"],
            "ru": ["date", "salutation", "closing", "signature", "signature"],
            "zh_CN": ["salutation", "greeting", "closing", "closing_flush", "signature", "signature", "date"],
            "zh_TW": ["salutation", "closing", "closing_flush", "signature", "signature", "date"],
        }[language]
    )


def test_a_teacher_is_greeted_and_wished_well_as_a_teacher():
    for customer, form, salutation, wish in (
        ("王麗", "老師", "王老師道鑒：", "教安"),
        ("王麗", "女士", "王女士惠鑒：", "時祺"),
    ):
        blocks = blocks_of(
            replace(KNOWN["zh_TW", LetterKind.THANK_YOU], customer=customer, form_of_address=form)
        )
        told = {block.role: block.text for block in blocks}
        assert (told[Role.SALUTATION], told[Role.CLOSING_FLUSH]) == (salutation, wish)


@pytest.mark.parametrize(
    ("customer", "form", "salutation"),
    [
        ("Ольга Сергеевна Петрова", "", "Уважаемая Ольга Сергеевна!"),
        ("Петров Иван Петрович", "", "Уважаемый Иван Петрович!"),
        ("Петрова", "Mrs", "Уважаемая госпожа Петрова!"),
        ("Kim", "", "Здравствуйте, Kim!"),
        ("", "", "Здравствуйте!"),
    ],
)
def test_a_russian_letter_knows_whom_it_speaks_to(customer, form, salutation):
    blocks = blocks_of(replace(KNOWN["ru", LetterKind.SORRY], customer=customer, form_of_address=form))
    assert blocks[1].text == salutation


def test_a_letter_in_taiwan_counts_the_years_of_the_republic():
    facts = replace(KNOWN["zh_TW", LetterKind.SORRY], country="TW")
    assert blocks_of(facts)[-1].text.startswith("民國")
    assert blocks_of(replace(facts, country=""))[-1].text == "2026年11月22日"


@every_language
@pytest.mark.parametrize("kind", [LetterKind.THANK_YOU, LetterKind.SORRY])
def test_a_name_such_as_iphone_is_spelled_as_it_was_typed(language, kind):
    typed = {"zh_CN": {"one_line": "iPhone 15 黑屏"}, "zh_TW": {"one_line": "iPhone 15 黑畫面"}}
    thing = {"product": "", **typed[language]} if language in typed else {"product": "iPhone 15"}
    for day in (KNOWN[language, kind].happened_on, None):
        letters = [body(replace(KNOWN[language, kind], **thing, happened_on=day), seed) for seed in range(12)]
        assert all("iPhone 15" in letter for letter in letters)
        assert not any("IPhone" in letter for letter in letters)
