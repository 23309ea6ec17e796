"""Being done with a promise: kept or broken, and what that says about us."""

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_cs import shown
from desktop_cs.cases.promises import Promise, PromiseState, trust_percent
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.today.moment_line import MomentLine
from desktop_cs.ui.today.row_panel import RowPanel
from desktop_cs.ui.today.words import trust_words
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class PromisePanel(RowPanel):
    """Asks whether a promise was kept, and when.

    Args:
        promise: The promise.
        now: The moment it is, in UTC.
        hours: The shop's hours.
        queue: Of a callback, what the customer can be told about their place in the queue.
        parent: The widget that it stands in.

    Signals:
        settled: Kept or broken (a `PromiseState`), and the moment in UTC.
        told: They were told how it stands, in these words; the promise stays open.
    """

    settled = Signal(object, object)
    told = Signal(str)

    def __init__(
        self,
        promise: Promise,
        now: datetime,
        hours: OpeningHours,
        queue: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("{who}: did we keep our word?").format(who=promise.who), parent)
        self._promise, self._now, self._hours = promise, now, hours
        said = f"{self._said()} {queue}".strip()
        self.column.addWidget(text_label(said, wrap=True, parent=self))
        self._question = text_label(
            _("When was it done? Leave it empty for just now."), "strong", parent=self
        )
        self.column.addWidget(self._question)
        self.line = MomentLine(hours.wall(now), past=True, parent=self)
        self.line.edited.connect(self._tell_trust)
        self.column.addWidget(self.line)
        self.trust = text_label("", "muted", wrap=True, parent=self)
        self.column.addWidget(self.trust)
        self._problem = text_label("", "problem", wrap=True, parent=self)
        self._problem.hide()
        self.column.addLayout(self._words_line())
        self.column.addWidget(self._problem)
        self.column.addLayout(self._buttons())
        self._tell_trust()

    def finish(self) -> None:
        """Say that it was kept, or what they were told where that was asked for."""
        if self.not_yet.isChecked():
            self.told.emit(self.words.text().strip())
        else:
            self._settle(PromiseState.KEPT)

    def show_problem(self, sentence: str) -> None:
        """Say why what they were told cannot be kept so."""
        self._problem.setText(sentence)
        self._problem.show()
        self.words.setFocus()

    def _words_line(self) -> QHBoxLayout:
        """Return the line for what they were told, which is shown when it is asked for."""
        row = QHBoxLayout()
        row.setSpacing(S)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("what you told them, in a few words"))
        self.words.setAccessibleName(_("What you told them"))
        self.take = primary_button(_("They know it now"), "check", self)
        self.take.setToolTip("Ctrl+Enter")
        self.take.clicked.connect(self.finish)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        for widget in (self.words, self.take):
            widget.hide()
        return row

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        self.kept = primary_button(_("We kept it"), "check", self)
        self.kept.setToolTip("Ctrl+Enter")
        self.kept.clicked.connect(self.finish)
        self.broken = secondary_button(_("We broke it"), "x", self)
        self.broken.clicked.connect(lambda: self._settle(PromiseState.BROKEN))
        self.not_yet = quiet_button(_("Not yet, but I told them"), "message-circle-heart", self)
        self.not_yet.setCheckable(True)
        self.not_yet.toggled.connect(self._ask_words)
        for button in (self.kept, self.broken, self.not_yet):
            row.addWidget(button)
        return row

    def focus_first(self) -> None:
        """Put the focus on "We kept it"."""
        self.kept.setFocus()

    def _ask_words(self, asked: bool) -> None:
        """Ask what they were told, in place of when it was done."""
        when: tuple[QWidget, ...] = (self._question, self.line, self.trust, self.kept, self.broken)
        for widget in (*when, self.words, self.take):
            widget.setVisible((widget in when) is not asked)
        (self.words if asked else self.kept).setFocus()

    def _said(self) -> str:
        language, now = language_in_use(), self._hours.wall(self._now)
        due = shown.near_moment(self._hours.wall(self._promise.due_at), now, language)
        told = _("We promised: {what}, by {moment}.")
        return told.format(what=self._promise.what, moment=due)

    def _moment(self) -> datetime:
        """Return when it was done, in UTC.

        Raises:
            UserError: What was typed is no moment, or cannot be: it is still to come, or before the promise.
        """
        typed = self.line.moment(time(12))
        moment = self._now if typed is None else self._hours.moment(typed)
        if moment > self._now:
            raise UserError(_("This moment is still to come."), "time")
        if moment < self._promise.made_at:
            raise UserError(_("This was before we promised it."), "time")
        return moment

    def _tell_trust(self) -> None:
        try:
            percent = trust_percent(self._promise.made_at, self._promise.due_at, self._moment())
        except UserError as refusal:
            self._show(str(refusal), "problem")
        else:
            self._show(trust_words(percent), "muted")

    def _settle(self, state: PromiseState) -> None:
        try:
            self.settled.emit(state, self._moment())
        except UserError as refusal:
            self._show(str(refusal), "problem")
            (self.line.day if refusal.field == "day" else self.line.time).setFocus()

    def _show(self, sentence: str, role: str) -> None:
        self.trust.set_role(role)
        self.trust.setText(sentence)
