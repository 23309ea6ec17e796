"""The words for what is to be done in a follow-up."""

from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.i18n import _


def follow_up_words(follow_up: FollowUp) -> str:
    """Return what is to be done in a follow-up."""
    if follow_up.kind is FollowUpKind.IMMEDIATE:
        return _("Ask whether all is well now")
    if follow_up.kind is FollowUpKind.INTERNAL:
        return _("Handle with care")
    return _("Call to wrap up") if follow_up.as_call else _("Wrap up: a note or a call")
