"""What is asked of the person at the screen: a manager at the counter, a colleague's requests."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.requests import CaseRequest
from desktop_cs.desk.day_lists import DayLists
from desktop_cs.desk.manager_calls import ManagerCall
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.cases.request_words import asked_words, grant_words
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import L, S
from desktop_cs.ui.today.words import more_words
from desktop_cs.ui.widgets.buttons import icon_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import ElidedLabel, text_label

FEW = 3  # requests; the others come at a press


class AskedCard(Card):
    """Requests, the one that waits longest first; above them the call for a manager that is open.

    Args:
        hours: The shop's hours.
        currency: In which amounts are.
        parent: The widget that it stands in.

    Signals:
        granted: A request is granted at once.
        answer_wanted: A request is to be answered with a word, or declined.
        opened: The case of a request is wanted; its id.
        call_wanted: The open call for a manager is wanted large.
    """

    granted = Signal(object)
    answer_wanted = Signal(object)
    opened = Signal(object)
    call_wanted = Signal()

    def __init__(self, hours: OpeningHours, currency: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", L, parent)
        self._hours, self._currency = hours, currency

    def show_asked(self, lists: DayLists, call: ManagerCall | None) -> None:
        """Show what waits; called once."""
        count = len(lists.requests) + (call is not None)
        title = _("{group} · {count}").format(group=_("Asked of you"), count=count)
        self.column.addWidget(text_label(title, "strong", parent=self))
        if call is not None:
            self._add_call(call)
        for request in lists.requests[:FEW]:
            self._add_request(request, lists)
        rest = lists.requests[FEW:]
        if rest:
            more = quiet_button(more_words(len(rest), len(rest)), "chevron-down", self)
            more.clicked.connect(lambda: self._show_rest(more, rest, lists))
            self.column.addWidget(more)

    def _show_rest(self, more: QWidget, rest: Sequence[CaseRequest], lists: DayLists) -> None:
        more.hide()
        for request in rest:
            self._add_request(request, lists)

    def _add_call(self, call: ManagerCall) -> None:
        at = shown.clock_time(self._hours.wall(call.at))
        told = _("Waiting for a manager at the counter since {time}.").format(time=at)
        self._add_block(told, [(_("Show it"), self.call_wanted.emit)])

    def _add_request(self, request: CaseRequest, lists: DayLists) -> None:
        asked = asked_words(request, lists.name(request.asked_by))
        if request.amount:
            amount = shown.money(request.amount, self._currency, language_in_use())
            asked = _("{asked} It is about {amount}.").format(asked=asked, amount=amount)
        block = self._add_block(
            asked,
            [
                (grant_words(request.kind), lambda: self.granted.emit(request)),
                (_("Answer…"), lambda: self.answer_wanted.emit(request)),
            ],
            _("{who}: {line}").format(who=request.who or _("Nobody named"), line=request.one_line),
            lambda: self.opened.emit(request.case_id),
        )
        keep_private(block)

    def _add_block(
        self,
        told: str,
        acts: Sequence[tuple[str, Callable[[], None]]],
        case: str = "",
        open_case: Callable[[], None] | None = None,
    ) -> QWidget:
        """Add a sentence with the case that it is about, and the ways to answer it."""
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S // 2)
        column.addWidget(text_label(told, wrap=True, parent=block))
        if open_case is not None:
            column.addLayout(self._case_line(case, open_case, block))
        line = FlowLayout(gap=(S, S))
        for number, (words, act) in enumerate(acts):
            button = quiet_button(words, parent=block) if number else secondary_button(words, parent=block)
            self._connect(button, act, case or told)
            line.addWidget(button)
        column.addLayout(line)
        self.column.addWidget(block)
        block.show()  # a layout does it later
        return block

    def _case_line(self, case: str, open_case: Callable[[], None], block: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(ElidedLabel(case, "muted", block), 1)
        arrow = icon_button("arrow-right", _("Open the case"), block)
        self._connect(arrow, open_case, case)
        line.addWidget(arrow)
        return line

    def _connect(self, button: QPushButton, act: Callable[[], None], about: str) -> None:
        act_words = button.text() or button.accessibleName()
        button.setAccessibleName(_("{act}: {who}").format(act=act_words, who=about))
        button.clicked.connect(lambda _checked=False: act())
