"""Who did what: the trail in words, filtered; whether it is whole; compared with a print. For managers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.desk.trail_verdict import TrailVerdict
from desktop_cs.desk.trail_work import TrailLine
from desktop_cs.errors import DeskError, UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.safety.progress_card import ProgressCard
from desktop_cs.ui.safety.trail.trail_filters import TrailFilters
from desktop_cs.ui.safety.trail.trail_model import TrailModel
from desktop_cs.ui.safety.trail.trail_table import TrailTable
from desktop_cs.ui.safety.trail.whole_card import CompareLine, WholeCard
from desktop_cs.ui.safety.watch import Watch
from desktop_cs.ui.slow_work import SlowWork
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import icon_button, primary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class TrailPage(Page):
    """The trail; `load` takes the number of a case to show its lines alone."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        hours, clock = self.desk.settings.hours, self.desk.clock
        self._slow: SlowWork | None = None
        self.model = TrailModel(self._read, lambda: self.desk.settings.hours, self)
        self.back = icon_button("arrow-left", _("Back to Safety"), self)
        self.verify = primary_button(_("Is it whole?"), "shield-check", self)
        self.filters = TrailFilters(hours.wall(clock.now()).date(), self)
        self.compare = CompareLine(self)
        self.whole = WholeCard(self)
        self.progress = ProgressCard(self)
        self.table = TrailTable(self.model, self)
        self.nothing = text_label("", "muted", wrap=True, parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._refusal = ""
        self._build()
        self.back.clicked.connect(lambda: self.went.emit("safety", None))
        self.verify.clicked.connect(self._verify)
        self.filters.changed.connect(self._start)
        self.compare.typed.connect(self._compare)
        self.table.opened.connect(self._open)

    def load(self, subject: object = None) -> None:
        """Read it, as far as whoever acts may."""
        self._refusal = self._asked()
        for widget in (self.verify, self.filters, self.compare):
            widget.setVisible(not self._refusal)
        if self._refusal:
            self.whole.hide()
        if isinstance(subject, int):
            self.filters.case.setText(str(subject))
        self._start()

    def focus_first(self) -> None:
        """Begin at the question whether it is whole."""
        self.verify.setFocus()

    def leave(self) -> bool:
        """Stop looking through it."""
        if self._slow is not None:
            self.progress.stop.click()
        return True

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.back)
        head.addWidget(text_label(_("Who did what"), "h1", parent=self), 1)
        head.addWidget(self.verify)
        card = Card("line", 0, self)
        card.column.setSpacing(0)
        card.column.addWidget(self.table, 1)
        card.column.addWidget(self.nothing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addLayout(head)
        for widget in (self.whole, self.progress, self.filters):
            column.addWidget(widget)
        column.addWidget(card, 1)
        column.addWidget(self.compare)

    def _asked(self) -> str:
        """Ask whether whoever acts may read it, and return the refusal, or "" with the people offered."""
        try:
            self.filters.show_people(self.desk.trail.people())
        except DeskError as refusal:
            return str(refusal)
        return ""

    def _start(self) -> None:
        self.nothing.setText(self._refusal or _("Nothing was done that fits this."))
        self.model.begin()
        self.table.setVisible(self.model.rowCount() > 0)
        self.nothing.setVisible(self.model.rowCount() == 0)

    def _read(self, before: int | None, limit: int) -> list[TrailLine]:
        """Return a window of lines; none where whoever acts may not read them, or there is no such case."""
        try:
            return self.desk.trail.lines(before, limit, self.filters.wanted())
        except UserError:
            return []
        except DeskError as failure:
            self.actions.refused.emit(failure)
            return []

    def _verify(self) -> None:
        watch = Watch(self)
        self.whole.hide()
        self.verify.setEnabled(False)
        self.progress.begin(_("Every entry is being looked at, and the records compared with them…"), watch)
        self._slow = self.actions.run_slow(lambda: self.desk.trail.verify(watch), self._show_verdict)
        self._slow.ended.connect(self._ended)

    def _show_verdict(self, verdict: TrailVerdict) -> None:
        self.whole.show_verdict(verdict)

    def _ended(self) -> None:
        self._slow = None
        self.progress.hide()
        self.verify.setEnabled(True)
        self.verify.setFocus()

    def _compare(self, typed: str) -> None:
        try:
            fits, sentence = self.desk.trail.compare(typed)
        except UserError as refusal:
            self.compare.show_problem(refusal)
            return
        self.compare.show_problem(None)
        self.whole.show_words(sentence, is_good=fits)

    def _open(self, number: int) -> None:
        story = self.actions.ask(lambda: self.desk.casework.numbered(number))
        if story is not None:
            self.went.emit("case", story.case.id)
