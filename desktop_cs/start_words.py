"""What was typed behind `desktop-cs` when the window is to open."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COMMANDS = ("case", "due", "check", "letter", "summary", "demo", "import")
_WITH_VALUE = ("--data", "--at", "--language")
_OF_WINDOW = ("show", "--hidden")


@dataclass(frozen=True, slots=True)
class StartWords:
    """The data folder, the time to act at, whether to begin unseen, and whether to walk without a screen."""

    data: Path | None = None
    at: str = ""
    language: str = ""
    show: bool = False
    to: Path | None = None
    hidden: bool = False


def names_command(words: Sequence[str]) -> bool:
    """Return whether these words are for the command line rather than the window."""
    skip = False
    for word in words:
        if skip or word.startswith(tuple(f"{option}=" for option in _WITH_VALUE)):
            skip = False
        elif word in _WITH_VALUE:
            skip = True
        elif word in (*COMMANDS, "-h", "--help", "--version"):
            return True
        elif word not in _OF_WINDOW:
            return not word.startswith("--to")
    return False


def start_words(words: Sequence[str]) -> StartWords:
    """Return what was asked for; wrong use ends the program with exit code 2.

    Nearly every start names nothing or a folder alone: it need not wait for the parser.
    """
    if not words or (len(words) == 2 and words[0] == "--data" and not words[1].startswith("-")):
        return StartWords(data=Path(words[1]) if words else None)
    from argparse import SUPPRESS, ArgumentParser  # noqa: PLC0415 (8 ms that a plain start need not wait)

    parser = ArgumentParser(prog="desktop-cs", argument_default=SUPPRESS)
    parser.add_argument("show", nargs="?", choices=["show"], default=None)  # SUPPRESS would be a wrong choice
    parser.add_argument("--data", type=Path)
    parser.add_argument("--at")
    parser.add_argument("--language")
    parser.add_argument("--to", type=Path)
    parser.add_argument("--hidden", action="store_true")
    asked = vars(parser.parse_args(words))
    asked["show"] = bool(asked.get("show"))
    return StartWords(**asked)
