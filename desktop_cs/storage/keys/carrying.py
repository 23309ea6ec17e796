"""Carrying new slots into the backups: what opens the records shall open them too, and nothing else.

A backup keeps the key that its own file has; only who may have it changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.storage.keys.key_slots import found_copies, write_text
from desktop_cs.storage.keys.slot_file import Slot, locked_text, open_text


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the backups: those that open as the records do now, and those that stay as they were."""

    done: int = 0
    left: tuple[Path, ...] = ()


def carry(
    backups: Iterable[Path], masters: Sequence[bytes], slots: tuple[Slot, ...], master: bytes
) -> Carried:
    """Write new slots into the folders of backups.

    Args:
        backups: Their folders.
        masters: The master keys of now and before, with one of which a locked backup can be opened.
        slots: Who may open them from now on; none where the key is to stand in the open.
        master: The master key that the slots wrap.
    """
    done, left = 0, []
    for folder in backups:
        if _carried(folder, masters, slots, master):
            done += 1
        else:
            left.append(folder)
    return Carried(done, tuple(left))


def _carried(folder: Path, masters: Sequence[bytes], slots: tuple[Slot, ...], master: bytes) -> bool:
    try:
        copies = found_copies(folder)
        keys = next((keys for one in masters for file in copies.whole if (keys := file.unsealed(one))), None)
        if not keys:
            return False
        revision = max(file.revision for file in copies.whole) + 1
        text = locked_text(keys, revision, slots, master) if slots else open_text(keys, revision)
        write_text(folder, text)
    except (OSError, ShopError):
        return False  # on a stick that is gone, write-protected, or of a newer program
    return True
