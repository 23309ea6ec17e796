"""Being done with what is due, putting it off, and the way back: the acts behind the rows of Today."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop_cs import shown
from desktop_cs.cases.promises import Promise, PromiseKind, PromiseState, trust_percent
from desktop_cs.desk.changes import Result
from desktop_cs.errors import UserError
from desktop_cs.followups.followup import FollowUp
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.queue_words import queue_words
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.today.agenda_view import AgendaView
from desktop_cs.ui.today.follow_up_panel import FollowUpFacts, FollowUpPanel
from desktop_cs.ui.today.later_panel import LaterPanel
from desktop_cs.ui.today.promise_panel import PromisePanel
from desktop_cs.ui.today.row_panel import RowPanel
from desktop_cs.ui.today.words import Due, trust_words


class Settling(QObject):
    """Opens the panel that belongs to a row and does what is chosen in it.

    Args:
        actions: Through which it is done.
        view: The rows.
        page: Whose acts they are; it ignores their echo.

    Signals:
        settled: Something was done; at which place its row stood. The page reads again.
    """

    settled = Signal(object)

    def __init__(self, actions: Actions, view: AgendaView, page: Page) -> None:
        super().__init__(page)
        self._actions = actions
        self._desk = actions.desk
        self._view = view
        self._page = page
        self._asked: FollowUp | None = None

    def begin(self, due: Due) -> None:
        """Ask how it went."""
        self.keep_draft()
        if isinstance(due, Promise):
            panel = PromisePanel(
                due, self._desk.clock.now(), self._desk.settings.hours, self._queue_of(due), self._view
            )
            panel.settled.connect(lambda state, at: self._settle(due, state, at))
            panel.told.connect(partial(self._tell, due, panel))
            self._open(due, panel)
        else:
            self._ask(due)

    def _queue_of(self, promise: Promise) -> str:
        is_callback = promise.kind is PromiseKind.CALLBACK
        return queue_words(self._desk.follow_ups.queue_place(promise)) if is_callback else ""

    def put_off(self, due: Due, tried: Mapping[str, str] | None = None) -> None:
        """Ask until when.

        Args:
            due: What is put off.
            tried: The answers of a follow-up that was tried in vain; None where nobody tried.
        """
        self.keep_draft()
        panel = LaterPanel(due, self._desk.clock.now(), self._desk.settings.hours, self._view)
        panel.chosen.connect(lambda moment: self._move(due, panel, moment, tried))
        self._open(due, panel)

    def keep_draft(self) -> None:
        """Keep what was typed into an open follow-up form, without being done with it."""
        panel = self._view.panel
        if self._asked is None or not isinstance(panel, FollowUpPanel) or not panel.is_touched:
            return
        asked, typed = self._asked, panel.form.raw_answers()
        kept = self._actions.run(lambda: self._desk.follow_ups.keep_draft(asked, typed), self._page)
        self._asked = kept or asked

    def _ask(self, due: FollowUp) -> None:
        current = self._actions.ask(lambda: self._desk.storage.follow_ups.get(due.id)) or due
        form, context = self._desk.forms["followup"], self._desk.context()
        draft = self._desk.follow_ups.draft(current)
        panel = FollowUpPanel(current, form, context, draft, self._facts_of(current), self._view)
        panel.finished.connect(lambda: self._complete(panel))
        panel.trying_again.connect(lambda: self._try_again(panel))
        panel.reopening.connect(lambda: self._reopen(panel))
        panel.later_wanted.connect(lambda: self.put_off(current, panel.form.raw_answers()))
        panel.given_to.connect(partial(self._give, current))
        self._open(current, panel)
        self._asked = current

    def _facts_of(self, due: FollowUp) -> FollowUpFacts:
        work, staff = self._desk.follow_ups, self._desk.shop.staff()
        return FollowUpFacts(
            whose=work.whose(due),
            tried=len(work.tries(due)),
            next_try=self._when(work.next_try()),
            needs_new_try=partial(work.needs_new_try, due),
            colleagues=[(one.id, one.name) for one in staff if one.id != due.staff_id],
        )

    def _open(self, due: Due, panel: RowPanel) -> None:
        self._asked = None
        panel.put_away.connect(self._put_away)
        self._view.open_panel(due, panel)

    def _put_away(self) -> None:
        self.keep_draft()
        self._asked = None
        self._view.close_panel()

    def _complete(self, panel: FollowUpPanel) -> None:
        due, typed, work = self._asked, panel.form.raw_answers(), self._desk.follow_ups
        if due is None or self._has_problems(panel):
            return
        done = self._actions.run(lambda: work.complete(due, typed), self._page)
        if done is not None:
            self._finished(due)
            before = replace(due, answers=done.answers, form_version=done.form_version)
            self._actions.say_done(_("Done: {who}").format(who=due.who), lambda: work.undo(before))

    def _try_again(self, panel: FollowUpPanel) -> None:
        """Note the try, and put the follow-up off to the next good time."""
        due, typed, work = self._asked, panel.form.raw_answers(), self._desk.follow_ups
        if due is None or self._has_problems(panel):
            return
        tried = self._actions.run(lambda: work.complete(due, typed), self._page)
        if tried is not None:
            self._finished(due)
            told = _("Tried: {who}. Again: {when}").format(who=due.who, when=self._when(tried.due_at))
            self._actions.say_done(told, lambda: work.undo_try(due))

    def _give(self, due: FollowUp, to: UUID) -> None:
        """Let somebody else do a follow-up from now on."""
        work, staff = self._desk.follow_ups, {one.id: one for one in self._desk.shop.staff()}
        given = self._actions.run(lambda: work.reassign(due, staff[to]), self._page)
        if given is not None:
            self._finished(due)
            told = _("{name} does it from now on: {who}").format(name=staff[to].name, who=due.who)
            self._actions.say_done(told, lambda: work.undo(due))

    def _reopen(self, panel: FollowUpPanel) -> None:
        due, typed, work = self._asked, panel.form.raw_answers(), self._desk.follow_ups
        if due is None or self._has_problems(panel):
            return
        story = self._actions.ask(lambda: self._desk.casework.story(due.case_id))
        case = self._actions.run(lambda: work.complete_and_reopen(due, typed), self._page)
        if case is None or story is None:
            return
        self._finished(due)
        told = _("Case {number} is open again: {who}").format(number=case.number, who=due.who)
        self._actions.say_done(told, lambda: work.undo_reopening(due, story.case))
        self._page.went.emit("case", case.id)

    def _has_problems(self, panel: FollowUpPanel) -> bool:
        problems = self._desk.follow_ups.problems(panel.form.raw_answers())
        panel.show_problems(problems)
        return bool(problems)

    def _settle(self, promise: Promise, state: PromiseState, at: datetime) -> None:
        work = self._desk.follow_ups
        settled = self._actions.run(lambda: work.settle_promise(promise, state, at), self._page)
        if settled is None:
            return
        self._finished(promise)
        trust = trust_words(trust_percent(promise.made_at, promise.due_at, at))
        told = (
            _("Promise kept: {who}. {trust}")
            if state is PromiseState.KEPT
            else _("Promise broken: {who}. {trust}")
        )
        words = told.format(who=promise.who, trust=trust)
        self._actions.say_done(words, lambda: work.undo_promise(promise))

    def _tell(self, promise: Promise, panel: PromisePanel, words: str) -> None:
        """Note that they were told how it stands; the promise stays open."""
        work = self._desk.follow_ups
        case = self._actions.ask(lambda: self._desk.storage.cases.by_id(promise.case_id))
        if case is None:
            return
        event = self._actions.attempt(lambda: work.tell_customer(case, words), self._page)
        if isinstance(event, UserError):
            panel.show_problem(str(event))
            return
        self._finished(promise)
        self._actions.say_done(_("Told: {who}").format(who=promise.who), lambda: work.undo_told(event))

    def _move(
        self, due: Due, panel: LaterPanel, moment: datetime, tried: Mapping[str, str] | None = None
    ) -> None:
        back = self._put_off(due, moment, tried)
        if isinstance(back, UserError):
            panel.show_problem(back)
            return
        self._finished(due)
        self._actions.say_done(_("Later: {who}, {when}").format(who=due.who, when=self._when(moment)), back)

    def _when(self, moment: datetime) -> str:
        hours = self._desk.settings.hours
        return shown.near_moment(hours.wall(moment), hours.wall(self._desk.clock.now()), language_in_use())

    def _put_off(
        self, due: Due, moment: datetime, tried: Mapping[str, str] | None
    ) -> Callable[[], Result[Any]] | UserError:
        """Put it off and return the way back, or why it cannot be."""
        work = self._desk.follow_ups
        if isinstance(due, Promise):
            renewed = self._actions.attempt(lambda: work.renegotiate(due, moment), self._page)
            if isinstance(renewed, UserError):
                return renewed
            return lambda: work.undo_renegotiation(due, renewed)
        if tried is not None:
            again = self._actions.attempt(lambda: work.try_again(due, tried, moment), self._page)
            return again if isinstance(again, UserError) else lambda: work.undo_try(due)
        put_off = self._actions.attempt(lambda: work.put_off(due, moment), self._page)
        return put_off if isinstance(put_off, UserError) else lambda: work.undo(due)

    def _finished(self, due: Due) -> None:
        """Take the panel away and have the page read again, with the focus on the row that comes next."""
        self._asked = None
        place = self._view.place_of(due)
        self._view.close_panel()
        self.settled.emit(place)
