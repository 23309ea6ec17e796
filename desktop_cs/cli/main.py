"""From the words on the command line to the command that they name."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from desktop_cs import places
from desktop_cs.cli.help_words import typed_language
from desktop_cs.cli.options import parser
from desktop_cs.cli.running import Command, run
from desktop_cs.i18n import use_language

# Which module, without its ending, has a command, or an act of several; "shop" has the others.
_OF_COMMANDS = {
    "backup": "safety",
    "case": "case",
    "check": "safety",
    "drill": "safety",
    "due": "due",
    "erase": "erasing",
    "hands": "letter",
    "key": "key",
    "letter": "letter",
    "person-data": "erasing",
    "promises": "due",
    "restore": "safety",
    "retention": "erasing",
    "salvage": "safety",
    "summary": "paper",
    "trail": "trail",
    "wording": "wording",
}
_OF_ACTS = {"attach": "attachment", "file": "attachment", "files": "attachment", "slip": "paper"}


def main(words: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                encoding="utf-8", errors="replace"
            )  # a Windows console may be set to another code page
    use_language(typed_language(words), places.resources_dir() / "locale")  # for the help
    options = parser().parse_args(words)
    return run(_command(options), options)


def _command(options: argparse.Namespace) -> Command:
    """Return the function of a command; only its own module is imported."""
    act = getattr(options, "act", "")
    name = _OF_ACTS.get(act) or _OF_COMMANDS.get(options.command, "shop")
    commands: Mapping[str, Command] = import_module(f"desktop_cs.cli.{name}_commands").COMMANDS
    return commands[act if act in commands else options.command]
