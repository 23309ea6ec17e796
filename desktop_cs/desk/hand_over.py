"""What changes hands with a case, and the way back."""

from dataclasses import replace
from uuid import UUID

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState
from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.followups.followup import FollowUpKind, FollowUpState
from desktop_cs.i18n import _

HANDED_OVER = "handed_over"


class HandOver:
    """Gives cases another owner; always part of a transaction under way.

    The first helper stays who they are and keeps the immediate follow-up, since the customer wants their ally
    back; the other open follow-ups of the owner go to the new one. Source: practice.md 2 (S7) and 5.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def give(self, request: CaseRequest, new_owner: UUID) -> None:
        """Let somebody own the case of this request from now on."""
        storage = self._ground.storage
        case = storage.cases.by_id(request.case_id)
        after = replace(case, owner=new_owner, hands_passed=case.hands_passed + 1)
        storage.cases.update(after)
        storage.cases.add_event(
            CaseEvent(case.id, self._ground.clock.now(), HANDED_OVER, new_owner, request.words)
        )
        self._move_follow_ups(case, new_owner)

    def take_back(self, request: CaseRequest) -> None:
        """Let the case be owned again by whoever had it before this request was granted.

        Raises:
            UserError: It was handed on since.
        """
        storage = self._ground.storage
        case = storage.cases.by_id(request.case_id)
        if case.owner != request.answered_by:
            raise UserError(_("The case was handed on since; ask for it again instead."))
        before = self._owner_before(case, request)
        storage.cases.update(replace(case, owner=before, hands_passed=max(case.hands_passed - 1, 0)))
        storage.cases.take_back_event(case.id, HANDED_OVER)
        self._move_follow_ups(case, before)

    def _owner_before(self, case: Case, request: CaseRequest) -> UUID | None:
        """Return who accepted the case before; the first helper where nobody did."""
        granted = [
            one
            for one in self._ground.storage.requests.of_case(case.id)
            if one.kind is RequestKind.HAND_OVER
            and one.state is RequestState.GRANTED
            and one.id != request.id
            and one.answered_at is not None
        ]
        newest = max(granted, key=lambda one: one.answered_at or one.asked_at, default=None)
        return newest.answered_by if newest else case.first_helper

    def _move_follow_ups(self, case: Case, to: UUID | None) -> None:
        """Give the open follow-ups that the owner was to do to somebody else, the immediate one left out."""
        storage = self._ground.storage
        for one in storage.follow_ups.of_case(case.id):
            goes = one.kind is FollowUpKind.WRAP_UP and one.staff_id == case.owner
            if goes and one.state is FollowUpState.OPEN:
                storage.follow_ups.update(replace(one, staff_id=to))
