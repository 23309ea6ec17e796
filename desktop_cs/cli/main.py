"""From the words on the command line to the command that they name."""

import argparse
import sys
from collections.abc import Sequence

from desktop_cs.cli.options import parser
from desktop_cs.cli.running import Command, run


def main(words: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                encoding="utf-8", errors="replace"
            )  # a Windows console may be set to another code page
    options = parser().parse_args(words)
    return run(_command(options), options)


def _command(options: argparse.Namespace) -> Command:
    """Return the function of a command; only its own module is imported."""
    if options.command in ("letter", "hands"):
        from desktop_cs.cli import letter_commands  # noqa: PLC0415 (only what the command needs)

        return letter_commands.COMMANDS[options.command]
    if options.command == "summary" or getattr(options, "act", "") == "slip":
        from desktop_cs.cli import paper_commands  # noqa: PLC0415 (only what the command needs)

        return paper_commands.COMMANDS[getattr(options, "act", options.command)]
    if options.command == "case" and options.act in ("attach", "files", "file"):
        from desktop_cs.cli import attachment_commands  # noqa: PLC0415 (only what the command needs)

        return attachment_commands.COMMANDS[options.act]
    if options.command == "case":
        from desktop_cs.cli import case_commands  # noqa: PLC0415 (only what the command needs)

        return case_commands.COMMANDS[options.act]
    if options.command in ("due", "promises"):
        from desktop_cs.cli import due_commands  # noqa: PLC0415 (only what the command needs)

        return due_commands.COMMANDS[options.command]
    if options.command == "key":
        from desktop_cs.cli import key_commands  # noqa: PLC0415 (only what the command needs)

        return key_commands.COMMANDS[options.act]
    if options.command == "trail":
        from desktop_cs.cli import trail_commands  # noqa: PLC0415 (only what the command needs)

        return trail_commands.COMMANDS[options.command]
    if options.command == "wording":
        from desktop_cs.cli import wording_commands  # noqa: PLC0415 (only what the command needs)

        return wording_commands.COMMANDS[options.command]
    from desktop_cs.cli import shop_commands  # noqa: PLC0415 (only what the command needs)

    return shop_commands.COMMANDS[options.command]
