"""What changes hands with a case, and the way back."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState
from desktop_cs.cases.steps import Step, StepState
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
        case = self._ground.storage.cases.by_id(request.case_id)
        self.pass_on(case, new_owner, request.words)
        self._move_follow_ups(case, new_owner)

    def pass_on(self, case: Case, new_owner: UUID, words: str) -> None:
        """Let somebody own a case from now on; its follow-ups stay with whoever was to do them."""
        storage = self._ground.storage
        self._let_stand_what_was_given(case)
        storage.cases.update(replace(case, owner=new_owner, hands_passed=case.hands_passed + 1))
        storage.cases.add_event(CaseEvent(case.id, self._ground.clock.now(), HANDED_OVER, new_owner, words))

    def take_back(self, request: CaseRequest) -> None:
        """Let the case be owned again by whoever had it before this request was granted.

        Raises:
            UserError: It was handed on since.
        """
        storage = self._ground.storage
        case = storage.cases.by_id(request.case_id)
        earlier = self._accepted(case, request)
        is_newest = all(_answered_at(one) <= _answered_at(request) for one in earlier)
        if case.owner != request.answered_by or not is_newest:
            raise UserError(_("The case was handed on since; ask for it again instead."))
        before = earlier[-1].answered_by if earlier else case.first_helper
        storage.cases.update(replace(case, owner=before, hands_passed=max(case.hands_passed - 1, 0)))
        storage.cases.take_back_event(case.id, HANDED_OVER)
        self._move_follow_ups(case, before)

    def _let_stand_what_was_given(self, case: Case) -> None:
        """Approve what the owner gave inside their own authority: the next one need not ask for it again."""
        from desktop_cs.desk.case_reading import CaseReading  # noqa: PLC0415 (accepting is rare, Today is not)

        reading, now = CaseReading(self._ground), self._ground.clock.now()
        story = reading.story(case.id)
        spent, is_given = story.remedies.spent, story.walk.entry(Step.RESOLUTION).state is StepState.DONE
        if is_given and case.owner is not None and spent > story.approved and reading.judgement(story).within:
            self._ground.storage.cases.save_approval(case.id, spent, case.owner, now)

    def _accepted(self, case: Case, but: CaseRequest) -> list[CaseRequest]:
        """Return the other requests by which the case changed hands, in the order in which it did."""
        granted = [
            one
            for one in self._ground.storage.requests.of_case(case.id)
            if one.kind is RequestKind.HAND_OVER and one.state is RequestState.GRANTED and one.id != but.id
        ]
        return sorted(granted, key=_answered_at)

    def _move_follow_ups(self, case: Case, to: UUID | None) -> None:
        """Give the open follow-ups that the owner was to do to somebody else, the immediate one left out."""
        storage = self._ground.storage
        for one in storage.follow_ups.of_case(case.id):
            goes = one.kind is FollowUpKind.WRAP_UP and one.staff_id == case.owner
            if goes and one.state is FollowUpState.OPEN:
                storage.follow_ups.update(replace(one, staff_id=to))


def _answered_at(request: CaseRequest) -> datetime:
    return request.answered_at or request.asked_at
