"""Whether the shop's data is safe today: one sentence, and what stands behind it. It is told the facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop_cs.i18n import _, ngettext

SECOND_PLACE_DAYS = 7  # Source: safety.md, decision 8
CHECK_DAYS, DRILL_DAYS = 14, 62  # twice as long as a check or a drill is apart.  Source: safety.md, 8 and 9
_LATE_BACKUP, _LOST_BACKUP = timedelta(days=2), timedelta(days=7)


class Level(StrEnum):
    """How the shop's data stands."""

    GOOD = "good"
    WATCH = "watch"
    DANGER = "danger"


_WORST_FIRST = (Level.DANGER, Level.WATCH, Level.GOOD)


class Topic(StrEnum):
    """What a reason is about: one row of the page."""

    BACKUPS = "backups"
    SECOND_PLACE = "second_place"
    DRILL = "drill"
    CHECK = "check"
    KEYS = "keys"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the data does not stand as well as it could.

    `headline` answers, as a whole sentence, whether the data is safe, "" where it is and only something is
    worth doing soon; `to_do` says what to do next. What is not `urgent` waits on the page about safety.
    """

    level: Level
    topic: Topic
    headline: str
    to_do: str
    urgent: bool = True


@dataclass(frozen=True, slots=True)
class SafetyFacts:
    """What is known about the safety of a shop's data; moments in UTC, None for "never".

    `unsaved_since` is when the first change was made that no backup holds, None where there is none;
    `is_read_only` is whether nothing more is saved into damaged records.
    """

    now: datetime
    begun_at: datetime
    backup_at: datetime | None = None
    unsaved_since: datetime | None = None
    second_place: str = ""
    second_at: datetime | None = None
    check_at: datetime | None = None
    check_problems: int = 0
    is_read_only: bool = False
    drill_at: datetime | None = None
    drill_problems: int = 0
    has_phrase: bool = False
    has_sheet: bool = False
    renewal_due: bool = False
    folder_warnings: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class SafetyToday:
    """The answer in one sentence, how good it is, and the reasons, the worst first."""

    level: Level
    sentence: str
    reasons: tuple[Reason, ...] = ()


def judged(facts: SafetyFacts) -> SafetyToday:
    """Return whether the data is safe, by the worst of what there is to say about it."""
    found = [
        reason
        for rule in (_of_backups, _of_second_place, _of_check, _of_drill, _of_keys)
        if (reason := rule(facts)) is not None
    ]
    found += [_of_folder(warning) for warning in facts.folder_warnings]
    reasons = tuple(sorted(found, key=lambda reason: _WORST_FIRST.index(reason.level)))
    if not reasons:
        return SafetyToday(Level.GOOD, _("The shop’s data is safe today."))
    return SafetyToday(reasons[0].level, reasons[0].headline or _things_to_do(len(reasons)), reasons)


def _things_to_do(count: int) -> str:
    told = ngettext(
        "The shop’s data is safe today; {count} thing is worth doing soon.",
        "The shop’s data is safe today; {count} things are worth doing soon.",
        count,
    )
    return told.format(count=count)


def _of_check(facts: SafetyFacts) -> Reason | None:
    if facts.check_problems:
        headline = _("The shop’s data is damaged and needs you today.")
        return Reason(Level.DANGER, Topic.CHECK, headline, _way_out(facts))
    late = _("The records were not checked for two weeks. Check everything once now.")
    return _if_late(facts, facts.check_at, CHECK_DAYS, _worth_doing(Topic.CHECK, late))


def _way_out(facts: SafetyFacts) -> str:
    if facts.is_read_only:
        return _(
            "Nothing was deleted, and nothing more is saved, so that it gets no worse. Bring back the newest "
            "good backup, or save what can still be read, and have somebody look at the disk."
        )
    return _("Nothing was deleted. Bring back the newest good backup, and have somebody look at the disk.")


def _of_drill(facts: SafetyFacts) -> Reason | None:
    if facts.drill_problems:
        headline = _("The shop’s data is not safe today: the newest backup could not be brought back.")
        to_do = _("Make a new backup now, then try again to bring it back.")
        return Reason(Level.DANGER, Topic.DRILL, headline, to_do)
    late = _("It was not tried for two months whether a backup comes back. Try it now.")
    return _if_late(facts, facts.drill_at, DRILL_DAYS, _worth_doing(Topic.DRILL, late))


def _if_late(facts: SafetyFacts, done_at: datetime | None, days: int, reason: Reason) -> Reason | None:
    """Return the reason where something was last done so many days ago, or never in so many days."""
    return reason if _is_older(done_at or facts.begun_at, facts.now, days) else None


def _of_backups(facts: SafetyFacts) -> Reason | None:
    if facts.unsaved_since is None:
        return None
    waiting = facts.now - facts.unsaved_since
    if waiting < _LATE_BACKUP:
        return _not_yet() if facts.backup_at is None else None
    days = waiting.days
    headline = ngettext(
        "The shop’s data is not safe today: for {count} day no backup was made.",
        "The shop’s data is not safe today: for {count} days no backup was made.",
        days,
    )
    level = Level.DANGER if waiting >= _LOST_BACKUP else Level.WATCH
    return Reason(level, Topic.BACKUPS, headline.format(count=days), _("Back up now."))


def _not_yet() -> Reason:
    return Reason(
        Level.WATCH,
        Topic.BACKUPS,
        _("The shop’s data is not backed up yet."),
        _("The first backup is made by itself within the hour. You can also make it now."),
        urgent=False,
    )


def _of_second_place(facts: SafetyFacts) -> Reason | None:
    since = facts.second_at or facts.begun_at
    is_old = _is_older(since, facts.now, SECOND_PLACE_DAYS)
    if not facts.second_place:
        return Reason(
            Level.WATCH,
            Topic.SECOND_PLACE,
            _("The shop’s data is safe on this PC, but it lies nowhere else."),
            _("Choose a stick or another PC as the second place: this PC can be stolen, fall or burn."),
            urgent=is_old,
        )
    if facts.second_at is None:
        return Reason(
            Level.WATCH,
            Topic.SECOND_PLACE,
            _("The shop’s data is safe on this PC, but it lies nowhere else."),
            _("Nothing lies in the second place yet: plug the stick in, make room on it, and back up now."),
            urgent=is_old,
        )
    if not is_old:
        return None
    days = (facts.now - since).days
    headline = ngettext(
        "The shop’s data is safe on this PC; what lies in the second place is {count} day old.",
        "The shop’s data is safe on this PC; what lies in the second place is {count} days old.",
        days,
    )
    to_do = _("Plug the stick in, or see that the second place can be reached. The rest goes by itself.")
    return Reason(Level.WATCH, Topic.SECOND_PLACE, headline.format(count=days), to_do)


def _of_keys(facts: SafetyFacts) -> Reason | None:
    if facts.renewal_due:
        return _worth_doing(
            Topic.KEYS, _("The change to a pass phrase was interrupted. Open the keys and finish it.")
        )
    if facts.has_phrase and not facts.has_sheet:
        return _worth_doing(
            Topic.KEYS,
            _("Print the recovery sheet: without it, a forgotten pass phrase locks the records for good."),
        )
    return None


def _of_folder(warning: str) -> Reason:
    return _worth_doing(Topic.FOLDER, warning)


def _worth_doing(topic: Topic, to_do: str) -> Reason:
    return Reason(Level.WATCH, topic, "", to_do)


def _is_older(moment: datetime, now: datetime, days: int) -> bool:
    return now - moment >= timedelta(days=days)
