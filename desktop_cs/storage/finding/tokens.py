"""How text is cut into search words, and how what is typed becomes a query of such words.

Words are our own, so that every engine finds the same: NFKC, folded case, accents dropped, runs of Chinese,
Japanese and Korean cut into overlapping pairs plus their last sign (found like any part of the run, 100 % of
what LIKE finds).
Source: safety.md, "Search". User text never reaches the query language of the engine: only letters and digits
pass.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from desktop_cs.customers.customer import phone_digits

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_ACCENTS = re.compile("[\u0300-\u036f]")
_PHONE = re.compile(r"[\s\d()+./-]+")
_FEWEST_DIGITS = 3  # a shorter part of a phone number finds too many to help
_MOST_WORDS = 16  # of one query; nobody types more, and each costs a look into the index


def words(text: str) -> list[str]:
    """Return the search words of a text, in order: what is put into the index."""
    return [word for piece in _pieces(text) for word in (_pairs(piece) if _is_cjk(piece) else (piece,))]


def code_words(code: str) -> list[str]:
    """Return the search words of a serial number or the like: its parts, and all of it written as one."""
    parts = words(code)
    return [*parts, "".join(parts)] if len(parts) > 1 else parts


def phone_words(phone: str) -> list[str]:
    """Return every tail of the digits of a phone number, so that any part of it begins a word."""
    digits = phone_digits(phone)
    return [digits[start:] for start in range(len(digits) - _FEWEST_DIGITS + 1)]


def query(text: str) -> str:
    """Return an FTS5 query for what was typed, or "" when it holds nothing to search for.

    All words must be there; the last one may go on. A number with blanks or dashes may be one number too.
    """
    pieces = list(_pieces(text))[:_MOST_WORDS]
    if not pieces:
        return ""
    phrases = " ".join([*(_phrase(piece) for piece in pieces[:-1]), _last_phrase(pieces[-1])])
    if len(pieces) > 1 and _PHONE.fullmatch(text):
        return f"({phrases}) OR {_last_phrase(phone_digits(text))}"
    return phrases


@cache
def _piece() -> re.Pattern[str]:
    """Return the pattern of one piece; made late: it takes longer than opening the records."""
    return re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")


def _is_cjk(piece: str) -> bool:
    """Return whether a piece is Chinese, Japanese or Korean; its first sign tells."""
    return not piece.isascii() and piece[0] >= "\u3040" and _cjk_sign().match(piece) is not None


@cache
def _cjk_sign() -> re.Pattern[str]:
    return re.compile(f"[{_CJK}]")


def _pieces(text: str) -> Iterator[str]:
    """Yield runs of letters and digits of one kind of script, folded."""
    for found in _piece().finditer(_folded(text)):
        yield found[0]


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    split = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFKC", _ACCENTS.sub("", split))


def _pairs(run: str) -> Iterable[str]:
    return [*(run[at : at + 2] for at in range(len(run) - 1)), run[-1]]


def _phrase(piece: str) -> str:
    """Return the piece as a phrase; in Chinese it may stand anywhere within a longer run."""
    if not _is_cjk(piece):
        return f'"{piece}"'
    if len(piece) == 1:
        return f'"{piece}"*'
    return '"' + " ".join(piece[at : at + 2] for at in range(len(piece) - 1)) + '"'


def _last_phrase(piece: str) -> str:
    phrase = _phrase(piece)
    return phrase if phrase.endswith("*") or _is_cjk(piece) else f"{phrase}*"
