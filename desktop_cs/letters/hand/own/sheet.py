"""The sheet of letters that a person writes once: what is asked for, and where each box stands.

Letters are written alone, not inside words: a joined word would have to be cut where nobody can say that one
letter ends, and one wrong cut spoils two letters. How near the person sets letters to one another is measured
on three whole words at the end, which need no cutting (`packing`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_cs.errors import UserError
from desktop_cs.i18n import _

X_HEIGHT_MM = 3.2  # large: thin lines then keep apart where a stem and an arch meet
BOX_WIDTH_MM, BOX_HEIGHT_MM = 13.0, 12.8
BASELINE_MM = 8.0  # below the upper edge of a box
LABEL_MM = 2.2  # above a box, where its letter is printed small
COLUMN_MM, ROW_MM = 13.4, 15.0
WORD_COLUMNS = 4  # how many boxes a whole word takes
MARK_MM = 7.0  # the black squares in the corners
MARK_AT_MM = 13.5  # their middle, from the edges of the paper
FIRST_ROW_MM = 33.5
CODE_BITS = 18
CODE_STEP_MM, CODE_CELL_MM, CODE_AT_MM = 6.0, 4.0, 16.0  # from the middle of the first mark to the first cell

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}  # mm, as in `paper.paper_sizes`
LANGUAGES = ("en", "ru")

# The twelve letters that stand for most of a text are asked for four times, all else twice.
# Source: the usual order of frequency of the English (etaoin shrdlu) and the Russian alphabet (оеаинтсрвлкм).
_LATIN, _OFTEN = "abcdefghijklmnopqrstuvwxyz", "etaoinshrdlu"
_CYRILLIC, _OFTEN_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "оеаинтсрвлкм"
_CAPITALS_CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ"  # no word begins with Ъ, Ы or Ь
_FIGURES = "0123456789"
_MARKS = ".,!?’:;-()“”&£$€"
_RUSSIAN_MARKS = "«»—№"
_WORDS = {"en": ("never", "summer", "answers"), "ru": ("never", "осенние", "нравится")}
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Box:
    """One box: what is to be written in it, and where it stands.

    Args:
        text: A character, or one of the words.
        left: From the left edge of the paper, in mm.
        top: From its upper edge, in mm.
        width: In mm.
    """

    text: str
    left: float
    top: float
    width: float = BOX_WIDTH_MM


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page of a sheet.

    Args:
        language: "en" or "ru".
        number: From 1.
        of: How many pages the sheet has.
        paper: "A4" or "Letter".
        boxes: In the order they are written.
    """

    language: str
    number: int
    of: int
    paper: str
    boxes: tuple[Box, ...]


def sheet_language(language: str) -> str:
    """Return whose sheet a language uses: "ru", or "en" for all others.

    Chinese has thousands of signs, so nobody writes a sheet of them: a Chinese person's own hand covers Latin
    letters and figures, and the signature.
    """
    return "ru" if language.startswith("ru") else "en"


def wanted(language: str) -> list[tuple[str, int]]:
    """Return every character that the sheet asks for, and how many times."""
    asked = list(_times(_LATIN, _OFTEN))
    if sheet_language(language) == "ru":
        asked += [*_times(_CYRILLIC, _OFTEN_CYRILLIC), *_times(_CAPITALS_CYRILLIC)]
    asked += [*_times(_LATIN.upper()), *_times(_FIGURES), *_times(_MARKS)]
    if sheet_language(language) == "ru":
        asked += _times(_RUSSIAN_MARKS)
    return asked


def words_wanted(language: str) -> tuple[str, ...]:
    """Return the whole words that show how near to one another the person sets letters."""
    return _WORDS[sheet_language(language)]


def sheet_pages(language: str, paper: str) -> tuple[SheetPage, ...]:
    """Return the pages of the sheet.

    Raises:
        UserError: There is no such paper for the sheet.
    """
    if paper not in PAPERS:
        sentence = _("The sheet of letters is printed on A4 or Letter; “{paper}” is too small for it.")
        raise UserError(sentence.format(paper=paper), field="paper")
    language = sheet_language(language)
    width, height = PAPERS[paper]
    columns = int((width - 2 * MARK_AT_MM + MARK_MM) / COLUMN_MM)
    rows = int((height - FIRST_ROW_MM - MARK_AT_MM - MARK_MM) / ROW_MM)
    left = (width - columns * COLUMN_MM) / 2
    pages: list[list[Box]] = []
    for text, row, column in _places(language, columns):
        page, down = divmod(row, rows)
        if page == len(pages):
            pages.append([])
        across = WORD_COLUMNS * COLUMN_MM - (COLUMN_MM - BOX_WIDTH_MM) if len(text) > 1 else BOX_WIDTH_MM
        at = left + column * COLUMN_MM, FIRST_ROW_MM + down * ROW_MM + LABEL_MM
        pages[page].append(Box(text, *at, across))
    return tuple(
        SheetPage(language, number, len(pages), paper, tuple(boxes))
        for number, boxes in enumerate(pages, start=1)
    )


def mark_middles(paper: str) -> tuple[tuple[float, float], ...]:
    """Return the middles of the four marks in mm: upper left, upper right, lower right, lower left."""
    width, height = PAPERS[paper]
    right, low = width - MARK_AT_MM, height - MARK_AT_MM
    return (MARK_AT_MM, MARK_AT_MM), (right, MARK_AT_MM), (right, low), (MARK_AT_MM, low)


def code_middles() -> tuple[tuple[float, float], ...]:
    """Return the middles of the cells of the page code, in mm."""
    first = MARK_AT_MM + CODE_AT_MM
    return tuple((first + CODE_STEP_MM * at, MARK_AT_MM) for at in range(CODE_BITS))


def page_code(page: SheetPage) -> tuple[bool, ...]:
    """Return which cells of the page code are black: version, paper, language, page, and a check."""
    number = (_VERSION << 7) | (list(PAPERS).index(page.paper) << 6)
    number |= (LANGUAGES.index(page.language) << 3) | page.number
    whole = (number << 8) | _check(number)
    return tuple(bool(whole >> (CODE_BITS - 1 - at) & 1) for at in range(CODE_BITS))


def page_of_code(cells: tuple[bool, ...]) -> SheetPage | None:
    """Return the page that a code names, or None when it is no page code."""
    for language in LANGUAGES:
        for paper in PAPERS:
            for page in sheet_pages(language, paper):
                if page_code(page) == cells:
                    return page
    return None


def _times(characters: str, often: str = "") -> Iterator[tuple[str, int]]:
    for character in characters:
        yield character, 4 if character in often else 2


def _places(language: str, columns: int) -> Iterator[tuple[str, int, int]]:
    """Yield each text with its row and column; all samples of a character stand in one row."""
    row = column = 0
    for character, times in wanted(language):
        if column + times > columns:
            row, column = row + 1, 0
        for _time in range(times):
            yield character, row, column
            column += 1
    for at, word in enumerate(words_wanted(language)):
        yield word, row + 1, at * WORD_COLUMNS


def _check(number: int) -> int:
    """Return the eight bits that a misread code would hardly have (CRC-8, polynomial 0x07)."""
    rest = number << 8
    for bit in range(17, 7, -1):
        if rest >> bit & 1:
            rest ^= 0x107 << (bit - 8)
    return rest & 0xFF
