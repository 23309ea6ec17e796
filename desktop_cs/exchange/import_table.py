"""A table from another program: its headings and rows, from a CSV file of whatever encoding and shape."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desktop_cs.errors import ShopError, UserError
from desktop_cs.exchange.encodings import read_text
from desktop_cs.exchange.torn_rows import Fields, RowProblem, rows_of
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.shown import listed

DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 40  # rows that tell the delimiter
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # Source: APPNOTE.TXT 4.3.7 (xlsx, ods), [MS-CFB] 2.2 (xls)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what stands under each heading. `number` counts as a spreadsheet does: the headings are 1."""

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read.

    `problems` are the rows that could not be read, in order; `notes` are sentences about the file as a whole.
    """

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str
    problems: tuple[RowProblem, ...] = ()
    notes: tuple[str, ...] = ()


def read_table(path: Path, *, encoding: str = "", delimiter: str = "") -> Table:
    """Return the table in a CSV file.

    Args:
        path: The file.
        encoding: What it is written in, "" to find out.
        delimiter: What stands between its fields, "" to find out.

    Raises:
        ShopError: The file cannot be read.
        UserError: It is empty, no CSV file, or written in an encoding that is not known here.
    """
    content = _content(path)
    if content.startswith(_WORKBOOKS):
        raise UserError(_("This is a spreadsheet workbook. Save it as “CSV UTF-8” and take that file."))
    reading = read_text(content, encoding)
    text, stated = _without_first_line_of_excel(reading.text.removeprefix("\ufeff"))
    cleaned = text.replace("\0", "")
    if not cleaned.strip():
        raise UserError(_("This file is empty."))
    delimiter = delimiter or stated or likely_delimiter(cleaned)
    rows = list(rows_of(cleaned, delimiter))
    if isinstance(rows[0], RowProblem):
        raise UserError(_("The headings in the first row could not be read: a quotation mark is not closed."))
    headers, repeated = _headers(rows[0].texts)
    good, problems = _sorted_out(headers, rows[1:])
    notes = [reading.note, _note_on_zeros(len(text) - len(cleaned)), _note_on_repeated(repeated)]
    return Table(headers, good, reading.encoding, delimiter, problems, tuple(note for note in notes if note))


def likely_delimiter(text: str) -> str:
    """Return the mark that cuts the first rows into the most even columns; a comma where none does."""
    return max(DELIMITERS, key=lambda mark: (*_evenness(text, mark), -DELIMITERS.index(mark)))


def _evenness(text: str, mark: str) -> tuple[float, int]:
    rows = [
        row.texts for row in islice(rows_of(text, mark), _LOOKED_AT) if isinstance(row, Fields) and row.texts
    ]
    if not rows or len(rows[0]) < 2:
        return 0.0, 0
    even = sum(len(row) == len(rows[0]) for row in rows)
    return even / len(rows), len(rows[0])


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        sentence = _("The file {name} cannot be read ({why}). Nothing was taken over.")
        raise ShopError(sentence.format(name=path.name, why=error.strerror), str(error)) from error


def _without_first_line_of_excel(text: str) -> tuple[str, str]:
    """Return the text without a line such as "sep=;", which Excel writes and reads, and the mark it names."""
    found = re.match(r'"?sep=(.)"?(\r\n|\r|\n)', text)
    return (text[found.end() :], found[1]) if found else (text, "")


def _headers(texts: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    """Return headings without blanks around them, each once ("Name", "Name (2)"), and the repeated ones."""
    seen: Counter[str] = Counter()
    headers = []
    for place, text in enumerate(texts, start=1):
        name = " ".join(text.split()) or _("column {number}").format(number=place)
        seen[name] += 1
        headers.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(headers), [name for name, count in seen.items() if count > 1]


def _sorted_out(
    headers: tuple[str, ...], rows: list[Fields | RowProblem]
) -> tuple[tuple[Row, ...], tuple[RowProblem, ...]]:
    good, problems = [], []
    for row in rows:
        if isinstance(row, RowProblem):
            problems.append(row)
        elif not any(text.strip() for text in row.texts):
            continue
        elif len(row.texts) < len(headers) or any(text.strip() for text in row.texts[len(headers) :]):
            problems.append(RowProblem(row.number, _uneven(row, len(headers))))
        else:
            good.append(Row(row.number, dict(zip(headers, row.texts, strict=False))))
    return tuple(good), tuple(problems)


def _uneven(row: Fields, wanted: int) -> str:
    sentence = ngettext(
        "Row {number} has {count} field where the headings have {wanted}. The row was left out.",
        "Row {number} has {count} fields where the headings have {wanted}. The row was left out.",
        len(row.texts),
    )
    return sentence.format(number=row.number, count=len(row.texts), wanted=wanted)


def _note_on_zeros(count: int) -> str:
    sentence = ngettext(
        "{count} empty character (NUL) was left out.", "{count} empty characters (NUL) were left out.", count
    )
    return sentence.format(count=count) if count else ""


def _note_on_repeated(names: list[str]) -> str:
    sentence = _("More than one column is called {names}; from the second on they are numbered.")
    return sentence.format(names=listed((f"“{name}”" for name in names), language_in_use())) if names else ""
