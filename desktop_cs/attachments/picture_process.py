"""The process in which pictures and pages are drawn: a question comes in, dots go out, and it ends.

It gets the content through a pipe and has no name of any file. Where the system allows it, it may take little
memory, compute for a while only, and write no file at all.
"""

import json
import sys
from contextlib import suppress

from desktop_cs.attachments.drawing import UndrawableError, as_jpeg, draw

MOST_MEMORY = 2_000_000_000
MOST_SECONDS = 20  # of computing
_TOO_LARGE = "too_large"


def main() -> int:
    """Answer the question on standard input: one line of JSON, then the content; the answer alike."""
    _limit()
    question = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    try:
        drawn = draw(content, question["kind"], question["page"], tuple(question["room"]))
        answer = {name: getattr(drawn, name) for name in drawn.__slots__ if name != "dots"}
        dots = as_jpeg(drawn) if question["jpeg"] else drawn.dots
    except UndrawableError as refusal:
        answer, dots = {"trouble": refusal.trouble}, b""
    except MemoryError:
        answer, dots = {"trouble": _TOO_LARGE}, b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + dots)
    sys.stdout.buffer.flush()
    return 0


def _limit() -> None:
    """Take away what drawing does not need; Windows has no such limits, there only the time is watched."""
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a lower limit holds already, or the system knows none
            resource.setrlimit(what, (most, most))
