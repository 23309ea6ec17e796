"""What can be typed after `desktop-cs key`."""

import argparse
from pathlib import Path

from desktop_cs.i18n import _


def add_options(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """Add the command and its acts."""
    told = _("show and change what opens the shop's records")
    key = commands.add_parser("key", help=told, parents=[shared])
    acts = key.add_subparsers(dest="act", required=True, metavar=_("ACT"))
    show = acts.add_parser("show", help=_("say what opens the records now"), parents=[shared])
    show.add_argument("--json", action="store_true", help=_("machine-readable"))
    phrase = acts.add_parser("phrase", help=_("set the pass phrase, or change it"), parents=[shared])
    phrase.add_argument(
        "--leaked",
        action="store_true",
        help=_("somebody else may know it: give the records a new key; the sheet is to be made anew"),
    )
    sheet = acts.add_parser("sheet", help=_("make a new recovery sheet as PDF"), parents=[shared])
    sheet.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")
    acts.add_parser("open", help=_("take the pass phrase away"), parents=[shared])
