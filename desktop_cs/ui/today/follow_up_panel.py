"""Being done with a follow-up: its small form, below its row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.followups.followup import FollowUp
from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Form
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.ui.forms.form_view import FormView
from desktop_cs.ui.today.row_panel import RowPanel
from desktop_cs.ui.today.words import what_to_do
from desktop_cs.ui.widgets.buttons import link_button, primary_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

REOPEN_KEYS = "Ctrl+R"


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """What the panel says and asks besides the form.

    `whose` names who does it, "" where anybody may; `next_try` says when whom nobody reached is tried again;
    `needs_new_try` tells by the answers whether that is so; `colleagues` can be given it, as (key, name).
    """

    whose: str
    tried: int
    next_try: str
    needs_new_try: Callable[[Mapping[str, str]], bool]
    colleagues: Sequence[tuple[UUID, str]]


class FollowUpPanel(RowPanel):
    """Asks how it went.

    Args:
        follow_up: The follow-up.
        draft: What was typed into its form at an earlier time.
        form: The follow-up form.
        context: Currency and wall time of the shop.
        facts: What else is to be said about it.
        parent: The widget that it stands in.

    Signals:
        finished: The follow-up is done with these answers.
        trying_again: Nobody was reached; it is to be tried again at the next good time.
        reopening: It is done, and the case is to be taken up again.
        later_wanted: Nobody was reached; another time is wanted.
        given_to: It is to be done by somebody else; their key.
    """

    finished = Signal()
    trying_again = Signal()
    reopening = Signal()
    later_wanted = Signal()
    given_to = Signal(object)

    def __init__(
        self,
        follow_up: FollowUp,
        form: Form,
        context: CheckContext,
        draft: Mapping[str, str],
        facts: FollowUpFacts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("{who}: how did it go?").format(who=follow_up.who), parent)
        self._facts = facts
        self.column.addWidget(text_label(what_to_do(follow_up), "muted", wrap=True, parent=self))
        if follow_up.as_call:
            owed = _("They accepted reluctantly: the call is owed until somebody has spoken with them.")
            self.column.addWidget(text_label(owed, "needed", wrap=True, parent=self))
        self.column.addLayout(self._whose_line())
        self.column.addWidget(self.people)
        self.form = FormView(_untitled(form), language_in_use(), context, parent=self)
        self.form.set_raw_answers(draft)
        self.form.edited.connect(self._offer)
        self._untouched = self.form.raw_answers()
        self.column.addWidget(self.form)
        self.column.addLayout(self._buttons())
        again = QShortcut(QKeySequence(REOPEN_KEYS), self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(lambda: self.reopen.click() if self.reopen.isVisible() else None)
        self._offer("")

    @property
    def is_touched(self) -> bool:
        """Return whether an answer was changed since the panel was opened."""
        return self.form.raw_answers() != self._untouched

    def finish(self) -> None:
        """Say that the follow-up is done, or is to be tried again where nobody was reached."""
        if self._facts.needs_new_try(self.form.raw_answers()):
            self.trying_again.emit()
        else:
            self.finished.emit()

    def focus_first(self) -> None:
        """Put the focus into the first question without an answer."""
        self.form.focus_first()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is still needed, the first of it in focus."""
        self.form.show_problems(problems)

    def _whose_line(self) -> QHBoxLayout:
        """Return the line that says who does it, with the way to give it to somebody else."""
        row = QHBoxLayout()
        told = [_("Who: {name}").format(name=self._facts.whose)] if self._facts.whose else []
        if self._facts.tried:
            tried = ngettext("tried {count} time in vain", "tried {count} times in vain", self._facts.tried)
            told.append(tried.format(count=self._facts.tried))
        row.addWidget(text_label(" · ".join(told), "caption", parent=self))
        self.give = link_button(_("Give it to somebody else"), parent=self)
        self.give.setCheckable(True)
        row.addWidget(self.give)
        row.addStretch(1)
        choices = [(str(key), ChoiceWords(name)) for key, name in self._facts.colleagues]
        self.people = ChoiceGroup(choices, Mark.NONE, parent=self)
        self.people.setAccessibleName(_("Who does it from now on?"))
        self.people.hide()
        self.people.picked.connect(lambda: self.given_to.emit(UUID(self.people.ids()[0])))
        self.give.toggled.connect(self._show_people)
        self.give.setVisible(bool(choices))
        return row

    def _show_people(self, shown: bool) -> None:
        self.people.setVisible(shown)
        if shown:
            self.people.setFocus()

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        self.done = primary_button(_("Done"), "check", self)
        self.done.setToolTip("Ctrl+Enter")
        self.done.clicked.connect(self.finish)
        self.again = primary_button(
            _("Try again: {time}").format(time=self._facts.next_try), "refresh-cw", self
        )
        self.again.setToolTip("Ctrl+Enter")
        self.again.clicked.connect(self.finish)
        self.reopen = secondary_button(_("Done, and reopen the case"), "undo-2", self)
        self.reopen.setToolTip(REOPEN_KEYS)
        self.reopen.clicked.connect(self.reopening)
        self.later = quiet_button(_("Another time"), "clock", self)
        self.later.clicked.connect(self.later_wanted)
        for button in (self.done, self.again, self.reopen, self.later):
            row.addWidget(button)
        row.addWidget(text_label(_("Ctrl+Enter finishes, Esc puts this away"), "caption", parent=self))
        return row

    def _offer(self, _field_id: str) -> None:
        """Offer what fits the answers: to reopen what is not solved, to try again whom we did not reach."""
        typed = self.form.raw_answers()
        self.reopen.setVisible(typed.get("reached") == "yes" and typed.get("still_solved") == "no")
        again = self._facts.needs_new_try(typed)
        self.done.setVisible(not again)
        self.again.setVisible(again)
        self.later.setVisible(again)


def _untitled(form: Form) -> Form:
    """Return the form without its titles: the panel has one, and a row below has to stay in sight."""
    return replace(form, title={}, sections=tuple(replace(section, title={}) for section in form.sections))
