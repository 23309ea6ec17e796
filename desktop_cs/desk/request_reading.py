"""What is asked about requests: who may answer them, and who can be asked."""

from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.cases.requests import CaseRequest
from desktop_cs.desk.ground import Ground
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Staff


class RequestReading:
    """Questions about requests; nothing is changed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def waiting(self) -> list[CaseRequest]:
        """Return the requests that whoever acts may answer, oldest first."""
        waiting = self._ground.storage.requests.waiting()
        gone = self._gone() if any(one.asked_of for one in waiting) else frozenset()
        return [one for one in waiting if self._may_answer(one, gone)]

    def mine(self) -> list[CaseRequest]:
        """Return what whoever acts has asked and nobody has answered yet, oldest first."""
        actor = self._ground.actor_id
        return [one for one in self._ground.storage.requests.waiting() if actor and one.asked_by == actor]

    def of_case(self, case_id: UUID) -> list[CaseRequest]:
        """Return all requests about a case, oldest first."""
        return self._ground.storage.requests.of_case(case_id)

    def colleagues(self, case: Case) -> list[Staff]:
        """Return who can be asked to take a case over, by name: everybody who works here but its owner."""
        staff = [one for one in self._ground.storage.shop.staff() if one.active and one.id != case.owner]
        return sorted(staff, key=lambda one: one.name.casefold())

    def _may_answer(self, request: CaseRequest, gone: frozenset[UUID]) -> bool:
        actor = self._ground.actor
        if actor is None:
            return False
        if request.asked_of in gone:  # whoever was asked has left since
            return actor.is_manager
        return request.is_for(actor.id, manager=actor.is_manager)

    def _refusal(self, request: CaseRequest) -> str:
        if self._ground.actor is None:
            return _("Tap your name first, so that it is clear who answers.")
        if request.asked_of is not None and request.asked_of not in self._gone():
            return _("Somebody else was asked; only they can answer.")
        return _("A manager has to answer this.")

    def _gone(self) -> frozenset[UUID]:
        """Return the people who do not work here any more."""
        return frozenset(one.id for one in self._ground.storage.shop.staff() if not one.active)
