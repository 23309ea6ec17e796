"""What is asked about people who wait: who heard nothing for too long, whose letter is due, who is next."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseKind, PromiseState, next_promise, running_trust
from desktop_cs.cases.silence import HEARD_BY, TOLD, Silence, last_heard, silences
from desktop_cs.cases.steps import Step
from desktop_cs.desk.followup_reading import FollowUpReading
from desktop_cs.followups.followup import FollowUpKind

if TYPE_CHECKING:
    from desktop_cs.cases.care_numbers import CareNumbers
    from desktop_cs.desk.case_view import Story
    from desktop_cs.desk.ground import Ground

_OLDEST_LETTER_DAYS = 60  # whom we thank later than that wonders why
_MOST_LETTERS = 100  # more are no list for one day
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class RunningPromise:
    """The next promise of a case as it stands: its trust in percent, and minutes until it is due.

    Both minutes are negative once it is late: those of the clock, and those in which the shop is open.
    """

    promise: Promise
    trust: float
    clock_minutes: int
    working_minutes: int


@dataclass(frozen=True, slots=True)
class LetterDue:
    """A case whose customer has no printed letter yet, and the day of its own that the letter has, in UTC."""

    case: Case
    due_at: datetime


def letters_due_by(ground: "Ground", day: date) -> list[Case]:
    """Return the cases whose customers are to be thanked by letter by the end of a day, oldest first.

    They are wrapped up, or were logged so many days before. Only known customers without a printed letter, of
    the last 60 days; at most 100.
    """
    hours, now = ground.settings.hours, ground.clock.now()
    end = hours.moment(datetime.combine(day + timedelta(days=1), time())) - _MOMENT
    return ground.storage.waiting.letters_due(
        hours.add_days(now, -_OLDEST_LETTER_DAYS),
        hours.add_days(end, -ground.settings.letter_after_days),
        now,
        _MOST_LETTERS,
    )


class WaitingReading(FollowUpReading):
    """Questions about who waits to hear from us; nothing is changed."""

    def silent_cases(self) -> list[Silence]:
        """Return the cases whose customers have heard nothing for too long, the longest silence first."""
        ground, now = self._ground, self._ground.clock.now()
        after = ground.settings.silence_after_minutes
        opened_until = now - timedelta(minutes=after)  # no more working time than clock time has passed
        heard = [
            (case, last_heard(case.opened_at, told))
            for case, told in ground.storage.waiting.heard(opened_until)
        ]
        return list(silences(heard, now, ground.settings.hours, after))

    def letters_due(self) -> list[LetterDue]:
        """Return the customers to thank by letter today, as `letters_due_by` finds them."""
        ground, now = self._ground, self._ground.clock.now()
        hours, days = ground.settings.hours, ground.settings.letter_after_days
        cases = letters_due_by(ground, hours.wall(now).date())
        return [LetterDue(case, hours.add_days(case.logged_at or now, days)) for case in cases]

    def heard_at(self, story: "Story") -> datetime:
        """Return when the customer of a case last heard from us."""
        settled = (one.settled_at for one in story.promises if one.state is not PromiseState.BROKEN)
        called = (one.done_at for one in story.follow_ups if one.kind is not FollowUpKind.INTERNAL)
        events = (one.at for one in story.events if one.what in HEARD_BY)
        letters = (one.printed_at for one in self._ground.storage.letters.of_case(story.case.id))
        return last_heard(story.case.opened_at, (*settled, *called, *events, *letters))

    def running(self, story: "Story") -> RunningPromise | None:
        """Return the next open promise of a case as it runs down now, or None."""
        promise = next_promise(story.promises)
        if promise is None:
            return None
        now, hours = self._ground.clock.now(), self._ground.settings.hours
        told = [one.at for one in story.events if one.what == TOLD]
        is_late = promise.due_at < now
        span = (promise.due_at, now) if is_late else (now, promise.due_at)
        sign = -1 if is_late else 1
        return RunningPromise(
            promise,
            running_trust(promise, told, now),
            sign * int((span[1] - span[0]).total_seconds() // 60),
            sign * hours.working_minutes(*span),
        )

    def queue_place(self, promise: Promise) -> int:
        """Return the place of a callback among the people who wait for one, from 1: by when they asked.

        Whatever time they named, and however often it was moved: whoever asked first stays first.
        """
        waiting = [
            one for one in self._ground.storage.promises.open_ones(None) if one.kind is PromiseKind.CALLBACK
        ]
        return 1 + sum((one.made_at, one.id) < (promise.made_at, promise.id) for one in waiting)

    def care_numbers(self, story: "Story") -> "CareNumbers":
        """Return how often it was told, through how many hands it went, and how soon something was given."""
        from desktop_cs.cases.care_numbers import care_numbers_of  # noqa: PLC0415 (Today asks for none)

        return care_numbers_of(
            story.case, story.walk.entry(Step.APOLOGY), story.walk.entry(Step.RESOLUTION), story.events
        )
