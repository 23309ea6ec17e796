"""What passing a step leaves behind: records of promises, and the three follow-ups."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.findings import Outcome, outcome_of
from desktop_cs.cases.promises import Promise, PromiseState, with_renewed
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.desk.case_lookup import CaseLookup
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.promise_sync import promise_changes, promise_lines
from desktop_cs.desk.step_promises import is_taken_back, made_elsewhere, promises_of
from desktop_cs.followups.followup import FollowUp, FollowUpKind, FollowUpState
from desktop_cs.followups.plan import PlannedFollowUp, plan_follow_ups
from desktop_cs.storage.uuid7 import uuid7


class StepRecords:
    """Keeps promises and follow-ups in step with the answers; always part of a transaction under way."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def keep_promises(self, case: Case, entry: StepEntry) -> None:
        """Make records of what the lines of the resolution promise."""
        if entry.step is not Step.RESOLUTION:
            return
        ground = self._ground
        before = ground.storage.promises.of_case(case.id)
        elsewhere = {one.id for one in made_elsewhere(case.id, before)}
        of_lines = [one for one in before if one.id not in elsewhere]
        lines = promise_lines(entry.answers)
        changes = promise_changes(case.id, lines, of_lines, ground.clock.now(), ground.settings.hours)
        for promise in changes.new:
            ground.storage.promises.add(promise)
        for promise in changes.changed:
            ground.storage.promises.update(promise)

    def keep_answer_promises(self, case: Case, entry: StepEntry) -> None:
        """Make records of what single answers of a finished step promise, once."""
        if entry.step not in (Step.APOLOGY, Step.REVIEW) or entry.state is not StepState.DONE:
            return
        ground = self._ground
        stores, now = ground.storage.promises, ground.clock.now()
        known = {one.id: one for one in stores.of_case(case.id)}
        promises = promises_of(ground, CaseLookup(ground).story(case.id), entry)
        made = {one.id for one in promises}
        for one in known.values():
            if one.id not in made and is_taken_back(one, entry):
                stores.update(replace(one, state=PromiseState.RENEGOTIATED, settled_at=now))
        for promise in promises:
            if promise.id not in known:
                stores.add(promise)
            elif known[promise.id].state is PromiseState.OPEN:
                stores.update(replace(known[promise.id], what=promise.what))
            elif self._was_taken_back(known[promise.id], known.values()):
                stores.update(promise)

    def _was_taken_back(self, promise: Promise, promises: Iterable[Promise]) -> bool:
        """Return whether an answer that made a promise was taken back, so that it makes it again now.

        Not one that has another time since, nor one that a closing by hand let go of.
        """
        if promise.state is not PromiseState.RENEGOTIATED:
            return False
        events = self._ground.storage.cases.events(promise.case_id)
        closed = {one.at for one in events if one.what == "closed"}
        return promise.settled_at not in closed and with_renewed({promise.id}, promises) == {promise.id}

    def plan(self, case: Case, entry: StepEntry, *, move: bool) -> None:
        """Plan the three follow-ups where they are missing.

        One that was dropped is missing, and so is one that was done before the case was last reopened: the
        customer came back, so we look after them anew.

        Args:
            case: The case.
            entry: Its resolution.
            move: Whether those that are still open are moved to what the resolution says now; whether a call
                is owed, it says in any case.
        """
        ground = self._ground
        before = ground.storage.follow_ups.of_case(case.id)
        if not entry.is_passed or (entry.state is StepState.SKIPPED and not before):
            return
        reopened_at = _reopened_at(ground.storage.cases.events(case.id))
        standing = {one.kind: one for one in before if _still_counts(one, reopened_at)}
        for planned in plan_follow_ups(
            ground.clock.now(), self.fixes(case.id), outcome_of(entry.answers), ground.settings
        ):
            known = standing.get(planned.kind)
            if known is None:
                ground.storage.follow_ups.add(_new(case, planned))
            elif known.state is FollowUpState.OPEN:
                moved = replace(known, due_at=planned.due_at, until=planned.until) if move else known
                ground.storage.follow_ups.update(replace(moved, as_call=planned.as_call))

    def move_with_fix(self, case_id: UUID, fixed_before: Sequence[datetime]) -> None:
        """Move the calls to what is promised for the fix now, as the customer agreed to another time.

        A call that somebody put off to a time of their own stays there.

        Args:
            case_id: The case.
            fixed_before: What `fixes` gave before.
        """
        fixes, storage, settings = self.fixes(case_id), self._ground.storage, self._ground.settings
        if not fixes or not fixed_before:
            return
        before = plan_follow_ups(min(fixed_before), fixed_before, Outcome(), settings)
        after = plan_follow_ups(min(fixes), fixes, Outcome(), settings)
        moves = {(old.kind, old.due_at): new.due_at for old, new in zip(before, after, strict=True)}
        for one in storage.follow_ups.of_case(case_id):
            if one.holds_case_open and (one.kind, one.due_at) in moves:
                storage.follow_ups.update(replace(one, due_at=moves[one.kind, one.due_at]))

    def fixes(self, case_id: UUID) -> list[datetime]:
        """Return the times by which the matter itself is to be put right, as promised in the resolution."""
        promises = self._ground.storage.promises.of_case(case_id)
        elsewhere = {one.id for one in made_elsewhere(case_id, promises)}
        return [one.due_at for one in promises if one.state is PromiseState.OPEN and one.id not in elsewhere]


def _new(case: Case, planned: PlannedFollowUp) -> FollowUp:
    return FollowUp(
        id=uuid7(),
        case_id=case.id,
        kind=planned.kind,
        due_at=planned.due_at,
        until=planned.until,
        staff_id=_whose(case, planned.kind),
        as_call=planned.as_call,
    )


def _whose(case: Case, kind: FollowUpKind) -> UUID | None:
    """Return who does a follow-up: everybody, the first helper even after a hand-over, or the owner."""
    if kind is FollowUpKind.INTERNAL:
        return None
    return case.first_helper if kind is FollowUpKind.IMMEDIATE else case.owner


def _reopened_at(events: Iterable[CaseEvent]) -> datetime | None:
    return max((one.at for one in events if one.what == "reopened"), default=None)


def _still_counts(one: FollowUp, reopened_at: datetime | None) -> bool:
    if one.state is FollowUpState.DONE:
        return reopened_at is None or one.done_at is None or one.done_at > reopened_at
    return one.state is FollowUpState.OPEN
