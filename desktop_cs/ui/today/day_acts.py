"""What is done from the lists of a day: a colleague is answered, a word noted, a case closed, a card read."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_cs.cases.case import Case
from desktop_cs.cases.requests import CaseRequest, RequestKind
from desktop_cs.cases.silence import Silence
from desktop_cs.desk.card_work import CareCard
from desktop_cs.desk.changes import Result
from desktop_cs.desk.manager_calls import ManagerCall
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.staff import Staff
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.request_words import asked_words
from desktop_cs.ui.today.day_words import Entry

if TYPE_CHECKING:
    from desktop_cs.ui.cases.act_panel import ActPanel
    from desktop_cs.ui.cases.talk_panels import Answer


class DayActs(QObject):
    """Does what is chosen in the lists, each with a way back where there is one.

    Args:
        actions: Through which it is done.
        parent: The page.

    Signals:
        panel_wanted: Something is to be asked first; the panel, and the `Entry` of its row or None.
        settled: It is done; the panel may go.
        case_wanted: It is done in the case; its id.
        letter_wanted: The letter of a case is wanted; the id of the case.
    """

    panel_wanted = Signal(object, object)
    settled = Signal()
    case_wanted = Signal(object)
    letter_wanted = Signal(object)

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._desk = actions.desk

    def act(self, entry: Entry) -> None:
        """Do what the button of a row says."""
        if isinstance(entry.subject, Silence):
            self._ask_what_was_told(entry, entry.subject)
        elif isinstance(entry.subject, CareCard):
            self._read(entry.subject)
        elif isinstance(entry.subject, Case):
            self._ask_reopening(entry, entry.subject)
        elif entry.key[0] == "letter":
            self.letter_wanted.emit(entry.case_id)
        else:
            self.case_wanted.emit(entry.case_id)

    def ask_closing(self, entry: Entry) -> None:
        """Ask why a case is closed though its customer is not at peace."""
        if isinstance(entry.subject, Case):
            case, casework = entry.subject, self._desk.casework
            told = _("Case {number} is closed.").format(number=case.number)
            panel = self._ask_reason(entry, _("Why is the case closed now?"), _("Close the case"))
            panel.given.connect(lambda why: self._do(panel, lambda: casework.close(case, why), told))

    def grant(self, request: CaseRequest) -> None:
        """Say yes at once."""
        self._answer(None, request, granted=True, words="")

    def ask_answer(self, request: CaseRequest, name: str) -> None:
        """Ask for yes or no with a word.

        Args:
            request: What is to be answered.
            name: Who asks.
        """
        from desktop_cs.ui.cases.talk_panels import AnswerPanel  # noqa: PLC0415 (the page does not wait for it)

        panel = AnswerPanel(request.kind, asked_words(request, name))

        def given(answer: "Answer") -> None:
            self._answer(panel, request, granted=answer.granted, words=answer.words)

        panel.given.connect(given)
        self.panel_wanted.emit(panel, None)

    def call_manager(self) -> None:
        """Call a manager to the counter."""
        self._actions.run(self._desk.calls.call)

    def note_arrival(self, call: ManagerCall, manager: Staff) -> None:
        """Note that a manager is there."""
        calls = self._desk.calls
        told = _("{name} is at the counter.").format(name=manager.name)
        self._do(None, lambda: calls.arrived(call, manager), told, lambda _done: calls.undo(call))

    def withdraw_call(self, call: ManagerCall) -> None:
        """Note that nobody needs to come any more."""
        calls = self._desk.calls
        told = _("The call for a manager is taken back.")
        self._do(None, lambda: calls.withdraw(call), told, lambda _done: calls.undo(call))

    def _ask_what_was_told(self, entry: Entry, silence: Silence) -> None:
        from desktop_cs.ui.cases.talk_panels import WordsPanel  # noqa: PLC0415 (the page does not wait for it)
        from desktop_cs.ui.wording.checks import check_for  # noqa: PLC0415 (as above)

        work = self._desk.follow_ups
        panel = WordsPanel(_("What did you tell them?"), _("They know it now"))
        languages = dict.fromkeys((silence.case.language_of_letters, language_in_use()))
        panel.mark(check_for(self._actions, languages))
        told = _("Told: {who}").format(who=entry.who)
        panel.given.connect(
            lambda words: self._do(
                panel, lambda: work.tell_customer(silence.case, words), told, work.undo_told
            )
        )
        self.panel_wanted.emit(panel, entry)

    def _ask_reopening(self, entry: Entry, case: Case) -> None:
        """Ask why a case is taken up again; then it goes on in the case."""
        casework, told = self._desk.casework, _("Case {number} is open again.").format(number=case.number)
        panel = self._ask_reason(entry, _("Why does the case come back?"), _("Reopen the case"))

        def given(why: str) -> None:
            if self._do(panel, lambda: casework.reopen(case, why), told):
                self.case_wanted.emit(case.id)

        panel.given.connect(given)

    def _ask_reason(self, entry: Entry, question: str, act: str) -> "ActPanel":
        from desktop_cs.ui.cases.reason_panel import ReasonPanel  # noqa: PLC0415 (the page does not wait for it)

        panel = ReasonPanel(question, act)
        self.panel_wanted.emit(panel, entry)
        return panel

    def _read(self, card: CareCard) -> None:
        cards = self._desk.cards
        told = _("Read: {who}").format(who=card.follow_up.who)
        self._do(None, lambda: cards.read(card), told, lambda _done: cards.unread(card))

    def _answer(self, panel: "ActPanel | None", request: CaseRequest, *, granted: bool, words: str) -> None:
        requests = self._desk.requests
        is_final = granted and request.kind is RequestKind.APPROVAL
        self._do(
            panel,
            lambda: requests.answer(request, granted, words),
            _answered(request, granted=granted),
            None if is_final else lambda _done: requests.undo(request),
        )

    def _do(
        self,
        panel: "ActPanel | None",
        act: Callable[[], Result[Any]],
        told: str,
        back: Callable[[Any], Result[Any]] | None = None,
    ) -> bool:
        """Do it, say so with the way back and return whether it was done.

        A refusal is shown in the panel where there is one.
        """
        if panel is None:
            done = self._actions.run(act)
            if done is None:
                return False
        else:
            done = self._actions.attempt(act)
            if isinstance(done, UserError):
                panel.show_problem(str(done))
                return False
        self.settled.emit()
        self._actions.say_done(told, None if back is None else lambda: back(done))
        return True


def _answered(request: CaseRequest, *, granted: bool) -> str:
    if not granted:
        return _("You said that you cannot.")
    if request.kind is RequestKind.APPROVAL:
        return _("Approved: {who}").format(who=request.who)
    is_handed = request.kind is RequestKind.HAND_OVER
    return _("The case is with you now.") if is_handed else _("You said that you will.")
