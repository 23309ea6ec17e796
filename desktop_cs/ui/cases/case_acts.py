"""What is done with a reason: skipping a step, closing, reopening or cancelling a case."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_cs.cases.states import CaseAct
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.case_frame import CaseFrame
from desktop_cs.ui.cases.case_words import skip_reasons
from desktop_cs.ui.cases.reason_panel import ReasonPanel


@dataclass(frozen=True, slots=True)
class _Asking:
    """A question that is on the screen, and what its answer does."""

    panel: ReasonPanel
    act: Callable[[str], Result[Any]]
    told: str
    back: Callable[[], Result[Any]] | None = None


class CaseActs(QObject):
    """Asks for a reason above the form, never in a dialog, and acts on it.

    Signals:
        acted: The case is no longer as it was.
        copy_saved: A copy of the data was saved; nothing to show in place of a time.
    """

    acted = Signal()
    copy_saved = Signal(str)

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._frame: CaseFrame | None = None
        self._asking: _Asking | None = None
        self._current: Callable[[], tuple[Story | None, Step | None]] = lambda: (None, None)

    def connect_to(self, frame: CaseFrame, current: Callable[[], tuple[Story | None, Step | None]]) -> None:
        """Work for this frame; `current` tells the story and step on the screen."""
        self._frame, self._current = frame, current
        frame.header.act_wanted.connect(self.ask)
        frame.bar.skip_wanted.connect(self.ask_skip)
        frame.bar.copy_wanted.connect(self._save_copy)

    def ask(self, act: CaseAct) -> None:
        """Ask why the case is closed, reopened or cancelled."""
        story, _step = self._current()
        if story is None:
            return
        casework = self._actions.desk.casework
        number, case = story.case.number, story.case
        asked = {
            CaseAct.CLOSE: (
                _("Why is the case closed now? What is still open is let go with it."),
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
        if self._asking is not None:
            panel, self._asking = self._asking.panel, None
            panel.hide()
            panel.deleteLater()

    def _show(
        self,
        panel: ReasonPanel,
        act: Callable[[str], Result[Any]],
        told: str,
        back: Callable[[], Result[Any]] | None = None,
    ) -> None:
        self.put_away()
        if self._frame is None:
            return
        self._asking = _Asking(panel, act, told, back)
        panel.given.connect(self._do)
        panel.put_away.connect(self.put_away)
        self._frame.show_above(panel)
        panel.begin()

    def _do(self, reason: str) -> None:
        asking = self._asking
        if asking is None:
            return
        done = self._actions.attempt(lambda: asking.act(reason), self.parent())
        if isinstance(done, UserError):
            asking.panel.show_problem(str(done))
            return
        self.put_away()
        self._actions.say_done(asking.told, asking.back)
        self.acted.emit()

    def _save_copy(self) -> None:
        """Save a copy of all data beside it, since the last change could not be written."""
        saved = self._actions.ask(self._actions.desk.shop.save_copy)
        if saved is not None:
            self._actions.say_done(_("A copy lies in {file}.").format(file=saved))
            self.copy_saved.emit("")
