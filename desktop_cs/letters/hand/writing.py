"""Write a letter: from its words to the outlines of every pen stroke on the page."""

from dataclasses import dataclass

import numpy as np

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.chance import drifting
from desktop_cs.letters.hand.characters import hand_for, missing_characters, tidied
from desktop_cs.letters.hand.hand_pack import Floats, Ints, Strokes
from desktop_cs.letters.hand.hanzi import is_join, write_hanzi
from desktop_cs.letters.hand.occurrences import Occurrences, occurrences_of
from desktop_cs.letters.hand.page_plan import Area, Plan, plan_page
from desktop_cs.letters.hand.pen import ribbons
from desktop_cs.letters.hand.performer import write_latin
from desktop_cs.letters.hand.styles import Pen, Style
from desktop_cs.letters.letter import Letter

_STEADIER_ON_LINES = 0.35  # printed lines guide the hand


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page of handwriting; lengths in points, from the lower left corner of the paper.

    Args:
        characters: What stands on the page, in reading order.
        is_gap: For each whether it is a gap between words.
        lines: For each the number of its line.
        starts: For each where it begins, from the left edge of the paper.
        advances: For each how far the pen travels.
        tones: For each how much lighter the ink flows (0 is usual, below is darker).
        baselines: The height of each line.
        step: From one line to the next.
        outlines: The outlines of all strokes: control points of closed quadratic B-splines.
        outline_lengths: How many points each outline has.
        outline_owners: For each outline the place of its character; never falls.
    """

    characters: list[str]
    is_gap: list[bool]
    lines: Ints
    starts: Floats
    advances: Floats
    tones: Floats
    baselines: Floats
    step: float
    outlines: Floats
    outline_lengths: Ints
    outline_owners: Ints


def write(letter: Letter, area: Area, style: Style, pen: Pen) -> WrittenPage:
    """Return the letter as a hand writes it; the same arguments give the same page.

    Raises:
        UserError: The letter is empty, has characters that no hand has, or does not fit the page.
    """
    _check(letter)
    hand = hand_for(letter.language)
    plan = plan_page(letter, hand, area, style)
    page = occurrences_of(_with_margin(plan, style, letter.seed))
    rng = np.random.default_rng([letter.seed, 2])
    tilts = _tilts(len(plan.lines), style, rng, ruled=area.ruled)
    written = []
    for hanzi in (False, True):
        rows = page.inked(hanzi=hanzi)
        if len(rows) and hanzi:
            written.append(write_hanzi(page, page.strokes(hand, rows), tilts, style.hanzi, rng))
        elif len(rows):
            written.append(write_latin(page, page.strokes(hand, rows), tilts, style.latin, rng))
    strokes = _in_reading_order(written)
    outlines, lengths = ribbons(strokes, is_join(strokes), pen, rng)
    return WrittenPage(
        [sign.character for sign in page.signs],
        [sign.is_gap for sign in page.signs],
        page.lines,
        page.lefts[page.lines] + page.starts,
        page.advances,
        _tones(page, rng),
        page.baselines,
        plan.step,
        outlines,
        lengths,
        strokes.owners,
    )


def _check(letter: Letter) -> None:
    if not any(tidied(block.text) for block in letter.blocks):
        raise UserError(_("The letter is empty. Write a line or two first."), field="text")
    if missing := missing_characters(letter):
        sentence = _("The hand cannot write these characters: {characters}. Write them another way.")
        raise UserError(sentence.format(characters=" ".join(missing)), field="text")


def _with_margin(plan: Plan, style: Style, seed: int) -> Plan:
    """Let the lines begin a little to the left or right of one another."""
    rng = np.random.default_rng([seed, 3])
    spread = style.latin.margin * plan.measure.x_height
    stray = np.clip(spread * drifting(rng, len(plan.lefts), 0.5), -2 * spread, 2 * spread)
    lefts = [float(left + moved) for left, moved in zip(plan.lefts, stray, strict=True)]
    return Plan(plan.lines, lefts, plan.baselines, plan.measure, plan.step)


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
    return Strokes(points[np.repeat(first, lengths) + within], lengths, parts[order], owners[order])


def _tones(page: Occurrences, rng: np.random.Generator) -> Floats:
    """Return one tone for each word: the ink flows a little more or less as the page goes on."""
    words, word = np.unique(page.words, return_inverse=True)
    return np.asarray(np.round(0.08 * drifting(rng, len(words), 0.92), 2)[word])
