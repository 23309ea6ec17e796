"""What is due, how far promises can be trusted, what is unfinished: what the first page needs, no more."""

from datetime import datetime, timedelta
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseState, trust_percent
from desktop_cs.desk.ground import Ground
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.followups.reminders import NEXT_DAYS, Agenda, agenda
from desktop_cs.i18n import _


class DueReading:
    """Questions about what is due; nothing is changed. Imports no forms: the first page waits for it."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def agenda(self, at: datetime | None = None) -> Agenda:
        """Return what is late, due today and next, at this moment or now."""
        now = at or self._ground.clock.now()
        storage = self._ground.storage
        until = now + timedelta(days=NEXT_DAYS + 1)
        return agenda(
            self._for_me(storage.follow_ups.open_ones(until)),
            storage.promises.open_ones(until),
            now,
            self._ground.settings.hours,
        )

    def _for_me(self, follow_ups: list[FollowUp]) -> list[FollowUp]:
        """Return them without the handle-with-care cards that the person who acts has read."""
        if all(one.kind is not FollowUpKind.INTERNAL for one in follow_ups):
            return follow_ups
        unread = {one.id for one in self._ground.storage.cards.unread_by(self._ground.actor_id)}
        return [one for one in follow_ups if one.kind is not FollowUpKind.INTERNAL or one.id in unread]

    def today(self) -> tuple[datetime, datetime]:
        """Return the first moment of the shop's day and the first of the next, in UTC."""
        return self._ground.day_of(self._ground.clock.now())

    def trust(self, promise: Promise) -> float | None:
        """Return the trust of a promise in percent, as settled or as it runs down; None when renegotiated."""
        if promise.state is PromiseState.RENEGOTIATED:
            return None
        replied = promise.settled_at or self._ground.clock.now()
        return trust_percent(promise.made_at, promise.due_at, replied)

    def unfinished(self) -> list[Case]:
        """Return cases whose steps are not finished, newest first."""
        return self._ground.storage.cases.unfinished(None)

    def whose(self, follow_up: FollowUp) -> str:
        """Return who does a follow-up, in words: a name, "nobody" when they left, "" where anybody may."""
        if follow_up.staff_id is None:
            return ""
        staff = {one.id: one for one in self._ground.storage.shop.staff()}
        known = staff.get(follow_up.staff_id)
        if known is None:
            return _("nobody")
        return known.name if known.active else _("nobody ({name} left)").format(name=known.name)

    def whose_else(self, follow_up: FollowUp) -> str:
        """Return who does a follow-up as `whose` does; "" also where it is whoever acts."""
        return "" if follow_up.staff_id == self._ground.actor_id else self.whose(follow_up)

    def names(self) -> dict[UUID, str]:
        """Return the names of the staff by id."""
        return {one.id: one.name for one in self._ground.storage.shop.staff()}
