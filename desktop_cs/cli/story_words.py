"""The words for what follows from a case: how far promises, follow-ups and requests are."""

from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.requests import RequestKind, RequestState
from desktop_cs.followups.followup import FollowUpState
from desktop_cs.i18n import N_, _

LATE = "late"  # an open promise whose time has passed; kept nowhere
_STATES: dict[str, str] = {
    PromiseState.OPEN: N_("open"),
    LATE: N_("late"),
    PromiseState.KEPT: N_("kept"),
    PromiseState.BROKEN: N_("broken"),
    PromiseState.RENEGOTIATED: N_("renegotiated"),
    FollowUpState.DONE: N_("done"),
    FollowUpState.DROPPED: N_("dropped"),
    RequestState.WAITING: N_("waiting"),
    RequestState.GRANTED: N_("granted"),
    RequestState.DECLINED: N_("declined"),
    RequestState.WITHDRAWN: N_("withdrawn"),
}
_REQUESTS = {
    RequestKind.APPROVAL: N_("to approve something"),
    RequestKind.HAND_OVER: N_("to take the case over"),
    RequestKind.HELP: N_("to help"),
    RequestKind.ATTENTION: N_("to look at the case"),
}


def how_far(state: str) -> str:
    """Return the word for how far a promise, a follow-up or a request is."""
    return _(_STATES[state])


def request_words(kind: RequestKind) -> str:
    """Return what is asked for."""
    return _(_REQUESTS[kind])
