"""The four steps on the left: what is done, what is missing, and how one gets there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.desk import Desk
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.widgets.step_item import StepItem

WIDTH_PX = 212


class StepRail(QWidget):
    """Walks in any order: a click or Ctrl+1 to Ctrl+4.

    Signals:
        chosen: A step was chosen.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setFixedWidth(look().px(WIDTH_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self._items: dict[Step, StepItem] = {}
        self._may_answer, self._compact = True, False
        for number, step in enumerate(Step, start=1):
            title = words_in(desk.forms[step].title, language_in_use())
            item = StepItem(number, title, self)
            item.setToolTip(f"Ctrl+{number}")
            item.clicked.connect(lambda _checked=False, step=step: self.chosen.emit(step))
            self._items[step] = item
            column.addWidget(item)
        self._hint = text_label(
            _("You can answer in any order.") + "\nCtrl+1 … Ctrl+4", "caption", wrap=True, parent=self
        )
        column.addWidget(self._hint)
        self._earlier = text_label("", "caption", wrap=True, parent=self)
        self._earlier.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addStretch(1)
        column.addWidget(self._earlier)

    def show_story(self, story: Story, current: Step) -> None:
        """Show how far each step of the case is."""
        for step, item in self._items.items():
            entry = story.walk.entry(step)
            missing = 0 if entry.is_passed else len(self._desk.casework.steps.step_problems(story, step))
            item.set_state(
                self._caption(entry, missing),
                done=entry.is_passed,
                missing=bool(missing) and bool(entry.answers),
            )
            item.setChecked(step is current)
        self._earlier.setText(self._told_earlier(story))
        self._may_answer = story.case.is_being_worked_on
        self._hint.setVisible(self._may_answer and not self._compact)

    def set_compact(self, *, compact: bool) -> None:
        """Leave second lines out where the window is low."""
        for item in self._items.values():
            item.set_compact(compact)
        self._compact = compact
        self._hint.setVisible(self._may_answer and not compact)
        self._earlier.setVisible(not compact)

    def item(self, step: Step) -> StepItem:
        """Return the item of a step."""
        return self._items[step]

    def _caption(self, entry: StepEntry, missing: int) -> str:
        hours = self._desk.settings.hours
        if entry.state is StepState.SKIPPED:
            return _("Skipped, with a reason")
        if entry.state is StepState.DONE and entry.done_at is not None:
            now = hours.wall(self._desk.clock.now())
            return _("Done {time}").format(
                time=shown.near_moment(hours.wall(entry.done_at), now, language_in_use())
            )
        if missing and entry.answers:
            return ngettext("{count} answer left", "{count} answers left", missing).format(count=missing)
        return _("In progress") if entry.answers else _("Not begun")

    def _told_earlier(self, story: Story) -> str:
        if story.earlier is None:
            return ""
        day = shown.day(self._desk.settings.hours.wall(story.earlier.opened_at).date(), language_in_use())
        told = _("Earlier with us\n{day}, case {number}\n{line}")
        return told.format(day=day, number=story.earlier.number, line=story.earlier.one_line)
