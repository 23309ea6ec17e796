"""Somebody leaves the shop: what they have open goes to somebody else, and nothing of the records changes."""

from dataclasses import dataclass, replace
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.desk.changes import EVERYTHING, Result
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.hand_over import HANDED_OVER, HandOver
from desktop_cs.desk.shop_work import ShopWork
from desktop_cs.errors import UserError
from desktop_cs.followups.followup import FollowUp
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Staff


@dataclass(frozen=True, slots=True)
class OpenWork:
    """What somebody has open: their cases that are not over, and the follow-ups that they were to do."""

    cases: tuple[UUID, ...] = ()
    follow_ups: tuple[UUID, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing waits for this person."""
        return not (self.cases or self.follow_ups)


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody who has left, as they were before, with what went to `to`: what the way back needs."""

    before: Staff
    to: UUID | None = None
    cases: tuple[Case, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


class LeavingWork:
    """Lets people leave, and come back at once."""

    def __init__(self, ground: Ground, shop: ShopWork) -> None:
        self._ground = ground
        self._shop = shop

    def open_work(self, staff_id: UUID) -> OpenWork:
        """Return what somebody has open."""
        people = self._ground.storage.people
        return OpenWork(tuple(people.open_cases(staff_id)), tuple(people.open_follow_ups(staff_id)))

    def leave(self, staff: Staff, to: UUID | None) -> Result[Leaving]:
        """Let somebody leave; who takes over owns their cases from then on, in one transaction.

        Raises:
            UserError: Nobody would be the manager any more, or somebody who works here has to take over.
        """
        storage, work = self._ground.storage, self.open_work(staff.id)
        heirs = {one.id for one in self._shop.staff()} - {staff.id}
        if not work.is_empty and to not in heirs:
            told = _("Choose who takes over the open cases and follow-ups of {name}.")
            raise UserError(told.format(name=staff.name), "to")
        with storage.transaction(self._ground.actor_id):
            cases = tuple(storage.cases.by_id(key) for key in work.cases)
            follow_ups = tuple(storage.follow_ups.get(key) for key in work.follow_ups)
            if to is not None:
                self._hand_on(cases, follow_ups, to)
            self._shop.save_staff(replace(staff, active=False))
            storage.people.note("staff.left", staff.id)
        return Result(Leaving(staff, to, cases, follow_ups), EVERYTHING)

    def undo(self, leaving: Leaving) -> Result[Staff]:
        """Let somebody be here again, with what is still where it went."""
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            self._shop.save_staff(leaving.before)
            for case in leaving.cases:
                now = storage.cases.by_id(case.id)
                if now.owner == leaving.to:
                    storage.cases.update(replace(now, owner=case.owner, hands_passed=case.hands_passed))
                    storage.cases.take_back_event(case.id, HANDED_OVER)
            for one in leaving.follow_ups:
                kept = storage.follow_ups.get(one.id)
                if kept.staff_id == leaving.to:
                    storage.follow_ups.update(replace(kept, staff_id=one.staff_id))
        return Result(leaving.before, EVERYTHING)

    def _hand_on(self, cases: tuple[Case, ...], follow_ups: tuple[FollowUp, ...], to: UUID) -> None:
        hands = HandOver(self._ground)
        for case in cases:
            hands.pass_on(case, to, "")
        for one in follow_ups:
            self._ground.storage.follow_ups.update(replace(one, staff_id=to))
