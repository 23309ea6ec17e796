"""What setting up stands on: the right Python, a way to tell what happens, other programs run quietly."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping

OLDEST, NEWEST = (3, 11), (3, 13)


def check_python(version: "tuple[int, int]") -> None:
    """End with a sentence where this Python cannot run the program.

    It stands before everything else, and in words that an old Python understands too.

    Raises:
        SystemExit: The version is older or newer than the lock serves.
    """
    if not OLDEST <= version <= NEWEST:
        raise SystemExit(
            f"Desktop CS needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}, and this is {version[0]}.{version[1]}. "
            f"Start it with a suitable one, such as: python3.{NEWEST[1]} {sys.argv[0]}"
        )


check_python(sys.version_info[:2])

Say = Callable[[str], None]


class SetupError(Exception):
    """Something the person has to do before the program can start; the text says what."""


def stopwatch() -> Say:
    """Return a function that prints a line with the seconds since now, on the error stream.

    The error stream, so that what the program itself prints can be read by another program.
    """
    start = time.monotonic()

    def say(text: str) -> None:
        print(f"[{time.monotonic() - start:4.0f} s] {text}", file=sys.stderr, flush=True)

    return say


def run_quietly(command: list[str], env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program without input and keep what it says."""
    return subprocess.run(
        command,
        check=False,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
