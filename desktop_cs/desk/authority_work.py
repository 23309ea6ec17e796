"""Acts beyond somebody's authority: ask a manager later, approve, decline, tell the customer; the budget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from desktop_cs.cases.authority import answer_time
from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.promises import Promise, PromiseState, renewed_key, with_renewed
from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState
from desktop_cs.desk.allowed import check
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.casework import Casework
from desktop_cs.desk.changes import Changes, Result, of_case
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.month_work import MonthWork
from desktop_cs.desk.step_promises import APPROVAL, key_of
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.budget import Budget
from desktop_cs.shop.revenue import MonthRevenue
from desktop_cs.shop.roles import Act
from desktop_cs.shop.staff import Staff
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.summary.month import Month


@dataclass(frozen=True, slots=True)
class Asked:
    """An approval that was asked for, with the promise by when the customer hears of it.

    `manager` is who answered; while nobody did, the only manager of the shop, else "".
    """

    request: CaseRequest
    promise: Promise | None
    manager: str

    @property
    def is_waiting(self) -> bool:
        """Return whether no manager has answered yet."""
        return self.request.state is RequestState.WAITING

    @property
    def is_to_be_told(self) -> bool:
        """Return whether the customer still waits to hear what the manager said."""
        open_still = self.promise is not None and self.promise.state is PromiseState.OPEN
        return open_still and not self.is_waiting


class AuthorityWork:
    """What goes beyond one's authority; each act is one transaction and says what it changed.

    Args:
        ground: The opened shop.
        casework: The acts on cases.
        manager_by_digits: Returns the manager who signs with these digits, or refuses them.
    """

    def __init__(self, ground: Ground, casework: Casework, manager_by_digits: Callable[[str], Staff]) -> None:
        self._ground = ground
        self._casework = casework
        self._manager_by_digits = manager_by_digits

    def suggested_answer_time(self) -> datetime:
        """Return by when a customer can be told what a manager says, if one is asked now."""
        return answer_time(self._ground.clock.now(), self._ground.settings.hours)

    def asked(self, story: Story) -> Asked | None:
        """Return the newest approval that was asked for in a case and not withdrawn, or None."""
        requests = [one for one in self._requests(story.case.id) if one.state is not RequestState.WITHDRAWN]
        if not requests:
            return None
        request = requests[-1]
        return Asked(request, self._promise_of(request), self._manager_of(request))

    def ask_approval(self, story: Story, tell_by: datetime, words: str = "") -> Result[CaseRequest]:
        """Ask the managers for what is given in this case, and promise by when the customer hears.

        Asking again takes the place of what was asked before and is not answered yet.

        Args:
            story: The case; goodwill and extra as they are stored.
            tell_by: By when the customer hears, as they were told, in UTC.
            words: What the manager should know.

        Raises:
            UserError: The case is over, nobody needs to be asked, or the time is not to come.
        """
        ground, now = self._ground, self._ground.clock.now()
        self._refuse_ask(story, tell_by)
        with ground.storage.transaction(ground.actor_id):
            promise = self._promised(story.case, tell_by, self._withdrawn(story.case.id))
            request = CaseRequest(
                id=uuid7(),
                case_id=story.case.id,
                kind=RequestKind.APPROVAL,
                asked_at=now,
                asked_by=ground.actor_id,
                amount=story.remedies.spent,
                words=" ".join(words.split()),
                promise_id=promise.id,
            )
            ground.storage.requests.save(request)
        return self._told_of(request)

    def approve(self, story: Story, digits: str) -> Result[str]:
        """Approve on the same screen what is given, with a manager's digits; return the manager's name.

        What was asked before and waits is answered with it.

        Raises:
            UserError: No manager has these digits.
        """
        manager = self._manager_by_digits(digits)
        with self._ground.storage.transaction(manager.id):
            self._approve(story.case.id, story.remedies.spent, manager.id)
            for request in self._requests(story.case.id):
                if request.state is RequestState.WAITING:
                    self._answer(request, RequestState.GRANTED, manager.id, "")
        return Result(manager.name, of_case(story.case.id, follow_ups=True))

    def decide(self, request: CaseRequest, granted: bool, words: str = "") -> Result[CaseRequest]:
        """Answer a request for approval; granted holds for the amount that was asked for, and no more.

        Raises:
            UserError: Whoever acts is no manager, or it was answered or taken back before.
        """
        ground = self._ground
        check(ground, Act.APPROVE)
        current = ground.storage.requests.get(request.id)  # it may have been answered meanwhile
        if current.state is not RequestState.WAITING:
            raise UserError(_("This was answered or taken back meanwhile."))
        if ground.actor is None:
            raise UserError(_("Tap your name first, so that it is clear who answers."))
        manager = ground.actor.id
        with ground.storage.transaction(manager):
            if granted:
                self._approve(current.case_id, current.amount, manager)
            self._answer(current, RequestState.GRANTED if granted else RequestState.DECLINED, manager, words)
        return self._told_of(current)

    def told(self, asked: Asked) -> Result[Promise]:
        """Note that the customer was told what the manager said: the promise is kept.

        Raises:
            UserError: There is nothing that they still wait to hear.
        """
        storage = self._ground.storage
        request = storage.requests.get(asked.request.id)  # it may have been told on another page meanwhile
        asked = replace(asked, request=request, promise=self._promise_of(request))
        promise = asked.promise
        if promise is None or not asked.is_to_be_told:
            raise UserError(_("They were told already, or the manager has not answered yet."))
        kept = replace(promise, state=PromiseState.KEPT, settled_at=self._ground.clock.now())
        with storage.transaction(self._ground.actor_id):
            storage.promises.update(kept)
            self._casework.close_when_over(storage.cases.by_id(promise.case_id))
        return Result(kept, of_case(promise.case_id, follow_ups=True))

    def budget(self, month: Month) -> Budget:
        """Return the recovery budget of a month; without an amount where its revenue is not known."""
        return MonthWork(self._ground).budget(month)

    def save_revenue(self, month: Month, amount: int | None) -> Result[Budget]:
        """Keep what the shop took in a month, in minor units; None takes back what was typed.

        Raises:
            UserError: Whoever acts is no manager, or the amount is below nothing.
        """
        check(self._ground, Act.SETTINGS)
        if amount is not None and amount < 0:
            raise UserError(_("What the shop took in a month cannot be below nothing."), "amount")
        return self.put_revenue(
            month, None if amount is None else MonthRevenue(month.key, amount, self._ground.settings.currency)
        )

    def revenue(self, month: Month) -> MonthRevenue | None:
        """Return what was typed for a month, in whatever currency, or None."""
        return self._ground.storage.gestures.revenues().get(month.key)

    def put_revenue(self, month: Month, revenue: MonthRevenue | None) -> Result[Budget]:
        """Keep a revenue as `revenue` gave it: the way back from `save_revenue`.

        Raises:
            UserError: Whoever acts is no manager.
        """
        check(self._ground, Act.SETTINGS)
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            if revenue is None:
                storage.gestures.forget_revenue(month.key)
            else:
                storage.gestures.save_revenue(revenue)
        return Result(self.budget(month), Changes(settings=True))

    def _refuse_ask(self, story: Story, tell_by: datetime) -> None:
        if not story.case.is_being_worked_on:
            raise UserError(_("This case is over. Reopen it to change it."))
        if self._casework.judgement(story).within:
            raise UserError(_("This is inside what may be given; nobody needs to be asked."))
        if tell_by <= self._ground.clock.now():
            raise UserError(_("Choose a time that is still to come."), "tell_by")

    def _requests(self, case_id: UUID) -> list[CaseRequest]:
        """Return the approvals asked for in a case, oldest first."""
        found = self._ground.storage.requests.of_case(case_id)
        return [one for one in found if one.kind is RequestKind.APPROVAL]

    def _promise_of(self, request: CaseRequest) -> Promise | None:
        """Return the promise that hangs on a request, with the time that the customer agreed to last."""
        if request.promise_id is None:
            return None
        promises = self._ground.storage.promises.of_case(request.case_id)
        keys = with_renewed({request.promise_id}, promises)
        found = [one for one in promises if one.id in keys]
        standing = [one for one in found if one.state is not PromiseState.RENEGOTIATED]
        return next(iter((*standing, *found)), None)

    def _manager_of(self, request: CaseRequest) -> str:
        staff = self._ground.storage.shop.staff()
        if request.answered_by is not None:
            return next((one.name for one in staff if one.id == request.answered_by), "")
        managers = [one.name for one in staff if one.active and one.is_manager]
        return managers[0] if len(managers) == 1 else ""

    def _withdrawn(self, case_id: UUID) -> Promise | None:
        """Take back what still waits in a case, and return its promise where that is still open."""
        promise = None
        for request in self._requests(case_id):
            if request.state is RequestState.WAITING:
                self._answer(request, RequestState.WITHDRAWN, self._ground.actor_id, "")
                promise = self._promise_of(request)
        return promise if promise is not None and promise.state is PromiseState.OPEN else None

    def _promised(self, case: Case, tell_by: datetime, before: Promise | None) -> Promise:
        """Return the promise to tell the customer by then; one for another time before is renegotiated."""
        stores, now = self._ground.storage.promises, self._ground.clock.now()
        if before is not None and before.due_at == tell_by:
            return before
        if before is not None:
            stores.update(replace(before, state=PromiseState.RENEGOTIATED, settled_at=now))
        known = {one.id: one for one in stores.of_case(case.id)}
        root = key_of(case.id, APPROVAL)
        key = renewed_key(root, tell_by) if root in known else root
        promise = Promise(
            id=key,
            case_id=case.id,
            what=_("Tell you what the manager says"),
            made_at=now,
            due_at=tell_by,
            by_whom=self._ground.actor.name if self._ground.actor else "",
        )
        if key in known:  # the same time was promised before, and given up for another
            stores.update(promise)
        else:
            stores.add(promise)
        return promise

    def _approve(self, case_id: UUID, amount: int, manager: UUID) -> None:
        storage, now = self._ground.storage, self._ground.clock.now()
        storage.cases.save_approval(case_id, amount, manager, now)
        storage.cases.add_event(CaseEvent(case_id, now, "approved", manager))

    def _answer(self, request: CaseRequest, state: RequestState, by: UUID | None, words: str) -> None:
        answered = replace(
            request,
            state=state,
            answered_at=self._ground.clock.now(),
            answered_by=by,
            answer=" ".join(words.split()),
        )
        self._ground.storage.requests.save(answered)

    def _told_of(self, request: CaseRequest) -> Result[CaseRequest]:
        stored = self._ground.storage.requests.get(request.id)
        return Result(stored, of_case(stored.case_id, follow_ups=True))
