"""The states of a case and the ways between them."""

from enum import StrEnum

from desktop_cs.errors import UserError
from desktop_cs.i18n import N_, _


class CaseState(StrEnum):
    """Where a case stands. Source: practice.md 1, "States"."""

    DRAFT = "draft"
    OPEN = "open"
    LOGGED = "logged"
    CLOSED = "closed"
    REOPENED = "reopened"
    CANCELLED = "cancelled"


class CaseAct(StrEnum):
    """What can be done to a case as a whole."""

    OPEN = "open"
    LOG = "log"
    CLOSE = "close"
    REOPEN = "reopen"
    CANCEL = "cancel"


_WAYS: dict[CaseAct, dict[CaseState, CaseState]] = {
    CaseAct.OPEN: {CaseState.DRAFT: CaseState.OPEN},
    CaseAct.LOG: dict.fromkeys((CaseState.DRAFT, CaseState.OPEN, CaseState.REOPENED), CaseState.LOGGED),
    CaseAct.CLOSE: dict.fromkeys((CaseState.OPEN, CaseState.REOPENED, CaseState.LOGGED), CaseState.CLOSED),
    CaseAct.REOPEN: dict.fromkeys((CaseState.LOGGED, CaseState.CLOSED), CaseState.REOPENED),
    CaseAct.CANCEL: dict.fromkeys((CaseState.DRAFT, CaseState.OPEN, CaseState.REOPENED), CaseState.CANCELLED),
}
_REFUSALS = {
    CaseAct.OPEN: N_("This case was opened before."),
    CaseAct.LOG: N_("This case is logged already. Reopen it to change what was logged."),
    CaseAct.CLOSE: N_("This case cannot be closed now: it is a draft, closed or cancelled."),
    CaseAct.REOPEN: N_("Only a logged or closed case can be reopened."),
    CaseAct.CANCEL: N_("A logged or closed case cannot be cancelled; its record is kept."),
}


def may(act: CaseAct, state: CaseState) -> bool:
    """Return whether a case in this state can take this act."""
    return state in _WAYS[act]


def after(act: CaseAct, state: CaseState) -> CaseState:
    """Return the state after the act.

    Raises:
        UserError: A case in this state cannot take it.
    """
    if not may(act, state):
        raise UserError(_(_REFUSALS[act]))
    return _WAYS[act][state]


def checked_reason(act: CaseAct, reason: str) -> str:
    """Return the reason for reopening, cancelling or closing by hand, without the blanks around it.

    Raises:
        UserError: There is none.
    """
    if not reason.strip():
        asks = {
            CaseAct.REOPEN: _("Say in a few words why the case comes back."),
            CaseAct.CANCEL: _("Say in a few words why the case is cancelled."),
        }
        raise UserError(asks.get(act, _("Say in a few words why the case is closed now.")), "reason")
    return reason.strip()


def closes_by_itself(state: CaseState, open_things: int, *, resolved: bool) -> bool:
    """Return whether nothing is left to wait for: logged, no promise and no follow-up open, and accepted.

    Unresolved, a case closes only by hand with a reason.  Source: practice.md 1 (S3).
    """
    return state is CaseState.LOGGED and not open_things and resolved
