"""Whether opened records are sound as a whole: pages and rows, search, trail, files of cases."""

from typing import TYPE_CHECKING

from desktop_cs.i18n import _
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.copying.progress import Progress, part, silent
from desktop_cs.storage.file.data_folder import COPIES
from desktop_cs.storage.file.integrity import problems_of
from desktop_cs.storage.stores.trail_anchors import Anchor, read_anchors

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage


def problems_in(storage: "Storage", *, full: bool = True, progress: Progress | None = None) -> list[str]:
    """Return what is wrong with opened records, in sentences; nothing when they are sound.

    Args:
        storage: The records; this thread must not be in the middle of a transaction.
        full: Whether everything is looked at; otherwise pages are proven by their check sums alone.
        progress: Is told the share that is done; may raise to stop.
    """
    tell = progress or silent
    problems = problems_of(storage.folder, storage.database.own_connection(), full=full)
    tell(0.6)
    if full and not problems:
        problems = _problems_of_trail(storage, part(tell, 0.6, 0.8))
        problems += storage.attachments.verify(part(tell, 0.8, 1.0))
    tell(1.0)
    return problems


def _problems_of_trail(storage: "Storage", progress: Progress) -> list[str]:
    kept = [
        Anchor(one.trail_count, one.trail_head, one.made_at, one.folder.name)
        for one in backups_in(storage.folder / COPIES)
        if one.shop_id == storage.shop_id and one.trail_head
    ]
    report = storage.trail.verify([*read_anchors(storage.folder), *kept], progress)
    if report.is_whole:
        return []
    sentence = _("The trail of who did what is not whole: {count}. The page “Trail” tells where.")
    return [sentence.format(count=len(report.faults))]
