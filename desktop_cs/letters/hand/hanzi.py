"""Write Chinese characters: every stroke strays a little, every character stands a little differently."""

from dataclasses import dataclass

import numpy as np

from desktop_cs.letters.hand.chance import drifting
from desktop_cs.letters.hand.hand_pack import Floats, Ints, Strokes
from desktop_cs.letters.hand.occurrences import Occurrences
from desktop_cs.letters.hand.styles import HanziStyle

CENTRE = np.array([0.5, 0.38])  # the middle of a character's square, in em from the line
_FILLED = 0.93  # how much of its square a character fills
_RISE = 3.2  # degrees: horizontal strokes climb to the right
_LEAN = 2.0  # degrees
_JOIN_PART = 99  # marks the hairlines from stroke to stroke
_JOIN_POINTS = 6


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
    points = _stray(strokes, style, rng)
    character = np.repeat(characters, strokes.lengths)
    points = points + _warp(points, character, len(rows), style.warp, rng)
    points = _stand(points, character, len(rows), style, rng)
    origins = _origins(page, rows, tilts, style.height, rng)
    drawn = points * (_FILLED * page.ems[rows])[character][:, None] + origins[character]
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
    offset = points - middle[ends.of_point]
    turned = (offset[:, 0] + 1j * offset[:, 1]) * turn[ends.of_point]
    moved = middle + style.shift * rng.standard_normal((count, 2))
    place = 2 * (np.arange(len(points)) - ends.first[ends.of_point]) / (lengths[ends.of_point] - 1) - 1
    bow = (style.bow * rng.standard_normal(count) * np.minimum(1.0, long / 0.3))[ends.of_point] * (
        1 - place**2
    )
    normal = np.stack([-chord[:, 1], chord[:, 0]], 1) / long[:, None]
    return np.asarray(
        np.stack([turned.real, turned.imag], 1) + moved[ends.of_point] + normal[ends.of_point] * bow[:, None]
    )


def _warp(points: Floats, character: Ints, count: int, amount: float, rng: np.random.Generator) -> Floats:
    """Return a smooth displacement for every character, so that its proportions differ each time."""
    waves = 4
    pitch = rng.uniform(2.2, 5.2, (count, waves, 2)) * rng.choice([-1.0, 1.0], (count, waves, 2))
    phase = rng.uniform(0, 2 * np.pi, (count, waves))
    strength = amount * rng.standard_normal((count, waves, 2))
    moved = np.zeros_like(points)
    for wave in range(waves):
        along = points * pitch[:, wave][character]
        swing = np.sin(along[:, 0] + along[:, 1] + phase[:, wave][character])
        moved += swing[:, None] * strength[:, wave][character]
    return moved


def _stand(
    points: Floats, character: Ints, count: int, style: HanziStyle, rng: np.random.Generator
) -> Floats:
    """Give each character its own size, proportion, lean and rise."""
    chance = rng.standard_normal((6, count))
    broad = 1 + style.character_size * (chance[0] + chance[1])
    tall = 1 + style.character_size * chance[2] - 0.5 * (broad - 1)
    lean = np.tan(np.radians(_LEAN + style.character_turn * chance[3]))
    rise = np.tan(np.radians(_RISE + style.character_turn * chance[4]))
    rise += 0.5 * np.sin(np.radians(style.character_turn * chance[5]))
    x, y = (points - CENTRE).T
    across = x * broad[character] + y * lean[character]
    up = x * rise[character] + y * tall[character]
    return np.asarray(np.stack([across, up], 1) + CENTRE)


def _origins(page: Occurrences, rows: Ints, tilts: Floats, spread: float, rng: np.random.Generator) -> Floats:
    """Return where each character's square begins."""
    lines, starts = page.lines[rows], page.starts[rows]
    wave = 1.3 * np.sin(starts / (5 * page.ems[rows]) + rng.uniform(0, 2 * np.pi, len(page.lefts))[lines])
    stray = spread * page.ems[rows] * (0.8 * drifting(rng, len(rows), 0.3) + wave)
    return np.stack([page.lefts[lines] + starts, page.baselines[lines] + tilts[lines] * starts + stray], 1)


def _joins(strokes: Strokes, ems: Floats, readiness: float, rng: np.random.Generator) -> Strokes:
    """Return short hairlines from the end of a stroke to the beginning of the next of the same character."""
    ends = _ends(strokes.lengths)
    same = np.flatnonzero(strokes.owners[1:] == strokes.owners[:-1])
    leave, arrive = strokes.points[ends.last[same]], strokes.points[ends.first[same + 1]]
    gap = np.hypot(*(arrive - leave).T)
    share = gap / ems[strokes.owners[same]]
    chance = 0.36 * readiness * np.exp(-share / 0.22)
    long_enough = strokes.lengths[same + 1] > 4
    chosen = (share > 0.03) & (share < 0.42) & long_enough & (rng.random(len(same)) < chance)
    same, leave, arrive, gap = same[chosen], leave[chosen], arrive[chosen], gap[chosen][:, None]
    onward = _unit(leave - strokes.points[ends.last[same] - 1])
    inward = _unit(strokes.points[ends.first[same + 1] + 1] - arrive)
    t = np.linspace(0, 1, _JOIN_POINTS)[None, :, None]
    begin, end = leave[:, None], arrive[:, None]
    bend_out, bend_in = (leave + onward * gap * 0.35)[:, None], (arrive - inward * gap * 0.25)[:, None]
    curves = (
        (1 - t) ** 3 * begin + 3 * t * (1 - t) ** 2 * bend_out + 3 * t**2 * (1 - t) * bend_in + t**3 * end
    )
    return Strokes(
        curves.reshape(-1, 2),
        np.full(len(same), _JOIN_POINTS),
        np.full(len(same), _JOIN_PART),
        strokes.owners[same],
    )


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / (np.hypot(*vectors.T)[:, None] + 1e-9))
