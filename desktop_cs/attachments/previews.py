"""Have pictures and pages drawn in a process of their own: whatever is in a file, this program goes on."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from threading import Thread, Timer
from typing import IO

from desktop_cs.attachments.kinds import AttachmentKind
from desktop_cs.errors import UserError
from desktop_cs.i18n import N_, _

PROCESS = "--picture-process"  # the word by which `__main__` becomes that process
MOST_ROOM = 4000  # dots in width and in height
_PATIENCE_SECONDS = 15.0  # closing the program may have to wait for it
_THUMBNAIL_DOTS = 240
_KEPT = N_("The file is kept as it was added; save a copy to open it elsewhere.")
_SENTENCES = {
    "broken": N_("This file is damaged or not whole, so it cannot be shown."),
    "too_large": N_("This picture has more dots than can be shown here."),
    "locked": N_("This PDF is locked with a password, so it cannot be shown."),
    "no_such_page": N_("This page is not in the file."),
}
_GAVE_UP = N_("Showing this file took too long or failed, so it was stopped.")


@dataclass(frozen=True, slots=True)
class Preview:
    """What was drawn: `dots` are red, green and blue, row by row; of a thumbnail a JPEG.

    Attributes:
        width: In dots; also `height`.
        dots: The picture itself.
        pages: How many pages there are; 1 for most pictures.
        has_place: Whether it tells where on earth it was taken.
        full_width: Of the original, in dots or points; also `full_height`.
    """

    width: int
    height: int
    dots: bytes
    pages: int
    has_place: bool
    full_width: int
    full_height: int


def drawn(content: bytes, kind: AttachmentKind, room: tuple[int, int], page: int = 0) -> Preview:
    """Return a picture or a page, drawn to fit the room.

    Args:
        content: The file.
        kind: What it is; it must be one that is drawn.
        room: The most dots in width and in height; never more than MOST_ROOM.
        page: From 0.

    Raises:
        UserError: It cannot be shown; the sentence says why.
    """
    fitting = [max(1, min(side, MOST_ROOM)) for side in room]
    preview = _asked(content, {"kind": kind, "page": page, "room": fitting, "jpeg": False})
    if len(preview.dots) != 3 * preview.width * preview.height:
        raise _refusal(_GAVE_UP)
    return preview


def thumbnail(content: bytes, kind: AttachmentKind) -> Preview:
    """Return the small picture of a file, as a JPEG.

    Raises:
        UserError: There can be none; the sentence says why.
    """
    room = [_THUMBNAIL_DOTS, _THUMBNAIL_DOTS]
    return _asked(content, {"kind": kind, "page": 0, "room": room, "jpeg": True})


def _asked(content: bytes, question: dict[str, object]) -> Preview:
    out = _answer(json.dumps(question).encode() + b"\n", content)
    line, _end, dots = out.partition(b"\n")
    try:
        told = json.loads(line)
        if "trouble" in told:
            raise _refusal(_SENTENCES[told["trouble"]])
        numbers = {one.name: int(told[one.name]) for one in fields(Preview) if one.name != "dots"}
        numbers["has_place"] = bool(numbers["has_place"])
        return Preview(**numbers, dots=dots)  # type: ignore[arg-type]  # the numbers are named as the fields
    except (ValueError, KeyError, TypeError) as error:  # it was ended, or did not end well
        raise _refusal(_GAVE_UP) from error


def _refusal(sentence: str) -> UserError:
    """Return why something is not shown, and what is left of it."""
    return UserError(_("{first} {second}").format(first=_(sentence), second=_(_KEPT)))


def _answer(question: bytes, content: bytes) -> bytes:
    """Return what a new process says to a question; b"" or a part of it where it was ended."""
    started = subprocess.Popen(  # noqa: S603 (this program itself)
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    patience = Timer(_PATIENCE_SECONDS, started.kill)
    patience.daemon = True
    patience.start()
    feeding = Thread(target=_feed, args=(started.stdin, (question, content)), daemon=True)
    feeding.start()
    with started:
        try:
            return _all_of(started.stdout)
        finally:
            started.kill()  # it has said all; where it closed its mouth and went on, it is ended here
            feeding.join()
            patience.cancel()


def _feed(pipe: IO[bytes] | None, pieces: Sequence[bytes]) -> None:
    """Write everything into a pipe; whoever stopped reading is no fault here."""
    if pipe is None:
        return
    try:
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[pipe.write(rest) :]
    except OSError:
        pass
    finally:
        with suppress(OSError):
            pipe.close()


def _all_of(pipe: IO[bytes] | None) -> bytes:
    """Return all that comes out of a pipe, but never more than the largest picture has."""
    most = 3 * MOST_ROOM * MOST_ROOM + 1000
    pieces: list[bytes] = []
    while pipe is not None and most > 0 and (piece := pipe.read(1 << 20)):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def _command() -> list[str]:
    """Return the words that start this program as the process that draws."""
    if getattr(sys, "frozen", False):
        return [sys.executable, PROCESS]
    return [sys.executable, "-P", "-m", "desktop_cs", PROCESS]


def _environment() -> dict[str, str]:
    """Return an environment in which the process finds this very program, installed or not."""
    place = str(Path(__file__).parents[2])
    known = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (place, known)))}
