"""What looking through the trail found, in words: one sentence first, then each thing by itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_cs import shown
from desktop_cs.desk.trail_words import subject_words, table_words
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.storage.stores.trail_anchors import CLOSING
from desktop_cs.storage.stores.trail_check import FaultKind, Restore, TrailFault, TrailReport
from desktop_cs.storage.stores.trail_reading import Subject
from desktop_cs.storage.stores.trail_rows import ChangedRow

_MOST_TOLD = 6  # faults, and as many rows, told one by one: the list below is to stay in sight
Wall = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class TrailVerdict:
    """Whether the trail is whole, and the records as it tells; the sentence, and what belongs to it."""

    is_whole: bool
    sentence: str
    details: tuple[str, ...]
    entries: int
    anchors: int
    head: str


def verdict_of(
    report: TrailReport, changed: Sequence[ChangedRow], cases: Mapping[UUID, Subject], wall: Wall
) -> TrailVerdict:
    """Return what was found, in words.

    Args:
        report: What looking through the chain gave.
        changed: The rows that are not as they were written last.
        cases: The cases of these rows, by their keys.
        wall: Returns the time of the shop.
    """
    details = [_fault_words(fault, wall) for fault in report.faults[:_MOST_TOLD]]
    details += [_row_words(one, cases) for one in changed[:_MOST_TOLD]]
    left = len(report.faults) + len(changed) - len(details)
    if left:
        details.append(_("And {count} more of the same.").format(count=left))
    details += [_restore_words(one, wall) for one in report.restores]
    is_whole = report.is_whole and not changed
    return TrailVerdict(
        is_whole, _sentence(report, changed), tuple(details), report.entries, report.anchors, report.head
    )


def _sentence(report: TrailReport, changed: Sequence[ChangedRow]) -> str:
    if report.faults:
        return _("The trail is not whole: somebody changed it outside of this program.")
    if changed:
        return _("The trail is whole, but records were changed outside of this program.")
    count = shown.number(report.entries, language_in_use())
    if not report.anchors:
        return _("The trail is whole: all {count} entries are as they were written.").format(count=count)
    told = ngettext(
        "The trail is whole: all {count} entries are as they were written, and it fits {anchors} anchor.",
        "The trail is whole: all {count} entries are as they were written, and it fits {anchors} anchors.",
        report.anchors,
    )
    return told.format(count=count, anchors=report.anchors)


def _fault_words(fault: TrailFault, wall: Wall) -> str:
    span = str(fault.first) if fault.first == fault.last else f"{fault.first}–{fault.last}"
    if fault.kind is FaultKind.CHANGED:
        return _("Entry {span} is not as it was written, or not in its place.").format(span=span)
    if fault.kind is FaultKind.MISSING:
        return _("Taken out: entry {span}.").format(span=span)
    anchor = fault.anchor
    when = shown.day_and_time(wall(anchor.at), language_in_use()) if anchor else ""
    where = _where_words(anchor.where) if anchor else ""
    if fault.kind is FaultKind.CUT:
        told = _("The end is missing: {count} entries were noted on {when} ({where}).")
        return told.format(when=when, where=where, count=fault.last)
    told = _("This is a different trail from the one noted on {when} ({where}).")
    return told.format(when=when, where=where)


def _where_words(where: str) -> str:
    """Return where an anchor was left: the folder of a backup, or that the program was closed then."""
    return _("on closing") if where == CLOSING else where


def _row_words(row: ChangedRow, cases: Mapping[UUID, Subject]) -> str:
    about = subject_words(cases.get(row.case_id or row.row_id))
    what = table_words(row.table)
    if row.is_gone:
        told = _("{about}: {what} was taken away.") if about else _("Gone: {what}.")
    else:
        told = _("{about}: {what} was changed.") if about else _("Changed: {what}.")
    return told.format(about=about, what=what)


def _restore_words(restore: Restore, wall: Wall) -> str:
    when = shown.day_and_time(wall(restore.at), language_in_use())
    if not restore.lost:
        return _("On {when} a backup was brought back. That is no fault.").format(when=when)
    told = _("On {when} a backup was brought back; what was done after it is not here. That is no fault.")
    return told.format(when=when)
