"""What the authority bar does: approve by digits, ask later, tell the customer, take the question back."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop_cs.desk.authority_work import Asked
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Result
from desktop_cs.errors import DeskError, UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.authority_bar import AuthorityBar
from desktop_cs.ui.entry.trying import Trying
from desktop_cs.ui.pages.page import Page


class ApprovalActs(QObject):
    """Acts for one bar.

    Args:
        actions: Through which everything is done.
        bar: Which asks for the acts.
        current: Returns the story on the screen once all that was typed is stored, None where that failed.
        page: The page of the case, which ignores the echo.

    Signals:
        acted: The case is no longer as it was.
    """

    acted = Signal()

    def __init__(
        self, actions: Actions, bar: AuthorityBar, current: Callable[[], Story | None], page: Page
    ) -> None:
        super().__init__(bar)
        self._actions, self._bar, self._current, self._page = actions, bar, current, page
        self._trying = Trying(actions, self)
        self._trying.right.connect(self._approved)
        self._trying.refused.connect(self._refused)
        bar.approved.connect(self._approve)
        bar.asked.connect(self._ask)
        bar.told.connect(self._told)
        bar.withdrawn.connect(self._withdraw)

    def _approve(self, digits: str) -> None:
        story, desk = self._current(), self._actions.desk
        if story is not None:
            self._trying.begin(lambda: desk.authority.approve(story, digits), self._bar.shown_for)

    def _approved(self, given: Result[str]) -> None:
        had_focus = self._bar.approval.has_focus()
        self._actions.tell(given.changed, self._page)
        self.acted.emit()
        if had_focus:
            self._page.focus_first()  # the field of the digits is gone

    def _refused(self, refusal: DeskError, shown_for: tuple[UUID, UUID]) -> None:
        """Say why it stays as it is, unless another case or somebody else is there by now."""
        if shown_for == self._bar.shown_for:
            self._bar.approval.show_refusal(refusal)

    def _ask(self, wall: datetime, words: str) -> None:
        story, desk = self._current(), self._actions.desk
        if story is None:
            return
        moment = desk.settings.hours.moment(wall)
        asked = self._actions.attempt(lambda: desk.authority.ask_approval(story, moment, words), self._page)
        if not isinstance(asked, UserError):
            self._actions.say_done(_("A manager sees it on Today."), lambda: desk.requests.withdraw(asked))
            self._bar.put_later_away()
            self.acted.emit()
        elif self._bar.later_panel is not None:
            self._bar.later_panel.show_problem(str(asked))

    def _told(self) -> None:
        asked, desk = self._asked(), self._actions.desk
        if asked is None or asked.promise is None:
            return
        before = asked.promise
        if self._actions.run(lambda: desk.authority.told(asked), self._page) is not None:
            told = _("Kept: the customer knows what the manager said.")
            self._actions.say_done(told, lambda: desk.follow_ups.undo_promise(before))
            self.acted.emit()

    def _withdraw(self) -> None:
        asked, desk = self._asked(), self._actions.desk
        if asked is None:
            return
        request = asked.request
        if self._actions.run(lambda: desk.requests.withdraw(request), self._page) is not None:
            told = _("The question is taken back. The customer still expects to hear from you.")
            self._actions.say_done(told, lambda: desk.requests.undo(request))
            self.acted.emit()

    def _asked(self) -> Asked | None:
        story = self._current()
        return self._actions.desk.authority.asked(story) if story is not None else None
