"""Panels above the form: tell the customer, call them back, hand the case over, answer a colleague."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_cs.cases.requests import RequestKind
from desktop_cs.errors import UserError
from desktop_cs.guide.wording_check import WordingCheck
from desktop_cs.i18n import _
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.cases.act_panel import ActPanel
from desktop_cs.ui.cases.request_words import grant_words
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.today.moment_line import MomentLine
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.wording.mark_line import MarkLine
from desktop_cs.ui.wording.mark_walk import MarkWalk


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who was chosen, and a word to them."""

    staff_id: UUID
    words: str


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A moment that a customer named, in UTC, and what they want to hear about."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes or no, and a word with it."""

    granted: bool
    words: str


class WordsPanel(ActPanel):
    """Asks for words alone; gives them.

    Args:
        question: What is asked.
        act: The words of the button.
        hint: What helps to find the words, below the question, or "".
        parent: The page.
    """

    def __init__(self, question: str, act: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(question, act, parent)
        if hint:
            self.column.addWidget(text_label(hint, "muted", wrap=True, parent=self))
        self.words = self._add_words(_("in a few words"))
        self.mark_line = MarkLine(self)
        self.column.addWidget(self.mark_line)
        self._add_buttons()

    def begin(self) -> None:
        """Put the focus into the words."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, check: WordingCheck | None) -> None:
        """Mark what the customer should better not have heard, while it is written down."""
        walk = MarkWalk(self.mark_line, self)
        walk.watch(self.words)
        walk.begin(check)

    def give(self) -> None:
        """Give the words."""
        self.given.emit(self.words.text().strip())


class HandOverPanel(ActPanel):
    """Asks who is to take the case over; gives a `Named`.

    Args:
        colleagues: Who can be asked, as (key, name).
        parent: The page.
    """

    def __init__(self, colleagues: Sequence[tuple[UUID, str]], parent: QWidget | None = None) -> None:
        super().__init__(
            _("Who takes the case over? It stays where it is until they accept."), _("Ask them"), parent
        )
        self._ids = {str(key): key for key, _name in colleagues}
        choices = [(str(key), ChoiceWords(name)) for key, name in colleagues]
        self.people = ChoiceGroup(choices, Mark.NONE, parent=self)
        self.people.setAccessibleName(_("Who takes the case over?"))
        self.column.addWidget(self.people)
        self.words = self._add_words(_("a word to them, if you like"), _("A word to them"))
        self._add_buttons()

    def begin(self) -> None:
        """Put the focus on the first name."""
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Give who was chosen."""
        chosen = next(iter(self.people.ids()), "")
        if not chosen:
            self.show_problem(_("Choose who is to take it over."))
            return
        self.given.emit(Named(self._ids[chosen], self.words.text().strip()))


class CallBackPanel(ActPanel):
    """Asks when the customer wants to be called; gives a `NamedTime`.

    Args:
        now: The moment it is, in UTC.
        hours: The shop's hours.
        queue: What the customer can be told about their place in the queue.
        parent: The page.
    """

    def __init__(self, now: datetime, hours: OpeningHours, queue: str, parent: QWidget | None = None) -> None:
        super().__init__(_("When do they want to be called?"), _("Promise the call"), parent)
        self._hours = hours
        self.column.addWidget(text_label(queue, "muted", wrap=True, parent=self))
        self.line = MomentLine(hours.wall(now), past=False, parent=self)
        self.line.edited.connect(self._tell_hours)
        self.column.addWidget(self.line)
        self.note = text_label("", "needed", wrap=True, parent=self)
        self.note.hide()
        self.column.addWidget(self.note)
        self.words = self._add_words(_("what it is about, if they say so"), _("What it is about"))
        self._add_buttons()

    def begin(self) -> None:
        """Put the focus into the day."""
        self.line.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Give the time that was named; say what is wrong with it otherwise."""
        try:
            wall = self._wall()
        except UserError as refusal:
            self.show_problem(str(refusal))
            return
        if wall is None:
            self.show_problem(_("Write the day or the time that they named."))
            return
        self.given.emit(NamedTime(self._hours.moment(wall), self.words.text().strip()))

    def _wall(self) -> datetime | None:
        """Return the time that was typed; a day alone means its opening.

        Raises:
            UserError: What was typed is no day or no time.
        """
        wall = self.line.moment(time())
        if wall is None or self.line.time.text().strip():
            return wall
        shift = self._hours.shift(wall.date())
        return datetime.combine(wall.date(), shift.opens) if shift else wall

    def _tell_hours(self) -> None:
        """Say when the shop is closed at that time: somebody would have to be there."""
        try:
            wall = self._wall()
        except UserError:
            wall = None
        closed = wall is not None and not self._hours.is_open(self._hours.moment(wall))
        self.note.setText(
            _("We are closed then. Promise it only if somebody will be here.") if closed else ""
        )
        self.note.setVisible(closed)


class AnswerPanel(ActPanel):
    """Answers what a colleague asked, which the cover hides; gives an `Answer`.

    Args:
        kind: What is asked for.
        question: What is asked, and by whom.
        parent: The page.
    """

    def __init__(self, kind: RequestKind, question: str, parent: QWidget | None = None) -> None:
        super().__init__(question, grant_words(kind), parent)
        self.words = self._add_words(_("a word with it, if you like"), _("A word with your answer"))
        self.decline = secondary_button(_("I cannot"), "x", self)
        self.decline.clicked.connect(lambda: self._answer(granted=False))
        self.decline.setVisible(kind is not RequestKind.ATTENTION)
        self._add_buttons(self.decline)
        keep_private(self)

    def begin(self) -> None:
        """Put the focus on saying yes."""
        self.act.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Say yes."""
        self._answer(granted=True)

    def _answer(self, *, granted: bool) -> None:
        self.given.emit(Answer(granted, self.words.text().strip()))
