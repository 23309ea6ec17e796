"""What is asked about follow-ups and promises: what is missing, what was typed before."""

import json
from collections.abc import Mapping

from desktop_cs.desk.derived import AS_TYPED
from desktop_cs.desk.due_reading import DueReading
from desktop_cs.followups.followup import FollowUp
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

    def draft(self, follow_up: FollowUp) -> dict[str, str]:
        """Return what was kept by `keep_draft`, as it was typed."""
        context, known = self._ground.context(), dict(follow_up.answers)
        unread: dict[str, str] = json.loads(known.pop(AS_TYPED, "{}"))
        fields = [field for field in self._ground.forms[FORM].fields() if known.get(field.id)]
        return {
            field.id: FIELD_TYPES[field.type].as_typed(field, known[field.id], context) for field in fields
        } | unread
