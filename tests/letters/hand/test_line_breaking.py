"""Lines are broken where readers expect it, and gaps differ as they do in a hand."""

import numpy as np
import pytest

from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.line_breaking import NEVER_FIRST, NEVER_LAST, LineBreaker, Measure
from desktop_cs.letters.hand.styles import STYLES

MEASURE = Measure(latin_em=15, hanzi_em=15, x_height=5.1)
CHINESE = "您好！上周三（十一日）您说“一切顺利”的时候，我们很高兴；谢谢您——真的……《保修卡》也寄出了。" * 6


def lines(text, language="en", width=300.0, indent=0.0, seed=1):
    breaker = LineBreaker(width, MEASURE, STYLES["natural"], np.random.default_rng(seed))
    return breaker.lines(hand_for(language).signs(text), indent)


def texts(broken):
    return ["".join(sign.character for sign in line.signs) for line in broken]


def test_english_words_stay_whole_and_none_is_lost():
    text = "Thank you for telling us about the kettle, it was kind of you to come back twice. " * 4
    assert " ".join(texts(lines(text))) == " ".join(text.split())


@pytest.mark.parametrize("seed", range(8))
def test_no_chinese_line_begins_or_ends_with_a_mark_that_may_not(seed):
    broken = texts(lines(CHINESE, "zh_CN", seed=seed))
    assert len(broken) > 5
    assert "".join(broken) == CHINESE
    assert not [line for line in broken if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST]


@pytest.mark.parametrize("seed", range(6))
def test_no_line_begins_with_a_dash(seed):
    broken = texts(lines("Thank you — twice, in fact — for coming, – and for the cake. " * 5, seed=seed))
    assert not [line for line in broken if line[0] in "–—"]


def test_no_line_is_longer_than_the_paper_allows():
    for line in [*lines("Thank you for coming in. " * 20), *lines(CHINESE, "zh_CN")]:
        assert line.width <= 300


def test_a_word_longer_than_a_line_is_cut_rather_than_lost():
    broken = lines("x" * 90)
    assert len(broken) > 1
    assert "".join(texts(broken)) == "x" * 90
    assert max(line.width for line in broken) <= 300


def test_only_the_first_line_is_moved_in():
    first, second = lines("Thank you for coming in. " * 3, indent=24.0)[:2]
    assert first.starts[0] == 24.0
    assert second.starts[0] == 0.0


def test_gaps_between_words_differ_but_never_close():
    line = lines("so so so so so so so so so so so so", width=900)[0]
    gaps = [advance for sign, advance in zip(line.signs, line.advances, strict=True) if sign.is_gap]
    assert len(gaps) == 11
    assert np.std(gaps) > 0.1 * np.mean(gaps)
    assert min(gaps) >= 0.72 * MEASURE.x_height


def test_figures_stand_apart_so_that_a_number_can_be_read():
    for line in lines("6666 8888 0571 2222"):
        for at, (sign, after) in enumerate(zip(line.signs, line.signs[1:], strict=False)):
            if sign.character.isdigit() and after.character.isdigit():
                end = line.starts[at] + sign.ink[1] * line.stretches[at] * MEASURE.latin_em
                begin = line.starts[at + 1] + after.ink[0] * MEASURE.latin_em
                assert begin - end > 0.03 * MEASURE.latin_em
