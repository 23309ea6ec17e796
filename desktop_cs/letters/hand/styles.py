"""How evenly a hand writes, which pen it holds, and the ink.

Source: the presets were tuned on the handwriting statistics of 53 writers on tablets and 500 pages of
whiteboard lines (design, letters.md): baseline scatter .131 to .209 x-heights, word gap variation .19 to .36,
line slope .38 to 1.89 degrees, size variation .08 to .14; mean word gap 1.9 x-heights.
What moves was chosen for the reader: breadths, tops and tails move far, the middles of letters hardly.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from desktop_cs.errors import UserError
from desktop_cs.i18n import _

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class LatinStyle:
    """How far letters stray. Standard deviations; lengths in x-heights, angles in degrees, the rest shares.

    Args:
        line_slope: How far a line climbs or sinks.
        wave: Slow rise and fall of the writing along its line.
        word_height: A whole word above or below its line.
        letter_height: One letter above or below its word.
        word_slant: A word leaning more or less.
        letter_slant: A letter leaning more or less.
        word_size: A word larger or smaller.
        letter_size: A letter larger or smaller.
        word_width: A word broader or narrower.
        letter_width: A letter broader or narrower.
        gap: Mean gap between two words, ink to ink.
        gap_spread: How much the gaps differ.
        warp: The smooth displacement that makes every letter a little different.
        build: How much tops, tails and bowls differ from letter to letter; 1 is usual.
        shape: How far letters are from their usual shape, on the way to others that their pack has.
        accent: How far dots and accents stray.
        margin: How far lines begin to the left or right.
        ragged: How much of a line may be left empty.
    """

    line_slope: float
    wave: float
    word_height: float
    letter_height: float
    word_slant: float
    letter_slant: float
    word_size: float
    letter_size: float
    word_width: float
    letter_width: float
    gap: float
    gap_spread: float
    warp: float
    build: float
    shape: float
    accent: float
    margin: float
    ragged: float


@dataclass(frozen=True, slots=True)
class HanziStyle:
    """How far the strokes of a character stray. Standard deviations; lengths in em, angles in degrees.

    Args:
        shift: A stroke beside its place.
        turn: A stroke turned.
        length: A stroke longer or shorter, as a share.
        bow: A stroke bent.
        character_turn: A whole character turned.
        character_size: A character larger or smaller, and broader or narrower, as a share.
        warp: Smooth displacement inside a character.
        join: How readily one stroke runs on into the next; 1 is usual.
        height: A character above or below its line.
        gap: The gap between characters wider or narrower.
    """

    shift: float
    turn: float
    length: float
    bow: float
    character_turn: float
    character_size: float
    warp: float
    join: float
    height: float
    gap: float


@dataclass(frozen=True, slots=True)
class Style:
    """One manner of writing, in both scripts."""

    latin: LatinStyle
    hanzi: HanziStyle


@dataclass(frozen=True, slots=True)
class Pen:
    """How a pen draws.

    Args:
        width_mm: Width of its line.
        start: Width where a stroke begins, as a share.
        end: Width where it ends, as a share.
        bends: How much wider it draws in bends, as a share.
        tremor: Slow unevenness of the width, as a share.
        nib: How much the direction of the stroke changes the width (a broad nib), as a share.
    """

    width_mm: float
    start: float
    end: float
    bends: float
    tremor: float
    nib: float = 0.0


STYLES = {
    "tidy": Style(
        LatinStyle(
            line_slope=0.3,
            wave=0.06,
            word_height=0.025,
            letter_height=0.037,
            word_slant=1.2,
            letter_slant=1.9,
            word_size=0.018,
            letter_size=0.028,
            word_width=0.05,
            letter_width=0.09,
            gap=1.85,
            gap_spread=0.18,
            warp=0.075,
            build=0.5,
            shape=0.014,
            accent=0.09,
            margin=0.15,
            ragged=0.03,
        ),
        HanziStyle(
            shift=0.008,
            turn=1.0,
            length=0.025,
            bow=0.01,
            character_turn=0.8,
            character_size=0.02,
            warp=0.008,
            join=0.4,
            height=0.012,
            gap=0.03,
        ),
    ),
    "natural": Style(
        LatinStyle(
            line_slope=0.58,
            wave=0.1,
            word_height=0.037,
            letter_height=0.056,
            word_slant=1.8,
            letter_slant=3.0,
            word_size=0.028,
            letter_size=0.045,
            word_width=0.09,
            letter_width=0.175,
            gap=1.95,
            gap_spread=0.24,
            warp=0.125,
            build=1.0,
            shape=0.026,
            accent=0.135,
            margin=0.24,
            ragged=0.04,
        ),
        HanziStyle(
            shift=0.012,
            turn=1.5,
            length=0.038,
            bow=0.015,
            character_turn=1.5,
            character_size=0.045,
            warp=0.018,
            join=1.0,
            height=0.022,
            gap=0.05,
        ),
    ),
    "hurried": Style(
        LatinStyle(
            line_slope=0.9,
            wave=0.16,
            word_height=0.06,
            letter_height=0.075,
            word_slant=2.6,
            letter_slant=3.7,
            word_size=0.05,
            letter_size=0.05,
            word_width=0.11,
            letter_width=0.19,
            gap=2.05,
            gap_spread=0.27,
            warp=0.15,
            build=1.1,
            shape=0.034,
            accent=0.18,
            margin=0.5,
            ragged=0.06,
        ),
        HanziStyle(
            shift=0.017,
            turn=2.1,
            length=0.06,
            bow=0.022,
            character_turn=2.3,
            character_size=0.065,
            warp=0.022,
            join=2.0,
            height=0.033,
            gap=0.07,
        ),
    ),
}
PENS = {
    "ball": Pen(0.42, 0.8, 0.62, 0.16, 0.05),
    "gel": Pen(0.36, 0.95, 0.85, 0.05, 0.02),
    "fountain": Pen(0.5, 0.7, 0.35, 0.24, 0.06, nib=0.34),
}
_FINE_PEN_BELOW_MM = 7.5
INKS = {
    "blue_black": (0.07, 0.11, 0.33),
    "blue": (0.06, 0.18, 0.58),
    "black": (0.09, 0.09, 0.10),
}


def style_named(name: str) -> Style:
    """Return the style of that name.

    Raises:
        UserError: There is none.
    """
    return _chosen(STYLES, name)


_STRAYS = frozenset(field.name for field in fields(LatinStyle))


def suited(style: Style, manner: Mapping[str, float]) -> Style:
    """Return a style as one hand has it.

    Args:
        style: How evenly people write.
        manner: How many times as far the letters of this hand stray; by the name of what strays.
    """
    own = {name: times * getattr(style.latin, name) for name, times in manner.items() if name in _STRAYS}
    return replace(style, latin=replace(style.latin, **own))


def pen_for(name: str, line_mm: float) -> Pen:
    """Return the pen of that name, or the finest where lines are so near that a ball pen's would clog.

    Raises:
        UserError: There is no such pen.
    """
    pen = _chosen(PENS, name)
    return PENS["gel"] if line_mm < _FINE_PEN_BELOW_MM and name == "ball" else pen


def ink_named(name: str) -> tuple[float, float, float]:
    """Return the ink of that name as red, green and blue from 0 to 1.

    Raises:
        UserError: There is none.
    """
    return _chosen(INKS, name)


def _chosen(choices: dict[str, Choice], name: str) -> Choice:
    if name not in choices:
        sentence = _("“{name}” is not one of the choices: {choices}.")
        raise UserError(sentence.format(name=name, choices=", ".join(choices)))
    return choices[name]
