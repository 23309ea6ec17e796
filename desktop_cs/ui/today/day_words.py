"""The words of what a day holds besides what is due: silence, letters, Log, peace, cards. Knows no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.desk.day_lists import DayLists
from desktop_cs.i18n import _
from desktop_cs.ui.cases.span_words import open_span_words, span_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list.

    `key` tells it from all others, `subject` is what it stands for; `badge` says how long it waits, `act`
    what its button does, `other` what a second one does.
    """

    key: tuple[str, UUID]
    case_id: UUID
    who: str
    text: str
    icon: str
    subject: object
    act: str
    badge: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Rows under a heading; `private` ones are not for the eyes of customers."""

    name: str
    title: str
    entries: tuple[Entry, ...]
    private: bool = False


def groups_of(lists: DayLists, now: datetime) -> list[EntryGroup]:
    """Return the lists that are not empty, people who wait first; requests have a card of their own."""
    groups = (
        EntryGroup("silent", _("Heard nothing for too long"), tuple(_silent(lists))),
        EntryGroup("letters", _("Letters to print"), tuple(_letters(lists))),
        EntryGroup("unwritten", _("Log still to be written"), tuple(_unwritten(lists, now))),
        EntryGroup("unresolved", _("Not at peace yet"), tuple(_unresolved(lists, now))),
        EntryGroup("cards", _("Handle with care"), tuple(_cards(lists)), private=True),
    )
    return [group for group in groups if group.entries]


def heading(group: EntryGroup) -> str:
    """Return the heading of a group with how many rows it has."""
    return _("{group} · {count}").format(group=group.title, count=len(group.entries))


def _silent(lists: DayLists) -> Iterator[Entry]:
    for one in lists.silent:
        badge = _("silent for {span}").format(span=open_span_words(one.minutes))
        yield _entry("silent", one.case, "message-circle-heart", one, _("I told them…"), badge)


def _letters(lists: DayLists) -> Iterator[Entry]:
    for one in lists.letters:
        yield _entry("letter", one.case, "mail", one, _("To the letter"))


def _unwritten(lists: DayLists, now: datetime) -> Iterator[Entry]:
    for one in lists.unwritten:
        span = span_words(int((now - one.resolved_at).total_seconds() // 60))
        badge = _("resolved {span} ago").format(span=span)
        yield _entry("log", one.case, "pencil", one, _("To the Log"), badge)


def _unresolved(lists: DayLists, now: datetime) -> Iterator[Entry]:
    for case in lists.unresolved:
        logged_at = case.logged_at or case.opened_at
        badge = _("logged {span} ago").format(span=span_words(int((now - logged_at).total_seconds() // 60)))
        entry = _entry("unresolved", case, "circle-alert", case, _("Take it up again"), badge)
        yield replace(entry, other=_("Close with a reason"))


def _cards(lists: DayLists) -> Iterator[Entry]:
    for one in lists.cards:
        card = one.follow_up
        yield Entry(("card", card.id), card.case_id, card.who, card.one_line, "hand-heart", one, _("Read"))


def _entry(kind: str, case: Case, icon: str, subject: object, act: str, badge: str = "") -> Entry:
    who = case.who or _("Nobody named")
    return Entry((kind, case.id), case.id, who, case.one_line, icon, subject, act, badge)
