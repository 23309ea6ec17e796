"""Finding out how the letters of a file are written, without guessing in silence."""

import codecs
from dataclasses import dataclass

from desktop_cs.errors import UserError
from desktop_cs.exchange.character_frequency import likeness
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.shown import listed

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5", "cp950", "cp1251", "koi8-r", "cp866", "cp1252")
_NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030",
    "big5": "Big5",
    "cp950": "Big5",
    "cp1251": "Windows-1251",
    "koi8-r": "KOI8-R",
    "cp866": "DOS 866",
    "cp1252": "Windows-1252",
}
_TOO_NEAR = 0.85  # a second reading that scores this share of the best one is told to the person
_READABLE = 0.3  # below this nothing looks like writing


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file, the encoding it was read in (Python's name), and what the person should know."""

    text: str
    encoding: str
    note: str = ""


def read_text(content: bytes, encoding: str = "") -> Reading:
    """Return the text of a file.

    Args:
        content: The file as it lies on the disk.
        encoding: What a person says it is written in; "" to find out.

    Raises:
        UserError: It is not written in the stated encoding, or in none that is known here.
    """
    if encoding:
        return _as_stated(content, encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _as_stated(content, name)
    sixteen = _utf_16_without_mark(content)
    if sixteen is not None:
        return sixteen
    try:
        return Reading(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _most_likely(content)


def is_known(encoding: str) -> bool:
    """Return whether Python knows a text encoding of this name."""
    try:
        return codecs.lookup(encoding)._is_text_encoding  # noqa: SLF001 (the only way to tell "rot13" from a text encoding)
    except LookupError:
        return False


def _as_stated(content: bytes, encoding: str) -> Reading:
    if not is_known(encoding):
        raise UserError(
            _("No encoding is called “{name}”. Common ones are utf-8, gb18030 and cp1252.").format(
                name=encoding
            )
        )
    try:
        return Reading(content.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        place = content.count(b"\n", 0, error.start) + 1
        sentence = _("This file is not written in {name}: line {line} does not fit. Nothing was taken over.")
        raise UserError(sentence.format(name=_NAMES.get(encoding, encoding), line=place)) from error


def _utf_16_without_mark(content: bytes) -> Reading | None:
    """Every comma and line end of a table has a zero byte beside it in UTF-16, always on the same side."""
    if len(content) % 2 or b"\0" not in content:
        return None
    for encoding, zeros, line_end in (
        ("utf-16-le", content[1::2], b"\n\0"),
        ("utf-16-be", content[::2], b"\0\n"),
    ):
        if zeros.count(b"\0") < 0.95 * content.count(b"\0") or line_end not in content:
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.isascii() or likeness(text) > _READABLE:
            return Reading(text, encoding)
    return None


def _most_likely(content: bytes) -> Reading:
    """Read in every way; what does not fit becomes U+FFFD, which counts against the reading."""
    texts = {encoding: content.decode(encoding, "replace") for encoding in _CANDIDATES}
    scores = {encoding: likeness(text) for encoding, text in texts.items()}
    best = max(_CANDIDATES, key=lambda encoding: scores[encoding])
    if scores[best] < _READABLE:
        raise UserError(
            _("The letters of this file could not be read. Save it again as “CSV UTF-8” and try once more.")
        )
    near = {_NAMES[other]: "" for other in _CANDIDATES if scores[other] >= _TOO_NEAR * scores[best]}
    near.pop(_NAMES[best])
    notes = [_doubt(_NAMES[best], list(near)) if near else "", _unreadable(texts[best].count("\ufffd"))]
    return Reading(texts[best], best, " ".join(note for note in notes if note))


def _doubt(name: str, others: list[str]) -> str:
    sentence = _(
        "The file does not say how its letters are written. It was read as {name}; {others} would fit too. "
        "If names look wrong, write the encoding into the map file."
    )
    return sentence.format(name=name, others=listed(others, language_in_use()))


def _unreadable(count: int) -> str:
    sentence = ngettext(
        "{count} character could not be read and is shown as �.",
        "{count} characters could not be read and are shown as �.",
        count,
    )
    return sentence.format(count=count) if count else ""
