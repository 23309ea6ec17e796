"""Acts on a case as a whole: take it, change its header, approve, finish, close, reopen, cancel."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from desktop_cs.cases.case import HEADER_FIELDS, Case, CaseEvent
from desktop_cs.cases.findings import Outcome
from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.states import CaseAct, CaseState, checked_reason, closes_by_itself
from desktop_cs.cases.states import after as state_after
from desktop_cs.cases.steps import Step, StepState
from desktop_cs.customers.customer import Customer, checked_name
from desktop_cs.desk.case_reading import CaseReading
from desktop_cs.desk.case_view import EXPRESS, Story
from desktop_cs.desk.changes import Changes, Result, of_case
from desktop_cs.desk.derived import changed_fields
from desktop_cs.desk.gesture_work import GestureWork
from desktop_cs.desk.request_keeping import RequestKeeping
from desktop_cs.errors import UserError
from desktop_cs.followups.followup import FollowUpKind, FollowUpState
from desktop_cs.i18n import _
from desktop_cs.storage.uuid7 import uuid7


@dataclass(frozen=True, slots=True)
class Intake:
    """What is known when a case is taken. A name or nickname and one line are enough to keep it.

    `customer` is somebody who was found, `newcomer` somebody to be kept from now on; with neither, `who`
    names a new customer, or nobody at all when somebody else reports.
    """

    one_line: str
    who: str = ""
    customer: Customer | None = None
    newcomer: Customer | None = None
    reported_by: str = "customer"
    how_reached: str = "counter"
    mood: str = ""
    threatens: str = ""
    language_of_letters: str = ""
    reference: str = ""


class Casework(CaseReading):
    """Acts on cases; each is one transaction and says what it changed."""

    def take(self, intake: Intake) -> Result[Case]:
        """Open a case and give it its number at once; a new customer is kept with it.

        Raises:
            UserError: There is neither a name nor a reporter, or no line that says what it is about.
        """
        one_line = " ".join(intake.one_line.split())
        if not one_line:
            raise UserError(_("Write one line about what it is about."), "one_line")
        storage, actor = self._ground.storage, self._ground.actor_id
        with storage.transaction(actor):
            customer = self._customer_of(intake)
            language = intake.language_of_letters or (customer.language if customer else "")
            case = storage.cases.open_case(
                Case(
                    id=uuid7(),
                    number=0,
                    state=CaseState.DRAFT,
                    who=customer.name if customer else intake.who.strip(),
                    one_line=one_line,
                    opened_at=self._ground.clock.now(),
                    customer_id=customer.id if customer else None,
                    reported_by=intake.reported_by,
                    how_reached=intake.how_reached,
                    mood=intake.mood,
                    threatens=intake.threatens,
                    language_of_letters=language or self._ground.settings.language,
                    opened_by=actor,
                    owner=actor,
                    first_helper=actor,
                    reference=intake.reference,
                )
            )
            found = self.with_second_failure(case)
            storage.cases.update(found, changed_fields(case, found))
            storage.cases.add_event(CaseEvent(case.id, case.opened_at, "taken", actor))
            if found.threatens:
                RequestKeeping(self._ground).tell_of(found)
        return Result(found, of_case(case.id) | Changes(customers=intake.customer is None))

    def change_header(self, case: Case) -> Result[Case]:
        """Store a changed header; of the case only what its header asks is taken over.

        All else may have changed since the page read it: state, owner, what the steps say.

        Raises:
            UserError: The case was cancelled.
        """
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            stored = storage.cases.by_id(case.id)
            if stored.state is CaseState.CANCELLED:
                raise UserError(_("This case was cancelled and cannot be changed any more."))
            asked = {name: getattr(case, name) for name in HEADER_FIELDS}
            if case.customer_id is not None and case.customer_id == stored.customer_id:
                asked["who"] = stored.who  # they may have been renamed since
            found = self.with_second_failure(replace(stored, **asked))
            changed = changed_fields(stored, found)
            storage.cases.update(found, changed)
            if "threatens" in changed:
                RequestKeeping(self._ground).tell_of(found)
        return Result(found, of_case(case.id, follow_ups="threatens" in changed))

    def finish(self, story: Story) -> Result[Case]:
        """Log the case: the day on which it counts as done; it closes by itself when nothing is open.

        Raises:
            UserError: A step is neither done nor skipped, or an approval is missing.
        """
        gaps = self.gaps(story)
        if gaps:
            raise UserError(gaps[0].sentence, gaps[0].field_id)
        storage, now = self._ground.storage, self._ground.clock.now()
        with storage.transaction(self._ground.actor_id):
            if not story.walk.entry(Step.LOGGING).is_passed:
                story = story.after(self.steps.finish_step(story, Step.LOGGING).value)
            case = storage.cases.by_id(story.case.id)  # it may have changed since the page read it
            logged = replace(case, state=state_after(CaseAct.LOG, case.state), logged_at=now)
            storage.cases.update(logged, ("state", "logged_at"))
            self._note(logged, "logged")
            self.steps.plan_missing(logged, story.walk.entry(Step.RESOLUTION))
            self._end_cards_after(logged)
            RequestKeeping(self._ground).end_approvals(logged)
            GestureWork(self._ground).keep_idea(logged, story.walk.entry(Step.LOGGING))
            closed = self.close_when_over(logged)
        return Result(closed, of_case(closed.id, follow_ups=True))

    def finish_express(self, story: Story) -> Result[Case]:
        """Finish every step that is not passed yet, and log the case, in one transaction.

        Raises:
            UserError: Something that is needed is missing; nothing was finished.
        """
        with self._ground.storage.transaction(self._ground.actor_id):
            self._note(story.case, EXPRESS)
            for step in story.walk.unpassed():
                story = story.after(self.steps.finish_step(story, step, express=True).value)
            return self.finish(self.story(story.case.id))

    def close(self, case: Case, reason: str) -> Result[Case]:
        """Close a case by hand, with a reason; what was still open is dropped with it.

        Raises:
            UserError: No reason, or a case in this state cannot be closed.
        """
        storage, why = self._ground.storage, checked_reason(CaseAct.CLOSE, reason)
        case = storage.cases.by_id(case.id)  # it may have changed since the page read it
        now = self._ground.clock.now()
        after = replace(
            case,
            state=state_after(CaseAct.CLOSE, case.state),
            closed_at=now,
            logged_at=case.logged_at or now,
            close_reason=why,
        )
        with storage.transaction(self._ground.actor_id):
            storage.cases.update(after, ("state", "closed_at", "logged_at", "close_reason"))
            self._drop_open(after, now)
            RequestKeeping(self._ground).let_go(case, attention=False)
            self._note(after, "closed", why)
        return Result(after, of_case(case.id, follow_ups=True))

    def reopen(self, case: Case, reason: str) -> Result[Case]:
        """Take a logged or closed case up again, with a reason.

        Raises:
            UserError: No reason, or the case is not logged or closed.
        """
        storage, why = self._ground.storage, checked_reason(CaseAct.REOPEN, reason)
        case = storage.cases.by_id(case.id)  # it may have changed since the page read it
        after = replace(case, state=state_after(CaseAct.REOPEN, case.state), closed_at=None, close_reason="")
        with storage.transaction(self._ground.actor_id):
            storage.cases.update(after, ("state", "closed_at", "close_reason"))
            self._take_up_promises(case)
            self._note(after, "reopened", why)
        return Result(after, of_case(case.id, follow_ups=True))

    def cancel(self, case: Case, reason: str) -> Result[Case]:
        """Cancel a case that was taken by mistake, with a reason; it counts nowhere.

        Raises:
            UserError: No reason, or the case is logged or closed.
        """
        storage, why = self._ground.storage, checked_reason(CaseAct.CANCEL, reason)
        case = storage.cases.by_id(case.id)  # it may have changed since the page read it
        after = replace(case, state=state_after(CaseAct.CANCEL, case.state), close_reason=why)
        with storage.transaction(self._ground.actor_id):
            storage.cases.update(after, ("state", "close_reason"))
            self._drop_open(after, self._ground.clock.now())
            RequestKeeping(self._ground).let_go(case, attention=True)
            self._note(after, "cancelled", why)
            for later in storage.cases.repeating(case):  # a case taken by mistake was no first failure
                found = self.with_second_failure(later)
                storage.cases.update(found, changed_fields(later, found))
        return Result(after, of_case(case.id, follow_ups=True))

    def close_when_over(self, case: Case) -> Case:
        """Return the case, closed by itself when it is logged and neither promise nor follow-up is open.

        Part of a transaction that is already under way.
        """
        if not self._is_over(case):
            return case
        closed = replace(case, state=CaseState.CLOSED, closed_at=self._ground.clock.now())
        self._ground.storage.cases.update(closed, ("state", "closed_at"))
        RequestKeeping(self._ground).let_go(closed, attention=False)
        self._note(closed, "closed")
        return closed

    def _is_over(self, case: Case) -> bool:
        """Return whether a case is logged and nothing of it is open that it waits for."""
        storage = self._ground.storage
        promises = [one for one in storage.promises.of_case(case.id) if one.state is PromiseState.OPEN]
        follow_ups = [one for one in storage.follow_ups.of_case(case.id) if one.holds_case_open]
        return closes_by_itself(
            case.state, len(promises) + len(follow_ups), resolved=self._needs_no_reason(case)
        )

    def _needs_no_reason(self, case: Case) -> bool:
        """Return whether the customer accepted, nobody is there to accept, or a reason was given before."""
        if case.customer_id is None or Outcome(case.problem_solved, case.customer_accepts).is_resolved:
            return True
        resolution = self._ground.storage.cases.entries(case.id).get(Step.RESOLUTION)
        return resolution is not None and resolution.state is StepState.SKIPPED

    def undo_closing(self, case_id: UUID) -> None:
        """Make a case logged again that closed by itself, where what it waited for is open again.

        Part of a transaction that is already under way.
        """
        storage = self._ground.storage
        case = storage.cases.by_id(case_id)
        logged = replace(case, state=CaseState.LOGGED, closed_at=None)
        if case.state is CaseState.CLOSED and not case.close_reason and not self._is_over(logged):
            storage.cases.update(logged, ("state", "closed_at"))
            RequestKeeping(self._ground).ask_again(case)
            storage.cases.take_back_event(case_id, "closed")

    def undo_reopening(self, before: Case) -> None:
        """Put a case that was reopened by mistake back to what it was.

        Part of a transaction that is already under way.
        """
        storage = self._ground.storage
        now = storage.cases.by_id(before.id).state
        storage.cases.update(before)
        if now is CaseState.REOPENED and before.state is not now:
            storage.cases.take_back_event(before.id, "reopened")
            if before.state is not CaseState.CLOSED:  # it had closed by itself on the way
                storage.cases.take_back_event(before.id, "closed")
            self._let_go_again(before)

    def _customer_of(self, intake: Intake) -> Customer | None:
        if intake.customer is not None:
            return intake.customer
        newcomer = intake.newcomer
        if newcomer is None:
            if intake.reported_by != "customer" and not intake.who.strip():
                return None
            newcomer = Customer(uuid7(), intake.who, language=intake.language_of_letters)
        newcomer = replace(newcomer, name=checked_name(newcomer.name))
        self._ground.storage.customers.add(newcomer)
        return newcomer

    def _note(self, case: Case, what: str, reason: str = "", by: UUID | None = None) -> None:
        event = CaseEvent(case.id, self._ground.clock.now(), what, by or self._ground.actor_id, reason)
        self._ground.storage.cases.add_event(event)

    def _take_up_promises(self, case: Case) -> None:
        """Let promises that closing by hand let go of hold again, while their time is still to come."""
        for promise in self._ground.storage.promises.of_case(case.id):
            let_go = promise.state is PromiseState.RENEGOTIATED and promise.settled_at == case.closed_at
            if let_go and case.close_reason and promise.due_at > self._ground.clock.now():
                self._ground.storage.promises.update(
                    replace(promise, state=PromiseState.OPEN, settled_at=None)
                )

    def _let_go_again(self, case: Case) -> None:
        """Let go of what `_take_up_promises` let hold again, in a case that is closed by hand once more."""
        for promise in self._ground.storage.promises.of_case(case.id):
            was_let_go = case.closed_at is not None and promise.made_at <= case.closed_at
            if promise.state is PromiseState.OPEN and case.close_reason and was_let_go:
                gone = replace(promise, state=PromiseState.RENEGOTIATED, settled_at=case.closed_at)
                self._ground.storage.promises.update(gone)

    def _drop_open(self, case: Case, now: datetime) -> None:
        """Let go of what was still open: the reason for closing says why.

        A call that is owed stays due, and the card of a case that is closed by hand stands until its date:
        whoever went without a solution is to be handled with care. Source: practice.md 5.
        """
        for promise in self._ground.storage.promises.of_case(case.id):
            if promise.state is PromiseState.OPEN:
                ended = replace(promise, state=PromiseState.RENEGOTIATED, settled_at=now)
                self._ground.storage.promises.update(ended)
        for follow_up in self._ground.storage.follow_ups.of_case(case.id):
            stays = follow_up.as_call or follow_up.kind is FollowUpKind.INTERNAL
            lasts = stays and case.state is not CaseState.CANCELLED
            if follow_up.state is FollowUpState.OPEN and not lasts:
                self._ground.storage.follow_ups.update(replace(follow_up, state=FollowUpState.DROPPED))

    def _end_cards_after(self, case: Case) -> None:
        """Set the end of the internal follow-up: so many days after the case was logged."""
        settings = self._ground.settings
        logged_at = case.logged_at or self._ground.clock.now()
        until = settings.hours.add_days(logged_at, settings.internal_for_days)
        for follow_up in self._ground.storage.follow_ups.of_case(case.id):
            if follow_up.kind is FollowUpKind.INTERNAL and follow_up.state is FollowUpState.OPEN:
                self._ground.storage.follow_ups.update(replace(follow_up, until=until))
