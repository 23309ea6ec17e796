"""Read a plain letter whose paragraphs stand apart by blank lines, as in English and Russian."""

import re
from dataclasses import dataclass
from re import Pattern

from desktop_cs.letters.blocks import Block, Role

_MOST_SIGNATURE_LINES = 4


@dataclass(frozen=True, slots=True)
class Marks:
    """How the parts of a letter look in a language: a whole line each, of a postscript the beginning."""

    date: Pattern[str]
    salutation: Pattern[str]
    closing: Pattern[str]
    postscript: Pattern[str]


_NUMBERS = r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"

ENGLISH = Marks(
    date=re.compile(
        r"(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}"
        rf"|[A-Z][a-z]+ \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|{_NUMBERS})\.?"
    ),
    salutation=re.compile(
        r"(?:Dear|Hello|Hi|To|Good (?:day|morning|afternoon|evening))\b.{0,60}[,:!]?|.{1,40}[,:]"
    ),
    closing=re.compile(
        r"(?:(?:With|Yours|Best|Kind|Kindest|Warm|Warmest|Many|All)\b.{0,40}|Sincerely|Regards|Gratefully"
        r"|Respectfully|Cordially|Thank you(?: again)?|Thanks(?: again)?|Take care|Love),?"
    ),
    postscript=re.compile(r"P\. ?S\.|PS[:.]? "),
)
RUSSIAN = Marks(
    date=re.compile(
        r"(?:[А-Яа-яё]+, )?(?:[«\"]?\d{1,2}[»\"]? [а-яё]+ \d{4}(?: ?(?:г\.?|год[ау]?))?"
        rf"|(?:{_NUMBERS})(?: г\.?)?)"
    ),
    salutation=re.compile(
        r"(?:(?:(?:Много|Глубоко)?уважаем|Дорог|Здравствуй|Добр(?:ый|ое|ого) |Приветствую|Господин|Госпожа)"
        r".{0,60}[!,:.]?|[А-ЯЁ][^.?!]{0,38}[!,:])",
        re.IGNORECASE,
    ),
    closing=re.compile(
        r"(?:С (?:[а-яё]+,? ){0,3}(?:уважением|благодарностью|признательностью|почтением|приветом|теплом"
        r"|пожеланиями|надеждой)(?: и [А-Яа-яё ]{3,40}| к Вам)?"
        r"|(?:Искренне |Всегда )?Ваш[аи]?|Всего (?:доброго|хорошего|наилучшего)|Искренне"
        r"|Благодар(?:им|ю)(?: Вас)?|До (?:скорой )?встречи)[,.!]?"
    ),
    postscript=re.compile(r"P\. ?S\.|PS[:.]? |П\. ?С\.|ПС[:.]? |Постскриптум"),
)


def paragraph_blocks(text: str, marks: Marks) -> list[Block]:
    """Return the parts: the head line by line, the body by paragraphs, the foot from its closing words on."""
    paragraphs = [[line.strip() for line in part.splitlines()] for part in re.split(r"\n\s*\n", text.strip())]
    paragraphs = [part for part in paragraphs if any(part)]
    head = _head(paragraphs, marks)
    foot = _foot(paragraphs, marks)
    body = [Block(Role.BODY, " ".join(part)) for part in paragraphs if part]
    return head + body + foot


def _head(paragraphs: list[list[str]], marks: Marks) -> list[Block]:
    """Take date and salutation off the front."""
    blocks: list[Block] = []
    for role, pattern in ((Role.DATE, marks.date), (Role.SALUTATION, marks.salutation)):
        if len(paragraphs) > 1 or (paragraphs and len(paragraphs[0]) > 1):
            if pattern.fullmatch(paragraphs[0][0]):
                blocks.append(Block(role, paragraphs[0].pop(0)))
            paragraphs[:] = [part for part in paragraphs if part]
    return blocks


def _foot(paragraphs: list[list[str]], marks: Marks) -> list[Block]:
    """Take closing, signature, a date below them and postscripts off the end."""
    place = next(
        (at for at in reversed(range(len(paragraphs))) if _closing_line(paragraphs[at], marks) is not None),
        None,
    )
    if place is None:
        return []
    start = _closing_line(paragraphs[place], marks) or 0
    lines = paragraphs[place][start:] + [line for part in paragraphs[place + 1 :] for line in part]
    paragraphs[place:] = [paragraphs[place][:start]] if start else []
    foot = [Block(Role.CLOSING, lines[0])]
    role = Role.SIGNATURE
    for line in lines[1:]:
        if marks.postscript.match(line):
            role = Role.POSTSCRIPT
            foot.append(Block(role, line))
        elif role is Role.POSTSCRIPT:
            foot[-1] = Block(role, f"{foot[-1].text} {line}")
        else:
            foot.append(Block(Role.DATE if marks.date.fullmatch(line) else role, line))
    return foot


def _closing_line(lines: list[str], marks: Marks) -> int | None:
    """Return which line closes the letter, if what follows can be its signature."""
    for at, line in enumerate(lines):
        after = lines[at + 1 :]
        if marks.closing.fullmatch(line) and len(after) <= _MOST_SIGNATURE_LINES:
            return at
    return None
