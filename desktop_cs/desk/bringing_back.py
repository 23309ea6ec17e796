"""Putting a backup in the place of the records while they are closed: no desk is open meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_cs.clock import Clock

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Order:
    """Which backup is to take the place of the records.

    `other_shop` allows one of another shop, where a new PC holds only the empty records that it began with.
    """

    backup: Path
    other_shop: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """What was done: when the backup was made, and where the records are kept that were there before."""

    made_at: datetime
    before: Path


def bring_back(folder: Path, order: Order, clock: Clock, secret: str, progress: Progress) -> Brought:
    """Put a backup in the place of the records of a data folder.

    Args:
        folder: The data folder; nothing in this process may have its records open.
        order: Which backup.
        clock: Tells when it is done.
        secret: The pass phrase or the code of the recovery sheet, where the backup is locked; else "".
        progress: Is told the share that is done; may raise to stop.

    Raises:
        LockedError: The backup is locked and there is no secret.
        UserError: The secret does not fit.
        ShopError: It cannot be done; the records are as they were.
    """
    from desktop_cs.storage.copying.restoring import restore  # noqa: PLC0415 (seldom)

    done = restore(folder, order.backup, clock, secret=secret, other_shop=order.other_shop, progress=progress)
    return Brought(done.backup.made_at, done.before)
