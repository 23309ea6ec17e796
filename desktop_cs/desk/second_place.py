"""The second place: a stick or a share with backups, known again by a mark, whatever drive it becomes."""

import getpass
import os
import string
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from desktop_cs.errors import ShopError, UserError
from desktop_cs.i18n import _

FOLDER = "Desktop CS backups"  # made in whatever folder was chosen, so that a stick stays tidy
_MARK = "belongs-to.txt"  # holds the id of the shop, nothing else


def prepare(chosen: Path, shop_id: UUID, data: Path) -> Path:
    """Return the folder for backups in a chosen place, made and marked as this shop's.

    Raises:
        UserError: It lies in the data folder itself, or holds the backups of another shop.
        ShopError: It cannot be written to.
    """
    if _is_within(chosen, data):
        raise UserError(
            _(
                "That folder is part of the shop’s own data and would be lost with it. "
                "Choose a stick or a share."
            )
        )
    folder = chosen if (chosen / _MARK).is_file() or chosen.name == FOLDER else chosen / FOLDER
    owner = _owner(folder)
    if owner is not None and owner != shop_id:
        raise UserError(
            _("Another shop’s backups lie there. They were left as they are. Choose another folder or stick.")
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _MARK).write_text(f"{shop_id}\n", encoding="ascii")
    except OSError as error:
        sentence = _(
            "“{folder}” cannot be written to. Is the stick write-protected, full, or gone? "
            "Nothing was changed; choose it again or take another."
        )
        raise ShopError(sentence.format(folder=chosen), str(error)) from error
    return folder


def found(remembered: str, shop_id: UUID) -> Path | None:
    """Return the second place where it can be reached now: where it was, or on another drive; None elsewhere.

    Looking at a share that does not answer takes a while: never ask on the thread of the window.
    """
    if not remembered:
        return None
    was = Path(remembered)
    candidates = [was, *(root / was.name for root in _drives())]
    return next((folder for folder in candidates if _owner(folder) == shop_id), None)


def known(remembered: str) -> Path | None:
    """Return the second place where it was, while the records cannot say whose they are; None elsewhere."""
    folder = Path(remembered)
    return folder if remembered and _owner(folder) is not None else None


def _owner(folder: Path) -> UUID | None:
    """Return the shop whose backups lie in a folder, None where nobody's do or it cannot be reached."""
    with suppress(OSError, ValueError):
        return UUID((folder / _MARK).read_text(encoding="ascii").strip())
    return None


def _is_within(folder: Path, data: Path) -> bool:
    return folder.resolve().is_relative_to(data.resolve())


def _drives() -> Iterator[Path]:
    """Yield where sticks are found on this kind of PC."""
    if os.name == "nt":
        yield from (Path(f"{letter}:\\") for letter in string.ascii_uppercase)
        return
    mounts = [Path("/Volumes")] if sys.platform == "darwin" else _linux_mounts()
    for mount in mounts:
        with suppress(OSError):
            yield from mount.iterdir()


def _linux_mounts() -> list[Path]:
    person = getpass.getuser()
    return [Path("/media") / person, Path("/run/media") / person, Path("/media")]
