"""Keeping requests in step with their case: what managers must know, and what nobody needs any more."""

from dataclasses import replace
from uuid import UUID, uuid5

from desktop_cs.cases.case import THREATS, Case
from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState
from desktop_cs.desk.ground import Ground
from desktop_cs.i18n import N_, _

SAFETY = "safety"
_OF_COLLEAGUES = {RequestKind.HAND_OVER, RequestKind.HELP}
_REASONS = {
    "complain_elsewhere": N_("They say that they will complain elsewhere."),
    "sue": N_("They say that they will go to court."),
    "post_it": N_("They say that they will post it."),
    SAFETY: N_("It may hurt somebody. The product is to be put aside: hold and check."),
}


class RequestKeeping:
    """Writes requests that follow from a case itself; always part of a transaction under way."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def tell_of(self, case: Case) -> None:
        """Tell the managers of a threat or a danger, once per case and reason; take back what was a slip.

        A manager who notes it knows of it.
        """
        due = _due_reasons(case)
        known = {one.id: one for one in self._ground.storage.requests.of_case(case.id)}
        for reason in (*THREATS, SAFETY):
            request = known.get(attention_key(case.id, reason))
            if reason in due:
                self._tell(case, reason, request)
            elif request is not None and request.state is RequestState.WAITING:
                self._end(request)

    def let_go(self, case: Case, *, attention: bool) -> None:
        """Withdraw what is still waiting for an answer once a case is over.

        Args:
            case: The case.
            attention: Whether managers need not know of it any more either: it was taken by mistake.
        """
        for request in self._ground.storage.requests.of_case(case.id):
            if request.state is RequestState.WAITING and (
                attention or request.kind is not RequestKind.ATTENTION
            ):
                self._end(request)

    def ask_again(self, closed: Case) -> None:
        """Let what a case asked of colleagues wait again, when it had closed by itself and that is undone."""
        for request in self._ground.storage.requests.of_case(closed.id):
            let_go = request.state is RequestState.WITHDRAWN and request.answered_at == closed.closed_at
            if let_go and request.kind in _OF_COLLEAGUES:
                again = replace(request, state=RequestState.WAITING, answered_at=None, answered_by=None)
                self._ground.storage.requests.save(again)

    def end_approvals(self, case: Case) -> None:
        """Withdraw what managers were asked to approve once a case is logged without it: it was lowered."""
        for request in self._ground.storage.requests.of_case(case.id):
            if request.state is RequestState.WAITING and request.kind is RequestKind.APPROVAL:
                self._end(request)

    def _tell(self, case: Case, reason: str, request: CaseRequest | None) -> None:
        actor = self._ground.actor
        if request is not None and request.state is not RequestState.WITHDRAWN:
            return
        if actor is not None and actor.is_manager:
            return
        told = CaseRequest(
            id=attention_key(case.id, reason),
            case_id=case.id,
            kind=RequestKind.ATTENTION,
            asked_at=self._ground.clock.now(),
            asked_by=self._ground.actor_id,
            words=_(_REASONS[reason]),
        )
        self._ground.storage.requests.save(told)

    def _end(self, request: CaseRequest) -> None:
        ended = replace(
            request,
            state=RequestState.WITHDRAWN,
            answered_at=self._ground.clock.now(),
            answered_by=self._ground.actor_id,
        )
        self._ground.storage.requests.save(ended)


def attention_key(case_id: UUID, reason: str) -> UUID:
    """Return the key of the request that tells managers of this reason: always the same for one case."""
    return uuid5(case_id, f"attention.{reason}")


def _due_reasons(case: Case) -> frozenset[str]:
    """Return why managers must know of a case. Source: steps.md, `threatens`, `severity`."""
    safety = {SAFETY} if case.severity == SAFETY else set()
    return frozenset({case.threatens} | safety) - {""}
