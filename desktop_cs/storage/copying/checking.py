"""Whether opened records are sound as a whole: pages and rows, search, trail, files of cases."""

from contextlib import suppress
from typing import TYPE_CHECKING

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.copying.anchoring import anchors_in
from desktop_cs.storage.copying.progress import Progress, part, silent
from desktop_cs.storage.file.data_folder import COPIES, folder_error
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.faults import shop_error
from desktop_cs.storage.file.integrity import damage_of, key_problems, unfound_problems
from desktop_cs.storage.stores.trail_anchors import read_anchors

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage


def problems_in(storage: "Storage", *, full: bool = True, progress: Progress | None = None) -> list[str]:
    """Return what is wrong with opened records, in sentences; nothing when they are sound.

    Where the file is damaged, nothing is written into it from then on; where all of it is found sound, it is
    written again.

    Args:
        storage: The records; this thread must not be in the middle of a transaction.
        full: Whether everything is looked at; otherwise pages are proven by their check sums alone.
        progress: Is told the share that is done; may raise to stop.
    """
    tell = progress or silent
    damage = damage_in(storage, full=full)
    problems = damage + key_problems(storage.folder)
    tell(0.6)
    if full and not damage:
        problems += unfound_problems(storage.database.own_connection())
        problems += _problems_of_trail(storage, part(tell, 0.6, 0.8))
        problems += storage.attachments.verify(part(tell, 0.8, 1.0))
    tell(1.0)
    return problems


def damage_in(storage: "Storage", *, full: bool = True) -> list[str]:
    """Return what of the file is damaged, seen twice. It is only read then; a whole one is written again.

    What is seen once may be a page that another program was just bringing into the file out of its log.

    Raises:
        ShopError: The disk does not answer, or does not let us say that the file is whole.
    """
    seen = storage.damage.read()
    found = _damage_seen(storage.database, full=full) and _damage_seen(storage.database, full=full)
    if found:
        storage.damage.note_proven(found[0])
    elif full:
        try:
            storage.damage.lift(seen)
        except OSError as error:
            raise folder_error(storage.folder, error) from error
    return found


def settle_damage(storage: "Storage") -> None:
    """Find out whether records are as damaged as it was said; quick where that is known.

    Where the disk does not let us find out, they are only read for the time being.
    """
    if not storage.damage.is_settled:
        with suppress(ShopError):
            damage_in(storage)


def _damage_seen(database: CipherDatabase, *, full: bool) -> list[str]:
    """Return what a look at the file finds damaged.

    Raises:
        ShopError: The disk does not answer, or there is no memory for it.
    """
    try:
        found = damage_of(database.own_connection(), full=full)
    except (peewee.PeeweeException, driver.Error, MemoryError) as error:
        database.close()
        raise shop_error(error) from error
    if found:
        database.close()  # a connection that met damage reads nothing more
    return found


def _problems_of_trail(storage: "Storage", progress: Progress) -> list[str]:
    anchors = [*read_anchors(storage.folder), *anchors_in(storage, storage.folder / COPIES)]
    report = storage.trail.verify(anchors, progress)
    if report.is_whole:
        return []
    sentence = _("The trail of who did what is not whole: {count}. The page “Trail” tells where.")
    return [sentence.format(count=len(report.faults))]
