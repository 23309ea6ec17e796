"""Break a text into lines by the custom of its language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from desktop_cs.letters.blocks import Role
from desktop_cs.letters.hand.characters import Sign
from desktop_cs.letters.hand.keeping_together import MAY_HANG, clings, is_dash, stays_with_next
from desktop_cs.letters.hand.spacing import Drawn

_HANGS = 0.8  # share of a Chinese mark that may stand beyond the end of the line
_LONGEST_BOND = 0.6  # words are kept together only as long as they fill no more than this share of a line


@dataclass(slots=True)
class Line:
    """One line of writing: its signs, where each begins, how wide each is drawn, and its word; in points.

    Args:
        signs: The signs.
        starts: Where each begins, from the line's own beginning.
        advances: How far the pen travels over each.
        stretches: How much broader each is than in its pack.
        words: The number of the word each belongs to.
        pivots: For each sign that is to stand upright in a line down the page the point it is turned about,
            from the line's own beginning; None for the others.
        indent: How far the line is moved in.
        role: The part of the letter it belongs to.
        left: How far the line's beginning is from the margin.
    """

    signs: list[Sign] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    advances: list[float] = field(default_factory=list)
    stretches: list[float] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    pivots: list[float | None] = field(default_factory=list)
    indent: float = 0.0
    role: Role = Role.BODY
    left: float = 0.0

    @property
    def width(self) -> float:
        """Where the last sign ends."""
        return self.starts[-1] + self.advances[-1] if self.signs else self.indent

    def append(self, drawn: Drawn, word: int) -> None:
        """Write one more sign at the end."""
        start = self.width
        self.signs.append(drawn.sign)
        self.starts.append(start)
        self.advances.append(drawn.advance)
        self.stretches.append(drawn.stretch)
        self.words.append(word)
        self.pivots.append(None if drawn.pivot is None else start + drawn.pivot)

    def drop_last_gap(self) -> None:
        """Forget the gap that the line broke in."""
        while self.signs and self.signs[-1].is_gap:
            for column in (
                self.signs, self.starts, self.advances, self.stretches, self.words, self.pivots
            ):  # fmt: skip
                column.pop()

    def scaled(self, factor: float) -> "Line":
        """Return the line written larger or smaller."""
        return Line(
            self.signs,
            [factor * start for start in self.starts],
            [factor * advance for advance in self.advances],
            self.stretches,
            self.words,
            [None if pivot is None else factor * pivot for pivot in self.pivots],
            factor * self.indent,
            self.role,
            factor * self.left,
        )


@dataclass(frozen=True, slots=True)
class Unit:
    """Signs that stay on one line: a Latin word, or a Chinese character with its marks.

    Args:
        drawn: The signs; a gap is a unit of its own.
        word: The number of its word.
        width: How far the pen travels over all of them, in points.
        hangs: How much of it may stand beyond the end of the line.
    """

    drawn: tuple[Drawn, ...]
    word: int
    width: float
    hangs: float

    @property
    def is_gap(self) -> bool:
        """Whether this is the gap between two words."""
        return len(self.drawn) == 1 and self.drawn[0].sign.is_gap


def units(drawn: Sequence[Drawn], language: str, width: float, first_word: int = 1) -> list[Unit]:
    """Return a paragraph in units.

    Args:
        drawn: Its signs.
        language: "en", "ru", "zh_CN" or "zh_TW".
        width: Length of a full line, in points.
        first_word: The number of the first unit.
    """
    groups: list[list[Drawn]] = []
    for one in drawn:
        if groups and clings(groups[-1][-1].sign, one.sign):
            groups[-1].append(one)
        else:
            groups.append([one])
    bound = _bound(groups, language, _LONGEST_BOND * width)
    return [_unit(group, word) for word, group in enumerate(bound, start=first_word)]


def break_lines(units: Sequence[Unit], width: float, indent: float, room: Callable[[], float]) -> list[Line]:
    """Return the lines of one paragraph.

    Args:
        units: The paragraph.
        width: Length of a full line, in points.
        indent: How far the first line is moved in.
        room: Gives for each line the share of it that the hand fills.
    """
    lines = [Line(indent=indent)]
    here = width * room()
    for unit in units:
        line = lines[-1]
        if unit.is_gap and not line.signs:
            continue
        full = line.width + unit.width - unit.hangs > here
        if full and line.signs and not unit.is_gap:
            line = Line()
            lines.append(line)
            here = width * room()
        if unit.width > width - line.indent:
            _cut(unit, lines, width)
        else:
            for drawn in unit.drawn:
                line.append(drawn, unit.word)
    for line in lines:
        line.drop_last_gap()
    return [line for line in lines if line.signs]


def _cut(unit: Unit, lines: list[Line], width: float) -> None:
    """Write a word that is longer than a line, cut where the line ends, but never behind a hyphen.

    A reader takes a hyphen at the end of a line for one that only parts the word.
    """
    for at, drawn in enumerate(unit.drawn):
        following = (
            unit.drawn[at + 1].advance if drawn.sign.character == "-" and at + 1 < len(unit.drawn) else 0
        )
        if lines[-1].width + drawn.advance + following > width and lines[-1].signs:
            lines.append(Line())
        if lines[-1].signs or not drawn.sign.is_gap:
            lines[-1].append(drawn, unit.word)


def _unit(group: Sequence[Drawn], word: int) -> Unit:
    width = sum(drawn.advance for drawn in group)
    last = group[-1]
    hangs = _HANGS * last.advance if last.sign.hanzi and last.sign.character in MAY_HANG else 0.0
    return Unit(tuple(group), word, width, hangs if len(group) > 1 else 0.0)


def _bound(groups: list[list[Drawn]], language: str, longest: float) -> list[list[Drawn]]:
    """Join words that no line may end between, with the gap between them."""
    bound: list[list[Drawn]] = []
    for group in groups:
        if len(bound) > 1 and bound[-1][0].sign.is_gap and _is_bound(bound[-2], group, language, longest):
            gap = bound.pop()
            bound[-1] = [*bound[-1], *gap, *group]
        else:
            bound.append(group)
    return bound


def _is_bound(before: list[Drawn], group: list[Drawn], language: str, longest: float) -> bool:
    if group[0].sign.is_gap:
        return False
    if is_dash(group[0].sign):
        return True
    if sum(drawn.advance for drawn in (*before, *group)) > longest:
        return False
    return stays_with_next(_last_word(before), _last_word(group), language)


def _last_word(group: list[Drawn]) -> str:
    text = "".join(drawn.sign.character for drawn in group)
    return text.rpartition(" ")[2]
