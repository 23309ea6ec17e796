"""A slip in words: honest about what is not known, what is late, what is done."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop_cs.places import resources_dir
from desktop_cs.slips.slip import PROMISED, PromiseOnSlip, Slip
from desktop_cs.slips.telling import Kind, parts, taken_at
from desktop_cs.slips.words import REMEDIES, load_slip_words

AT = datetime(2026, 11, 2, 15)  # noqa: DTZ001 (the shop's wall time, a Monday)
FRIDAY = datetime(2026, 11, 6, 10)  # noqa: DTZ001 (as above)
REPAIRED = PromiseOnSlip("Dryer repaired", AT, FRIDAY, "on Friday at ten", "Milan Horvat")
BARE = Slip("en", 7, AT, "Corner Store", problem="Dryer stands still")
WORDS = {language: load_slip_words(resources_dir() / "slips", language) for language in ("en", "zh_CN")}


def told(slip):
    """Return the paragraphs by heading."""
    found = parts(slip, WORDS[slip.language])
    return {part.heading: [paragraph.text for paragraph in part.paragraphs] for part in found}


def test_a_case_of_one_line_says_honestly_what_is_not_known():
    assert told(BARE) == {
        "What is wrong": ["Dryer stands still"],
        "What caused it": ["We do not know yet. We will tell you as soon as we do."],
        "What we do, and by when": ["We have not agreed a time yet. Please ask us for one."],
        "How we keep it from happening again": ["We can tell you once we know what caused it."],
        "Who to ask for": ["Corner Store"],
    }


def test_an_unknown_cause_is_told_by_the_time_that_was_promised():
    answer = PromiseOnSlip("Tell what we found out", AT, FRIDAY)
    assert told(replace(BARE, answer=answer))["What caused it"] == [
        "We do not know yet. We will tell you by Friday, 6 November at 10:00."
    ]
    known = told(replace(BARE, answer=answer, cause="The bearing, we think."))
    assert known["What caused it"] == [
        "The bearing, we think.",
        "We are still checking this, and will tell you by Friday, 6 November at 10:00.",
    ]
    assert "How we keep it from happening again" not in known


def test_an_answer_that_is_late_is_owned_up_to():
    late = PromiseOnSlip("Tell what we found out", AT - timedelta(days=2), AT - timedelta(hours=1))
    (sentence,) = told(replace(BARE, answer=late))["What caused it"]
    assert "by Monday, 2 November at 14:00" in sentence
    assert "we are late. We are sorry." in sentence


def test_a_promise_tells_its_time_its_words_and_who_sees_to_it():
    assert told(replace(BARE, promises=(REPAIRED,)))["What we do, and by when"] == [
        "Dryer repaired",
        "By Friday, 6 November at 10:00 (“on Friday at ten”). Milan Horvat sees to it.",
    ]


def test_words_said_on_an_earlier_day_stand_with_that_day():
    later = replace(BARE, at=AT + timedelta(days=1), promises=(replace(REPAIRED, told_as="in four days"),))
    assert told(later)["What we do, and by when"][2] == "We said on Monday, 2 November: “in four days”"


def test_a_late_promise_says_so_and_repeats_no_words_that_did_not_hold():
    late = replace(BARE, at=FRIDAY + timedelta(hours=1), promises=(REPAIRED,))
    what, sentence = told(late)["What we do, and by when"]
    assert what == "Dryer repaired"
    assert sentence.startswith("We promised it by Friday, 6 November at 10:00, and it is late. We are sorry.")
    assert "on Friday at ten" not in sentence


def test_a_time_in_another_year_has_its_year():
    next_year = replace(REPAIRED, due=FRIDAY.replace(year=2027), told_as="", by_whom="")
    assert told(replace(BARE, promises=(next_year,)))["What we do, and by when"][1] == (
        "By 6 Nov 2027 at 10:00."
    )


@pytest.mark.parametrize(
    ("solved", "sentence"),
    [
        ("yes", "It is put right."),
        ("cannot_be", "There is no way to put it right as you wished. Please ask us what we can do instead."),
    ],
)
def test_what_is_over_asks_for_no_time(solved, sentence):
    assert told(replace(BARE, remedy="repair", solved=solved))["What we do, and by when"] == [sentence]


@pytest.mark.parametrize("language", WORDS)
def test_every_remedy_is_told_in_plain_words_beside_the_promises(language):
    sentences = set()
    for remedy in REMEDIES:
        slip = replace(BARE, language=language, remedy=remedy, solved="not_yet", promises=(REPAIRED,))
        deeds = parts(slip, WORDS[language])[2]
        sentences.add(deeds.paragraphs[0].text)
        assert [one.kind for one in deeds.paragraphs] == [Kind.PLAIN, Kind.TO_DO, Kind.DETAIL]
    assert len(sentences) == len(REMEDIES)


@pytest.mark.parametrize("about", PROMISED)
def test_what_the_program_promised_is_told_in_the_language_of_the_slip(about):
    made = PromiseOnSlip("", AT, FRIDAY, about=about)
    english, chinese = (
        told(replace(BARE, language=language, promises=(made,)))[heading][0]
        for language, heading in (("en", "What we do, and by when"), ("zh_CN", "我们怎么办，什么时候办好"))
    )
    assert english.isascii()
    assert not chinese.isascii()


def test_what_was_promised_and_done_stands_with_its_day():
    slip = replace(BARE, solved="yes", kept=(replace(REPAIRED, done=FRIDAY - timedelta(days=1)),))
    assert told(slip)["What we do, and by when"][1] == "Dryer repaired: done on Thursday, 5 November."


def test_marks_within_the_customers_words_become_the_inner_ones():
    slip = replace(BARE, in_their_words=("He said “no” and hung up.", "Twice."))
    assert told(slip)["What is wrong"][1:] == ["You told us: “He said ‘no’ and hung up.”", "“Twice.”"]


def test_whoever_helps_is_named_with_the_phone_of_the_shop():
    slip = replace(BARE, ask_for=("Milan Horvat", "Aoife Byrne"), phone="01 555")
    assert told(slip)["Who to ask for"] == ["Milan Horvat or Aoife Byrne, phone 01 555"]
    assert "Who to ask for" not in told(replace(BARE, shop=""))


def test_chinese_is_told_as_a_shop_would_say_it():
    slip = replace(
        BARE, language="zh_CN", promises=(replace(REPAIRED, what="烘干机修好", told_as="周五十点"),)
    )
    assert told(slip)["我们怎么办，什么时候办好"] == [
        "烘干机修好",
        "11月6日星期五 10:00 之前办好（“周五十点”）。由Milan Horvat负责。",
    ]
    assert taken_at(slip, WORDS["zh_CN"]) == "2026年11月2日 15:00"


def test_braces_and_brackets_that_people_type_stay_what_they_are():
    slip = replace(BARE, problem="[x] {when} %s", cause="{name} [unknown", in_their_words=("{0}",))
    assert told(slip)["What is wrong"] == ["[x] {when} %s", "You told us: “{0}”"]
    assert told(slip)["What caused it"] == ["{name} [unknown"]
