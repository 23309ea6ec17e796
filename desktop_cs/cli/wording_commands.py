"""`wording`: the wording check of a text file, without a window and without a shop's data."""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_cs import places
from desktop_cs.cli.running import DONE, WRONG_INPUT, say, tell
from desktop_cs.errors import UserError
from desktop_cs.exchange.encodings import read_text
from desktop_cs.guide.lexicon import load_lexicon
from desktop_cs.guide.wording_check import Mark, check
from desktop_cs.i18n import _, language_in_use

STANDARD_INPUT = Path("-")
_LARGEST_BYTES = 1_000_000  # some 500 pages


@dataclass(frozen=True, slots=True)
class _Found:
    """A mark with its place in the file; lines and columns count from 1, columns in characters."""

    line: int
    column: int
    words: str
    mark: Mark


def wording(options: argparse.Namespace) -> int:
    """List the words of a text that a customer should better not read; any found ends with 1."""
    text = _text_of(options.file)
    lexicon = load_lexicon(places.resources_dir() / "wording" / f"{language_in_use()}.toml")
    found = [_placed(text, mark) for mark in check(text, lexicon, dict.fromkeys(options.name, ""))]
    if options.json:
        say(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            say(f"{one.line}:{one.column}  {one.mark.kind}  “{one.words}”: {one.mark.reason}")
            say("    " + _("Better: {words}").format(words=one.mark.better))
        if not found:
            tell(_("Nothing is marked."))
    return WRONG_INPUT if found else DONE


COMMANDS = {"wording": wording}


def _text_of(path: Path) -> str:
    """Return the text of a file, or of standard input for "-".

    Raises:
        UserError: It cannot be read, is too long, or is no text.
    """
    try:
        if path == STANDARD_INPUT:
            content = sys.stdin.buffer.read(_LARGEST_BYTES + 1)
        else:
            with path.open("rb") as file:
                content = file.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise UserError(_("{file} cannot be read. Is the name right?").format(file=path)) from error
    if len(content) > _LARGEST_BYTES:
        raise UserError(_("{file} is too long for this check. Take it in parts.").format(file=path))
    try:
        reading = read_text(content)
    except UserError as error:
        sentence = _("{file} is no text that can be read here. Save it as UTF-8 text and try once more.")
        raise UserError(sentence.format(file=path)) from error
    if reading.encoding not in {"utf-8", "utf-8-sig"}:
        told = _("{file} was read as {encoding}. If words look wrong, save it as UTF-8.")
        tell(told.format(file=path, encoding=reading.encoding))
    return reading.text.replace("\r\n", "\n").replace("\r", "\n")


def _placed(text: str, mark: Mark) -> _Found:
    line_start = text.rfind("\n", 0, mark.start) + 1
    line = text.count("\n", 0, mark.start) + 1
    return _Found(line, mark.start - line_start + 1, text[mark.start : mark.end], mark)


def _as_json(found: _Found) -> dict[str, int | str | None]:
    mark = found.mark
    return {
        "line": found.line,
        "column": found.column,
        "words": found.words,
        "kind": mark.kind,
        "reason": mark.reason,
        "better": mark.better,
        "use": mark.use,
        "in_place_of": "sentence" if mark.for_sentence else "words",
    }
