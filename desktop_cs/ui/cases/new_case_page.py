"""Taking a case: a name and one line, then on to the apology or to the express page."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.cases.case import Case
from desktop_cs.customers.customer import Customer
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.intake_fields import IntakeFields
from desktop_cs.ui.cases.second_time_card import SecondTimeCard
from desktop_cs.ui.cases.second_time_proposal import SecondTimeProposal
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button, set_words
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

_WIDEST_PX = 860
_PAUSE_MS = 120  # between the last key and the look for an earlier case


class NewCasePage(Page):
    """Takes a case, or changes the header of one that is there."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._case: Case | None = None
        self._title = text_label("", "h1", parent=self)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(XL, L, XL, L)
        self.fields = IntakeFields(actions, content)
        inner.addWidget(self.fields)
        inner.addStretch(1)
        card = Card("surface", 0, self)
        card.setMaximumWidth(look().px(_WIDEST_PX))
        card.column.addWidget(FocusScrollArea(content, card))
        self.second = SecondTimeCard(self)
        self.second.setMaximumWidth(look().px(_WIDEST_PX))
        self._proposal = SecondTimeProposal(actions, self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, M, XL, M)
        column.setSpacing(M)
        column.addWidget(self._title)
        column.addWidget(card, 1)
        column.addWidget(self.second)
        column.addLayout(self._buttons())
        self._connect()

    def _buttons(self) -> QHBoxLayout:
        self.begin = primary_button("", "arrow-right", self)
        self.begin.setToolTip("Ctrl+Enter")
        self.express = secondary_button(_("Small matter: one page"), "clock", self)
        self.express.setToolTip("Ctrl+E")
        self.again = quiet_button(_("Begin anew"), parent=self)
        row = QHBoxLayout()
        row.setSpacing(S)
        for button in (self.begin, self.express, self.again):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.fields.changed.connect(self._pause.start)
        self.second.opened.connect(lambda case_id: self.went.emit("case", case_id))
        self.again.clicked.connect(self._begin_anew)
        self.begin.clicked.connect(lambda: self._go_on("case"))
        self.express.clicked.connect(lambda: self._go_on("express"))
        for keys, place in (("Ctrl+Return", "case"), ("Ctrl+Enter", "case"), ("Ctrl+E", "express")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda place=place: self._go_on(place))

    def load(self, subject: object = None) -> None:
        """Begin a new case, for this customer when one is given; with the id of a case, change its header.

        What was typed for a new case and not taken yet is still there.
        """
        changed_before, self._case = self._case is not None, None
        if isinstance(subject, UUID):
            story = self.actions.ask(lambda: self.desk.casework.story(subject))
            if story is not None:
                self._case = story.case
                self.fields.fill(story.case, story.customer)
        elif isinstance(subject, Customer):
            self._forget()
            self.fields.choice.choose(subject)
        elif changed_before:
            self._forget()
        self._title.setText(
            _("Change case {number}").format(number=self._case.number) if self._case else _("New case")
        )
        set_words(self.begin, _("Save") if self._case else _("Begin with the apology"))
        self.express.setVisible(self._case is None)
        self.again.setVisible(self._case is None and not self.fields.is_untouched)
        self.look()

    def leave(self) -> bool:
        """Look no more: whoever comes next says themselves whom they deal with."""
        self._pause.stop()
        return True

    def take_scan(self, code: str) -> bool:
        """Take a code as the serial number of what the new case is about."""
        if self._case is None:
            self.fields.thing.take_scan(code)
        return self._case is None

    def look(self) -> None:
        """Look whether this may be the second time, and tell who is dealt with."""
        self._pause.stop()
        intake, thing = self.fields.intake(), self.fields.thing.thing()
        self.met.emit(intake.customer.id if intake.customer else None, thing.serial)
        if self._case is not None:
            self._proposal.look_at(self._case)
        else:
            self._proposal.look(intake, thing)

    def subject(self) -> object:
        """Return the id of the case whose header is changed, or None."""
        return self._case.id if self._case else None

    def focus_first(self) -> None:
        """Begin with the name, or with the line when the customer is known."""
        known = self.fields.choice.customer() is not None
        (self.fields.one_line if known else self.fields.choice.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_anew(self) -> None:
        self._forget()
        self.again.hide()
        self.focus_first()

    def _go_on(self, place: str) -> None:
        case = self._case
        if case is not None:
            changed = self.fields.changed_case(case)
            done = self.actions.attempt(lambda: self.desk.casework.change_header(changed), self)
        else:
            intake, thing, said = self.fields.intake(), self.fields.thing.thing(), self._proposal.said
            done = self.actions.attempt(lambda: self.desk.second_time.take(intake, thing, said), self)
        if isinstance(done, UserError):
            self.fields.show_problem(str(done), done.field)
            return
        self._forget()
        self._case = None
        self.went.emit(place, done.id)

    def _forget(self) -> None:
        self.fields.clear()
        self._proposal.forget()
