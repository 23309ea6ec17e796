"""What is done with a reason: skipping a step, closing, reopening or cancelling a case."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_cs.cases.states import CaseAct
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Result
from desktop_cs.followups.followup import FollowUpState
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.asking import Asking, Question
from desktop_cs.ui.cases.case_frame import CaseFrame
from desktop_cs.ui.cases.case_talks import CaseTalks
from desktop_cs.ui.cases.case_words import skip_reasons
from desktop_cs.ui.cases.reason_panel import ReasonPanel


class CaseActs(QObject):
    """Asks for a reason above the form, never in a dialog, and acts on it.

    Signals:
        acted: The case is no longer as it was.
    """

    acted = Signal()

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._frame: CaseFrame | None = None
        self._asking = Asking(actions, parent)
        self._asking.acted.connect(self.acted)
        self._talks = CaseTalks(actions, self._asking, parent)
        self._current: Callable[[], tuple[Story | None, Step | None]] = lambda: (None, None)

    def connect_to(self, frame: CaseFrame, current: Callable[[], tuple[Story | None, Step | None]]) -> None:
        """Work for this frame; `current` tells the story and step on the screen."""
        self._frame, self._current = frame, current
        self._asking.connect_to(frame)
        self._talks.connect_to(frame, lambda: current()[0])
        frame.header.act_wanted.connect(self.ask)
        frame.bar.skip_wanted.connect(self.ask_skip)

    def ask(self, act: CaseAct) -> None:
        """Ask why the case is closed, reopened or cancelled."""
        story, _step = self._current()
        if story is None:
            return
        casework = self._actions.desk.casework
        number, case = story.case.number, story.case
        asked = {
            CaseAct.CLOSE: (
                _closing_question(story),
                _("Close the case"),
                lambda reason: casework.close(case, reason),
                _("Case {number} is closed."),
            ),
            CaseAct.REOPEN: (
                _("Why does the case come back?"),
                _("Reopen the case"),
                lambda reason: casework.reopen(case, reason),
                _("Case {number} is open again."),
            ),
            CaseAct.CANCEL: (
                _("Why is the case cancelled? It will be counted nowhere."),
                _("Cancel the case"),
                lambda reason: casework.cancel(case, reason),
                _("Case {number} is cancelled."),
            ),
        }
        question, words, do, told = asked[act]
        self._show(ReasonPanel(question, words), do, told.format(number=number))

    def ask_skip(self) -> None:
        """Ask why this step is skipped."""
        story, step = self._current()
        if story is None or step is None or self._frame is None or not self._frame.pane.autosave.flush():
            return
        story = self._current()[0] or story
        steps = self._actions.desk.casework.steps
        panel = ReasonPanel(_("Why is this step skipped?"), _("Skip this step"), skip_reasons())
        self._show(
            panel,
            lambda reason: steps.skip_step(story, step, reason),
            _("The step is skipped."),
            lambda: steps.take_up_again(story, step),
        )

    def pass_complete(self, story: Story) -> Story:
        """Mark as done what has all its answers, in whatever order it was walked; return the story then."""
        steps = self._actions.desk.casework.steps
        for step in story.walk.unpassed():
            answered = step is not Step.LOGGING and bool(story.answers(step))
            if not answered or not story.case.is_being_worked_on or steps.step_problems(story, step):
                continue
            done = self._actions.run(partial(steps.finish_step, story, step), self.parent())
            story = story.after(done) if done is not None else story
        return story

    def put_away(self) -> None:
        """Take the question off the screen."""
        self._asking.put_away()

    def _show(
        self,
        panel: ReasonPanel,
        act: Callable[[str], Result[Any]],
        told: str,
        back: Callable[[], Result[Any]] | None = None,
    ) -> None:
        way_back = None if back is None else lambda _done: back()
        self._asking.ask(Question(panel, act, lambda _done: told, way_back))


def _closing_question(story: Story) -> str:
    """Return why a case is closed by hand; a call that is owed is no part of what is let go."""
    owed = any(one.as_call and one.state is FollowUpState.OPEN for one in story.follow_ups)
    if owed:
        return _("Why is the case closed now? What is still open is let go with it; the call stays due.")
    return _("Why is the case closed now? What is still open is let go with it.")
