"""Write Latin letters: slant, size and height change smoothly along the line, so that joins never break."""

from functools import cache

import numpy as np
from numpy.random import Generator

from desktop_cs.letters.hand.chance import DisplacementField, drifting
from desktop_cs.letters.hand.characters import Hand
from desktop_cs.letters.hand.hand_pack import MOST_SHAPES, Floats, HandPack, Ints, Strokes
from desktop_cs.letters.hand.occurrences import Occurrences
from desktop_cs.letters.hand.styles import LatinStyle

_LIKE_THE_LAST_LETTER = 0.45
_APART = 1e4  # lines are laid end to end this many points apart, to look all of them up at once
# How much letters differ in build, in x-heights: the height and the lean of tops, the length and the lean of
# tails, the bow of upright strokes, the breadth of bowls, the height of the middle, one half above the other.
_BUILD = (0.3, 0.22, 0.3, 0.28, 0.03, 0.03, 0.07, 0.03)
_LIKE_THE_LAST_BUILD = 0.2
_USUAL_LETTERS = "aeinorstаеиностр"
_LEAST_REACH = 0.01
_FARTHEST = 1.3  # times as far as a shape is from its form
_SLANT_GROWS = 1.2  # degrees from the first line to the last: the hand tires
_SIZE_GROWS = 0.015


def shape_weights(page: Occurrences, hand: Hand, rows: Ints, style: LatinStyle, rng: Generator) -> Floats:
    """Return how far each letter goes towards the other shapes that its form can have; one row per letter.

    A letter resembles the ones just before it, as a hand stays round or narrow for a while.

    Args:
        page: All characters of the page.
        hand: The hand that it is written in.
        rows: The letters.
        style: How evenly the hand writes.
        rng: Where chance comes from.
    """
    likely = style.shape / np.array([_reach(pack) for pack in hand.packs])
    spread = likely[[page.signs[row].pack for row in rows.tolist()]]
    weights = np.stack([drifting(rng, len(rows), _LIKE_THE_LAST_BUILD) for _ in range(MOST_SHAPES)], 1)
    return np.asarray(np.clip(spread[:, None] * weights, -_FARTHEST, _FARTHEST))


@cache
def _reach(pack: HandPack) -> float:
    """Return how far the shapes of a pack are from its forms on average, in x-heights.

    They differ much in one pack and little in another, where joins hold them.
    """
    places = [place for letter in _USUAL_LETTERS if (place := pack.place(letter)) >= 0]
    if not places:
        return 1.0
    moved = pack.strokes(places, np.ones((len(places), MOST_SHAPES))).points - pack.strokes(places).points
    return max(_LEAST_REACH, float(np.hypot(*moved.T).mean()) / pack.x_height)


def write_latin(
    page: Occurrences, strokes: Strokes, tilts: Floats, style: LatinStyle, rng: Generator
) -> Strokes:
    """Return the strokes where the pen draws them on the page, in points.

    Args:
        page: All characters of the page.
        strokes: The Latin ones' strokes, owned by rows of `page`.
        tilts: How steeply each line climbs (rise per run).
        style: How evenly the hand writes.
        rng: Where chance comes from.
    """
    x_height = page.x_height
    rows = np.repeat(strokes.owners, strokes.lengths)
    points = strokes.points * page.ems[rows][:, None]
    points += np.repeat(_accent_shifts(strokes, x_height * style.accent, rng), strokes.lengths, axis=0)
    points = _built(page, strokes, points, style.build, rng)
    lines = page.lines[rows]
    along = points[:, 0] * page.stretches[rows] + page.starts[rows]
    height, slant, size = _along_the_line(page, along, lines, x_height, style, rng)
    across = page.lefts[lines] + along + points[:, 1] * np.tan(np.radians(slant))
    up = page.baselines[lines] + tilts[lines] * along + points[:, 1] * size + height
    up += _waves(along, lines, float(page.ems.max()), x_height * style.wave, rng)
    drawn = np.stack([across, up], 1)
    field = DisplacementField(rng, drawn.min(0), drawn.max(0), x_height, style.warp)
    return Strokes(drawn + field.at(drawn), strokes.lengths, strokes.parts, strokes.owners)


def _accent_shifts(strokes: Strokes, spread: float, rng: Generator) -> Floats:
    """Return how far each stroke is from its place: only dots and accents move on their own."""
    group = strokes.owners * 16 + np.minimum(strokes.parts, 15)
    _, part = np.unique(group, return_inverse=True)
    _, letter = np.unique(strokes.owners, return_inverse=True)
    of_letter = 0.92 * rng.standard_normal((int(letter.max()) + 1, 2))  # the two dots of an ë keep together
    of_part = 0.38 * rng.standard_normal((int(part.max()) + 1, 2))
    shifts = np.clip(of_letter[letter] + of_part[part], [-2, -0.3], 2) * [spread, 0.7 * spread]  # never sunk
    return np.asarray(shifts * (strokes.parts > 0)[:, None])


def _built(page: Occurrences, strokes: Strokes, points: Floats, spread: float, rng: Generator) -> Floats:
    """Give every letter a build of its own; what touches its neighbours hardly moves.

    Dots and accents are left alone, for a dot that sinks into its letter makes another letter of it.
    """
    x_height = page.x_height
    chance = np.clip([drifting(rng, len(page.signs), _LIKE_THE_LAST_BUILD) for _ in _BUILD], -2, 2)
    strength = spread * x_height * np.array(_BUILD)[:, None] * (strokes.parts == 0)
    of_stroke = strength * chance.take(strokes.owners, 1)
    tall, tip, deep, aside, bow, belly, waist, shoulder = np.repeat(of_stroke, strokes.lengths, axis=1)
    x, y = points.T
    breadth = np.maximum(page.advances / page.stretches, 0.3 * x_height)[strokes.owners]
    breadth = np.repeat(breadth, strokes.lengths)
    across, up = np.clip(x / breadth, 0, 1), y / x_height
    above, below, small = np.maximum(up - 1, 0), np.minimum(up, 0), np.sin(np.pi * np.clip(up, 0, 1))
    middle, halves = np.sin(np.pi * across), np.sin(2 * np.pi * across)
    risen = np.clip(up, 0, 1)
    return np.stack(
        [
            x + tip * above + aside * below + (bow + belly * halves) * small,
            y + tall * above + deep * below + (waist * middle + shoulder * halves) * risen,
        ],
        1,
    )


def _along_the_line(
    page: Occurrences,
    along: Floats,
    lines: Ints,
    x_height: float,
    style: LatinStyle,
    rng: Generator,
) -> tuple[Floats, Floats, Floats]:
    """Return height (points), slant (degrees) and size (factor) at every point."""
    _, word = np.unique(page.words, return_inverse=True)
    count, words = len(page.signs), int(word.max()) + 1
    of_word = np.array([x_height * style.word_height, style.word_slant, style.word_size])
    of_letter = np.array([x_height * style.letter_height, style.letter_slant, style.letter_size])
    letters = np.stack([drifting(rng, count, _LIKE_THE_LAST_LETTER) for _ in of_letter], 1)
    values = (rng.standard_normal((words, 3)) * of_word)[word] + letters * of_letter
    tired = page.lines / max(1, len(page.baselines))
    values += np.stack([np.zeros(count), _SLANT_GROWS * tired, 1 + _SIZE_GROWS * tired], 1)
    centres = page.starts + page.advances / 2 + page.lines * _APART
    sought = along + lines * _APART
    after = (
        np.clip(np.searchsorted(centres, sought), 1, count - 1)
        if count > 1
        else np.zeros(len(sought), np.int64)
    )
    before = np.maximum(after - 1, 0)
    share = np.clip((sought - centres[before]) / (centres[after] - centres[before] + 1e-9), 0, 1)
    share = np.where(page.lines[before] == lines, np.where(page.lines[after] == lines, share, 0), 1)
    earlier = values.take(before, 0)
    height, slant, size = (earlier + (values.take(after, 0) - earlier) * share[:, None]).T
    return height, slant, size


def _waves(along: Floats, lines: Ints, em: float, height: float, rng: Generator) -> Floats:
    """Return the slow rise and fall of the writing."""
    first, second = rng.uniform(0, 2 * np.pi, (2, int(lines.max()) + 1))
    slow = np.sin(along / (6.5 * em) + first[lines])
    quick = np.sin(along / (3.1 * em) + second[lines])
    return np.asarray(0.8 * height * (slow + 0.6 * quick))
