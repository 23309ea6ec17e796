"""What is read back to the customer: what is missing, every answer, what comes next, what was done.

What is seen first is built at once, the lines below it while nothing else is to do.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.promises import PromiseState, earlier_of
from desktop_cs.cases.steps import Step, StepState
from desktop_cs.desk.case_view import Gap, Row, Story
from desktop_cs.desk.desk import Desk
from desktop_cs.followups.followup import FollowUpState
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.ui.cases.case_words import event_words, follow_up_words, skip_words
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, XS, L, M, S
from desktop_cs.ui.widgets.buttons import link_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.widgets.rule import Rule

_LABEL_PX = 170
_SPOKEN = "in_their_words"  # Source: steps.md, review: "shown first everywhere"
_AT_ONCE = 6  # titles and lines built at once; the next ones follow before the eye gets there
_IN_ONE_TURN = 2  # of the others: some 4 ms


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
        self._waiting: Iterator[Callable[[], None]] = iter(())
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._build_next)
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
        self._waiting = self._pieces(story, self._desk.casework.rows(story), working=working)
        self._build(_AT_ONCE)
        self._idle.start()

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

    def _build_next(self) -> None:
        if not self._build(_IN_ONE_TURN):
            self._idle.stop()

    def _build(self, most: int) -> bool:
        """Add the next titles and lines; return whether there may be more."""
        pieces = list(islice(self._waiting, most))
        for add in pieces:
            add()
        return len(pieces) == most

    def _pieces(self, story: Story, rows: tuple[Row, ...], *, working: bool) -> Iterator[Callable[[], None]]:
        """Yield what adds the next title or line; the customer's own words come first everywhere."""
        spoken = [row for row in rows if row.field_id == _SPOKEN]
        for row in spoken:
            yield partial(self._add_title, row.label)
            yield partial(self._add_line, "", row.text, (row.step, row.field_id) if working else None)
        for step in Step:
            of_step = [one for one in rows if one.step is step and one not in spoken]
            yield from self._step_lines(story, step, of_step, working=working)
        yield from self._plan_lines(story)
        if not working:
            yield from self._event_lines(story)

    def _step_lines(
        self, story: Story, step: Step, rows: list[Row], *, working: bool
    ) -> Iterator[Callable[[], None]]:
        entry = story.walk.entry(step)
        if not rows and entry.state is not StepState.SKIPPED:
            return
        yield partial(self._add_title, self._title(step))
        if entry.state is StepState.SKIPPED:
            way = (step, "") if working else None
            yield partial(self._add_line, _("Skipped"), skip_words(entry.skip_reason), way)
        for row in rows:
            way = (step, row.field_id) if working else None
            yield partial(self._add_line, row.label, row.text, way)

    def _plan_lines(self, story: Story) -> Iterator[Callable[[], None]]:
        """Yield the promises and the follow-ups, with day and person."""
        promises = [one for one in story.promises if one.state is not PromiseState.RENEGOTIATED]
        plans = [one for one in story.follow_ups if one.state is not FollowUpState.DROPPED]
        if promises or plans:
            yield partial(self._add_title, _("What happens next"))
        for promise in promises:
            came_of_it = {PromiseState.KEPT: _("done"), PromiseState.BROKEN: _("not kept")}
            done = came_of_it.get(promise.state, "")
            told = _joined(promise.what, self._when(promise.due_at), promise.by_whom, done)
            yield partial(self._add_line, _("Promise"), told)
        for plan in plans:
            when = self._when(plan.until or plan.due_at)
            when = _("until {time}").format(time=when) if plan.until else when
            who = story.names.get(plan.staff_id, "") if plan.staff_id else ""
            done = _("done") if plan.state is FollowUpState.DONE else ""
            yield partial(self._add_line, follow_up_words(plan), _joined(when, who, done))

    def _event_lines(self, story: Story) -> Iterator[Callable[[], None]]:
        """Yield what has been done with the case as a whole, so that nobody has to ask."""
        yield partial(self._add_title, _("How it went"))
        for label, words in (
            (_("Their wish"), self._desk.casework.wish(story)),
            (_("For them it took"), self._care(story)),
        ):
            if words:
                yield partial(self._add_line, label, words)
        yield from self._agreed_anew(story)
        for event in story.events:
            who = story.names.get(event.by, "") if event.by else ""
            told = _joined(self._when(event.at), who, event.reason)
            yield partial(self._add_line, event_words(event.what), told)

    def _agreed_anew(self, story: Story) -> Iterator[Callable[[], None]]:
        """Yield the earlier times of promises that were agreed anew; customers hear only the last."""
        for promise in story.promises:
            earlier = earlier_of(promise, story.promises)
            if not earlier or promise.state is PromiseState.RENEGOTIATED:
                continue
            first, *later = [self._when(one.due_at) for one in (*earlier, promise)]
            told = _("{what}: first promised for {first}, agreed anew: {later}")
            words = told.format(what=promise.what, first=first, later=", ".join(later))
            yield partial(self._add_line, _("Promise"), words)

    def _care(self, story: Story) -> str:
        """Return how often they told it, through how many hands it went, how soon they got something."""
        if not story.walk.entry(Step.APOLOGY).is_passed:
            return ""
        care = self._desk.follow_ups.care_numbers(story)
        told = ngettext("told once", "told {count} times", care.times_told).format(count=care.times_told)
        hands = ngettext("one hand-over", "{count} hand-overs", care.hands_passed)
        minutes = care.minutes_to_first_remedy
        soon = ngettext(
            "first remedy after {count} minute", "first remedy after {count} minutes", minutes or 0
        )
        return _joined(
            told,
            hands.format(count=care.hands_passed) if care.hands_passed else "",
            "" if minutes is None else soon.format(count=minutes),
        )

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
        words = text_label(text, wrap=True, parent=line)
        words.setContentsMargins(0, XS, 0, XS)
        if label:
            name = text_label(label, "strong", wrap=True, parent=line)
            name.setFixedWidth(look().px(_LABEL_PX))
            name.setContentsMargins(0, XS, 0, XS)
            row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
        if change is not None:
            way = link_button(_("Change"), parent=line)
            way.setAccessibleName(_("Change “{question}”").format(question=label or text))
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
