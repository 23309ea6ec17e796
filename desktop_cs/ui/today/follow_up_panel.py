"""Being done with a follow-up: its small form, below its row."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_cs.followups.followup import FollowUp
from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Form
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.forms.form_view import FormView
from desktop_cs.ui.today.row_panel import RowPanel
from desktop_cs.ui.today.words import what_to_do
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

REOPEN_KEYS = "Ctrl+R"


class FollowUpPanel(RowPanel):
    """Asks how it went.

    Args:
        follow_up: The follow-up.
        draft: What was typed into its form at an earlier time.
        form: The follow-up form.
        context: Currency and wall time of the shop.
        parent: The widget that it stands in.

    Signals:
        finished: The follow-up is done with these answers.
        reopening: It is done, and the case is to be taken up again.
        later_wanted: It is not done; another time is wanted.
    """

    finished = Signal()
    reopening = Signal()
    later_wanted = Signal()

    def __init__(
        self,
        follow_up: FollowUp,
        form: Form,
        context: CheckContext,
        draft: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("{who}: how did it go?").format(who=follow_up.who), parent)
        self.column.addWidget(text_label(what_to_do(follow_up), "muted", wrap=True, parent=self))
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
        """Say that the follow-up is done."""
        self.finished.emit()

    def focus_first(self) -> None:
        """Put the focus into the first question without an answer."""
        self.form.focus_first()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is still needed, the first of it in focus."""
        self.form.show_problems(problems)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        self.done = primary_button(_("Done"), "check", self)
        self.done.setToolTip("Ctrl+Enter")
        self.done.clicked.connect(self.finish)
        self.reopen = secondary_button(_("Done, and reopen the case"), "undo-2", self)
        self.reopen.setToolTip(REOPEN_KEYS)
        self.reopen.clicked.connect(self.reopening)
        self.later = quiet_button(_("Not done: later"), "clock", self)
        self.later.clicked.connect(self.later_wanted)
        for button in (self.done, self.reopen, self.later):
            row.addWidget(button)
        row.addWidget(text_label(_("Ctrl+Enter finishes, Esc puts this away"), "caption", parent=self))
        return row

    def _offer(self, _field_id: str) -> None:
        """Offer what fits the answers: to reopen what is not solved, to try again whom we did not reach."""
        typed = self.form.raw_answers()
        self.reopen.setVisible(typed.get("reached") == "yes" and typed.get("still_solved") == "no")
        self.later.setVisible(typed.get("reached") == "not_reached")


def _untitled(form: Form) -> Form:
    """Return the form without its titles: the panel has one, and a row below has to stay in sight."""
    return replace(form, title={}, sections=tuple(replace(section, title={}) for section in form.sections))
