"""The form of one step, with everything that stands above it; writes what is typed."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.step_work import typed_answers
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.approval_acts import ApprovalActs
from desktop_cs.ui.cases.authority_bar import AuthorityBar
from desktop_cs.ui.cases.autosave import Autosave
from desktop_cs.ui.cases.beyond_strip import BeyondStrip
from desktop_cs.ui.cases.guide_panel import GuideStrip
from desktop_cs.ui.cases.offers_below import OffersBelow
from desktop_cs.ui.cases.unstored import Unstored
from desktop_cs.ui.cases.wording_hints import WordingHints
from desktop_cs.ui.forms.form_view import FormView
from desktop_cs.ui.laying_out import lay_out
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.theme.tokens import XL, L
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

_FIRST_MS, _BETWEEN_MS = 200, 30  # room for keys and painting before and between the making of forms


class StepPane(Card):
    """Shows one step of one case at a time; the form of each step is made once and used for every case.

    Args:
        actions: Through which everything is read and done.
        page: The page of the case, which ignores the echo of what is written here.
        parent: The widget that it stands in.

    Signals:
        story_changed: Something was stored; the story as it is now.
        unsaved: The last change could not be stored.
    """

    story_changed = Signal(object)
    unsaved = Signal()

    def __init__(self, actions: Actions, page: Page, parent: QWidget | None = None) -> None:
        super().__init__("surface", 0, parent)
        self._page = page
        self._actions = actions
        self._desk = actions.desk
        self._story: Story | None = None
        self._step = Step.APOLOGY
        self._shown: dict[Step, Story] = {}
        self._views: dict[Step, FormView] = {}
        self.unstored = Unstored(actions)
        self._hints: dict[Step, WordingHints] = {}
        self.autosave = Autosave(self._write, self)
        self._preparing = QTimer(self)
        self._preparing.timeout.connect(self._prepare_next)
        self._suggest_soon = QTimer(self)
        self._suggest_soon.setSingleShot(True)
        self._suggest_soon.timeout.connect(self._suggest_early)
        self._content = QWidget(self)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(XL, L, XL, XL)
        self._column.setSpacing(L)
        self.strip = GuideStrip(self._content)
        self.authority = AuthorityBar(actions, self._content)
        self._approvals = ApprovalActs(actions, self.authority, self._stored_story, page)
        self._approvals.acted.connect(self._read_again)
        self.offers = OffersBelow(actions, self)
        self._room = QVBoxLayout()
        for widget in (self.strip, self.authority):
            self._column.addWidget(widget)
        self._column.addLayout(self._room)
        self._column.addStretch(1)
        self._scroll = FocusScrollArea(self._content, self)
        self.beyond = BeyondStrip(self.authority, self._scroll, self)
        self.column.addWidget(self.beyond)
        self.column.addWidget(self._scroll)

    def show_step(self, story: Story, step: Step) -> None:
        """Show a step of this case; what was typed before must be written by then."""
        self._story, self._step = story, step
        form = self._desk.forms[step]
        view = self._view(step)
        view.set_rules(self._rules())
        self._take_now(view, story, step)
        if story.walk.entry(step).answers:
            view.set_raw_answers(typed_answers(form, story.walk.entry(step), self._desk.context()))
        else:
            view.set_answers({})
        view.setEnabled(story.case.is_being_worked_on)
        if step is Step.REVIEW:  # what they said is mended until the step is left, then only added to
            view.seal_lines("in_their_words", sealed=story.walk.entry(step).is_passed)
        self._hints[step].begin(story)
        for other, its_view in self._views.items():
            its_view.setVisible(other is step)
        self._show_authority()
        if step is Step.RESOLUTION:
            self.offers.begin(view, story)
        self._scroll.verticalScrollBar().setValue(0)

    def view(self) -> FormView:
        """Return the form on the screen."""
        return self._view(self._step)

    def prepare_soon(self) -> None:
        """Make the forms of the other steps while the first is filled in: going there is quick then."""
        self._preparing.start(_FIRST_MS)

    def make(self, step: Step) -> None:
        """Make the form of a step where it was not made yet; it is seen only once the step is shown."""
        if step not in self._views:
            self._view(step).setVisible(step is self._step)

    def _prepare_next(self) -> None:
        """Make a form, or put the questions of one that is made where they will stand."""
        missing = next((step for step in Step if step not in self._views), None)
        width = self.view().width()
        rough = [one for one in self._views.values() if one.is_built and one.isHidden()]
        rough = [one for one in rough if one.width() != width]
        if missing is not None:
            self.make(missing)
        elif rough:
            lay_out(rough[0], QSize(width, rough[0].heightForWidth(width)))
        elif all(one.is_built for one in self._views.values()):
            self._preparing.stop()
            return
        self._preparing.start(_BETWEEN_MS)

    def type_in(self, step: Step, raw: Mapping[str, str]) -> bool:
        """Put in what was typed before and could not be stored then; return whether it is stored now."""
        view = self._view(step)
        view.set_raw_answers({**view.raw_answers(), **raw})
        self.autosave.touch("")
        return self.autosave.flush()

    def take_story(self, story: Story) -> None:
        """Go on with this story, which others or a new day have changed, without touching what is typed."""
        self._story = story
        self._take_now(self._view(self._step), story, self._step)
        self._view(self._step).set_rules(self._rules())
        self._show_authority()

    def show_above(self, widget: QWidget) -> None:
        """Show a question above the form."""
        self._column.insertWidget(0, widget)
        widget.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _view(self, step: Step) -> FormView:
        if step not in self._views:
            names = [one.name for one in self._desk.shop.staff()]
            view = FormView(
                self._desk.forms[step], language_in_use(), self._desk.context(), names, self._content
            )
            if step is Step.RESOLUTION:
                view.set_now(self._desk.context().now, self._quick_moments())
            view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            view.edited.connect(self._note_who_and_when)
            view.edited.connect(self.autosave.touch)
            view.left_field.connect(lambda _field_id: self.autosave.flush())
            self._views[step] = view
            self._hints[step] = WordingHints(view, self._actions)
            self._room.addWidget(view)
        return self._views[step]

    def _take_now(self, view: FormView, story: Story, step: Step) -> None:
        """Let the form know what time it is: a window may stay open over midnight."""
        if step is Step.RESOLUTION:
            self._suggest_times(view, story)
        else:
            view.set_now(self._desk.context().now)

    def _suggest_early(self) -> None:
        """Have the times of like cases in the Resolution's form before anybody goes there."""
        view = self._views.get(Step.RESOLUTION)
        if self._story is not None and view is not None and view.isHidden():
            self._suggest_times(view, self._story)
            self._preparing.start(_BETWEEN_MS)

    def _suggest_times(self, view: FormView, story: Story) -> None:
        """Offer the times that like cases suggest, in words too; else those that are promised most."""
        hours, now = self._desk.settings.hours, self._desk.clock.now()
        times = self._actions.ask(lambda: self._desk.casework.suggested_times(story))
        if times is None or times.tell <= now:
            view.set_now(hours.wall(now), self._quick_moments())
            view.show_note("promises", "")
            return
        tell, aim = hours.wall(times.tell), hours.wall(max(times.aim_at, now))
        moments = {*self._quick_moments()[:-1], tell} | ({aim} if times.aim_at > now else set())
        view.set_now(hours.wall(now), sorted(moments))
        told = (
            _("Like cases: aim at {aim}, tell {tell}.")
            if times.aim_at > now
            else _("Like cases: tell {tell}.")
        )
        wall, language = hours.wall(now), language_in_use()
        near = {
            "aim": shown.near_moment(aim, wall, language),
            "tell": shown.near_moment(tell, wall, language),
        }
        view.show_note("promises", told.format(**near))

    def _quick_moments(self) -> list[datetime]:
        """Return the times promised most: today at closing, tomorrow morning, in three working days."""
        hours, now = self._desk.settings.hours, self._desk.clock.now()
        wall = hours.wall(now)
        shift = hours.shift(wall.date())
        today = [datetime.combine(wall.date(), shift.closes)] if shift and shift.closes > wall.time() else []
        tomorrow = hours.wall(
            hours.next_open(
                hours.moment(datetime.combine(wall.date(), datetime.min.time()) + timedelta(days=1))
            )
        )
        later = hours.wall(hours.add_working_days(now, 3)).replace(hour=17, minute=0, second=0)
        return [*today, tomorrow + timedelta(hours=1), later]

    def _note_who_and_when(self, field_id: str) -> None:
        """Fill in who noted the customer's words, and when, and who promises; all can be changed."""
        if self._desk.actor is None:
            return
        if field_id == "in_their_words":
            now = f"{self._desk.context().now:%Y-%m-%dT%H:%M}"
            self.view().fill_lines(field_id, {"who": self._desk.actor.name, "at": now})
        elif field_id == "promises":
            self.view().fill_lines(field_id, {"by_whom": self._desk.actor.name})

    def _rules(self) -> frozenset[str]:
        if self._story is None:
            return frozenset()
        return self._story.rules(self._desk.casework.judgement(self._story))

    def _write(self, touched: str) -> bool:
        story, step = self._story, self._step
        if story is None or not story.case.is_being_worked_on:
            return True
        raw = self._view(step).raw_answers()
        kept = self._actions.attempt(
            lambda: self._desk.casework.steps.save_answers(story, step, raw, touched), self._page
        )
        if isinstance(kept, UserError):
            self.unstored.keep(story.case.id, step, raw, kept)
            self.unsaved.emit()
            return False
        self.unstored.settle(story.case.id, step)
        self._story = story.after(kept)
        if self._story.case != story.case and self._story.case.earlier_case_id != story.case.earlier_case_id:
            self._story = self._desk.casework.story(story.case.id)
        self._view(step).set_rules(self._rules())
        self._show_authority()
        self.story_changed.emit(self._story)
        if self._story.case.failure_kind != story.case.failure_kind:
            self._suggest_soon.start(_FIRST_MS)
        return True

    def _show_authority(self) -> None:
        if self._story is None or self._step is not Step.RESOLUTION:
            self.authority.hide()
            self.beyond.refresh()
            return
        self.authority.show_story(self._story)
        self.beyond.refresh()
        self.offers.refresh(self._story)

    def _stored_story(self) -> Story | None:
        """Return the case once all that was typed is stored, None where it could not be."""
        return self._story if self.autosave.flush() else None

    def _read_again(self) -> None:
        """Take in what a manager approved, or was asked."""
        if self._story is not None:
            self._story = self._desk.casework.story(self._story.case.id)
            self._view(self._step).set_rules(self._rules())
            self._show_authority()
            self.story_changed.emit(self._story)
