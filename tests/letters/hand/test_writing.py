"""No two letters on a page are alike, and the same seed moves the pen the same way."""

import itertools
from collections import defaultdict

import numpy as np
import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.page_plan import Area
from desktop_cs.letters.hand.writing import write
from desktop_cs.letters.letter import Block, Letter, Role, letter_from_text
from desktop_cs.letters.look import LetterLook

AREA = Area(left=18, top=18, width=112, height=174, page_height=210, line_mm=8)
ENGLISH = "Dear Zoë,\n\n" + "Thank you for telling us that the kettle leaked, and for your patience. " * 4
CHINESE = "王女士：\n" + "谢谢您告诉我们水壶又漏了，也谢谢您的耐心；Zoë 的那一把也修好了。" * 4


def page(text, language, seed=1, style="natural"):
    return write(letter_from_text(text, language, seed), AREA, LetterLook(degree=style))


def shapes(written):
    """Return the outlines of each character's occurrences, from their own corner, in hundredths of a mm."""
    owner = np.repeat(written.outline_owners, written.outline_lengths)
    found = defaultdict(list)
    for at, character in enumerate(written.characters):
        if not written.is_gap[at]:
            points = written.outlines[owner == at]
            found[character].append(np.round((points - points.min(0)) / 72 * 2540))
    return found


@pytest.mark.parametrize("style", ["tidy", "natural", "hurried"])
@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (CHINESE, "zh_CN")])
def test_no_two_occurrences_of_a_letter_are_identical(text, language, style):
    pairs = 0
    for occurrences in shapes(page(text, language, style=style)).values():
        for one, other in itertools.combinations(occurrences, 2):
            assert one.shape != other.shape or not np.array_equal(one, other)
            pairs += 1
    assert pairs > 100


def test_the_same_seed_writes_the_same_page():
    one, again, other = (page(ENGLISH, "en", seed) for seed in (5, 5, 6))
    assert np.array_equal(one.outlines, again.outlines)
    assert not np.array_equal(one.outlines[:50], other.outlines[:50])


def test_every_character_but_the_gaps_is_drawn():
    for text, language in ((ENGLISH, "en"), (CHINESE, "zh_CN")):
        written = page(text, language)
        drawn = set(written.outline_owners.tolist())
        assert [at for at, is_gap in enumerate(written.is_gap) if not is_gap] == sorted(drawn)


def test_strokes_come_in_reading_order_though_two_scripts_are_mixed():
    owners = page(CHINESE, "zh_CN").outline_owners
    assert (np.diff(owners) >= 0).all()


def test_letters_stay_near_the_place_that_their_text_has():
    written = page(ENGLISH, "en")
    owner = np.repeat(written.outline_owners, written.outline_lengths)
    beyond = written.outlines[:, 0] - written.starts[owner]
    assert beyond.min() > -1.0 * written.step
    assert (beyond - written.advances[owner]).max() < 1.0 * written.step
    height = written.outlines[:, 1] - written.baselines[written.lines[owner]]
    assert height.min() > -0.8 * written.step
    assert height.max() < 1.1 * written.step


def test_a_tidy_hand_strays_less_than_a_hurried_one():
    def stray(style):
        written = page("nnnn " * 60, "en", 3, style)
        owner = np.repeat(written.outline_owners, written.outline_lengths)
        low = [
            written.outlines[owner == at, 1].min() - written.baselines[written.lines[at]]
            for at, is_gap in enumerate(written.is_gap)
            if not is_gap
        ]
        return np.std(low)

    assert stray("tidy") < 0.7 * stray("hurried")


def test_a_letter_of_a_single_character_can_be_written():
    for text, language in (("I", "en"), ("好", "zh_CN")):
        assert page(text, language).characters == [text]


def test_every_character_knows_which_part_of_the_letter_it_belongs_to():
    text = "22 November 2026\n\nDear Ann,\n\nThank you for coming.\n\nKind regards,\nBen"
    written = page(text, "en")
    parts = dict.fromkeys(written.roles, "")
    for character, role in zip(written.characters, written.roles, strict=True):
        parts[role] += character
    assert parts[Role.SALUTATION] == "Dear Ann,"
    assert parts[Role.SIGNATURE] == "Ben"
    assert len(written.roles) == len(written.characters)


def test_for_a_laser_printer_the_ink_is_solid_and_the_line_varies_instead():
    def write_for(*, laser):
        return write(letter_from_text(ENGLISH, "en", 3), AREA, LetterLook(laser=laser))

    usual, solid = write_for(laser=False), write_for(laser=True)
    assert np.ptp(usual.tones) > 0.1
    assert not solid.tones.any()
    assert solid.outlines.shape == usual.outlines.shape
    moved = np.abs(solid.outlines - usual.outlines).max()
    assert 0.01 < moved < 0.3  # points: the line is wider or thinner, and nowhere else


@pytest.mark.parametrize("hand", ["harbour", "orchard", "meadow"])
def test_a_hand_is_chosen_by_the_look(hand):
    chosen = write(letter_from_text(ENGLISH, "en", 3), AREA, LetterLook(hand=hand))
    others = [other for other in ("harbour", "orchard", "meadow") if other != hand]
    for other in others:
        outlines = write(letter_from_text(ENGLISH, "en", 3), AREA, LetterLook(hand=other)).outlines
        assert outlines.shape != chosen.outlines.shape


def test_dots_stray_on_their_own():
    written = page("iiiiii " * 40, "en")
    parts = np.split(written.outlines, np.cumsum(written.outline_lengths)[:-1])
    tops = {}
    for owner, part in zip(written.outline_owners.tolist(), parts, strict=True):
        tops.setdefault(owner, []).append(part.mean(0))
    aside = [
        max(points, key=lambda p: p[1])[0] - min(points, key=lambda p: p[1])[0] for points in tops.values()
    ]
    assert np.std(aside) > 0.3  # points


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_a_letter_without_anything_to_write_is_refused(text):
    with pytest.raises(UserError, match="empty"):
        write(Letter("en", (Block(Role.BODY, text),), 1), AREA, LetterLook())
