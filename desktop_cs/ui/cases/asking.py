"""One question at a time above what is on a page, and what its answer does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_cs.desk.changes import Result
from desktop_cs.errors import UserError
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.act_panel import ActPanel


class Place(Protocol):
    """A widget that can show a panel above what is in it."""

    def show_above(self, panel: QWidget) -> None:
        """Show it there."""

    def isAncestorOf(self, child: QWidget, /) -> bool:
        """Return whether a widget stands in it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, what its answer does, the word then, and the way back from what was done.

    `stays` says that the page stays at its step: what is done leaves the steps as they are.
    """

    panel: ActPanel
    act: Callable[[Any], Result[Any]]
    told: Callable[[Any], str]
    back: Callable[[Any], Result[Any]] | None = None
    stays: bool = False


class Asking(QObject):
    """Shows a question above the page, never in a dialog, and acts on its answer.

    Signals:
        acted: The case is no longer as it was, and its page is to be shown anew.
    """

    acted = Signal()

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._place: Place | None = None
        self._question: Question | None = None
        self._before: QWidget | None = None

    @property
    def panel(self) -> ActPanel | None:
        """Return the panel that is on the screen."""
        return self._question.panel if self._question else None

    def connect_to(self, place: Place) -> None:
        """Show questions here."""
        self._place = place

    def ask(self, question: Question) -> None:
        """Show a question in place of any other."""
        self.put_away()
        if self._place is None:
            return
        self._question, self._before = question, QApplication.focusWidget()
        question.panel.given.connect(self._do)
        question.panel.put_away.connect(self._put_back)
        self._place.show_above(question.panel)
        question.panel.begin()

    def put_away(self) -> None:
        """Take the question off the screen."""
        if self._question is not None:
            panel, self._question = self._question.panel, None
            panel.hide()
            panel.deleteLater()

    def _put_back(self) -> None:
        """Take the question off the screen and give the focus back."""
        self.put_away()
        before, self._before = self._before, None
        if before is None or self._place is None or not isValid(before):
            return
        if self._place.isAncestorOf(before):
            before.setFocus()

    def _do(self, answer: object) -> None:
        question = self._question
        if question is None:
            return
        source = None if question.stays else self.parent()  # who stays hears of it as any other page does
        done = self._actions.attempt(lambda: question.act(answer), source)
        if isinstance(done, UserError):
            question.panel.show_problem(str(done))
            return
        self._put_back()
        back = question.back
        self._actions.say_done(question.told(done), (lambda: back(done)) if back is not None else None)
        if not question.stays:
            self.acted.emit()
