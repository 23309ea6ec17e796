"""Acts on what people of the shop ask of each other: take a case over, help, look at it, approve."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState
from desktop_cs.cases.states import CaseState
from desktop_cs.desk.changes import Result, of_case
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.hand_over import HandOver
from desktop_cs.desk.request_keeping import RequestKeeping
from desktop_cs.desk.request_reading import RequestReading
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Staff
from desktop_cs.storage.uuid7 import uuid7

Decision = Callable[[CaseRequest, bool, str], Result[CaseRequest]]


class RequestWork(RequestReading):
    """Acts on requests; each is one transaction and says what it changed.

    Args:
        ground: What they stand on.
        decision: Gives the act that answers a request for approval.
    """

    def __init__(self, ground: Ground, decision: Callable[[], Decision]) -> None:
        super().__init__(ground)
        self._decision = decision
        self._hand_over = HandOver(ground)

    def ask_hand_over(self, case: Case, to: Staff, words: str = "") -> Result[CaseRequest]:
        """Ask a colleague to take a case over; it stays with its owner until the colleague accepts.

        Whoever takes it over without being asked has accepted by doing so.

        Raises:
            UserError: The case is over, the colleague has left or owns it, or somebody was asked already.
        """
        storage = self._ground.storage
        now = storage.cases.by_id(case.id)  # it may have changed since the page read it
        self._refuse_hand_over(now, to)
        asked = self._new(case, RequestKind.HAND_OVER, words, to.id)
        with storage.transaction(self._ground.actor_id):
            storage.requests.save(asked)
            if to.id == self._ground.actor_id:
                self._grant(asked, "")
        return self._told(asked)

    def ask_help(self, case: Case, words: str = "") -> Result[CaseRequest]:
        """Ask any colleague to come and help; asking twice before somebody comes asks once.

        Raises:
            UserError: The case was cancelled.
        """
        self._refuse_when_cancelled(case.id)
        for one in self.of_case(case.id):
            if one.kind is RequestKind.HELP and one.state is RequestState.WAITING:
                return self._told(one)
        return self._kept(self._new(case, RequestKind.HELP, words))

    def tell_manager(self, case: Case, words: str = "") -> Result[CaseRequest]:
        """Tell the managers that they should look at a case.

        Raises:
            UserError: The case was cancelled.
        """
        self._refuse_when_cancelled(case.id)
        return self._kept(self._new(case, RequestKind.ATTENTION, words))

    def tell_of(self, case: Case) -> None:
        """Tell the managers of a threat or a danger in a case, once; see `RequestKeeping.tell_of`."""
        with self._ground.storage.transaction(self._ground.actor_id):
            RequestKeeping(self._ground).tell_of(case)

    def answer(self, request: CaseRequest, granted: bool, words: str = "") -> Result[CaseRequest]:
        """Answer a request: yes or no, with a word.

        Raises:
            UserError: Somebody answered it before, or whoever acts may not answer it.
        """
        current = self._still_waiting(request)
        if not self._may_answer(current, self._gone()):
            raise UserError(self._refusal(current))
        if current.kind is RequestKind.APPROVAL:
            return self._decision()(current, granted, words)
        with self._ground.storage.transaction(self._ground.actor_id):
            if granted:
                self._grant(current, words)
            else:
                self._settle(current, RequestState.DECLINED, words)
        return self._told(current)

    def withdraw(self, request: CaseRequest) -> Result[CaseRequest]:
        """Take back what was asked.

        Raises:
            UserError: It was answered before, or somebody else asked.
        """
        current, actor = self._still_waiting(request), self._ground.actor
        if actor is not None and current.asked_by != actor.id and not actor.is_manager:
            raise UserError(_("Only whoever asked, or a manager, can take this back."))
        with self._ground.storage.transaction(self._ground.actor_id):
            self._settle(current, RequestState.WITHDRAWN, "")
        return self._told(current)

    def undo(self, before: CaseRequest) -> Result[CaseRequest]:
        """Put a request back to what it was before it was answered or withdrawn; a case changes hands back.

        Raises:
            UserError: An approval that was given, or a case that was handed on, closed or cancelled since.
        """
        self._refuse_when_cancelled(before.case_id)
        storage = self._ground.storage
        is_closed = storage.cases.by_id(before.case_id).state is CaseState.CLOSED
        if is_closed and before.kind is not RequestKind.ATTENTION:
            raise UserError(_("This case was closed since; nobody needs to answer any more."))
        with storage.transaction(self._ground.actor_id):
            current = storage.requests.get(before.id)
            was_granted = current.state is RequestState.GRANTED and before.state is not current.state
            if was_granted and current.kind is RequestKind.APPROVAL:
                raise UserError(_("An approval stands once it is given. Change what is given instead."))
            if was_granted and current.kind is RequestKind.HAND_OVER:
                self._hand_over.take_back(current)
            storage.requests.save(before)
        return self._told(before)

    def _grant(self, request: CaseRequest, words: str) -> None:
        """Say yes; a case that is handed over changes hands. Part of a transaction under way."""
        actor = self._ground.actor_id
        if request.kind is RequestKind.HAND_OVER and actor is not None:
            self._hand_over.give(request, actor)
        said = words.strip() or (_("I come.") if request.kind is RequestKind.HELP else "")
        self._settle(request, RequestState.GRANTED, said)

    def _settle(self, request: CaseRequest, state: RequestState, words: str) -> None:
        settled = replace(
            request,
            state=state,
            answered_at=self._ground.clock.now(),
            answered_by=self._ground.actor_id,
            answer=words.strip(),
        )
        self._ground.storage.requests.save(settled)

    def _new(self, case: Case, kind: RequestKind, words: str, to: UUID | None = None) -> CaseRequest:
        now = self._ground.clock.now()
        return CaseRequest(uuid7(), case.id, kind, now, self._ground.actor_id, to, words=words.strip())

    def _kept(self, request: CaseRequest) -> Result[CaseRequest]:
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.requests.save(request)
        return self._told(request)

    def _told(self, request: CaseRequest) -> Result[CaseRequest]:
        """Return the request as it is stored now, and what changed."""
        return Result(
            self._ground.storage.requests.get(request.id), of_case(request.case_id, follow_ups=True)
        )

    def _still_waiting(self, request: CaseRequest) -> CaseRequest:
        current = self._ground.storage.requests.get(request.id)  # it may have been answered meanwhile
        if current.state is not RequestState.WAITING:
            raise UserError(_("This was answered meanwhile."))
        return current

    def _refuse_when_cancelled(self, case_id: UUID) -> None:
        if self._ground.storage.cases.by_id(case_id).state is CaseState.CANCELLED:
            raise UserError(_("This case was cancelled; nobody needs to look at it any more."))

    def _refuse_hand_over(self, case: Case, to: Staff) -> None:
        if case.state in (CaseState.CLOSED, CaseState.CANCELLED):
            raise UserError(_("This case is over; there is nothing left to take over."))
        if to.id in self._gone():
            raise UserError(_("{name} does not work here any more. Ask somebody else.").format(name=to.name))
        if to.id == case.owner:
            raise UserError(_("The case is with {name} already.").format(name=to.name))
        for one in self.of_case(case.id):
            if one.kind is RequestKind.HAND_OVER and one.state is RequestState.WAITING:
                raise UserError(_("Somebody was asked already. Take that back first."))
