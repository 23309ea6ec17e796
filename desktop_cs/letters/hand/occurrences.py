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
        """Return the rows that are Chinese characters, or all the others."""
        return np.array(
            [at for at, s in enumerate(self.signs) if s.hanzi is hanzi and not s.is_gap], np.int64
        )

    def strokes(self, hand: Hand, rows: Ints, weights: Floats | None = None) -> Strokes:
        """Return the strokes of some rows; their owners are rows of this table.

        Args:
            hand: The hand that the page is written in.
            rows: Which characters.
            weights: For each how much of each of its shapes; (n, 3).
        """
        packs = np.array([self.signs[row].pack for row in rows.tolist()], np.int64)
        found = [
            self._of_pack(hand, pack, rows, packs == pack, weights) for pack in np.unique(packs).tolist()
        ]
        if len(found) == 1:
            return found[0]
        return Strokes(
            np.concatenate([strokes.points for strokes in found]),
            np.concatenate([strokes.lengths for strokes in found]),
            np.concatenate([strokes.parts for strokes in found]),
            np.concatenate([strokes.owners for strokes in found]),
        )

    def _of_pack(
        self, hand: Hand, pack: int, rows: Ints, is_of_pack: npt.NDArray[np.bool_], weights: Floats | None
    ) -> Strokes:
        own = rows[is_of_pack]
        places = [self.signs[row].place for row in own.tolist()]
        found = hand.packs[pack].strokes(places, None if weights is None else weights[is_of_pack])
        return Strokes(found.points * hand.scale(pack), found.lengths, found.parts, own[found.owners])


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
