"""What can be typed after `backup`, `restore`, `check`, `drill` and `salvage`."""

import argparse
from pathlib import Path

from desktop_cs.i18n import _


def add_options(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """Add the commands that keep the records safe."""
    backup = commands.add_parser(
        "backup", help=_("make a checked backup, or list those that there are"), parents=[shared]
    )
    backup.add_argument("--to", type=Path, metavar="DIR", help=_("a folder on a stick or a share"))
    backup.add_argument("--full", action="store_true", help=_("check every row of a large one, too"))
    backup.add_argument("--list", action="store_true", help=_("list the backups instead, the newest first"))
    _json(backup)
    restore = commands.add_parser(
        "restore", help=_("put a backup in the place of the data, or into an empty folder"), parents=[shared]
    )
    restore.add_argument("backup", type=Path, metavar="BACKUP", help=_("the folder of the backup"))
    restore.add_argument("--other-shop", action="store_true", help=_("even if it belongs to another shop"))
    check = commands.add_parser(
        "check", help=_("test whether the data is sound; ends with 1 if not"), parents=[shared]
    )
    check.add_argument("--full", action="store_true", help=_("look at every row, search, trail and files"))
    _json(check)
    drill = commands.add_parser(
        "drill",
        help=_("try a backup out; ends with 1 if not all of it came back"),
        parents=[shared],
    )
    drill.add_argument("backup", type=Path, nargs="?", metavar="BACKUP", help=_("its folder (the newest)"))
    _json(drill)
    salvage = commands.add_parser(
        "salvage", help=_("save what damaged data still holds into a new folder"), parents=[shared]
    )
    salvage.add_argument("--to", type=Path, required=True, metavar="DIR", help=_("the new folder"))
    _json(salvage)


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help=_("machine-readable"))
