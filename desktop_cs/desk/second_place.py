"""The second place: a stick or a share with backups, known again by a mark, whatever drive it becomes.

The mark holds the id of the shop and a secret that only this shop's places have. So nobody gets its backups
by plugging in a stick with a mark of their own making: the id alone stands in every backup.
"""

import getpass
import os
import secrets
import string
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from desktop_cs.errors import ShopError, UserError
from desktop_cs.i18n import _

FOLDER = "Desktop CS backups"  # made in whatever folder was chosen, so that a stick stays tidy
_MARK = "belongs-to.txt"
_LONGEST_MARK = 200  # bytes; a mark has some 80
_SECRET_BYTES = 16  # nobody guesses 128 bits


def new_mark() -> str:
    """Return the secret of a shop's places, for their marks and for the safety record."""
    return secrets.token_hex(_SECRET_BYTES)


def prepare(chosen: Path, shop_id: UUID, data: Path, mark: str) -> Path:
    """Return the folder for backups in a chosen place, made and marked as this shop's.

    Args:
        chosen: The place.
        shop_id: The shop.
        data: Its data folder.
        mark: The secret of its places.

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
        (folder / _MARK).write_text(f"{shop_id}\n{mark}\n", encoding="ascii")
    except OSError as error:
        sentence = _(
            "“{folder}” cannot be written to. Is the stick write-protected, full, or gone? "
            "Nothing was changed; choose it again or take another."
        )
        raise ShopError(sentence.format(folder=chosen), str(error)) from error
    return folder


def found(remembered: str, shop_id: UUID, mark: str) -> Path | None:
    """Return the second place where it can be reached now: where it was, or on another drive; None elsewhere.

    One that was chosen before there were secrets (`mark` is "") is known only where it was.

    Looking at a share that does not answer takes a while: never ask on the thread of the window.
    """
    if not remembered:
        return None
    was = Path(remembered)
    candidates = [was, *(root / was.name for root in _drives() if mark)]
    return next((folder for folder in candidates if _is_ours(folder, shop_id, mark)), None)


def known(remembered: str, mark: str) -> Path | None:
    """Return the second place where it was, while the records cannot say whose they are; None elsewhere."""
    folder = Path(remembered)
    owner = _owner(folder) if remembered else None
    return folder if owner is not None and _is_ours(folder, owner, mark) else None


def _owner(folder: Path) -> UUID | None:
    """Return the shop whose backups lie in a folder, None where nobody's do or it cannot be reached."""
    with suppress(ValueError, IndexError):
        return UUID(_words(folder)[0])
    return None


def _is_ours(folder: Path, shop_id: UUID, mark: str) -> bool:
    """Return whether a folder has the mark of this shop, with its secret where it has one."""
    return _owner(folder) == shop_id and (not mark or _words(folder)[1:] == [mark])


def _words(folder: Path) -> list[str]:
    """Return what stands in the mark of a folder; nothing where there is none, or it cannot be reached."""
    try:
        with (folder / _MARK).open("rb") as file:
            return file.read(_LONGEST_MARK).decode("ascii").split()
    except (OSError, ValueError):
        return []


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
