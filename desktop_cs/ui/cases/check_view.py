"""Check, then finish: what is read back to the customer, what is still missing, and the letter beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.steps import Step, StepState
from desktop_cs.desk.case_view import Gap, Row, Story
from desktop_cs.followups.followup import FollowUpState
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.case_words import follow_up_words, skip_words
from desktop_cs.ui.letters.letter_panel import LetterPanel
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.widgets.rule import Rule

_LABEL_PX = 170


class CheckView(QWidget):
    """Every answer with "Change", the follow-ups with day and person, and the letter.

    Signals:
        change_wanted: A step is to be changed, at this question.
    """

    change_wanted = Signal(object, str)

    def __init__(
        self, actions: Actions, preferences: Preferences, page: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = actions.desk
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        card = Card("surface", 0, self)
        self._content = QWidget(card)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(XL, L, XL, XL)
        self._column.setSpacing(S)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._column.addLayout(self._lines)
        self._column.addStretch(1)
        card.column.addWidget(FocusScrollArea(self._content, card))
        self.letter = LetterPanel(actions, preferences, page, self)
        row.addWidget(card, 1)
        row.addWidget(self.letter)

    def show_story(self, story: Story, *, strict: bool = False) -> None:
        """Show this case; `strict` puts the focus on the first thing that is missing."""
        self._clear()
        working = story.case.is_being_worked_on
        self._lines.addWidget(
            text_label(
                _("Check, then finish") if working else _("What was agreed"), "h2", parent=self._content
            )
        )
        if working:
            told = _("Read it back to the customer. Change anything that is not right.")
            self._lines.addWidget(text_label(told, "muted", wrap=True, parent=self._content))
            self._add_gaps(self._desk.casework.gaps(story), strict=strict)
        rows = self._desk.casework.rows(story)
        for step in Step:
            self._add_step(story, step, [one for one in rows if one.step is step], working=working)
        self._add_plans(story)
        self.letter.show_story(story)

    def show_above(self, panel: QWidget) -> None:
        """Show a question above the rows."""
        self._column.insertWidget(0, panel)

    def print_letter(self) -> None:
        """Print the letter, where it is on the screen."""
        if self.isVisible():
            self.letter.print_letter()

    def _add_gaps(self, gaps: tuple[Gap, ...], *, strict: bool) -> None:
        if not gaps:
            return
        card = Card("warn", M, self._content)
        card.column.addWidget(
            text_label(_("Still needed before the case can be finished"), "strong", wrap=True, parent=card)
        )
        buttons = []
        for gap in gaps:
            way = quiet_button(gap.sentence, "arrow-right", card)
            way.clicked.connect(
                lambda _checked=False, gap=gap: self.change_wanted.emit(gap.step, gap.field_id)
            )
            card.column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
            buttons.append(way)
        self._lines.addSpacing(S)
        self._lines.addWidget(card)
        if strict:
            buttons[0].setFocus()

    def _add_step(self, story: Story, step: Step, rows: list[Row], *, working: bool) -> None:
        entry = story.walk.entry(step)
        title = words_in(self._desk.forms[step].title, language_in_use())
        if not rows and entry.state is not StepState.SKIPPED:
            return
        self._lines.addSpacing(M)
        self._lines.addWidget(text_label(title, "caption-strong", parent=self._content))
        if entry.state is StepState.SKIPPED:
            self._add_line(_("Skipped"), skip_words(entry.skip_reason), (step, "") if working else None)
        for row in rows:
            self._add_line(row.label, row.text, (step, row.field_id) if working else None)

    def _add_plans(self, story: Story) -> None:
        """Add the promises and the follow-ups, with day and person."""
        hours, language = self._desk.settings.hours, language_in_use()
        now = hours.wall(self._desk.clock.now())
        open_ones = [one for one in story.promises if one.state is not PromiseState.RENEGOTIATED]
        plans = [one for one in story.follow_ups if one.state is not FollowUpState.DROPPED]
        if open_ones or plans:
            self._lines.addSpacing(M)
            self._lines.addWidget(text_label(_("What happens next"), "caption-strong", parent=self._content))
        for promise in open_ones:
            when = shown.near_moment(hours.wall(promise.due_at), now, language)
            self._add_line(
                _("Promise"),
                _joined(promise.what, when, promise.by_whom, _done(promise.state is PromiseState.KEPT)),
            )
        for plan in plans:
            when = shown.near_moment(hours.wall(plan.until or plan.due_at), now, language)
            when = _("until {time}").format(time=when) if plan.until else when
            who = story.names.get(plan.staff_id, "") if plan.staff_id else ""
            self._add_line(follow_up_words(plan), _joined(when, who, _done(plan.state is FollowUpState.DONE)))

    def _add_line(self, label: str, text: str, change: tuple[Step, str] | None = None) -> None:
        line = QWidget(self._content)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, S, 0, S)
        row.setSpacing(M)
        name = text_label(label, "strong", wrap=True, parent=line)
        name.setFixedWidth(look().px(_LABEL_PX))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(text, wrap=True, parent=line), 1, Qt.AlignmentFlag.AlignTop)
        if change is not None:
            way = quiet_button(_("Change"), parent=line)
            way.setAccessibleName(_("Change “{question}”").format(question=label))
            way.clicked.connect(lambda _checked=False: self.change_wanted.emit(*change))
            row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(line)
        self._lines.addWidget(Rule(self._content))

    def _clear(self) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _done(done: bool) -> str:
    return _("done") if done else ""
