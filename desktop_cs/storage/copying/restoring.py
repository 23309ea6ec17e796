"""Put a backup in the place of the records, or into the empty folder of a new PC.

The backup is checked first, then brought into a folder of its own beside the records, opened there, brought
to the newest version, and what was erased since is erased again. Only then do the two change places (`swap`).
Until that moment nothing of the records is touched; afterwards they lie whole in a folder of their own.

Source: safety.md, decisions 8 and 11.
"""

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.clock import Clock
from desktop_cs.errors import ShopError, UserError
from desktop_cs.i18n import _
from desktop_cs.storage.attachments.pool import ATTACHMENTS
from desktop_cs.storage.copying.alone import alone, fold_log
from desktop_cs.storage.copying.backing_up import Source, make_backup
from desktop_cs.storage.copying.bringing import bring_files, bring_records, bytes_of, pools_of
from desktop_cs.storage.copying.disk import check_room, settle_names
from desktop_cs.storage.copying.facts import Facts, attachment_names, facts_of, shared_length
from desktop_cs.storage.copying.manifest import NAME_FORMAT, Backup, backups_in, read_backup
from desktop_cs.storage.copying.pool import in_pool
from desktop_cs.storage.copying.progress import Progress, part, silent
from desktop_cs.storage.copying.reading import check_backup, check_there
from desktop_cs.storage.copying.safety_record import read_record, write_record
from desktop_cs.storage.copying.swap import BEFORE, finish_swap, is_interrupted, swap
from desktop_cs.storage.erasing.erasing import reapply
from desktop_cs.storage.file.data_folder import COPIES, DATABASE_FILE, folder_error, make_folder, settle
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.faults import shop_error
from desktop_cs.storage.file.folder_checks import refuse_network
from desktop_cs.storage.file.integrity import problems_of
from desktop_cs.storage.keys.key_slots import KEY_FILES
from desktop_cs.storage.stores.trail import RESTORED
from desktop_cs.storage.stores.trail_anchors import date_back

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage

_NEW = "restore.partial"
_NOBODY = UUID(int=0)
_CHECKED, _COPIED, _BROUGHT = 0.3, 0.5, 0.7  # shares of the time


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done.

    Args:
        before: Where the records of before lie; no such folder where there were none.
        backup: The backup that is the records now.
        later: How many changes were made after it, which lie in `before` alone; None where nothing tells.
        missing: How many files of cases were neither with the backup nor here; all else came.
    """

    before: Path
    backup: Backup
    later: int | None
    missing: int = 0


def restore(
    folder: Path,
    backup_folder: Path,
    clock: Clock,
    *,
    secret: str = "",
    other_shop: bool = False,
    progress: Progress | None = None,
) -> Restored:
    """Put a backup in the place of the records of a folder.

    Args:
        folder: The data folder, which may be empty or missing; this process has no connection to its records.
        backup_folder: The backup; a copied data folder of another PC will do.
        clock: Tells when it is done.
        secret: Pass phrase or the code of the recovery sheet, where the backup is locked.
        other_shop: Whether the backup may be another shop's than the records.
        progress: Is told the share that is done; may raise to stop, with everything as it was.

    Raises:
        LockedError: The backup is locked, and no secret was given.
        UserError: The secret does not open it, or it is another shop's.
        ShopError: It cannot be done; the records are as they were.
    """
    tell, backup = progress or silent, read_backup(backup_folder)
    check_there(backup_folder)
    make_folder(folder)
    refuse_network(folder)
    finish_swap(folder)
    with alone(folder):
        order = _Order(folder, backup, clock, secret, other_shop)
        try:
            later, missing = order.prepare(tell)
            before = _free_name(folder / f"{clock.now():{NAME_FORMAT}}{BEFORE}")
            swap(folder, _NEW, before.name)
        except OSError as error:
            raise _disk_error(folder, backup, error) from error
        finally:
            if not is_interrupted(folder):
                shutil.rmtree(folder / _NEW, ignore_errors=True)
        with suppress(ShopError):  # the trail says it too
            now = clock.now()
            checked_at = None if missing else now  # the next check says which files lack
            record = replace(read_record(folder), restored_at=now, check_at=checked_at, check_problems=0)
            write_record(folder, record)
        date_back(folder, clock.now())
    tell(1.0)
    return Restored(before, backup, later, missing)


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be put in the place of what."""

    folder: Path
    backup: Backup
    clock: Clock
    secret: str
    other_shop: bool

    def prepare(self, progress: Progress) -> tuple[int | None, int]:
        """Have the new records ready; return how many changes the old ones have more, how many files lack.

        Raises:
            DeskError: It cannot be done; the records are as they were.
            OSError: A disk does not let us.
        """
        if self.backup.order:
            # Records without a picture are better than none: what lacks may be here, or is told.
            whole = replace(self.backup, names=())
            _refuse(check_backup(whole, self.secret, part(progress, 0.0, _CHECKED)))
        present = self._present()
        # An old backup is brought to the newest version, with a copy; the records of now are copied, too.
        check_room(self.folder, 2 * bytes_of(self.backup) + present.bytes)
        shutil.rmtree(self.folder / _NEW, ignore_errors=True)  # of a restore that was killed
        facts, missing = self._bring(present, progress)
        if present.facts is None or present.facts.shop_id != facts.shop_id:
            return None, missing
        return max(present.facts.trail_count - facts.trail_count, 0), missing

    def _present(self) -> "_Present":
        """Return what can be told of the records that are there."""
        path = self.folder / DATABASE_FILE
        if not path.exists():
            return _Present(Facts(_NOBODY, 0, {}, 0, ""), 0)
        database = self._opened()
        if database is None:
            return _Present(None, 0)
        try:
            return _Present(facts_of(database.own_connection()), path.stat().st_size)
        except (peewee.PeeweeException, driver.Error):
            return _Present(None, 0)
        finally:
            database.close_everywhere()

    def _opened(self) -> CipherDatabase | None:
        """Return the records that are there, None where they are damaged or locked with something else."""
        from desktop_cs.storage.opening import open_database  # noqa: PLC0415 (opening finishes restores: a circle else)

        try:
            return open_database(self.folder, self.secret)
        except (ShopError, UserError):
            return None

    def _bring(self, present: "_Present", progress: Progress) -> tuple[Facts, int]:
        """Bring the backup beside the records, opened once, as it will be.

        Returns:
            Its numbers of before, and how many files of cases did not come.
        """
        from desktop_cs.storage.opening import open_storage  # noqa: PLC0415 (as above)

        new = self.folder / _NEW
        bring_records(self.backup, new, part(progress, _CHECKED, _COPIED))
        storage = open_storage(new, self.clock, create=False, secret=self.secret)
        try:
            facts = facts_of(storage.database.own_connection())
            self._check_shop(present, facts.shop_id)
            names = attachment_names(storage.database.own_connection())
            pools = (self.folder / ATTACHMENTS, *pools_of(self.backup))
            bring_files(names, pools, new, part(progress, _COPIED, _BROUGHT))
            missing = len(names) - len(in_pool(new / ATTACHMENTS, names))
            if not self.backup.order:
                # What was salvaged comes in though its trail may have gaps and files of cases may be missing.
                _refuse(problems_of(new, storage.database.own_connection()))
            reapply(storage, [self.folder, *_beside(self.backup.folder), *_beside(self.folder / COPIES)])
            if not os.access(self.backup.path, os.R_OK):  # pulled out: who knows what else was not read
                raise FileNotFoundError(self.backup.path)
            self._save_present(part(progress, _BROUGHT, 1.0))  # before the note, which explains what is older
            with storage.transaction():
                storage.trail.note(RESTORED, storage.shop_id, [str(self._shared_length(facts, storage))])
        except (peewee.PeeweeException, driver.Error) as error:
            raise shop_error(error) from error
        finally:
            storage.close()
        for name in (DATABASE_FILE, *KEY_FILES):
            settle(new / name)
        settle_names(new)
        return facts, missing

    def _shared_length(self, facts: Facts, storage: "Storage") -> int:
        """Return how many entries the trails of backup and records share; later ones of these are given up.

        As many as the backup has, where the records cannot tell.
        """
        present = self._opened()
        if present is None:
            return facts.trail_count
        try:
            return shared_length(present.own_connection(), storage.database.own_connection())
        except (peewee.PeeweeException, driver.Error):  # damaged, or of a version without a chain
            return facts.trail_count
        finally:
            present.close_everywhere()

    def _check_shop(self, present: "_Present", shop_id: UUID) -> None:
        """Make sure that the backup is of the same shop as the records, as far as anything tells.

        Raises:
            UserError: It is not.
        """
        ours = present.facts.shop_id if present.facts else _shop_by_backups(self.folder / COPIES)
        if ours not in (shop_id, _NOBODY) and not self.other_shop:
            sentence = _(
                "This backup is of another shop. Nothing was changed: the records here are as they were. "
                "Choose a backup of this shop, or an empty folder for the other one."
            )
            raise UserError(sentence)

    def _save_present(self, progress: Progress) -> None:
        """Make a backup of the records that are there, and bring them whole into one file, where they let us.

        Damaged ones cannot be copied; they are kept as they are, and the backup takes their place.

        Raises:
            ShopError: Somebody else has them open.
        """
        database = self._opened()
        if database is None:
            return
        try:
            with suppress(ShopError):  # they are kept whole in a folder of their own in any case
                make_backup(Source(database, self.folder, self.clock), None, progress)
            fold_log(database)
        except (peewee.PeeweeException, driver.Error):
            return
        finally:
            database.close_everywhere()


@dataclass(frozen=True, slots=True)
class _Present:
    """The records that are there: their numbers, None where they cannot be read, and how large they are."""

    facts: Facts | None
    bytes: int


def _disk_error(folder: Path, backup: Backup, error: OSError) -> ShopError:
    """Return which of the two disks did not let us, as a sentence."""
    if os.access(backup.path, os.R_OK):
        return folder_error(folder, error)
    sentence = _(
        "The disk or stick with the backup is gone, or cannot be read any more. The records here are as they "
        "were. Put the stick back in, then try again."
    )
    return ShopError(sentence, str(error))


def _refuse(problems: list[str]) -> None:
    """Take no backup that is not sound.

    Raises:
        ShopError: There are problems.
    """
    if problems:
        sentence = _("This backup cannot take the place of the records: {problem} Nothing was changed.")
        raise ShopError(sentence.format(problem=problems[0]), "; ".join(problems[1:]))


def _shop_by_backups(place: Path) -> UUID:
    """Return whose backups lie in a place, all zeros where there are none: of records that cannot be read."""
    return next((one.shop_id for one in backups_in(place) if one.order), _NOBODY)


def _beside(folder: Path) -> list[Path]:
    """Return the folders of all backups in a place, or beside one: later ones know what was erased since."""
    place = folder if folder.name == COPIES else folder.parent
    return [one.folder for one in backups_in(place)]


def _free_name(path: Path) -> Path:
    """Return the path, or one with a number that nothing has."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name.removesuffix(BEFORE)}-{number}{BEFORE}")
    return found
