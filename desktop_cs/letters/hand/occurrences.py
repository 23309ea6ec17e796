"""Every character of a page where it is written, as columns of numbers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cs.letters.hand.characters import Hand, Sign
from desktop_cs.letters.hand.hand_pack import Floats, Ints, Strokes
from desktop_cs.letters.hand.page_plan import Plan


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The characters of a page in reading order; one row each, lengths in points.

    Args:
        signs: The characters.
        lines: Number of the line each stands in.
        words: Number of the word.
        starts: Where each begins on its line, from the line's own beginning.
        advances: How far the pen travels.
        stretches: How much broader than in the pack, as a factor.
        ems: The em each is written with.
        lefts: Where each line begins on the paper.
        baselines: The height of each line.
        x_height: Height of a small Latin letter.
    """

    signs: list[Sign]
    lines: Ints
    words: Ints
    starts: Floats
    advances: Floats
    stretches: Floats
    ems: Floats
    lefts: Floats
    baselines: Floats
    x_height: float

    def inked(self, *, hanzi: bool) -> Ints:
        """Return the rows that are written with one of the two packs."""
        return np.array(
            [at for at, s in enumerate(self.signs) if s.hanzi is hanzi and not s.is_gap], np.int64
        )

    def strokes(self, hand: Hand, rows: Ints) -> Strokes:
        """Return the strokes of some rows (all of one pack); their owners are rows of this table."""
        hanzi = self.signs[rows[0]].hanzi
        found = (hand.hanzi if hanzi else hand.latin).strokes(
            [self.signs[row].place for row in rows.tolist()]
        )
        return Strokes(found.points, found.lengths, found.parts, rows[found.owners])


def occurrences_of(plan: Plan) -> Occurrences:
    """Return the characters of a page."""
    lines = plan.lines
    signs = [sign for line in lines for sign in line.signs]
    return Occurrences(
        signs,
        np.repeat(np.arange(len(lines)), [len(line.signs) for line in lines]),
        np.array([word for line in lines for word in line.words], np.int64),
        _column([line.starts for line in lines]),
        _column([line.advances for line in lines]),
        _column([line.stretches for line in lines]),
        np.array([plan.measure.em(sign) for sign in signs]),
        np.array(plan.lefts),
        np.array(plan.baselines),
        plan.measure.x_height,
    )


def _column(rows: list[list[float]]) -> npt.NDArray[np.float64]:
    return np.array([value for row in rows for value in row])
