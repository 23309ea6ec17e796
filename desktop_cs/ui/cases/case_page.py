"""The page of a case: step rail, form, guide, fixed action bar; check and finish at the end of Log."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.states import CaseAct
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Changes
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.attachments.case_files import CaseFiles
from desktop_cs.ui.cases.case_acts import CaseActs
from desktop_cs.ui.cases.case_frame import CaseFrame
from desktop_cs.ui.cases.draft_offer import DraftOffer
from desktop_cs.ui.cases.prompt_line import keep_prompts
from desktop_cs.ui.cases.unstored import save_copy
from desktop_cs.ui.next_turn import paint_next_turn
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class CasePlace:
    """A case and the step of it that is shown; None for "check, then finish"."""

    case_id: UUID
    step: Step | None


class CasePage(Page):
    """One case, walked in any order. Nothing typed is lost by going back, leaving or closing."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._story: Story | None = None
        self._step: Step | None = Step.APOLOGY  # None while "check, then finish" is shown
        self._wording = 0
        self.frame = CaseFrame(actions, preferences, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._acts = CaseActs(actions, self)
        self._drafts = DraftOffer(actions, self.frame)
        self.files = CaseFiles(actions, self.frame, lambda: self._story, self)
        self._connect()

    def load(self, subject: object = None) -> None:
        """Show the case with this id at its first step still to be done, or at the place that is given."""
        place = subject if isinstance(subject, CasePlace) else None
        case_id = place.case_id if place else subject
        if not isinstance(case_id, UUID):
            case_id = self._story.case.id if self._story else None
        story = self.actions.ask(lambda: self.desk.casework.story(case_id)) if case_id else None
        if story is None:
            return
        fresh = self._story is None or self._story.case.id != story.case.id
        self._story = story
        if fresh:
            self._wording = 0
            self.frame.pane.autosave.forget()
            self.frame.bar.show_saved("")
        self._step = story.walk.first_open()
        if not story.case.is_being_worked_on:
            self._step = None
        elif place is not None:
            self._step = place.step
        self._show()
        self._drafts.offer(story)
        self.frame.pane.prepare_soon()

    def pieces(self) -> Iterator[Callable[[], object]]:
        """Yield the form of the first step; the others are made while that is filled in."""
        yield partial(self.frame.pane.make, Step.APOLOGY)

    def subject(self) -> object:
        """Return the case and the step that are shown."""
        return CasePlace(self._story.case.id, self._step) if self._story else None

    def hear(self, changes: Changes) -> None:
        """Take in what others changed in this case; what is typed here stays."""
        story = self._story
        if changes.settings:
            self._show_guide()
        if story is None or (changes.cases and story.case.id not in changes.cases):
            return
        fresh = self.actions.ask(lambda: self.desk.casework.story(story.case.id))
        if fresh is None or not self.frame.pane.autosave.flush():
            return
        self._story = fresh
        self.files.refresh(fresh)
        if fresh.case.state is not story.case.state:
            self._show_again()
            return
        self.frame.header.show_story(fresh)
        if self._step is None:
            self.frame.check.show_story(fresh)
        else:
            self.frame.pane.take_story(fresh)
            self.frame.rail.show_story(fresh, self._step)

    def leave(self) -> bool:
        """Write what is unwritten, and make records of what was promised."""
        pane = self.frame.pane
        if not pane.autosave.flush():
            if pane.unstored.is_kept_beside:  # the way to Safety must be free; the draft waits here
                pane.autosave.forget()
            return pane.unstored.is_kept_beside
        story, step = self._story, self._step
        if story is not None and step is Step.RESOLUTION and story.case.is_being_worked_on:
            self.actions.attempt(lambda: self.desk.casework.steps.leave_step(story.case.id, step), self)
        return True

    def focus_first(self) -> None:
        """Put the focus into the first question without an answer; of a step that is done, into the first."""
        story, step = self._story, self._step
        if story is None:
            return
        if self._drafts.take is not None:
            self._drafts.take.setFocus()
        elif not story.case.is_being_worked_on:
            self.frame.bar.back.setFocus()
        elif step is None:
            self.frame.bar.next.setFocus()
        elif story.walk.entry(step).is_passed:
            self.frame.pane.view().focus_top()
        else:
            self.frame.pane.view().focus_first()

    def toggle_guide(self) -> None:
        """Show the guide, or put it away."""
        self.frame.toggle_guide()

    def go_to(self, step: Step | None, field_id: str = "") -> None:
        """Show a step, at this question when one is named; None shows "check, then finish"."""
        if self._story is None or not self.leave():
            return
        paint_next_turn(self)
        self._story = self.desk.casework.story(self._story.case.id)
        if step is None:
            self._acts.pass_complete(self._story)
            self._story = self.desk.casework.story(self._story.case.id)
        self._step = step
        self._wording = 0
        self._show()
        if step is not None and field_id:
            self.frame.pane.view().focus_field(field_id)
        else:
            self.focus_first()

    def _show(self) -> None:
        story, step = self._story, self._step
        if story is None:
            return
        self._acts.put_away()
        self.frame.header.show_story(story)
        self.frame.rail.show_story(story, step or Step.LOGGING)
        if step is None:
            self.frame.check.show_story(story)
        else:
            self.frame.pane.show_step(story, step)
            self._show_guide()
        self.frame.show_step(in_step=step is not None)
        self.frame.bar.show_story(story, step, self.desk.forms)
        self.files.show_story(story)

    def _show_guide(self) -> None:
        if self._story is None or self._step is None:
            return
        story, step = self._story, self._step
        page = self.actions.ask(lambda: self.desk.guide.page(story, step, self._wording))
        if page is not None:
            self.frame.guide.show_guide(page)
            self.frame.pane.strip.show_guide(page)

    def _next(self) -> None:
        """Finish this step and go on; what is missing is said, and the focus goes there."""
        if (
            self._story is None
            or not self._story.case.is_being_worked_on
            or not self.frame.pane.autosave.flush()
        ):
            return
        step = self._step
        if step is None:
            self._finish()
            return
        story = self._story
        if step is not Step.LOGGING:
            problems = self.desk.casework.steps.step_problems(story, step)
            self.frame.pane.view().show_problems(problems)
            if problems:
                return
            done = self.actions.attempt(lambda: self.desk.casework.steps.finish_step(story, step), self)
            if isinstance(done, UserError):
                return
        self.go_to(story.walk.after(step))

    def _finish(self) -> None:
        story = self._story
        if story is None:
            return
        done = self.actions.attempt(lambda: self.desk.casework.finish(story), self)
        if isinstance(done, UserError):
            self.frame.check.show_story(story, strict=True)
            return
        self.actions.say_done(_("Case {number} is logged. Thank you.").format(number=done.number))
        self._show_again()

    def _show_again(self) -> None:
        """Show the case as it is after an act on it as a whole."""
        self.load(self._story.case.id if self._story else None)
        self.focus_first()

    def _later(self) -> None:
        if self.leave():
            self.went.emit("today", None)

    def _back(self) -> None:
        steps = list(Step)
        if self._story is None or not self._story.case.is_being_worked_on:
            self.went.emit("cases", None)
        elif self._step is None:
            self.go_to(Step.LOGGING)
        elif self._step is Step.APOLOGY:
            self._later()
        else:
            self.go_to(steps[steps.index(self._step) - 1])

    def _story_saved(self, story: Story) -> None:
        before, self._story = self._story, story
        if self._step is not None:
            self.frame.rail.show_story(story, self._step)
        if before is None or _header_facts(before) != _header_facts(story):
            self.frame.header.show_story(story)
            self._show_guide()
        now = self.desk.settings.hours.wall(self.desk.clock.now())
        self.frame.bar.show_saved(shown.clock_time(now))

    def _change_header(self) -> None:
        if self._story is not None:
            self.went.emit("new_case", self._story.case.id)

    def _another_wording(self) -> None:
        self._wording += 1
        self._show_guide()

    def _connect(self) -> None:
        frame = self.frame
        for signal, act in (
            (frame.rail.chosen, self.go_to),
            (frame.guide.another_wanted, self._another_wording),
            (frame.pane.strip.another_wanted, self._another_wording),
            (frame.pane.story_changed, self._story_saved),
            (frame.pane.unsaved, frame.bar.show_unsaved),
            (frame.check.change_wanted, self.go_to),
            (
                frame.check.letter.more_wanted,
                lambda: self.went.emit("letter", self._story.case.id if self._story else None),
            ),
            (frame.bar.back_wanted, self._back),
            (frame.bar.later_wanted, self._later),
            (frame.bar.next_wanted, self._next),
            (frame.bar.retry_wanted, frame.pane.autosave.flush),
            (frame.bar.copy_wanted, partial(save_copy, self.actions, frame.bar)),
            (frame.bar.led_back, lambda: frame.pane.view().focus_again()),
            (frame.header.change_wanted, self._change_header),
            (frame.header.slip_wanted, lambda: self.went.emit("slip", self.subject())),
            (frame.bar.reopen_wanted, lambda: self._acts.ask(CaseAct.REOPEN)),
            (self._drafts.taken, self.go_to),
            (self._acts.acted, self._show_again),
        ):
            signal.connect(act)
        self._acts.connect_to(frame, lambda: (self._story, self._step))
        keep_prompts(frame.guide.prompt, self.actions, lambda: (self._story, self._step), self._show_guide)
        for keys, press in (
            *(
                (f"Ctrl+{number}", lambda step=step: self.go_to(step))
                for number, step in enumerate(Step, start=1)
            ),
            ("Ctrl+Return", self._next),
            ("Ctrl+Enter", self._next),
            ("Ctrl+P", frame.check.print_letter),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(press)


def _header_facts(story: Story) -> tuple[object, ...]:
    """Return what header and guide are made of; they are left alone while it stays."""
    return (
        story.case.product,
        story.case.failure_kind,
        story.case.earlier_case_id,
        story.case.state,
        story.promises,
        story.answers(Step.REVIEW).get("failure_nature"),
        story.answers(Step.APOLOGY).get("feeling_named"),
    )
