"""All cases, newest first: filtered by state, searched by words, opened with Enter."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.case import Case
from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.cases.states import CaseState
from desktop_cs.desk.changes import Changes
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.case_list_model import CaseListModel, Place
from desktop_cs.ui.cases.case_table import CaseTable
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.slow_work import SlowWork
from desktop_cs.ui.tables.growing_rows import PAGE
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import quiet_button, set_words
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.empty_state import EmptyState
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.widgets.search_field import SearchField

MOST_AT_ONCE = 1000  # cases read again after a change; 50 ms
PAUSE_MS = 120  # between the last key and the search, so that fast typing asks once
UNFINISHED = frozenset({CaseState.DRAFT, CaseState.OPEN, CaseState.REOPENED})
_CHIPS = {
    "all": frozenset[CaseState](),
    "unfinished": UNFINISHED,
    "logged": frozenset({CaseState.LOGGED}),
    "closed": frozenset({CaseState.CLOSED}),
    "cancelled": frozenset({CaseState.CANCELLED}),
}


class CaseListPage(Page):
    """The list of cases; `load` takes a `CaseFilter`, or None for what was shown last."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._wanted = CaseFilter()
        self._counting: SlowWork | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._filter)
        self.model = CaseListModel(self._read, lambda: self.desk.settings.hours, self)
        self._build()

    def load(self, subject: object = None) -> None:
        """Show these cases, or those that were shown last as they are now."""
        if isinstance(subject, CaseFilter):
            self._wanted = subject
            self.search.setText(subject.text)
            self.chips.set_ids(
                [next((name for name, states in _CHIPS.items() if states == subject.states), "")]
            )
        self._start()

    def subject(self) -> CaseFilter:
        """Return which cases are shown."""
        return self._wanted

    def hear(self, changes: Changes) -> None:
        """Read again when cases or the names in them changed; the current row stays."""
        if changes.cases or changes.customers or changes.settings:
            self._start(min(max(self.model.rowCount() + 1, PAGE), MOST_AT_ONCE))

    def focus_first(self) -> None:
        """Put the focus on the newest case, or into the search where there is none."""
        if self.model.rowCount():
            self.table.setFocus()
        else:
            self.search.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go from the search down into the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            goes_down = event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if goes_down and self._pause.isActive():
                self._pause.stop()
                self._filter()
            if goes_down and self.model.rowCount():
                self.table.setFocus()
                return True
        return False

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        title = QHBoxLayout()
        title.addWidget(text_label(_("Cases"), "h1", parent=self))
        title.addStretch(1)
        self.count = text_label("", "muted", parent=self)
        title.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(title)
        column.addLayout(self._filters())
        card = Card("surface", 1, self)
        self._body = QStackedLayout()
        self.table = CaseTable(self.model, card)
        self.table.opened.connect(lambda case_id: self.went.emit("case", case_id))
        self.table.left_upwards.connect(self.search.setFocus)
        self._body.addWidget(self.table)
        self._empty: EmptyState | None = None
        card.column.addLayout(self._body)
        column.addWidget(card, 1)

    def _filters(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(M)
        words = (_("All"), _("Unfinished"), _("Logged"), _("Closed"), _("Cancelled"))
        choices = [(name, ChoiceWords(word)) for name, word in zip(_CHIPS, words, strict=True)]
        self.chips = ChoiceGroup(choices, Mark.NONE, parent=self)
        self.chips.setAccessibleName(_("State"))
        self.chips.set_ids(["all"])
        self.chips.picked.connect(self._filter)
        self.search = SearchField(_("Find in the list"), icon_name="search", parent=self)
        self.search.setMaximumWidth(look().px(320))
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.installEventFilter(self)
        self.only = quiet_button("", "x", self)
        self.only.setToolTip(_("Show everybody's cases again"))
        self.only.clicked.connect(self._show_everybody)
        line.addWidget(self.chips, 1)
        line.addWidget(self.only)
        line.addWidget(self.search)
        return line

    def _filter(self) -> None:
        picked = next(iter(self.chips.ids()), "")
        if not picked:
            picked = "all"
            self.chips.set_ids([picked])
        self._wanted = replace(self._wanted, states=_CHIPS[picked], text=self.search.text().strip())
        self._start()

    def _show_customer(self) -> None:
        """Say whose cases these are when they are somebody's; one press shows everybody's again."""
        customer_id = self._wanted.customer_id
        self.only.setVisible(customer_id is not None)
        if customer_id is not None:
            customer = self.actions.ask(lambda: self.desk.customers.get(customer_id))
            set_words(self.only, _("Only {who}").format(who=customer.name if customer else ""))

    def _show_everybody(self) -> None:
        self._wanted = replace(self._wanted, customer_id=None)
        self._start()

    def _start(self, count: int = PAGE) -> None:
        current = self.table.currentIndex()
        before = self.model.rows[current.row()].id if current.isValid() else None
        names = self.actions.ask(self.desk.due.names) or {}
        self.model.start(names, count)
        self.table.show_case(max(self.model.row_of(before), 0) if before else 0)
        self._show_customer()
        self._show_empty()
        self._count()

    def _read(self, before: Place | None, limit: int) -> list[Case]:
        return self.actions.ask(lambda: self.desk.storage.cases.listed(self._wanted, limit, before)) or []

    def _count(self) -> None:
        """Count in another thread: with very many cases it takes longer than a key."""
        if self._counting is not None:
            self._counting.cancel()
        wanted, cases = self._wanted, self.desk.storage.cases

        def counted() -> tuple[int, int, int]:
            unfinished = cases.count(CaseFilter(states=UNFINISHED))
            return cases.count(wanted), unfinished, cases.count(CaseFilter())

        self._counting = self.actions.run_slow(counted, self._show_count)

    def _show_count(self, counts: tuple[int, int, int]) -> None:
        self._counting = None
        found, unfinished, total = (shown.number(count, language_in_use()) for count in counts)
        is_all = self._wanted == CaseFilter()
        told = _("{unfinished} unfinished of {total}") if is_all else _("{found} of {total}")
        self.count.setText(told.format(found=found, unfinished=unfinished, total=total))

    def _show_empty(self) -> None:
        """Say why nothing is listed, with one way on."""
        if self._empty is not None:
            self._body.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if self.model.rowCount():
            self._body.setCurrentWidget(self.table)
            return
        if self._wanted == CaseFilter():
            reason = _("Every complaint that you take becomes a case here.")
            self._empty = EmptyState("inbox", _("No cases yet"), reason=reason, button=_("New case"))
            self._empty.wanted.connect(lambda: self.went.emit("new_case", None))
        else:
            reason = _("Try a part of the name, the number or the words.")
            self._empty = EmptyState("search", _("No case fits"), reason=reason, button=_("Show all cases"))
            self._empty.wanted.connect(lambda: self.load(CaseFilter()))
        self._body.addWidget(self._empty)
        self._body.setCurrentWidget(self._empty)
