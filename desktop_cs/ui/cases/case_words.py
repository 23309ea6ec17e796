"""The words for what a case is, with what is to be done in its follow-ups."""

from desktop_cs.cases.words import (
    event_words,
    mood_words,
    moods,
    reporters,
    skip_reasons,
    skip_words,
    state_words,
    threats,
    ways_of_reaching,
)
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.i18n import _

__all__ = [
    "event_words",
    "follow_up_words",
    "mood_words",
    "moods",
    "reporters",
    "skip_reasons",
    "skip_words",
    "state_words",
    "threats",
    "ways_of_reaching",
]


def follow_up_words(follow_up: FollowUp) -> str:
    """Return what is to be done in a follow-up."""
    if follow_up.kind is FollowUpKind.IMMEDIATE:
        return _("Ask whether all is well now")
    if follow_up.kind is FollowUpKind.INTERNAL:
        return _("Handle with care")
    return _("Call to wrap up") if follow_up.as_call else _("Wrap up: a note or a call")
