"""Acts on a case as a whole: take it, change its header, approve, finish, close, reopen, cancel."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.cases.authority import Judgement, judge
from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.findings import outcome_of
from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.remedies import remedies_of
from desktop_cs.cases.second_failure import find_second_failure
from desktop_cs.cases.states import CaseAct, CaseState, checked_reason, closes_by_itself
from desktop_cs.cases.states import after as state_after
from desktop_cs.cases.steps import Step, Walk
from desktop_cs.customers.customer import Customer, checked_name
from desktop_cs.desk.case_view import Gap, Row, Story
from desktop_cs.desk.changes import Changes, Result, of_case
from desktop_cs.desk.derived import changed_fields
from desktop_cs.desk.step_work import StepWork
from desktop_cs.errors import UserError
from desktop_cs.followups.followup import FollowUpKind, FollowUpState
from desktop_cs.forms import answers as form_answers
from desktop_cs.i18n import _
from desktop_cs.storage.uuid7 import uuid7

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Intake:
    """What is known when a case is taken. A name or nickname and one line are enough to keep it.

    `customer` is somebody who was found, `newcomer` somebody to be kept from now on; with neither, `who` names
    a new customer, or nobody at all when somebody else reports.
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


class Casework:
    """Acts on cases; each is one transaction and says what it changed."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    @cached_property
    def steps(self) -> StepWork:
        """Return the acts on the steps of a case."""
        return StepWork(self._desk)

    def take(self, intake: Intake) -> Result[Case]:
        """Open a case and give it its number at once; a new customer is kept with it.

        Raises:
            UserError: There is neither a name nor a reporter, or no line that says what it is about.
        """
        one_line = " ".join(intake.one_line.split())
        if not one_line:
            raise UserError(_("Write one line about what it is about."), "one_line")
        storage, actor = self._desk.storage, self._desk.actor_id
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
                    opened_at=self._desk.clock.now(),
                    customer_id=customer.id if customer else None,
                    reported_by=intake.reported_by,
                    how_reached=intake.how_reached,
                    mood=intake.mood,
                    threatens=intake.threatens,
                    language_of_letters=language or self._desk.settings.language,
                    opened_by=actor,
                    owner=actor,
                    first_helper=actor,
                    reference=intake.reference,
                )
            )
            found = self.with_second_failure(case)
            storage.cases.update(found, changed_fields(case, found))
            storage.cases.add_event(CaseEvent(case.id, case.opened_at, "taken", actor))
        return Result(found, of_case(case.id) | Changes(customers=intake.customer is None))

    def change_header(self, case: Case) -> Result[Case]:
        """Store a changed header; only the fields that differ from what is stored are written."""
        storage = self._desk.storage
        with storage.transaction(self._desk.actor_id):
            found = self.with_second_failure(case)
            storage.cases.update(found, changed_fields(storage.cases.by_id(case.id), found))
        return Result(found, of_case(case.id))

    def story(self, case_id: UUID) -> Story:
        """Return the case with everything that belongs to it.

        Raises:
            KeyError: There is no such case.
        """
        storage = self._desk.storage
        case = storage.cases.by_id(case_id)
        return Story(
            case=case,
            walk=Walk(storage.cases.entries(case_id)),
            customer=storage.customers.get(case.customer_id) if case.customer_id else None,
            promises=tuple(storage.promises.of_case(case_id)),
            follow_ups=tuple(storage.follow_ups.of_case(case_id)),
            events=tuple(storage.cases.events(case_id)),
            earlier=storage.cases.by_id(case.earlier_case_id) if case.earlier_case_id else None,
            names={one.id: one.name for one in storage.shop.staff()},
            approved=storage.cases.approved(case_id),
        )

    def numbered(self, number: int) -> Story:
        """Return the story of the case with this number.

        Raises:
            UserError: There is no such case.
        """
        try:
            return self.story(self._desk.storage.cases.get(number).id)
        except KeyError as error:
            raise UserError(_("There is no case {number} here.").format(number=number)) from error

    def with_second_failure(self, case: Case) -> Case:
        """Return the case with the earlier one that it repeats, when the shop remembers one in its window."""
        window = self._desk.settings.second_failure_window_days
        earlier = self._desk.storage.cases.earlier_of(case.serial, case.customer_id, case.opened_at, window)
        found = find_second_failure(
            case.serial, case.customer_id, case.opened_at, [one for one in earlier if one.id != case.id], window
        )
        if found is None:
            return replace(case, earlier_case_id=None, earlier_days=None)
        return replace(case, earlier_case_id=found.earlier.id, earlier_days=found.days)

    def judgement(self, story: Story) -> Judgement:
        """Return whether what is given in this case is inside the owner's authority."""
        desk = self._desk
        owner = next((one for one in desk.storage.shop.staff() if one.id == story.case.owner), desk.actor)
        if owner is None:
            return Judgement(within=True)
        start, end = desk.follow_ups.today()
        given = desk.storage.cases.spent_today(owner.id, start, end, story.case.id)
        return judge(story.remedies.spent, given, desk.settings.limit_of(owner.role), story.approved)

    def approve(self, story: Story, digits: str) -> Result[str]:
        """Approve what is given in this case with a manager's digits, and return the manager's name.

        Raises:
            UserError: No manager has these digits.
        """
        desk = self._desk
        manager = desk.shop.manager_with(digits)
        spent = remedies_of(story.answers(Step.RESOLUTION)).spent
        with desk.storage.transaction(manager.id):
            desk.storage.cases.save_approval(story.case.id, spent, manager.id, desk.clock.now())
            self._note(story.case, "approved", "", manager.id)
        return Result(manager.name, of_case(story.case.id))

    def gaps(self, story: Story) -> tuple[Gap, ...]:
        """Return everything that still keeps the case from being finished, in the order of the steps."""
        found: list[Gap] = []
        for step in Step:
            entry = story.walk.entry(step)
            if entry.is_passed:
                continue
            problems = self.steps.step_problems(story, step)
            found += [Gap(step, field_id, sentence) for field_id, sentence in problems.items()]
            if not problems and step is not Step.LOGGING:
                found.append(Gap(step, "", _("This step is neither done nor skipped.")))
        if not self.judgement(story).within:
            found.append(Gap(Step.RESOLUTION, "goodwill", _("A manager still has to approve what is given.")))
        return tuple(found)

    def rows(self, story: Story) -> tuple[Row, ...]:
        """Return what is read back to the customer: every answer that is not private, step by step."""
        context = self._desk.context()
        return tuple(
            Row(step, field_id, label, text)
            for step in Step
            for field_id, label, text in form_answers.summary_rows(
                self._desk.forms[step], story.answers(step), context, story.rules()
            )
        )

    def finish(self, story: Story) -> Result[Case]:
        """Log the case: the day on which it counts as done. It closes by itself when nothing is left to wait for.

        Raises:
            UserError: A step is neither done nor skipped, or an approval is missing.
        """
        gaps = self.gaps(story)
        if gaps:
            raise UserError(gaps[0].sentence, gaps[0].field_id)
        storage, now = self._desk.storage, self._desk.clock.now()
        with storage.transaction(self._desk.actor_id):
            if not story.walk.entry(Step.LOGGING).is_passed:
                story = story.after(self.steps.finish_step(story, Step.LOGGING).value)
            logged = replace(story.case, state=state_after(CaseAct.LOG, story.case.state), logged_at=now)
            storage.cases.update(logged, ("state", "logged_at"))
            self._note(logged, "logged")
            self._end_cards_after(logged)
            closed = self.close_when_over(logged)
        return Result(closed, of_case(closed.id, follow_ups=True))

    def close(self, case: Case, reason: str) -> Result[Case]:
        """Close a case by hand, with a reason; what was still open is dropped with it.

        Raises:
            UserError: No reason, or a case in this state cannot be closed.
        """
        storage, why = self._desk.storage, checked_reason(CaseAct.CLOSE, reason)
        now = self._desk.clock.now()
        after = replace(
            case,
            state=state_after(CaseAct.CLOSE, case.state),
            closed_at=now,
            logged_at=case.logged_at or now,
            close_reason=why,
        )
        with storage.transaction(self._desk.actor_id):
            storage.cases.update(after, ("state", "closed_at", "logged_at", "close_reason"))
            self._drop_open(case)
            self._note(after, "closed", why)
        return Result(after, of_case(case.id, follow_ups=True))

    def reopen(self, case: Case, reason: str) -> Result[Case]:
        """Take a logged or closed case up again, with a reason.

        Raises:
            UserError: No reason, or the case is not logged or closed.
        """
        storage, why = self._desk.storage, checked_reason(CaseAct.REOPEN, reason)
        after = replace(case, state=state_after(CaseAct.REOPEN, case.state), closed_at=None, close_reason="")
        with storage.transaction(self._desk.actor_id):
            storage.cases.update(after, ("state", "closed_at", "close_reason"))
            self._note(after, "reopened", why)
        return Result(after, of_case(case.id, follow_ups=True))

    def cancel(self, case: Case, reason: str) -> Result[Case]:
        """Cancel a case that was taken by mistake, with a reason; it counts nowhere.

        Raises:
            UserError: No reason, or the case is logged or closed.
        """
        storage, why = self._desk.storage, checked_reason(CaseAct.CANCEL, reason)
        after = replace(case, state=state_after(CaseAct.CANCEL, case.state), close_reason=why)
        with storage.transaction(self._desk.actor_id):
            storage.cases.update(after, ("state", "close_reason"))
            self._drop_open(case)
            self._note(after, "cancelled", why)
        return Result(after, of_case(case.id, follow_ups=True))

    def close_when_over(self, case: Case) -> Case:
        """Return the case, closed by itself when it is logged and neither promise nor follow-up is open.

        Part of a transaction that is already under way.
        """
        storage = self._desk.storage
        promises = [one for one in storage.promises.of_case(case.id) if one.state is PromiseState.OPEN]
        follow_ups = [one for one in storage.follow_ups.of_case(case.id) if one.holds_case_open]
        if not closes_by_itself(case.state, len(promises), len(follow_ups)):
            return case
        closed = replace(case, state=CaseState.CLOSED, closed_at=self._desk.clock.now())
        storage.cases.update(closed, ("state", "closed_at"))
        self._note(closed, "closed")
        return closed

    def undo_closing(self, case_id: UUID) -> None:
        """Make a case logged again that closed by itself, as what it waited for is open again.

        Part of a transaction that is already under way.
        """
        case = self._desk.storage.cases.by_id(case_id)
        if case.state is CaseState.CLOSED and not case.close_reason:
            logged = replace(case, state=CaseState.LOGGED, closed_at=None)
            self._desk.storage.cases.update(logged, ("state", "closed_at"))

    def is_resolved(self, story: Story) -> bool:
        """Return whether the customer accepted."""
        return outcome_of(story.answers(Step.RESOLUTION)).is_resolved

    def _customer_of(self, intake: Intake) -> Customer | None:
        if intake.customer is not None:
            return intake.customer
        newcomer = intake.newcomer
        if newcomer is None:
            if intake.reported_by != "customer" and not intake.who.strip():
                return None
            newcomer = Customer(uuid7(), intake.who, language=intake.language_of_letters)
        newcomer = replace(newcomer, name=checked_name(newcomer.name))
        self._desk.storage.customers.add(newcomer)
        return newcomer

    def _note(self, case: Case, what: str, reason: str = "", by: UUID | None = None) -> None:
        event = CaseEvent(case.id, self._desk.clock.now(), what, by or self._desk.actor_id, reason)
        self._desk.storage.cases.add_event(event)

    def _drop_open(self, case: Case) -> None:
        """Let go of what was still open: the reason for closing says why."""
        now = self._desk.clock.now()
        for promise in self._desk.storage.promises.of_case(case.id):
            if promise.state is PromiseState.OPEN:
                ended = replace(promise, state=PromiseState.RENEGOTIATED, settled_at=now)
                self._desk.storage.promises.update(ended)
        for follow_up in self._desk.storage.follow_ups.of_case(case.id):
            if follow_up.state is FollowUpState.OPEN:
                self._desk.storage.follow_ups.update(replace(follow_up, state=FollowUpState.DROPPED))

    def _end_cards_after(self, case: Case) -> None:
        """Set the end of the internal follow-up: so many days after the case was logged."""
        until = self._desk.follow_ups.card_end(case.logged_at or self._desk.clock.now())
        for follow_up in self._desk.storage.follow_ups.of_case(case.id):
            if follow_up.kind is FollowUpKind.INTERNAL and follow_up.state is FollowUpState.OPEN:
                self._desk.storage.follow_ups.update(replace(follow_up, until=until))
