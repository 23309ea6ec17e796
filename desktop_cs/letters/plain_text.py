"""Recognise the parts of a letter in a plain text."""

import re
from collections.abc import Callable, Sequence

from desktop_cs.letters.blocks import Block, Role

_ENGLISH_DATE = re.compile(
    r"(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}"
    r"|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\.?"
)
_ENGLISH_SALUTATION = re.compile(
    r"(?:Dear|Hello|Hi|To|Good (?:morning|afternoon|evening))\b.{0,60}[,:!]?|.{1,40}[,:]"
)
_ENGLISH_CLOSING = re.compile(
    r"(?:(?:With|Yours|Best|Kind|Kindest|Warm|Warmest|Many|All)\b.{0,40}|Sincerely|Regards|Gratefully|Respectfully"
    r"|Cordially|Thank you(?: again)?|Thanks(?: again)?|Take care|Love),?"
)
_ENGLISH_POSTSCRIPT = re.compile(r"P\. ?S\.|PS[:.]? ")
_CHINESE_DATE = re.compile(r"(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日")
_CHINESE_SALUTATION = re.compile(r".{1,24}[：:]")
_CHINESE_GREETING = re.compile(r"(?:您|你|大家)好[！!。]?|(?:见信|展信)(?:好|佳|安|悦)[！!。]?")
_CHINESE_CLOSING = re.compile(r"(?:此致|顺祝|顺颂|敬祝|谨祝|恭祝|即颂|祝|祝您|祝你)[：:，,]?")
_CHINESE_CLOSING_ON_ONE_LINE = re.compile(r"(此致|顺祝|顺颂|敬祝|谨祝|恭祝|即颂|祝您?)\s+(\S{1,12})")
_LONGEST_WISH = 14
_LONGEST_SIGNATURE = 60
_MOST_SIGNATURE_LINES = 4
_FOOT = (Role.CLOSING, Role.SIGNATURE)


def blocks_of(text: str, language: str) -> tuple[Block, ...]:
    """Return the parts of a letter, in their order; none for a blank text.

    Args:
        text: A plain text, with any line ends.
        language: "en" or "zh_CN".
    """
    return tuple(_RECOGNISERS[language](text.replace("\N{ZERO WIDTH NO-BREAK SPACE}", "")))


def text_of(blocks: Sequence[Block], language: str) -> str:
    """Return the parts as a plain text that `blocks_of` reads as the same parts again."""
    if language != "en":
        return "\n".join(block.text for block in blocks)
    text = ""
    before: Role | None = None
    for block in blocks:
        stays_together = before in _FOOT and block.role in _FOOT
        text += ("\n" if stays_together else "\n\n") * (before is not None) + block.text
        before = block.role
    return text


def _english(text: str) -> list[Block]:
    """Read the head line by line, the body by paragraphs, and the foot from the last closing words on."""
    paragraphs = [[line.strip() for line in part.splitlines()] for part in re.split(r"\n\s*\n", text.strip())]
    paragraphs = [part for part in paragraphs if any(part)]
    head = _english_head(paragraphs)
    foot = _english_foot(paragraphs)
    body = [Block(Role.BODY, " ".join(part)) for part in paragraphs if part]
    return head + body + foot


def _english_head(paragraphs: list[list[str]]) -> list[Block]:
    """Take date and salutation off the front."""
    blocks: list[Block] = []
    for role, pattern in ((Role.DATE, _ENGLISH_DATE), (Role.SALUTATION, _ENGLISH_SALUTATION)):
        if len(paragraphs) > 1 or (paragraphs and len(paragraphs[0]) > 1):
            if pattern.fullmatch(paragraphs[0][0]):
                blocks.append(Block(role, paragraphs[0].pop(0)))
            paragraphs[:] = [part for part in paragraphs if part]
    return blocks


def _english_foot(paragraphs: list[list[str]]) -> list[Block]:
    """Take closing, signature, a date below them and postscripts off the end."""
    place = next(
        (at for at in reversed(range(len(paragraphs))) if _closing_line(paragraphs[at]) is not None), None
    )
    if place is None:
        return []
    start = _closing_line(paragraphs[place]) or 0
    lines = paragraphs[place][start:] + [line for part in paragraphs[place + 1 :] for line in part]
    paragraphs[place:] = [paragraphs[place][:start]] if start else []
    foot = [Block(Role.CLOSING, lines[0])]
    role = Role.SIGNATURE
    for line in lines[1:]:
        if _ENGLISH_POSTSCRIPT.match(line):
            role = Role.POSTSCRIPT
            foot.append(Block(role, line))
        elif role is Role.POSTSCRIPT:
            foot[-1] = Block(role, f"{foot[-1].text} {line}")
        else:
            foot.append(Block(Role.DATE if _ENGLISH_DATE.fullmatch(line) else role, line))
    return foot


def _closing_line(lines: list[str]) -> int | None:
    """Return which line closes the letter, if what follows can be its signature."""
    for at, line in enumerate(lines):
        after = lines[at + 1 :]
        if _ENGLISH_CLOSING.fullmatch(line) and len(after) <= _MOST_SIGNATURE_LINES:
            return at
    return None


def _chinese(text: str) -> list[Block]:
    """Read line by line: a salutation may only open the letter, a signature may only end it."""
    lines = [
        line.strip(" \t\u3000") for line in _CHINESE_CLOSING_ON_ONE_LINE.sub(r"\1\n\2", text).splitlines()
    ]
    lines = [line for line in lines if line]
    blocks: list[Block] = []
    for at, line in enumerate(lines):
        blocks.append(Block(_chinese_role(line, blocks, lines[at + 1 :]), line))
    return blocks


def _chinese_role(line: str, before: list[Block], after: list[str]) -> Role:
    last = before[-1].role if before else Role.DATE
    closed = any(block.role in (Role.CLOSING, Role.CLOSING_FLUSH, Role.SIGNATURE) for block in before)
    if _CHINESE_DATE.fullmatch(line):
        role = Role.DATE
    elif last is Role.DATE and not closed and after and _CHINESE_SALUTATION.fullmatch(line):
        role = Role.SALUTATION
    elif last is Role.SALUTATION and _CHINESE_GREETING.fullmatch(line):
        role = Role.GREETING
    elif _CHINESE_CLOSING.fullmatch(line):
        role = Role.CLOSING
    elif last is Role.CLOSING and len(line) <= _LONGEST_WISH:
        role = Role.CLOSING_FLUSH
    elif closed and len(line) <= _LONGEST_SIGNATURE:
        role = Role.SIGNATURE
    else:
        role = _chinese_signature_or_body(line, before, after)
    return role


def _chinese_signature_or_body(line: str, before: list[Block], after: list[str]) -> Role:
    """Tell a short name above the closing date from a last paragraph."""
    dated = len(after) == 1 and _CHINESE_DATE.fullmatch(after[0])
    ends_like_a_sentence = line.endswith(tuple("。！？；：，…”"))
    return Role.SIGNATURE if before and dated and not ends_like_a_sentence else Role.BODY


_RECOGNISERS: dict[str, Callable[[str], list[Block]]] = {"en": _english, "zh_CN": _chinese}
