"""What can be done with a case as a whole, from the menu in its header."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_cs.cases.case import Case
from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState
from desktop_cs.cases.states import CaseAct, CaseState, may
from desktop_cs.i18n import _

HELP_KEY = "F8"


class CaseTalk(StrEnum):
    """What is said to customers and colleagues about a case."""

    TELL = "tell"
    CALL_BACK = "call_back"
    HELP = "help"
    HAND_OVER = "hand_over"
    MANAGER = "manager"
    TAKE_BACK = "take_back"
    ANSWER = "answer"


class CaseMenu(QMenu):
    """Tell, call back, print, ask, hand over; change, close, reopen, cancel.

    Signals:
        act_wanted: The case is to be closed, reopened or cancelled; the `CaseAct`.
        talk_wanted: Somebody is to be told or asked something; the `CaseTalk`.
        change_wanted: The header itself is to be changed.
        slip_wanted: The progress slip is to be printed.
    """

    act_wanted = Signal(object)
    talk_wanted = Signal(object)
    change_wanted = Signal()
    slip_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def fill(self, case: Case, mine: Sequence[CaseRequest], waiting: Sequence[CaseRequest]) -> None:
        """Offer what fits a case.

        Args:
            case: The case.
            mine: What whoever acts has asked about it and may take back.
            waiting: What whoever acts may answer.
        """
        self.clear()
        if waiting:
            self._offer_talk(_("Answer a request …"), CaseTalk.ANSWER)
            self.addSeparator()
        if case.state is not CaseState.CANCELLED:
            self._offer_telling(case)
        if case.state not in (CaseState.CLOSED, CaseState.CANCELLED):
            self._offer_asking(mine)
        if case.is_being_worked_on:
            self._offer(_("Change name, line or mood …"), self.change_wanted.emit)
        for act, words in (
            (CaseAct.CLOSE, _("Close with a reason …")),
            (CaseAct.REOPEN, _("Reopen …")),
            (CaseAct.CANCEL, _("Cancel, taken by mistake …")),
        ):
            if may(act, case.state):
                self._offer(words, partial(self.act_wanted.emit, act))

    def _offer_telling(self, case: Case) -> None:
        """Offer what keeps the customer informed."""
        self._offer_talk(_("Tell them something …"), CaseTalk.TELL)
        if case.customer_id is not None or case.who:
            self._offer_talk(_("Call them back when they say …"), CaseTalk.CALL_BACK)
        self._offer(_("Progress slip …"), self.slip_wanted.emit)
        self.addSeparator()

    def _offer_asking(self, mine: Sequence[CaseRequest]) -> None:
        """Offer whom to ask, or to take back what was asked."""
        self._offer_talk(_("Ask a colleague to help") + f"\t{HELP_KEY}", CaseTalk.HELP)
        if any(one.kind is RequestKind.HAND_OVER for one in mine):
            self._offer_talk(_("Take back the hand-over"), CaseTalk.TAKE_BACK)
        else:
            self._offer_talk(_("Hand over …"), CaseTalk.HAND_OVER)
        self._offer_talk(_("Call a manager …"), CaseTalk.MANAGER)
        self.addSeparator()

    def _offer_talk(self, words: str, talk: CaseTalk) -> None:
        self._offer(words, partial(self.talk_wanted.emit, talk))

    def _offer(self, words: str, act: Callable[[], None]) -> None:
        action = QAction(words, self)
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)


def waiting_of(requests: Sequence[CaseRequest]) -> list[CaseRequest]:
    """Return the requests that nobody has answered yet."""
    return [one for one in requests if one.state is RequestState.WAITING]
