"""The words for what colleagues ask of each other about a case. Knows no Qt."""

from desktop_cs.cases.requests import CaseRequest, RequestKind
from desktop_cs.i18n import N_, _

_ASKED = {
    RequestKind.HAND_OVER: N_("{name} asks you to take this case over."),
    RequestKind.HELP: N_("{name} asks for help with this case."),
    RequestKind.ATTENTION: N_("{name} asks a manager to look at this case."),
    RequestKind.APPROVAL: N_("{name} asks for an approval."),
}
_GRANTS = {
    RequestKind.HAND_OVER: N_("I take it over"),
    RequestKind.HELP: N_("I come"),
    RequestKind.ATTENTION: N_("I know of it"),
    RequestKind.APPROVAL: N_("Approve"),
}


def grant_words(kind: RequestKind) -> str:
    """Return the words that say yes to what somebody asks."""
    return _(_GRANTS[kind])


def asked_words(request: CaseRequest, name: str) -> str:
    """Return what somebody asks, with their own words behind it."""
    asked = _(_ASKED[request.kind]).format(name=name or _("Somebody"))
    return _("{asked} “{words}”").format(asked=asked, words=request.words) if request.words else asked
