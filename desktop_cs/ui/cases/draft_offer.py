"""Offers what was typed in a case and could not be stored, such as on a full disk."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.drafts import Drafts
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.case_frame import CaseFrame
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class DraftOffer(QObject):
    """Asks above the form what is to become of the text.

    Signals:
        taken: The text is about to be put in; its step, which is to be shown.
    """

    taken = Signal(object)

    def __init__(self, actions: Actions, frame: CaseFrame) -> None:
        super().__init__(frame)
        self._desk = actions.desk
        self._frame = frame
        self._drafts = Drafts(actions.desk.storage.folder)
        self._panel: QWidget | None = None
        self.take: QPushButton | None = None

    def offer(self, story: Story) -> None:
        """Ask about the first draft of this case, if there is one."""
        self._put_away()
        if not story.case.is_being_worked_on or self._frame.pane.autosave.is_due:
            return
        for step, raw in self._drafts.of_case(story.case.id).items():
            self._ask(story, step, raw)
            return

    def _ask(self, story: Story, step: Step, raw: dict[str, str]) -> None:
        title = words_in(self._desk.forms[step].title, language_in_use())
        told = _("Some of “{step}” was typed here and could not be saved. It is kept: take it back in?")
        panel = Card("warn", M, self._frame)
        panel.column.addWidget(text_label(told.format(step=title), "strong", wrap=True, parent=panel))
        row = QHBoxLayout()
        row.setSpacing(S)
        self.take = secondary_button(_("Take it in"), parent=panel)
        leave = quiet_button(_("Throw it away"), parent=panel)
        self.take.clicked.connect(lambda: self._take(story, step, raw))
        leave.clicked.connect(lambda: self._forget(story, step))
        row.addWidget(self.take)
        row.addWidget(leave)
        row.addStretch(1)
        panel.column.addLayout(row)
        self._panel = panel
        self._frame.show_above(panel)

    def _take(self, story: Story, step: Step, raw: dict[str, str]) -> None:
        self.taken.emit(step)
        if self._frame.pane.type_in(step, raw):
            self._forget(story, step)

    def _forget(self, story: Story, step: Step) -> None:
        self._drafts.forget(story.case.id, step)
        self._put_away()

    def _put_away(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = self.take = None
