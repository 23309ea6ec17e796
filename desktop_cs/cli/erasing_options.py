"""What can be typed after `erase`, `person-data` and `retention`."""

import argparse
from pathlib import Path

from desktop_cs.i18n import _


def add_options(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """Add the commands."""
    erase = commands.add_parser(
        "erase", help=_("erase what is kept about a person; cannot be undone"), parents=[shared]
    )
    _whom(erase)
    erase.add_argument(
        "--yes", action="store_true", help=_("really do it; without it only say what would go")
    )
    erase.add_argument(
        "--although-open", action="store_true", help=_("also what is still open, or about safety")
    )
    erase.add_argument("--json", action="store_true", help=_("machine-readable"))
    copy = commands.add_parser(
        "person-data", help=_("write all that is kept about a person into one file"), parents=[shared]
    )
    _whom(copy)
    copy.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.zip")
    retention = commands.add_parser(
        "retention", help=_("list what is past the time for which it is kept"), parents=[shared]
    )
    retention.add_argument("--dry-run", action="store_true", help=_("only list it, whatever else is given"))
    retention.add_argument("--yes", action="store_true", help=_("erase what is listed; cannot be undone"))
    retention.add_argument("--json", action="store_true", help=_("machine-readable"))


def _whom(command: argparse.ArgumentParser) -> None:
    who = command.add_mutually_exclusive_group(required=True)
    who.add_argument("number", type=int, nargs="?", metavar="NUMBER", help=_("a case of this person"))
    who.add_argument("--customer", metavar="TEXT", help=_("their name or phone number"))
