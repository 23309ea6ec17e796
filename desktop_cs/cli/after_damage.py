"""What to do next where the data is damaged: the two commands for it, ready to be typed."""

import argparse
import sys
from pathlib import Path

from desktop_cs.i18n import _
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.file.data_folder import COPIES


def tell_next(options: argparse.Namespace, folder: Path) -> None:
    """Name `restore`, with the newest whole backup beside the data, and `salvage`, on standard error.

    Args:
        options: What was typed; where it named a data folder, the commands do too.
        folder: The data folder.
    """
    start = f'desktop-cs --data "{folder}"' if getattr(options, "data", None) else "desktop-cs"
    newest = _newest(folder / COPIES)
    if newest is None:
        sentence = _("No whole backup lies beside it. To bring back one from a stick: {command}")
        restore = f"{start} restore BACKUP"
    else:
        sentence = _("To bring back the newest whole backup: {command}")
        restore = f'{start} restore "{newest}"'
    salvage = _("To save what can still be read into a new folder: {command}")
    for line in (sentence.format(command=restore), salvage.format(command=f"{start} salvage --to DIR")):
        sys.stderr.write(f"{line}\n")


def _newest(place: Path) -> Path | None:
    """Return the newest whole backup of a place, None where there is none or the disk tells of none."""
    try:
        return next((one.folder for one in backups_in(place) if one.is_whole), None)
    except OSError:
        return None
