"""What is asked about follow-ups and promises: what is due, what is missing, how far to trust."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseState, trust_percent
from desktop_cs.desk.derived import AS_TYPED
from desktop_cs.desk.ground import Ground
from desktop_cs.followups.followup import FollowUp
from desktop_cs.followups.reminders import NEXT_DAYS, Agenda, agenda
from desktop_cs.forms import answers as form_answers
from desktop_cs.forms.definition import words_in
from desktop_cs.forms.field_types import FIELD_TYPES
from desktop_cs.i18n import _, language_in_use

FORM = "followup"


class FollowUpReading:
    """Questions about follow-ups and promises; nothing is changed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def agenda(self, at: datetime | None = None) -> Agenda:
        """Return what is late, due today and next, at this moment or now."""
        now = at or self._ground.clock.now()
        storage = self._ground.storage
        until = now + timedelta(days=NEXT_DAYS + 1)
        return agenda(
            storage.follow_ups.open_ones(until),
            storage.promises.open_ones(until),
            now,
            self._ground.settings.hours,
        )

    def today(self) -> tuple[datetime, datetime]:
        """Return the first moment of the shop's day and the first of the next, in UTC."""
        return self._ground.day_of(self._ground.clock.now())

    def problems(self, typed: Mapping[str, str]) -> dict[str, str]:
        """Return what keeps a follow-up from being done with these answers, a sentence by field id."""
        form = self._ground.forms[FORM]
        checked = form_answers.check(form, typed, self._ground.context())
        found = {
            field.id: _("“{question}” is still needed.").format(
                question=words_in(field.label, language_in_use())
            )
            for field in form_answers.missing(form, checked.stored)
        }
        return found | checked.problems

    def draft(self, follow_up: FollowUp) -> dict[str, str]:
        """Return what was kept by `keep_draft`, as it was typed."""
        context, known = self._ground.context(), dict(follow_up.answers)
        unread: dict[str, str] = json.loads(known.pop(AS_TYPED, "{}"))
        fields = [field for field in self._ground.forms[FORM].fields() if known.get(field.id)]
        return {
            field.id: FIELD_TYPES[field.type].as_typed(field, known[field.id], context) for field in fields
        } | unread

    def trust(self, promise: Promise) -> float | None:
        """Return the trust of a promise in percent, as settled or as it runs down; None when renegotiated."""
        if promise.state is PromiseState.RENEGOTIATED:
            return None
        replied = promise.settled_at or self._ground.clock.now()
        return trust_percent(promise.made_at, promise.due_at, replied)

    def unfinished(self) -> list[Case]:
        """Return cases whose steps are not finished, newest first."""
        return self._ground.storage.cases.unfinished(None)

    def names(self) -> dict[UUID, str]:
        """Return the names of the staff by id."""
        return {one.id: one.name for one in self._ground.storage.shop.staff()}
