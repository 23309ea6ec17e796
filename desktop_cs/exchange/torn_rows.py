"""Reading rows out of a text in CSV, so that one torn row does not take the others with it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_cs.i18n import _


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row was left out. `number` counts rows as a spreadsheet does: the headings are row 1."""

    number: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one row, as they stand in the file; empty for a row in which nothing is written."""

    number: int
    texts: tuple[str, ...]


def rows_of(text: str, delimiter: str) -> Iterator[Fields | RowProblem]:
    """Yield every row of a text; a quote that is never closed costs its own row and no other.

    The reader takes up again at the line after the one where the torn row began.
    """
    lines = list(io.StringIO(text, newline=""))
    number, place = 1, 0
    while place < len(lines):
        reader = csv.reader(_from(lines, place), delimiter=delimiter, strict=True)
        done = 0
        try:
            for texts in reader:
                yield Fields(number, tuple(texts))
                number, done = number + 1, reader.line_num
            place = len(lines)
        except csv.Error:
            yield RowProblem(number, _torn(number))
            number, place = number + 1, place + done + 1


def _from(lines: list[str], place: int) -> Iterator[str]:
    return (lines[ahead] for ahead in range(place, len(lines)))


def _torn(number: int) -> str:
    sentence = _(
        "Row {number}: a quotation mark is not closed, or stands inside a text. The row was left out."
    )
    return sentence.format(number=number)
