"""Putting a backup in the place of the records while they are closed: no desk is open meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_cs.clock import Clock
from desktop_cs.i18n import ngettext

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
    """What was done: when the backup was made, and where the records are kept that were there before.

    `missing` is how many pictures and files of cases were neither with the backup nor here.
    """

    made_at: datetime
    before: Path
    missing: int = 0

    @property
    def sentence(self) -> str:
        """Return what did not come, and what to do about it; "" where all came."""
        if not self.missing:
            return ""
        told = ngettext(
            "{count} picture or file of a case was not with the backup. If another backup or a stick has it, "
            "bring that back; the check of the records says which case it is.",
            "{count} pictures and files of cases were not with the backup. If another backup or a stick has "
            "them, bring that back; the check of the records says which cases they are.",
            self.missing,
        )
        return told.format(count=self.missing)


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
    return Brought(done.backup.made_at, done.before, done.missing)
