"""The words of Today: what is to be done, for whom, and how late it is. Knows no Qt."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_cs import shown
from desktop_cs.cases.promises import LEAST_TRUST, Promise
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.followups.reminders import Agenda
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.cases.case_words import follow_up_words

Due = FollowUp | Promise


@dataclass(frozen=True, slots=True)
class DueWords:
    """How one thing that is due reads on its row; `time` is its time of day."""

    icon: str
    what: str
    time: str
    late: str = ""


def words_of(due: Due, now: datetime, hours: OpeningHours, whose: str = "") -> DueWords:
    """Return the words of a follow-up or a promise at this moment.

    Args:
        due: What is due.
        now: The moment it is, in UTC.
        hours: The shop's hours.
        whose: Who else is to do it, "" where that needs no word.
    """
    is_late = due.due_at < now and not _is_card(due)
    late = late_words(now - due.due_at) if is_late else ""
    what = " · ".join(filter(None, (what_to_do(due), whose)))
    return DueWords(_icon(due), what, shown.clock_time(hours.wall(due.due_at)), late)


def day_of(due: Due, hours: OpeningHours) -> str:
    """Return the day on which it is due, such as "Tue 24 Nov". Imports Babel."""
    return shown.short_day(hours.wall(due.due_at).date(), language_in_use())


def what_to_do(due: Due) -> str:
    """Return what is to be done, in words."""
    if isinstance(due, Promise):
        return _("We promised: {what}").format(what=due.what)
    told = _("{what}: {line}").format(what=follow_up_words(due), line=due.one_line)
    return _("{what} · {phone}").format(what=told, phone=due.phone) if due.phone else told


def _is_card(due: Due) -> bool:
    """Return whether this only wants to be read: a handle-with-care card is never late."""
    return isinstance(due, FollowUp) and due.kind is FollowUpKind.INTERNAL


def late_words(late_by: timedelta) -> str:
    """Return how late something is, such as "2 h late"; days once it is a whole day."""
    minutes = int(late_by.total_seconds() // 60)
    hours, days = minutes // 60, minutes // (60 * 24)
    if days:
        return ngettext("{count} day late", "{count} days late", days).format(count=days)
    if hours:
        return _("{count} h late").format(count=hours)
    return _("{count} min late").format(count=max(minutes, 1))


def more_words(count: int, rest: int) -> str:
    """Return the offer to show so many more of those that are not shown yet."""
    if count < rest:
        return _("Show {count} more of {rest}").format(count=count, rest=rest)
    return ngettext("Show {count} more", "Show {count} more", count).format(count=count)


def headline(agenda: Agenda, silent: int = 0) -> str:
    """Return the first sentence of the day.

    Args:
        agenda: What is due.
        silent: How many people heard nothing for too long, though nothing is due.
    """
    count = agenda.waiting
    if not count and silent:
        return _("Nothing is due today")
    if not count:
        return _("Nobody is waiting to hear from you")
    told = ngettext(
        "{count} person is waiting to hear from you", "{count} people are waiting to hear from you", count
    )
    return told.format(count=count)


def advice(agenda: Agenda) -> str:
    """Return where to begin, or "" when nothing is late."""
    count = len(agenda.late)
    told = ngettext("{count} is late. Start there.", "{count} are late. Start there.", count)
    return told.format(count=count) if count else ""


def shown_trust(percent: float) -> int:
    """Return the trust to be shown: what is later than twice the promised time is simply late."""
    return max(round(percent), LEAST_TRUST)


def trust_words(percent: float) -> str:
    """Return what a trust of so many percent says about a promise. Source: practice.md 4."""
    if percent < 0:
        return _("Trust {percent} %: later than promised.").format(percent=shown_trust(percent))
    if percent == 0:
        return _("Trust 0 %: on the dot.")
    return _("Trust {percent} %: sooner than promised.").format(percent=round(percent))


def _icon(due: Due) -> str:
    if isinstance(due, Promise):
        return "calendar-check"
    if due.kind is FollowUpKind.INTERNAL:
        return "hand-heart"
    return "phone" if due.kind is FollowUpKind.IMMEDIATE or due.as_call else "mail"
