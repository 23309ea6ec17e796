"""The express page: the needed answers of all four steps on one page, for a small matter."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.step_work import typed_answers
from desktop_cs.errors import UserError
from desktop_cs.forms.answers import express_form
from desktop_cs.forms.definition import Form, Section
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.action_bar import ActionBar
from desktop_cs.ui.cases.autosave import Autosave
from desktop_cs.ui.cases.case_header import CaseHeader
from desktop_cs.ui.cases.case_page import CasePlace
from desktop_cs.ui.cases.unstored import Unstored, save_copy
from desktop_cs.ui.cases.wording_hints import WordingHints
from desktop_cs.ui.forms.form_view import FormView
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

_WIDEST_PX = 900


class ExpressPage(Page):
    """All four steps in short. What is needed and not asked here is asked on the full page."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._story: Story | None = None
        self._views: dict[Step, FormView] = {}
        self._hints: list[WordingHints] = []
        self.header = CaseHeader(self.desk, self)
        self.header.guide.hide()
        self.header.more.hide()
        self._content = QWidget(self)
        self._forms = QVBoxLayout(self._content)
        self._forms.setContentsMargins(XL, L, XL, XL)
        self._forms.setSpacing(L)
        self._make_views()
        card = Card("surface", 0, self)
        card.setMaximumWidth(look().px(_WIDEST_PX))
        card.column.addWidget(FocusScrollArea(self._content, card))
        self.bar = ActionBar(self)
        self.bar.skip.hide()
        self.bar.set_next(_("Finish"))
        body = QVBoxLayout()
        body.setContentsMargins(XL, M, XL, M)
        body.setSpacing(M)
        body.addWidget(self.header)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        body.addLayout(row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self.bar)
        self._touched: Step = Step.APOLOGY
        self._unstored = Unstored(actions)
        self.autosave = Autosave(self._write, self)
        self._connect()

    def load(self, subject: object = None) -> None:
        """Show the case with this id."""
        if not isinstance(subject, UUID):
            return
        story = self.actions.ask(lambda: self.desk.casework.story(subject))
        if story is None:
            return
        self._story = story
        self.header.show_story(story)
        self.bar.show_saved("")
        for step, view in self._views.items():
            entry = story.walk.entry(step)
            view.set_rules(story.rules())
            view.set_answers({})
            if entry.answers:
                view.set_raw_answers(typed_answers(self._short(step), entry, self.desk.context()))
        for hints in self._hints:
            hints.begin(story)

    def subject(self) -> object:
        """Return the id of the case that is shown."""
        return self._story.case.id if self._story else None

    def leave(self) -> bool:
        """Write what is unwritten."""
        if self.autosave.flush():
            return True
        if self._unstored.is_kept_beside:  # the way to Safety must be free; the draft waits on the full page
            self.autosave.forget()
        return self._unstored.is_kept_beside

    def focus_first(self) -> None:
        """Put the focus into the first question."""
        self._views[Step.APOLOGY].focus_first()

    def view(self, step: Step) -> FormView:
        """Return the few questions of a step."""
        return self._views[step]

    def type_in(self, step: Step, raw: Mapping[str, str]) -> bool:
        """Put in answers as they would be typed; return whether they are stored."""
        view = self._views[step]
        view.set_raw_answers({**view.raw_answers(), **raw})
        self._touch(step, "")
        return self.autosave.flush()

    def _connect(self) -> None:
        for signal, act in (
            (self.bar.next_wanted, self._finish),
            (self.bar.back_wanted, self._to_full_page),
            (self.bar.later_wanted, self._later),
            (self.bar.retry_wanted, self.autosave.flush),
            (self.bar.copy_wanted, partial(save_copy, self.actions, self.bar)),
            (self.bar.led_back, self._lead_back),
        ):
            signal.connect(act)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._finish)

    def _lead_back(self) -> None:
        """Put the focus back to where the person typed."""
        self._views[self._touched].focus_again()

    def _make_views(self) -> None:
        names = [one.name for one in self.desk.shop.staff()]
        for step in Step:
            form = self._short(step)
            view = FormView(form, language_in_use(), self.desk.context(), names, self._content)
            view.edited.connect(partial(self._note_who, view))
            view.edited.connect(lambda field_id, step=step: self._touch(step, field_id))
            view.left_field.connect(lambda _field_id: self.autosave.flush())
            self._views[step] = view
            self._hints.append(WordingHints(view, self.actions))
            self._forms.addWidget(view)
        self._forms.addStretch(1)

    def _short(self, step: Step) -> Form:
        """Return the few questions of a step under its title alone."""
        form = express_form(self.desk.forms[step])
        questions = Section(id=str(step), title={}, help={}, fields=tuple(form.fields()))
        return replace(form, intro={}, sections=(questions,))

    def _note_who(self, view: FormView, field_id: str) -> None:
        """Fill in who promises; it can be changed."""
        if field_id == "promises" and self.desk.actor is not None:
            view.fill_lines(field_id, {"by_whom": self.desk.actor.name})

    def _touch(self, step: Step, field_id: str) -> None:
        if step is not self._touched:
            self.autosave.flush()
        self._touched = step
        self.autosave.touch(field_id)

    def _write(self, touched: str) -> bool:
        story, step = self._story, self._touched
        if story is None or not story.case.is_being_worked_on:
            return True
        before = typed_answers(self.desk.forms[step], story.walk.entry(step), self.desk.context())
        raw = (
            before | {field.id: "" for field in self._short(step).fields()} | self._views[step].raw_answers()
        )
        kept = self.actions.attempt(
            lambda: self.desk.casework.steps.save_answers(story, step, raw, touched), self
        )
        if isinstance(kept, UserError):
            self._unstored.keep(story.case.id, step, raw, kept)
            self.bar.show_unsaved()
            return False
        self._unstored.settle(story.case.id, step)
        self._story = story.after(kept)
        self.bar.show_saved(shown.clock_time(self.desk.settings.hours.wall(self.desk.clock.now())))
        return True

    def _finish(self) -> None:
        """Finish all four steps; what the full forms still need is asked on the full page."""
        if self._story is None or not self.autosave.flush():
            return
        story, steps = self._story, self.desk.casework.steps
        for step, view in self._views.items():
            problems = steps.step_problems(story, step, express=True)
            view.show_problems(problems)
            if problems:
                return
        done = self.actions.attempt(lambda: self.desk.casework.finish_express(story), self)
        if isinstance(done, UserError):
            self._ask_on_full_page(story.case.id, done)
            return
        self.actions.say_done(_("Case {number} is logged. Thank you.").format(number=done.number))
        self.went.emit("case", done.id)

    def _ask_on_full_page(self, case_id: UUID, refusal: UserError) -> None:
        """Go to the step in which something is still to be done, such as asking for an approval; say what."""
        steps = (
            one for one in Step if any(field.id == refusal.field for field in self.desk.forms[one].fields())
        )
        step = next(steps, None)
        self.went.emit("case", case_id if step is None else CasePlace(case_id, step))
        self.actions.refused.emit(refusal)

    def _to_full_page(self) -> None:
        self.went.emit("case", self.subject())

    def _later(self) -> None:
        self.went.emit("today", None)
