"""What may be given without asking; a manager's approval on the same screen, or later."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.desk.case_view import Story
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.approval_words import BarWords
from desktop_cs.ui.cases.ask_later import AskLater
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.entry.managers_digits import ManagersDigits
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import TextLabel, set_property, text_label


class AuthorityBar(Card):
    """A quiet line inside one's authority; beyond it, two ways: a manager's digits, or to ask later.

    Args:
        actions: Through which it is asked what may be given.
        parent: The widget that it stands in.

    Signals:
        approved: Digits were entered.
        asked: A manager is to be asked; the wall time by which the customer hears, and words.
        told: The customer was told what the manager said.
        withdrawn: The manager need not answer any more.
    """

    approved = Signal(str)
    asked = Signal(object, str)
    told = Signal()
    withdrawn = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("info", M, parent)
        self._actions, self._desk = actions, actions.desk
        self._for: tuple[UUID | None, UUID | None] = (None, None)
        self.later_panel: AskLater | None = None
        self._standing = text_label("", wrap=True, parent=self)
        self._limits = text_label("", "warn", wrap=True, parent=self)
        self._answer = text_label("", "strong", wrap=True, parent=self)
        self._generous = text_label("", "caption", wrap=True, parent=self)
        self._generous.setText(
            _(
                "This is more than one and a half times the price. "
                "More money gains nothing from here; words and care do."
            )
        )
        self._budget = text_label("", "caption", wrap=True, parent=self)
        self.approval = self._made_approval()
        self._after = QWidget(self)
        self._fill_after()
        for widget in (
            self._standing,
            self._limits,
            self._answer,
            self._after,
            self.approval,
            self._generous,
            self._budget,
        ):
            self.column.addWidget(widget)
        keep_private(self)

    @property
    def shown_for(self) -> tuple[UUID | None, UUID | None]:
        """Return which case is shown, and to whom."""
        return self._for

    def show_story(self, story: Story) -> None:
        """Say how what is given stands to what may be given; nothing while nothing is given or asked."""
        desk, spent = self._desk, story.remedies.spent
        judgement = desk.casework.judgement(story)
        asked = desk.authority.asked(story)
        before, self._for = self._for, (story.case.id, desk.actor_id)
        if before != self._for:
            self.approval.begin_anew()
        words = BarWords(desk.settings, desk.clock.now())
        generous = story.remedies.is_beyond_generous(story.price)
        self.setVisible(bool(spent) or generous or (asked is not None and asked.is_to_be_told))
        set_property(self, "card", "info" if judgement.within else "warn")
        answer = words.asked(asked, spent, judgement)
        _say(self._standing, words.standing(story, judgement, answered=bool(answer)))
        _say(self._limits, "" if judgement.within else words.limits())
        _say(self._answer, answer)
        self._generous.setVisible(generous)
        self._show_budget(words)
        waits = asked is not None and asked.is_waiting
        same = waits and asked is not None and asked.request.amount == spent
        self.approval.setVisible(not judgement.within and story.case.is_being_worked_on)
        self.later.setVisible(not same)
        if judgement.within or same:
            self.put_later_away()
        self._after.setVisible(waits or (asked is not None and asked.is_to_be_told))
        self.know.setVisible(asked is not None and asked.is_to_be_told)
        self.withdraw.setVisible(waits)

    def warning(self) -> str:
        """Return what is said while more is given than may be, else ""."""
        beyond = not self.isHidden() and self.property("card") == "warn"
        return self._standing.text() or self._answer.text() if beyond else ""

    def ask_later(self) -> None:
        """Ask by when the customer hears, with a time that is suggested."""
        self.put_later_away()
        hours = self._desk.settings.hours
        suggested = hours.wall(self._desk.authority.suggested_answer_time())
        self.later_panel = AskLater(hours.wall(self._desk.clock.now()), suggested, self)
        self.later_panel.given.connect(self.asked)
        self.later_panel.put_away.connect(self._leave_later)
        self.column.insertWidget(self.column.indexOf(self.approval) + 1, self.later_panel)
        self.later_panel.show()
        self.later_panel.begin()
        self.later.hide()

    def put_later_away(self) -> None:
        """Take the question by when the customer hears off the screen."""
        if self.later_panel is not None:
            panel, self.later_panel = self.later_panel, None
            panel.hide()
            panel.deleteLater()

    def _leave_later(self) -> None:
        self.put_later_away()
        self.later.show()
        self.later.setFocus()

    def _made_approval(self) -> ManagersDigits:
        approve = secondary_button(_("Approve"), "shield-check", self)
        made = ManagersDigits(self._actions, approve, self)
        self.later = quiet_button(_("Ask a manager later"), "clock", made)
        self.later.clicked.connect(self.ask_later)
        made.put_beside(self.later)
        made.entered.connect(self.approved)
        return made

    def _fill_after(self) -> None:
        row = FlowLayout(gap=(S, S), parent=self._after)
        self.know = secondary_button(_("I told them"), "check", self._after)
        self.know.clicked.connect(self.told)
        self.withdraw = quiet_button(_("Take the question back"), "undo-2", self._after)
        self.withdraw.clicked.connect(self.withdrawn)
        for widget in (self.know, self.withdraw):
            row.addWidget(widget)

    def _show_budget(self, words: BarWords) -> None:
        """Show the month's budget to a manager alone; nobody else has to think of it."""
        actor = self._desk.actor
        if actor is None or not actor.is_manager:
            self._budget.hide()
            return
        month = self._desk.months.this_month()
        _say(self._budget, words.budget(self._desk.months.budget(month), month))


def _say(label: TextLabel, sentence: str) -> None:
    """Show a sentence in a label; nothing takes no room."""
    label.setText(sentence)
    label.setVisible(bool(sentence))
