"""What the wording check marks, what it lets pass, and how seldom it is wrong."""

import csv
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from desktop_cs.guide.lexicon import KINDS, load_lexicon
from desktop_cs.guide.wording_check import WordingCheck, check, sentences
from desktop_cs.i18n import LANGUAGES
from desktop_cs.places import resources_dir

NEWS = resources_dir().parents[1] / "shared" / "data" / "ntrex_parallel_en_zhCN_zhTW_ru.csv"

SAID = Path(__file__).with_name("said")  # made up without looking at the lexicons
LEAST_ENTRIES, LEAST_OF_A_KIND, LEAST_SAID = 120, 4, 60
RECALL = 0.9  # share of the bad sentences of clerks that must be marked
ALARMS = 0.02  # share of news sentences that may be marked

MARKED = {
    "en": [
        ("I raised a ticket for you.", "jargon"),
        ("That is against company policy.", "policy_talk"),
        ("you probably used it wrongly", "blame"),
        ("That is the supplier's fault.", "blame"),
        ("We are sorry for the long wait, but it was a busy day.", "but_after_apology"),
        ("Thank you for telling us. However, we see it otherwise.", "but_after_apology"),
        ("I don't know.", "negative_phrase"),
        ("I’m afraid we can’t do that.", "negative_phrase"),
        ("I guarantee that it is dry by noon.", "beyond_authority"),
        ("Here is a voucher for you.", "selling"),
        ("It's only a scratch.", "belittling"),
        ("For that price you cannot ask for more.", "belittling"),
        ("all I can say is sorry", "helplessness"),
        ("I'd want a new one too.", "taking_sides"),
        ("To whom it may concern", "missing_title"),
    ],
    "zh_CN": [
        ("我已经为您提交工单。", "jargon"),
        ("这是公司规定。", "policy_talk"),
        ("可能是您使用不当。", "blame"),
        ("这是供应商的责任。", "blame"),
        ("很抱歉让您久等了，但是那天确实很忙。", "but_after_apology"),
        ("谢谢您告诉我们。不过我们的看法不同。", "but_after_apology"),
        ("这个我不知道。", "negative_phrase"),
        ("我们没办法做到。", "negative_phrase"),
        ("我保证不会再坏。", "beyond_authority"),
        ("随信送上一张优惠券。", "selling"),
        ("只是一点划痕而已。", "belittling"),
        ("这个价位的东西都这样。", "belittling"),
        ("我只能说抱歉。", "helplessness"),
        ("换了我也要换新的。", "taking_sides"),
        ("谢谢你的耐心。", "missing_title"),
    ],
}
PASSES = {
    "en": [
        "I don't know, but I'll find out for you",
        "I don't know, but I'll find out for you by four o'clock.",
        "We can't do that, but we can do this",
        "I'm sorry. I will mend it today.",
        "Thank you for telling us, Mrs Wang.",
        "You should have had it on Friday, and we did not call.",
        "We are sorry, we can't do that, but we can do this.",
    ],
    "zh_CN": [
        "这个我不知道，但我会为您问清楚",
        "我不清楚，不过我马上为您去问。",
        "这个我们做不到，但我们可以这样做",
        "很抱歉，那样做不到，但我们可以这样做。",
        "对不起，让您久等了。我们今天就修好。",
        "感谢您告诉我们这件事。",
    ],
}


@cache
def lexicon(language):
    return load_lexicon(resources_dir() / "wording" / f"{language}.toml")


def said(language):
    return tomllib.loads((SAID / f"{language}.toml").read_text(encoding="utf-8"))


def kinds(text, language, names=()):
    return [mark.kind for mark in check(text, lexicon(language), dict.fromkeys(names, ""))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_marked(language):
    for text, kind in MARKED[language]:
        assert kind in kinds(text, language), text
    assert {kind for _, kind in MARKED[language]} == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_sentences_pass(language):
    for text in PASSES[language]:
        assert kinds(text, language) == [], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_entries_or_a_rule(language):
    listed = {entry.kind for entry in lexicon(language).entries}
    assert listed | {"but_after_apology"} == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_many_entries_and_some_of_every_kind(language):
    entries = lexicon(language).entries
    by_kind = Counter(entry.kind for entry in entries)
    assert len(entries) >= LEAST_ENTRIES
    assert min(by_kind[kind] for kind in KINDS) >= LEAST_OF_A_KIND


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_clerks_say_is_marked_and_what_they_should_say_is_not(language):
    spoken = said(language)
    assert min(len(spoken["bad"]), len(spoken["good"])) >= LEAST_SAID
    found = [sentence for sentence in spoken["bad"] if kinds(sentence, language)]
    assert len(found) >= RECALL * len(spoken["bad"])
    assert [sentence for sentence in spoken["good"] if kinds(sentence, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_phrase_is_found_by_its_own_entry(language):
    for entry in lexicon(language).entries:
        for phrase in entry.phrases:
            spoken = phrase.replace("*", "").replace("...", " ")
            assert list(entry.found_in(spoken)), phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_listed_twice(language):
    phrases = [phrase for entry in lexicon(language).entries for phrase in entry.phrases]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_wrong_about_at_most_two_in_a_hundred_sentences_of_news(language):
    if not NEWS.is_file():
        pytest.skip("the news sentences (../shared/data) are not on this machine")
    with NEWS.open(encoding="utf-8", newline="") as file:
        texts = [row[language] for row in csv.DictReader(file)]
    marked = [text for text in texts if kinds(text, language)]
    assert len(marked) <= ALARMS * len(texts)


def test_a_mark_says_where_why_and_what_instead():
    text = "Sorry. You probably used it wrongly, we think."
    mark = check(text, lexicon("en"))[-1]
    assert text[mark.start : mark.end] == "used it wrongly"
    assert mark.reason
    assert mark.better
    assert mark.use


def test_words_inside_other_words_are_left_alone():
    assert kinds("A skunk, a whey drink and the relaxing TATE gallery.", "en") == []


def test_letters_for_insiders_are_only_marked_in_capitals():
    assert kinds("Your RMA is here.", "en") == ["jargon"]
    assert kinds("Dona Rma lives here.", "en") == []


def test_of_two_overlapping_marks_the_longer_stays():
    marks = check("We are sorry for any inconvenience.", lexicon("en"))
    assert [mark.kind for mark in marks] == ["negative_phrase"]


def test_but_two_sentences_later_is_free():
    assert kinds("I am sorry. It was our fault. But today it works.", "en") == []


def test_a_name_stands_with_its_form_of_address():
    assert kinds("Dear Wang,", "en", ("Wang",)) == ["missing_title"]
    assert kinds("Dear Mrs Wang, dear Mrs. Wang,", "en", ("Wang",)) == []
    assert kinds("尊敬的王丽：", "zh_CN", ("王丽",)) == ["missing_title"]
    assert kinds("尊敬的王丽女士：", "zh_CN", ("王丽",)) == []
    assert kinds("Wangari came.", "en", ("Wang",)) == []
    assert kinds("anything", "en", ("", " ")) == []


def test_a_name_with_its_form_in_one_of_the_languages_is_not_bare():
    both = WordingCheck([lexicon("en"), lexicon("zh_CN")], {"Wang": ""})
    assert both.marks("Dear Mrs Wang,") == both.marks("尊敬的Wang女士：") == []
    assert [mark.kind for mark in both.marks("Dear Wang,")] == ["missing_title"]


def test_a_name_with_signs_of_an_expression_is_taken_as_it_is():
    assert kinds("Dear O.K. (Li)*,", "en", ("O.K. (Li)*",)) == ["missing_title"]


def test_sentences_end_with_their_marks_and_lines():
    text = "One. Two!” Three\n\n四。五"
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "One.",
        "Two!”",
        "Three",
        "四。",
        "五",
    ]


def test_nothing_in_an_empty_text():
    assert check("", lexicon("en")) == []


def test_a_free_sentence_is_not_mistaken_for_its_opposite():
    assert kinds("We can't do that, but we can't do this either.", "en") != []
    assert kinds("This is 10% off, Mrs Wang.", "en") == ["selling"]
