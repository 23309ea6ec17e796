"""What is said about a case: to the customer how it stands, to a colleague come, to another take it over."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from desktop_cs import shown
from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Result
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.act_panel import ActPanel
from desktop_cs.ui.cases.asking import Asking, Question
from desktop_cs.ui.cases.case_frame import CaseFrame
from desktop_cs.ui.cases.case_menu import HELP_KEY, CaseTalk
from desktop_cs.ui.cases.request_words import asked_words
from desktop_cs.ui.cases.span_words import open_span_words

if TYPE_CHECKING:
    from desktop_cs.ui.cases.talk_panels import Answer, Named


class CaseTalks(QObject):
    """Asks above the form what is to be said and to whom, and keeps it.

    Args:
        actions: Through which it is done.
        asking: Shows the questions.
        parent: The page.
    """

    def __init__(self, actions: Actions, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._asking = asking
        self._story: Callable[[], Story | None] = lambda: None
        self._ways: dict[CaseTalk, Callable[[Story], None]] = {
            CaseTalk.TELL: self._tell,
            CaseTalk.CALL_BACK: self._call_back,
            CaseTalk.HELP: self._help,
            CaseTalk.HAND_OVER: self._hand_over,
            CaseTalk.MANAGER: self._call_manager,
            CaseTalk.TAKE_BACK: self._take_back,
            CaseTalk.ANSWER: self._answer,
        }

    def connect_to(self, frame: CaseFrame, story: Callable[[], Story | None]) -> None:
        """Work for this frame; `story` tells the case on the screen."""
        self._story = story
        frame.header.talk_wanted.connect(self.begin)
        key = QShortcut(QKeySequence(HELP_KEY), frame)
        key.activated.connect(lambda: self.begin(CaseTalk.HELP))

    def begin(self, talk: CaseTalk) -> None:
        """Ask what it takes to say this about the case on the screen."""
        story = self._story()
        if story is not None:
            self._ways[talk](story)

    def _tell(self, story: Story) -> None:
        from desktop_cs.ui.cases.talk_panels import WordsPanel  # noqa: PLC0415 (a case must not wait for it)
        from desktop_cs.ui.wording.checks import check_for  # noqa: PLC0415 (as above)

        work = self._actions.desk.follow_ups
        panel = WordsPanel(_("What did you tell them?"), _("They know it now"), self._heard(story))
        languages = dict.fromkeys((story.case.language_of_letters, language_in_use()))
        panel.mark(check_for(self._actions, languages, story.customer))
        self._ask(
            panel,
            lambda words: work.tell_customer(story.case, words),
            lambda _event: _("Told: {who}").format(who=_who(story)),
            work.undo_told,
        )

    def _call_back(self, story: Story) -> None:
        from desktop_cs.ui.cases.callback import callback_question  # noqa: PLC0415 (as above)

        self._asking.ask(callback_question(self._actions.desk, story.case))

    def _help(self, story: Story) -> None:
        """Ask for help at once: one key, no question."""
        requests = self._actions.desk.requests
        asked = self._actions.run(lambda: requests.ask_help(story.case))
        if asked is not None:
            self._actions.say_done(
                _("Help is asked for. Whoever comes says so."), partial(requests.withdraw, asked)
            )

    def _hand_over(self, story: Story) -> None:
        from desktop_cs.ui.cases.talk_panels import HandOverPanel  # noqa: PLC0415 (as above)

        desk = self._actions.desk
        people = {one.id: one for one in desk.requests.colleagues(story.case)}
        myself = desk.actor_id
        named = [(key, one.name) for key, one in people.items() if key != myself]
        if myself in people:
            named.insert(0, (people[myself].id, _("I take it over myself")))

        def asked(answer: "Named") -> Result[CaseRequest]:
            return desk.requests.ask_hand_over(story.case, people[answer.staff_id], answer.words)

        def told(request: CaseRequest) -> str:
            if request.state is RequestState.GRANTED:
                return _("The case is with you now.")
            name = story.names.get(request.asked_of, "") if request.asked_of else ""
            return _("{name} is asked. The case stays where it is until they accept.").format(name=name)

        def back(request: CaseRequest) -> Result[CaseRequest]:
            if request.state is RequestState.GRANTED:
                return desk.requests.undo(replace(request, state=RequestState.WITHDRAWN))
            return desk.requests.withdraw(request)

        self._ask(HandOverPanel(named), asked, told, back)

    def _call_manager(self, story: Story) -> None:
        from desktop_cs.ui.cases.talk_panels import WordsPanel  # noqa: PLC0415 (as above)

        requests = self._actions.desk.requests
        panel = WordsPanel(_("What should the manager know?"), _("Call a manager"))
        self._ask(
            panel,
            lambda words: requests.tell_manager(story.case, words),
            lambda _request: _("The managers are called."),
            requests.withdraw,
        )

    def _take_back(self, story: Story) -> None:
        """Take back that somebody was asked to take the case over."""
        requests = self._actions.desk.requests
        for request in requests.mine():
            if request.case_id == story.case.id and request.kind is RequestKind.HAND_OVER:
                taken = self._actions.run(partial(requests.withdraw, request))
                if taken is not None:
                    self._actions.say_done(
                        _("Nobody is asked to take it over any more."), partial(requests.undo, request)
                    )

    def _answer(self, story: Story) -> None:
        """Answer the oldest request about this case."""
        from desktop_cs.ui.cases.talk_panels import AnswerPanel  # noqa: PLC0415 (as above)

        requests = self._actions.desk.requests
        request = next((one for one in requests.waiting() if one.case_id == story.case.id), None)
        if request is None:
            return

        def answered(answer: "Answer") -> Result[CaseRequest]:
            return requests.answer(request, answer.granted, answer.words)

        def told(done: CaseRequest) -> str:
            if done.state is RequestState.DECLINED:
                return _("You said that you cannot.")
            is_handed = done.kind is RequestKind.HAND_OVER
            return _("The case is with you now.") if is_handed else _("You said that you will.")

        name = story.names.get(request.asked_by, "") if request.asked_by else ""
        panel = AnswerPanel(request.kind, asked_words(request, name))
        self._ask(panel, answered, told, lambda _done: requests.undo(request))

    def _ask(
        self,
        panel: ActPanel,
        act: Callable[[Any], Result[Any]],
        told: Callable[[Any], str],
        back: Callable[[Any], Result[Any]],
    ) -> None:
        self._asking.ask(Question(panel, act, told, back, stays=True))

    def _heard(self, story: Story) -> str:
        """Return when the customer last heard from us, and how much opening time ago."""
        desk = self._actions.desk
        heard, now, hours = desk.follow_ups.heard_at(story), desk.clock.now(), desk.settings.hours
        minutes = hours.working_minutes(heard, now)
        if not minutes:
            return _("They heard from us just now.")
        when = shown.near_moment(hours.wall(heard), hours.wall(now), language_in_use())
        told = _("They last heard from us: {when}, {span} of opening time ago. An honest word counts.")
        return told.format(when=when, span=open_span_words(minutes))


def _who(story: Story) -> str:
    return story.case.who or _("Nobody by name")
