"""Words differ in breadth as wholes, letters within them; a narrow hand is written broader."""

import numpy as np
import pytest

from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.rhythm import breadths, broadening
from desktop_cs.letters.hand.styles import STYLES

WORDS, LETTERS = 400, 5
ARE_GAPS = ([False] * LETTERS + [True]) * WORDS


def by_word(degree, seed=1):
    found = breadths(ARE_GAPS, STYLES[degree].latin, np.random.default_rng(seed))
    return np.array(found).reshape(WORDS, LETTERS + 1)[:, :LETTERS]


def test_a_word_is_broader_or_narrower_by_as_much_as_people_write_it():
    spread = by_word("natural").mean(1).std()
    assert 0.08 < spread < 0.226  # Source: handwriting_stats.csv: 5 to 22.6 % around a median of 10 %


def test_letters_of_one_word_resemble_each_other():
    words = by_word("natural")
    assert np.corrcoef(words[:, 0], words[:, 1])[0, 1] > 0.4
    assert abs(np.corrcoef(words[:-1, 0], words[1:, 0])[0, 1]) < 0.2


def test_letters_are_as_broad_as_the_pack_has_them_on_the_whole():
    assert np.median(by_word("natural")) == pytest.approx(1, abs=0.05)


def test_a_tidy_hand_is_the_most_even_one():
    tidy, natural, hurried = (by_word(degree).std() for degree in ("tidy", "natural", "hurried"))
    assert tidy < 0.7 * natural < natural < hurried


def test_a_paragraph_without_signs_has_no_breadths():
    assert breadths([], STYLES["natural"].latin, np.random.default_rng(1)) == []


def test_a_narrow_hand_is_written_broader_but_stays_itself():
    narrow, broad = hand_for("ru", "birch").latin, hand_for("en", "meadow").latin
    assert 1.1 < broadening(narrow, "ru") <= 1.2
    assert broadening(broad, "en") == 1.0
