"""Write Chinese characters: every stroke strays a little, every character stands a little differently."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from desktop_cs.letters.hand.chance import drifting
from desktop_cs.letters.hand.hand_pack import Floats, Ints, Strokes
from desktop_cs.letters.hand.occurrences import Occurrences
from desktop_cs.letters.hand.styles import HanziStyle

CENTRE = np.array([0.5, 0.38])  # the middle of a character's square, in em from the line
_FILLED = 0.93  # how much of its square a character fills
# Degrees that horizontal strokes climb to the right and characters lean, and how much more so in a hurry.
_RISE, _RISE_IN_A_HURRY = 3.2, 1.6
_LEAN, _LEAN_IN_A_HURRY = 2.0, 2.5
_JOIN_PART = 99  # marks the hairlines from stroke to stroke
_WAVE_PART = 98  # marks what makes one wavy line of a row of dots
_JOIN_POINTS = 6
_WAVES = 4
_NEAR = 0.22  # em over which the readiness to join fades
_REACH = (0.03, 0.42)  # em between strokes that may be joined
_DOT_UP_TO = 0.27  # em
_ROW = (0.08, 0.36, 0.13)  # em from dot to dot in a row: least and most aside, most above or below
_HEIGHT_STRAYS = 1.4
_SIZE_STRAYS = 1.15


def write_hanzi(
    page: Occurrences, strokes: Strokes, tilts: Floats, style: HanziStyle, rng: np.random.Generator
) -> Strokes:
    """Return the strokes where the pen draws them on the page, in points; the hairline joins come last.

    Args:
        page: All characters of the page.
        strokes: The Chinese ones' strokes, owned by rows of `page`.
        tilts: How steeply each line climbs (rise per run).
        style: How evenly the hand writes.
        rng: Where chance comes from.
    """
    rows, characters = np.unique(strokes.owners, return_inverse=True)
    strokes = replace(strokes, points=_rounder(strokes, min(1.0, max(0.0, style.join - 1))))
    points = _stray(strokes, style, rng)
    character = np.repeat(characters, strokes.lengths)
    points = points + _warp(points, character, len(rows), style.warp, rng)
    points = _stand(points, character, len(rows), style, rng)
    origins = _origins(page, rows, tilts, style.height, rng)
    drawn = points * (_FILLED * page.ems[rows])[character][:, None] + origins.take(character, 0)
    joins = _joins(Strokes(drawn, strokes.lengths, strokes.parts, strokes.owners), page.ems, style.join, rng)
    return Strokes(
        np.concatenate([drawn, joins.points]),
        np.concatenate([strokes.lengths, joins.lengths]),
        np.concatenate([strokes.parts, joins.parts]),
        np.concatenate([strokes.owners, joins.owners]),
    )


def is_join(strokes: Strokes) -> Ints:
    """Return 1 for every stroke that only leads from one stroke to the next, else 0."""
    return np.asarray(strokes.parts == _JOIN_PART, np.int64)


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where strokes begin and end among the points, and which stroke each point is in."""

    first: Ints
    last: Ints
    of_point: Ints


def _ends(lengths: Ints) -> _Ends:
    after = np.cumsum(lengths)
    return _Ends(after - lengths, after - 1, np.repeat(np.arange(len(lengths)), lengths))


def _rounder(strokes: Strokes, share: float) -> Floats:
    """Return the points with the corners of strokes rounded, as a hand in a hurry takes them."""
    points, ends = strokes.points, _ends(strokes.lengths)
    if not share:
        return points
    inner = np.ones(len(points), bool)
    inner[ends.first] = inner[ends.last] = False
    middle = np.flatnonzero(inner)
    rounded: Floats = points.copy()
    rounded[middle] += share / 4 * (points[middle - 1] + points[middle + 1] - 2 * points[middle])
    return rounded


def _stray(strokes: Strokes, style: HanziStyle, rng: np.random.Generator) -> Floats:
    """Shift, turn, stretch and bend each stroke by itself; long ones turn less."""
    points, lengths, count = strokes.points, strokes.lengths, len(strokes.lengths)
    ends = _ends(lengths)
    chord = points[ends.last] - points[ends.first]
    long = np.hypot(*chord.T) + 1e-6
    middle = np.add.reduceat(points, ends.first) / lengths[:, None]
    angle = np.radians(
        style.turn * rng.standard_normal(count) * np.minimum(2.0, 0.35 / np.maximum(long, 0.12))
    )
    scale = 1 + style.length * rng.standard_normal(count)
    turn = scale * np.exp(1j * angle)
    offset = points - middle.take(ends.of_point, 0)
    turned = (offset[:, 0] + 1j * offset[:, 1]) * turn[ends.of_point]
    moved = middle + style.shift * rng.standard_normal((count, 2))
    place = 2 * (np.arange(len(points)) - ends.first[ends.of_point]) / (lengths[ends.of_point] - 1) - 1
    bow = (style.bow * rng.standard_normal(count) * np.minimum(1.0, long / 0.3))[ends.of_point] * (
        1 - place**2
    )
    normal = np.stack([-chord[:, 1], chord[:, 0]], 1) / long[:, None]
    return np.asarray(
        np.stack([turned.real, turned.imag], 1)
        + moved.take(ends.of_point, 0)
        + normal.take(ends.of_point, 0) * bow[:, None]
    )


def _warp(points: Floats, character: Ints, count: int, amount: float, rng: np.random.Generator) -> Floats:
    """Return a smooth displacement for every character, so that its proportions differ each time."""
    pitch = rng.uniform(2.2, 5.2, (count, 2, _WAVES)) * rng.choice([-1.0, 1.0], (count, 2, _WAVES))
    phase = rng.uniform(0, 2 * np.pi, (count, 1, _WAVES))
    strength = amount * rng.standard_normal((count, 2, _WAVES))
    # One row of numbers for each character, in single precision: this is where most of the time would go.
    waves = np.concatenate([pitch, phase, strength], 1).astype(np.float32).take(character, 0)
    x, y = points.T.astype(np.float32)[:, :, None]
    swing = np.sin(x * waves[:, 0] + y * waves[:, 1] + waves[:, 2])
    return np.stack([(swing * waves[:, 3]).sum(1), (swing * waves[:, 4]).sum(1)], 1).astype(np.float64)


def _stand(
    points: Floats, character: Ints, count: int, style: HanziStyle, rng: np.random.Generator
) -> Floats:
    """Give each character its own size, proportion, lean and rise."""
    chance = rng.standard_normal((6, count))
    chance[:3] *= _SIZE_STRAYS
    broad = 1 + style.character_size * (chance[0] + chance[1])
    tall = 1 + style.character_size * chance[2] - 0.5 * (broad - 1)
    haste = style.join - 1
    lean = np.tan(np.radians(_LEAN + _LEAN_IN_A_HURRY * haste + style.character_turn * chance[3]))
    rise = np.tan(np.radians(_RISE + _RISE_IN_A_HURRY * haste + style.character_turn * chance[4]))
    rise += 0.5 * np.sin(np.radians(style.character_turn * chance[5]))
    x, y = (points - CENTRE).T
    across = x * broad[character] + y * lean[character]
    up = x * rise[character] + y * tall[character]
    return np.asarray(np.stack([across, up], 1) + CENTRE)


def _origins(page: Occurrences, rows: Ints, tilts: Floats, spread: float, rng: np.random.Generator) -> Floats:
    """Return where each character's square begins."""
    lines, starts = page.lines[rows], page.starts[rows]
    wave = 1.45 * np.sin(starts / (5 * page.ems[rows]) + rng.uniform(0, 2 * np.pi, len(page.lefts))[lines])
    stray = spread * page.ems[rows] * (_HEIGHT_STRAYS * drifting(rng, len(rows), 0.3) + wave)
    return np.stack([page.lefts[lines] + starts, page.baselines[lines] + tilts[lines] * starts + stray], 1)


def _joins(strokes: Strokes, ems: Floats, readiness: float, rng: np.random.Generator) -> Strokes:
    """Return what leads from the end of a stroke to the beginning of the next of the same character.

    Most are short hairlines; in a hurry a row of dots becomes one wavy line.
    """
    ends = _ends(strokes.lengths)
    same = np.flatnonzero(strokes.owners[1:] == strokes.owners[:-1])
    leave, arrive = strokes.points[ends.last[same]], strokes.points[ends.first[same + 1]]
    gap = np.hypot(*(arrive - leave).T)
    share = gap / ems[strokes.owners[same]]
    in_row = _in_row(strokes, ends, same, ems)
    shortest = 4 if readiness <= 1 else 3  # points: in a hurry dots are joined too
    hurried = rng.random(len(ems))[strokes.owners[same]] < 0.22 * readiness**2
    chance = 0.3 * readiness * np.exp(-share / (_NEAR * max(1.0, readiness)))
    hairline = (
        (share > _REACH[0])
        & (share < _REACH[1] * max(1.0, readiness) ** 0.5)
        & (strokes.lengths[same + 1] > shortest)
    )
    hairline &= rng.random(len(same)) < chance
    chosen = np.where(in_row, hurried, hairline)
    same, leave, arrive, gap = same[chosen], leave[chosen], arrive[chosen], gap[chosen][:, None]
    onward = _unit(leave - strokes.points[ends.last[same] - 1])
    inward = _unit(strokes.points[ends.first[same + 1] + 1] - arrive)
    curves = _curves(leave, leave + onward * gap * 0.35, arrive - inward * gap * 0.25, arrive)
    return Strokes(
        curves.reshape(-1, 2),
        np.full(len(same), _JOIN_POINTS),
        np.where(in_row[chosen], _WAVE_PART, _JOIN_PART),
        strokes.owners[same],
    )


def _in_row(strokes: Strokes, ends: _Ends, same: Ints, ems: Floats) -> npt.NDArray[np.bool_]:
    """Return whether a stroke and the next are dots of one row, as the four below 然."""
    begin = strokes.points[ends.first]
    size = np.hypot(*(strokes.points[ends.last] - begin).T) / ems[strokes.owners]
    aside, up = ((begin[same + 1] - begin[same]) / ems[strokes.owners[same]][:, None]).T
    dots = (size[same] < _DOT_UP_TO) & (size[same + 1] < _DOT_UP_TO)
    return np.asarray(dots & (aside > _ROW[0]) & (aside < _ROW[1]) & (np.abs(up) < _ROW[2]))


def _curves(begin: Floats, bend_out: Floats, bend_in: Floats, end: Floats) -> Floats:
    """Return a cubic curve for every row of its four control points."""
    t = np.linspace(0, 1, _JOIN_POINTS)
    weights = np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3], 1)
    return np.asarray(weights @ np.stack([begin, bend_out, bend_in, end], 1))


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / (np.hypot(*vectors.T)[:, None] + 1e-9))
