"""The better wording takes the place of marked words, and the sentence around it still reads well."""

import pytest

from desktop_cs.guide.lexicon import load_lexicon
from desktop_cs.guide.rewording import rewording
from desktop_cs.guide.wording_check import Mark, check
from desktop_cs.i18n import LANGUAGES
from desktop_cs.places import resources_dir


def reworded(text, words, use, *, for_sentence=False):
    start = text.index(words)
    change = rewording(text, Mark(start, start + len(words), "blame", "r", "b", use, for_sentence))
    return change.done_to(text)


@pytest.mark.parametrize(
    ("text", "words", "use", "better"),
    [
        ("As you claim, it fell.", "you claim", "you told us", "As you told us, it fell."),
        ("You claim it fell.", "You claim", "you told us", "You told us it fell."),
        ("So I can't come.", "I can't", "what I can do is …:", "So what I can do is …: come."),
        ("Unfortunately, we close at six.", "Unfortunately", "", "We close at six."),
        ("We can, unfortunately, not come.", "unfortunately", "", "We can not come."),
        ("We can unfortunately not come.", "unfortunately", "", "We can not come."),
        ("We cannot come, unfortunately.", "unfortunately", "", "We cannot come."),
        ("We cannot come, unfortunately", "unfortunately", "", "We cannot come"),
        ("很遗憾，我们今天关门。", "很遗憾", "", "我们今天关门。"),
        ("Sorry for the wait, but it was long.", "but", ".", "Sorry for the wait. It was long."),
        ("Thank you. However, it is so.", "However", ".", "Thank you. It is so."),
        ("很抱歉让您久等了，但是那天很忙。", "但是", "。", "很抱歉让您久等了。那天很忙。"),
        ("One\nunfortunately two", "unfortunately", "", "One\nTwo"),
        ("Unfortunately", "Unfortunately", "", ""),
    ],
)
def test_words_give_way_to_better_ones(text, words, use, better):
    assert reworded(text, words, use) == better


@pytest.mark.parametrize(
    ("text", "words", "use", "better"),
    [
        ("Hello. I can't do it. Bye.", "I can't", "What I can do is …", "Hello. What I can do is … Bye."),
        ("Hello\n  no way\nBye", "no way", "What I can do is …", "Hello\n  What I can do is …\nBye"),
        ("您好！这是公司规定。再见。", "公司规定", "我们能做的是……", "您好！我们能做的是……再见。"),
    ],
)
def test_a_whole_sentence_gives_way(text, words, use, better):
    assert reworded(text, words, use, for_sentence=True) == better


def test_without_better_words_nothing_is_put_in():
    assert rewording("hm", Mark(0, 2, "blame", "r", "b")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_offers_better_words_that_are_not_marked_themselves(language):
    lexicon = load_lexicon(resources_dir() / "wording" / f"{language}.toml")
    assert lexicon.but_after.use
    for entry in lexicon.entries:
        assert entry.use is not None, entry.phrases[0]
        assert check(entry.use, lexicon) == [], entry.use


@pytest.mark.parametrize("language", LANGUAGES)
def test_using_it_takes_the_mark_away(language):
    lexicon = load_lexicon(resources_dir() / "wording" / f"{language}.toml")
    for entry in lexicon.entries:
        text = entry.phrases[0].replace("*", "").replace("...", " ")
        marks = [mark for mark in check(text, lexicon) if mark.reason == entry.reason]
        for mark in marks[:1]:
            left = check(rewording(text, mark).done_to(text), lexicon)
            assert entry.reason not in {one.reason for one in left}, text
