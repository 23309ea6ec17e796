"""What is read back to the customer: what is missing, every answer, what comes next, what was done."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.steps import Step, StepState
from desktop_cs.desk.case_view import Gap, Row, Story
from desktop_cs.desk.desk import Desk
from desktop_cs.followups.followup import FollowUpState
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.cases.case_words import event_words, follow_up_words, skip_words
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, XS, L, M, S
from desktop_cs.ui.widgets.buttons import link_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.widgets.rule import Rule

_LABEL_PX = 170


class ReadBack(Card):
    """The rows, each with "Change" while the case is being worked on.

    Signals:
        change_wanted: A step is to be changed, at this question.
    """

    change_wanted = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("surface", 0, parent)
        self._desk = desk
        self._gaps: list[QWidget] = []
        self._content = QWidget(self)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(XL, L, XL, XL)
        self._column.setSpacing(S)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._column.addLayout(self._lines)
        self._column.addStretch(1)
        self._scroll = FocusScrollArea(self._content, self)
        self.column.addWidget(self._scroll)

    def show_story(self, story: Story) -> None:
        """Show this case."""
        self._clear()
        working = story.case.is_being_worked_on
        title = _("Check, then finish") if working else _("What was agreed")
        self._lines.addWidget(text_label(title, "h2", parent=self._content))
        if working:
            told = _("Read it back to the customer. Change anything that is not right.")
            self._lines.addSpacing(XS)
            self._lines.addWidget(text_label(told, "muted", wrap=True, parent=self._content))
            self._add_gaps(self._desk.casework.gaps(story))
        rows = self._desk.casework.rows(story)
        for step in Step:
            self._add_step(story, step, [one for one in rows if one.step is step], working=working)
        self._add_plans(story)
        if not working:
            self._add_events(story)

    def show_above(self, panel: QWidget) -> None:
        """Show a question above the rows."""
        self._column.insertWidget(0, panel)
        panel.show()
        self.scroll_up()

    def scroll_up(self) -> None:
        """Begin at the top."""
        self._scroll.verticalScrollBar().setValue(0)

    def focus_gap(self) -> None:
        """Put the focus on the first thing that is missing."""
        if self._gaps:
            self._gaps[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_gaps(self, gaps: tuple[Gap, ...]) -> None:
        if not gaps:
            return
        card = Card("warn", M, self._content)
        card.column.setSpacing(XS)
        told = _("Still needed before the case can be finished")
        card.column.addWidget(text_label(told, "strong", wrap=True, parent=card))
        for gap in gaps:
            way = link_button(self._gap_words(gap), "arrow-right", card)
            way.clicked.connect(
                lambda _checked=False, gap=gap: self.change_wanted.emit(gap.step, gap.field_id)
            )
            card.column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
            self._gaps.append(way)
        self._lines.addSpacing(M)
        self._lines.addWidget(card)

    def _gap_words(self, gap: Gap) -> str:
        """Return what is missing, with the step's name where the sentence alone does not tell."""
        if gap.field_id:
            return gap.sentence
        return f"{self._title(gap.step)}: {gap.sentence}"

    def _add_step(self, story: Story, step: Step, rows: list[Row], *, working: bool) -> None:
        entry = story.walk.entry(step)
        if not rows and entry.state is not StepState.SKIPPED:
            return
        self._add_title(self._title(step))
        if entry.state is StepState.SKIPPED:
            self._add_line(_("Skipped"), skip_words(entry.skip_reason), (step, "") if working else None)
        for row in rows:
            self._add_line(row.label, row.text, (step, row.field_id) if working else None)

    def _add_plans(self, story: Story) -> None:
        """Add the promises and the follow-ups, with day and person."""
        promises = [one for one in story.promises if one.state is not PromiseState.RENEGOTIATED]
        plans = [one for one in story.follow_ups if one.state is not FollowUpState.DROPPED]
        if promises or plans:
            self._add_title(_("What happens next"))
        for promise in promises:
            done = _("done") if promise.state is PromiseState.KEPT else ""
            self._add_line(
                _("Promise"), _joined(promise.what, self._when(promise.due_at), promise.by_whom, done)
            )
        for plan in plans:
            when = self._when(plan.until or plan.due_at)
            when = _("until {time}").format(time=when) if plan.until else when
            who = story.names.get(plan.staff_id, "") if plan.staff_id else ""
            done = _("done") if plan.state is FollowUpState.DONE else ""
            self._add_line(follow_up_words(plan), _joined(when, who, done))

    def _add_events(self, story: Story) -> None:
        """Add what has been done with the case as a whole, so that nobody has to ask."""
        self._add_title(_("How it went"))
        for event in story.events:
            who = story.names.get(event.by, "") if event.by else ""
            self._add_line(event_words(event.what), _joined(self._when(event.at), who, event.reason))

    def _when(self, moment: datetime) -> str:
        hours = self._desk.settings.hours
        return shown.near_moment(hours.wall(moment), hours.wall(self._desk.clock.now()), language_in_use())

    def _title(self, step: Step) -> str:
        return words_in(self._desk.forms[step].title, language_in_use())

    def _add_title(self, words: str) -> None:
        self._lines.addSpacing(L)
        self._lines.addWidget(text_label(words, "lead-strong", parent=self._content))
        self._lines.addSpacing(XS)
        self._lines.addWidget(Rule(self._content))

    def _add_line(self, label: str, text: str, change: tuple[Step, str] | None = None) -> None:
        line = QWidget(self._content)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, XS, 0, XS)
        row.setSpacing(M)
        name = text_label(label, "strong", wrap=True, parent=line)
        name.setFixedWidth(look().px(_LABEL_PX))
        name.setContentsMargins(0, XS, 0, XS)
        words = text_label(text, wrap=True, parent=line)
        words.setContentsMargins(0, XS, 0, XS)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
        if change is not None:
            way = link_button(_("Change"), parent=line)
            way.setAccessibleName(_("Change “{question}”").format(question=label))
            way.clicked.connect(lambda _checked=False: self.change_wanted.emit(*change))
            row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(line)
        self._lines.addWidget(Rule(self._content))

    def _clear(self) -> None:
        self._gaps = []
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
