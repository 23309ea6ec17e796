"""Write a letter: from its words to the outlines of every pen stroke on the page."""

from dataclasses import dataclass, replace

import numpy as np

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.blocks import Role
from desktop_cs.letters.hand.brush import pressed
from desktop_cs.letters.hand.chance import drifting
from desktop_cs.letters.hand.characters import Hand, hand_for, shown, tidied
from desktop_cs.letters.hand.column_writing import in_columns, turned
from desktop_cs.letters.hand.hand_pack import Floats, Ints, Strokes
from desktop_cs.letters.hand.hanzi import is_join, write_hanzi
from desktop_cs.letters.hand.occurrences import Occurrences, occurrences_of
from desktop_cs.letters.hand.page_plan import Area, Plan, plan_page
from desktop_cs.letters.hand.pen import ribbons
from desktop_cs.letters.hand.performer import shape_weights, write_latin
from desktop_cs.letters.hand.styles import Pen, Style, pen_for, style_named, suited
from desktop_cs.letters.hand.thinning import thinned
from desktop_cs.letters.letter import Letter
from desktop_cs.letters.look import LetterLook

_STEADIER_ON_LINES = 0.35  # printed lines guide the hand
_UNSEEN = 0.09  # points: less than a dot at 600 dpi, of which a smooth curve keeps half
_LONGEST = 0.7  # x-heights between the points of a stroke
_TONE_AS_WIDTH = 1.2  # a laser printer draws no tones: where more ink flows, the line is wider instead


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page of handwriting; lengths in points, from the lower left corner of the paper.

    Args:
        characters: What stands on the page, in reading order.
        is_gap: For each whether it is a gap between words.
        roles: For each the part of the letter that it belongs to.
        lines: For each the number of its line.
        starts: For each where it begins, from the left edge of the paper; the edge of its column if `down`.
        heights: For each the height of the line that it stands on; where it begins if `down`.
        advances: For each how far the pen travels; downwards if `down`.
        tones: For each how much lighter the ink flows (0 is usual, below is darker).
        baselines: The height of each line; of the top of each column if `down`.
        step: From one line to the next.
        down: The lines are columns from the right: each character stands below the one before.
        outlines: The outlines of all strokes: control points of closed quadratic B-splines.
        outline_lengths: How many points each outline has.
        outline_owners: For each outline the place of its character; never falls.
    """

    characters: list[str]
    is_gap: list[bool]
    roles: list[Role]
    lines: Ints
    starts: Floats
    heights: Floats
    advances: Floats
    tones: Floats
    baselines: Floats
    step: float
    down: bool
    outlines: Floats
    outline_lengths: Ints
    outline_owners: Ints


def write(letter: Letter, area: Area, look: LetterLook, hand: Hand | None = None) -> WrittenPage:
    """Return the letter as a hand writes it; the same arguments give the same page.

    Args:
        letter: The letter; its seed moves the pen.
        area: Where on the paper it may stand.
        look: Hand, pen, degree and direction; the ink is up to whoever draws the page.
        hand: Writes instead of the hand that the look names, such as a person's own.

    Raises:
        UserError: The letter is empty, has characters that the hand cannot write, or does not fit the page;
            or one of the choices of the look is none.
    """
    hand = hand or hand_for(letter.language, look.hand)
    style, pen = suited(style_named(look.degree), hand.latin.manner), pen_for(look.pen, area.line_mm)
    _check(letter, hand)
    plan = plan_page(letter, hand, area, style)
    columns = occurrences_of(_with_margin(plan, style, letter.seed))
    page, turned_lines = columns, np.zeros(0, np.int64)
    if plan.down:
        page, turned_lines = in_columns(columns, plan, style, letter.seed)
    rng = np.random.default_rng([letter.seed, 2])
    tilts = _tilts(len(page.baselines), style, rng, ruled=area.ruled)
    strokes = turned(_strokes(page, hand, tilts, style, rng), page, turned_lines)
    tones = _tones(page, rng)
    flow = 1 - _TONE_AS_WIDTH * tones[strokes.owners] if look.laser else None
    pressure = _pressure(strokes, page, pen, letter.seed)
    outlines, lengths = ribbons(strokes, is_join(strokes), pen, rng, flow, pressure)
    return WrittenPage(
        [sign.character for sign in page.signs],
        [sign.is_gap for sign in page.signs],
        [role for line in plan.lines for role in [line.role] * len(line.signs)],
        columns.lines,
        columns.lefts[columns.lines] + (0 if plan.down else columns.starts),
        columns.baselines[columns.lines] - (columns.starts if plan.down else 0),
        columns.advances,
        np.zeros_like(tones) if look.laser else tones,
        columns.baselines,
        plan.step,
        plan.down,
        outlines,
        lengths,
        strokes.owners,
    )


def _strokes(page: Occurrences, hand: Hand, tilts: Floats, style: Style, rng: np.random.Generator) -> Strokes:
    """Return the strokes of the page in reading order, each script written in its manner."""
    written = []
    for hanzi in (False, True):
        rows = page.inked(hanzi=hanzi)
        if len(rows) and hanzi:
            written.append(write_hanzi(page, page.strokes(hand, rows), tilts, style.hanzi, rng))
        elif len(rows):
            weights = shape_weights(page, hand, rows, style.latin, rng)
            drawn = write_latin(page, page.strokes(hand, rows, weights), tilts, style.latin, rng)
            written.append(thinned(drawn, _UNSEEN, _LONGEST * page.x_height))
    return _in_reading_order(written)


def _pressure(strokes: Strokes, page: Occurrences, pen: Pen, seed: int) -> Floats | None:
    """Return how the pen presses along Chinese strokes, if there are any; the rest only tapers."""
    hanzi = np.array([sign.hanzi for sign in page.signs])[strokes.owners] & (is_join(strokes) == 0)
    return pressed(strokes, hanzi, page.ems[strokes.owners], pen, np.random.default_rng([seed, 6]))


def _check(letter: Letter, hand: Hand) -> None:
    text = " ".join(block.text for block in letter.blocks)
    if not tidied(text):
        raise UserError(_("The letter is empty. Write a line or two first."), field="text")
    if missing := hand.missing(text):
        sentence = _("The hand cannot write these characters: {characters}. Write them another way.")
        raise UserError(sentence.format(characters=shown(missing)), field="text")


def _with_margin(plan: Plan, style: Style, seed: int) -> Plan:
    """Let the lines begin a little to the left or right of one another."""
    rng = np.random.default_rng([seed, 3])
    spread = style.latin.margin * plan.measure.x_height
    stray = np.clip(spread * drifting(rng, len(plan.lefts), 0.5), -2 * spread, 2 * spread)
    lefts = [float(left + moved) for left, moved in zip(plan.lefts, stray, strict=True)]
    return replace(plan, lefts=lefts)


def _tilts(lines: int, style: Style, rng: np.random.Generator, *, ruled: bool) -> Floats:
    """Return the rise per run of every line; most hands climb a little."""
    steady = _STEADIER_ON_LINES if ruled else 1.0
    degrees = steady * (0.15 + style.latin.line_slope * np.clip(rng.standard_normal(lines), -2, 2))
    return np.asarray(np.tan(np.radians(degrees)))


def _in_reading_order(written: list[Strokes]) -> Strokes:
    """Return the strokes of both scripts sorted by the character they belong to."""
    points, lengths, parts, owners = (
        np.concatenate([getattr(strokes, name) for strokes in written])
        for name in ("points", "lengths", "parts", "owners")
    )
    order = np.argsort(owners, kind="stable")
    first = (np.cumsum(lengths) - lengths)[order]
    lengths = lengths[order]
    within = np.arange(len(points)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return Strokes(points.take(np.repeat(first, lengths) + within, 0), lengths, parts[order], owners[order])


def _tones(page: Occurrences, rng: np.random.Generator) -> Floats:
    """Return one tone for each word: the ink flows a little more or less as the page goes on."""
    words, word = np.unique(page.words, return_inverse=True)
    return np.asarray(np.round(0.08 * drifting(rng, len(words), 0.92), 2)[word])
