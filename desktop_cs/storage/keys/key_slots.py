"""The key file of a folder: read, written and copied, always in two copies beside the records.

How the file is written stands in `slot_file`; what opens it in `secrets_tried`.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_cs.errors import DamagedError
from desktop_cs.i18n import _
from desktop_cs.storage.copying.disk import put_file, settle_names
from desktop_cs.storage.file.data_folder import DATABASE_FILE
from desktop_cs.storage.keys.slot_file import KEY_DIGITS, NotWholeError, SlotFile, open_text, slot_file

KEY_FILES = ("shop.key", "shop.key.2")
_MARK_BYTES = 16  # the records begin with the public half of their key


@dataclass(frozen=True, slots=True)
class Copies:
    """What the copies of a folder's key file say: those that are whole, how things are first."""

    whole: tuple[SlotFile, ...]
    texts: tuple[str, ...]
    damaged: tuple[str, ...]

    @property
    def newest(self) -> SlotFile:
        """Return the copy that says how things are."""
        return self.whole[0]


def new_key() -> str:
    """Return a new random key of 96 hexadecimal digits."""
    return os.urandom(KEY_DIGITS // 2).hex()


def has_key(folder: Path) -> bool:
    """Return whether there is any copy of a key in the folder."""
    return any((folder / name).exists() for name in KEY_FILES)


def write_key(folder: Path, key: str) -> None:
    """Write a key in the open, as both copies, each safely on the disk before the next.

    Raises:
        OSError: The folder cannot be written to.
    """
    write_text(folder, open_text((key,), 1))


def write_text(folder: Path, text: str) -> None:
    """Write both copies of the key file, each safely on the disk before the next.

    Raises:
        OSError: The folder cannot be written to.
    """
    for name in KEY_FILES:
        put_file(folder / name, text.encode())
    settle_names(folder)


def read_copies(folder: Path) -> Copies:
    """Return what the copies of the key file say; a damaged one is mended from the other.

    Raises:
        ShopError: No copy is whole, or they were made by a newer program.
    """
    copies = found_copies(folder)
    if not copies.whole:
        raise DamagedError(
            _(
                "The key to the shop's records (shop.key and shop.key.2) is missing or damaged, both copies. "
                "The records themselves are untouched, but cannot be read without it. "
                "Take shop.key from the newest folder in “copies” or from a stick, and start again."
            )
        )
    for name in copies.damaged:
        with suppress(OSError):  # the good copy serves; the next start tries again
            put_file(folder / name, copies.texts[0].encode())
    return copies


def bring_level(folder: Path, copies: Copies) -> None:
    """Write the newer copy over the older one, once the newer was opened; a power cut came between them."""
    newest = copies.newest
    is_own = any({*file.marks} & {*newest.marks} for file in copies.whole[1:])
    if is_own and any(file.revision < newest.revision for file in copies.whole):
        with suppress(OSError):  # the newer copy serves; the next start tries again
            write_text(folder, copies.texts[0])


def found_copies(folder: Path) -> Copies:
    """Return what the copies of the key file say, and change nothing.

    Raises:
        ShopError: They were made by a newer program.
    """
    found: list[tuple[SlotFile, str]] = []
    damaged = []
    for name in KEY_FILES:
        try:
            text = (folder / name).read_bytes()
            found.append((slot_file(text), text.decode("utf-8")))
        except (OSError, NotWholeError):
            damaged.append(name)
    found.sort(key=lambda one: _rank(one[0], _mark_of(folder)))
    return Copies(tuple(file for file, _text in found), tuple(text for _file, text in found), tuple(damaged))


def read_keys(folder: Path) -> list[str]:
    """Return the keys that stand in the folder in the open, the likeliest first; none where they are locked.

    Raises:
        ShopError: As in `read_copies`.
    """
    copies = read_copies(folder)
    return open_keys(copies)


def open_keys(copies: Copies) -> list[str]:
    """Return the keys that stand in the copies in the open; none where the newest copy is locked.

    An older copy in the open is left over from setting the pass phrase: it must open nothing any more.
    """
    if not copies.newest.is_open:
        return []
    return list(dict.fromkeys(key for file in copies.whole for key in file.keys))


def copy_keys(from_folder: Path, into: Path) -> None:
    """Copy the slots of a folder into another as they are, whole copies only.

    Raises:
        ShopError: No copy in the folder is whole.
        OSError: The other folder cannot be written to.
    """
    write_text(into, read_copies(from_folder).texts[0])


def damaged_copies(folder: Path) -> list[str]:
    """Return the names of the copies that are missing or damaged."""
    return list(found_copies(folder).damaged)


def _rank(file: SlotFile, mark: str) -> tuple[bool, int]:
    """Return where a copy stands: those of these records first, of them the one that was written last."""
    return mark not in file.marks, -file.revision


def _mark_of(folder: Path) -> str:
    """Return the public half of the key of the records in the folder, "" where they cannot be read."""
    try:
        with (folder / DATABASE_FILE).open("rb") as file:
            return file.read(_MARK_BYTES).hex()
    except OSError:
        return ""
