"""Lines are broken where readers expect it, and gaps differ as they do in a hand."""

from itertools import pairwise

import numpy as np
import pytest

from desktop_cs.letters.hand.characters import Sign, hand_for
from desktop_cs.letters.hand.keeping_together import MAY_HANG, NEVER_FIRST, NEVER_LAST
from desktop_cs.letters.hand.line_breaking import break_lines, units
from desktop_cs.letters.hand.spacing import Measure, spaced
from desktop_cs.letters.hand.styles import STYLES

MEASURE = Measure(latin_em=15, hanzi_em=15, x_height=5.1)
CHINESE = "您好！上周三（十一日）您说“一切顺利”的时候，我们很高兴；谢谢您——真的……《保修卡》也寄出了。" * 6
TRADITIONAL = (
    "您好！上週三（十一日）您說「一切順利」的時候，我們很高興；『真的』……《保固卡》也寄出了——謝謝您、您。" * 6
)


def lines(text, language="en", width=300.0, indent=0.0, seed=1):
    rng = np.random.default_rng(seed)
    drawn = spaced(hand_for(language).signs(text), MEASURE, STYLES["natural"], rng)
    return break_lines(units(drawn, language, width), width, indent, lambda: rng.uniform(0.9, 1.0))


def texts(broken):
    return ["".join(sign.character for sign in line.signs) for line in broken]


def test_english_words_stay_whole_and_none_is_lost():
    text = "Thank you for telling us about the kettle, it was kind of you to come back twice. " * 4
    assert " ".join(texts(lines(text))) == " ".join(text.split())


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("text", "language"), [(CHINESE, "zh_CN"), (TRADITIONAL, "zh_TW")])
def test_no_chinese_line_begins_or_ends_with_a_mark_that_may_not(seed, text, language):
    broken = texts(lines(text, language, seed=seed))
    assert len(broken) > 5
    assert "".join(broken) == text
    assert not [line for line in broken if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST]


def test_only_a_mark_may_hang_over_the_end_of_a_chinese_line():
    over = [line for seed in range(8) for line in lines(CHINESE, "zh_CN", seed=seed) if line.width > 300]
    assert over
    assert all(line.signs[-1].character in MAY_HANG for line in over)
    assert max(line.starts[-1] + line.signs[-1].ink[0] * MEASURE.hanzi_em for line in over) < 307


@pytest.mark.parametrize("seed", range(6))
def test_no_line_begins_with_a_dash(seed):
    broken = texts(lines("Thank you — twice, in fact — for coming, – and for the cake. " * 5, seed=seed))
    assert not [line for line in broken if line[0] in "–—"]


def test_no_line_is_longer_than_the_paper_allows():
    for line in lines("Thank you for coming in. " * 20):
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


@pytest.mark.parametrize("mark", ".,!?")
def test_a_mark_stands_apart_from_the_letter_that_it_follows(mark):
    text = f"there{mark} alone{mark} told{mark} rest{mark}"
    rng = np.random.default_rng(4)
    drawn = spaced(hand_for("en", "orchard").signs(text), MEASURE, STYLES["natural"], rng)
    for letter, following in pairwise(drawn):
        if following.sign.character == mark:
            gap = letter.advance - letter.sign.ink[1] * letter.stretch * MEASURE.latin_em
            assert gap + following.sign.ink[0] * MEASURE.latin_em > 0.05 * MEASURE.latin_em


def test_figures_stand_apart_so_that_a_number_can_be_read():
    for line in lines("6666 8888 0571 2222"):
        for at, (sign, after) in enumerate(zip(line.signs, line.signs[1:], strict=False)):
            if sign.character.isdigit() and after.character.isdigit():
                end = line.starts[at] + sign.ink[1] * line.stretches[at] * MEASURE.latin_em
                begin = line.starts[at + 1] + after.ink[0] * MEASURE.latin_em
                assert begin - end > 0.03 * MEASURE.latin_em


# Where "^" stands no line may end; each text is set 40 times, so that its gaps meet the end of a line.
BONDS = [
    ("ru", "Мы благодарим А.^С.^Петрову, г.^Тверь, ул.^Новая и^ещё раз всех, кто помог."),
    ("ru", "Вы пришли к^нам в^среду, а^мы не успели. Так^ли это было, скажите^же нам."),
    ("ru", "Письмо от 22^ноября 2026^г. и^ещё 5^дней ожидания, за 12^минут до закрытия."),
    ("ru", "Чайник^— это мелочь, а^доверие^— нет, и^мы это знаем^— правда, знаем и^помним."),
    ("en", "We wrote to Mrs^Novak and to J.^R.^Hart on 22^November about the kettle at 5^pm."),
]


def plain_signs(text):
    """Return signs of equal width, whatever hand there is."""
    return [Sign(one, False, -1 if one == " " else 0, 0.45, (0.0, 0.4)) for one in text]


@pytest.mark.parametrize(("language", "bound"), BONDS)
def test_words_that_custom_keeps_together_are_never_on_two_lines(language, bound):
    ends, text = set(), bound.replace("^", " ")
    for further in range(40):
        rng = np.random.default_rng(further)
        drawn = spaced(plain_signs(text), MEASURE, STYLES["natural"], rng)
        broken = texts(break_lines(units(drawn, language, 230.0), 230.0, 2.5 * further, lambda: 1.0))
        assert " ".join(broken) == text
        ends |= {(one.split()[-1], after.split()[0]) for one, after in pairwise(broken)}
    assert len(ends) >= 5
    assert not ends & {pair for chain in bound.split() for pair in pairwise(chain.split("^"))}


@pytest.mark.parametrize("further", range(0, 60, 3))
def test_a_figure_is_not_torn_from_what_it_counts(further):
    text = "顺风电器于2026年11月22日上午9时修好了水壶，共3台，保修12个月。" * 2
    broken = texts(lines(text, "zh_CN", width=160.0, indent=float(further)))
    assert "".join(broken) == text
    assert not [one for one in broken[:-1] if one[-1].isdigit()]


def test_a_long_word_is_never_cut_behind_a_hyphen():
    for further in range(30):
        broken = texts(lines("co-op-" * 20 + "end", indent=3.0 * further))
        assert "".join(broken) == "co-op-" * 20 + "end"
        assert not [line for line in broken if line.endswith("-")]


def test_words_kept_together_that_fill_more_than_a_line_lose_only_the_gap():
    broken = texts(lines("J. " + "x" * 60, width=200.0, indent=170.0))
    assert "".join(broken) == "J." + "x" * 60
