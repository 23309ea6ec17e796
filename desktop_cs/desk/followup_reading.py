"""What is asked about follow-ups and promises: what is missing, what was typed before."""

import json
from collections.abc import Mapping
from datetime import datetime

from desktop_cs.cases.case import CaseEvent
from desktop_cs.desk.derived import AS_TYPED
from desktop_cs.desk.due_reading import DueReading
from desktop_cs.followups.followup import FollowUp
from desktop_cs.followups.tries import DAYS_TO_TRY, may_rest, next_try, tries_of
from desktop_cs.forms import answers as form_answers
from desktop_cs.forms.definition import words_in
from desktop_cs.forms.field_types import FIELD_TYPES
from desktop_cs.i18n import _, language_in_use

FORM = "followup"


class FollowUpReading(DueReading):
    """Questions about follow-ups and promises; nothing is changed."""

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

    def needs_new_try(self, follow_up: FollowUp, typed: Mapping[str, str]) -> bool:
        """Return whether a follow-up with these answers is not done yet: they have to be tried again.

        Whom nobody reached is tried again, and so is whoever accepted reluctantly until somebody spoke with
        them; after tries on three days it may rest.
        """
        if may_rest(follow_up, typed.get("reached", "")):
            return False
        wall, now = self._ground.settings.hours.wall, self._ground.clock.now()
        days = {wall(one.at).date() for one in self.tries(follow_up)} | {wall(now).date()}
        return len(days) < DAYS_TO_TRY

    def tries(self, follow_up: FollowUp) -> list[CaseEvent]:
        """Return when somebody tried in vain to reach a customer for this follow-up, oldest first."""
        events = self._ground.storage.cases.events(follow_up.case_id)
        return [one for one in events if one.what in tries_of(follow_up.kind)]

    def next_try(self) -> datetime:
        """Return when to try again to reach somebody who was not reached now, in UTC."""
        return next_try(self._ground.clock.now(), self._ground.settings.hours)

    def draft(self, follow_up: FollowUp) -> dict[str, str]:
        """Return what was kept by `keep_draft`, as it was typed."""
        context, known = self._ground.context(), dict(follow_up.answers)
        unread: dict[str, str] = json.loads(known.pop(AS_TYPED, "{}"))
        fields = [field for field in self._ground.forms[FORM].fields() if known.get(field.id)]
        return {
            field.id: FIELD_TYPES[field.type].as_typed(field, known[field.id], context) for field in fields
        } | unread
