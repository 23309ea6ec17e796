"""What can be typed after `trail`."""

import argparse

from desktop_cs.i18n import _

_USUAL = 50  # lines, as many as two screens


def add_options(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """Add the command to the parser."""
    trail = commands.add_parser(
        "trail", help=_("who did what when, and whether that is whole"), parents=[shared]
    )
    trail.add_argument(
        "number", nargs="?", metavar="NUMBER", help=_("only this case; or “verify”: is the trail whole?")
    )
    trail.add_argument("--limit", type=int, default=_USUAL, help=_("at most so many (0: all)"))
    trail.add_argument("--json", action="store_true", help=_("for other programs"))
