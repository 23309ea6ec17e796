"""Customers: found while typing, changed in place, and a new case for them with one key."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.asking import Asking
from desktop_cs.ui.customers.customer_details import MOST_CASES, CustomerDetails, still_open
from desktop_cs.ui.customers.customer_fields import NOBODY
from desktop_cs.ui.customers.customer_finder import CustomerFinder
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L
from desktop_cs.ui.widgets.empty_state import EmptyState
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

LIST_PX = 300  # at text size 1
_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CustomerPage(Page):
    """Search and list on the left, one customer on the right; `load` takes a `Customer` or None."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._customer: Customer | None = None
        self._build()
        self._asking = Asking(actions, self)
        self._asking.connect_to(self.details)

    def load(self, subject: object = None) -> None:
        """Show this customer; None shows who was shown last, or who was dealt with last."""
        if isinstance(subject, Customer):
            self.finder.search.clear()
            self._asking.put_away()
            self._customer = subject
        self._show(self._stored(self._customer) or self._first())
        self._find_again()

    def subject(self) -> Customer | None:
        """Return the customer who is shown."""
        return self._customer

    def hear(self, changes: Changes) -> None:
        """Read again when customers or their cases changed; what is being typed stays."""
        if not (changes.customers or changes.cases):
            return
        self._find_again()
        if not self.details.fields.is_changed:
            self._show(self._stored(self._customer))

    def leave(self) -> bool:
        """Keep what was changed; a customer without a name keeps the page, with the sentence at the name."""
        return self._keep()

    def focus_first(self) -> None:
        """Put the focus into the search."""
        self.finder.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list a third of the page at most."""
        super().resizeEvent(event)
        self.finder.setFixedWidth(min(look().px(LIST_PX), self.width() // 3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new case for the customer on Ctrl+Enter."""
        if event.key() in _RETURNS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take_case()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        halves = QHBoxLayout(self)
        halves.setContentsMargins(XL, L, XL, L)
        halves.setSpacing(L)
        self.finder = CustomerFinder(self.actions, self)
        self.finder.chosen.connect(self._choose)
        self.finder.newcomer_wanted.connect(self._begin_newcomer)
        halves.addWidget(self.finder)
        self.details = CustomerDetails()
        self.finder.entered.connect(self.details.fields.name.setFocus)
        self.details.fields.left.connect(self._keep)
        self.details.fields.edited.connect(lambda: self.details.saved.setText(""))
        self.details.case_wanted.connect(self._take_case)
        self.details.call_back_wanted.connect(self._call_back)
        self.details.case_opened.connect(lambda case_id: self.went.emit("case", case_id))
        self.details.data_wanted.connect(lambda: self.went.emit("erasing", self._customer))
        self.details.all_wanted.connect(self._show_all_cases)
        right = QWidget(self)
        self._right = QStackedLayout(right)
        self._right.addWidget(FocusScrollArea(self.details, right))
        reason = _("Everybody you take a case for is kept here, with phone and address for the letter.")
        self.empty = EmptyState(
            "users", _("No customer yet"), reason=reason, button=_("New customer"), parent=right
        )
        self.empty.wanted.connect(self._begin_newcomer)
        self._right.addWidget(self.empty)
        halves.addWidget(right, 1)

    def _find_again(self) -> None:
        self.finder.show_current(self._customer.id if self._customer else None)

    def _choose(self, customer: Customer) -> None:
        """Show who was chosen in the list, once what was changed before is kept."""
        if self._keep():
            self._show(self._stored(customer))
        else:
            self.finder.list.show_current(self._customer.id if self._customer else None)

    def _show(self, customer: Customer | None) -> None:
        if customer is None or self._customer is None or customer.id != self._customer.id:
            self._asking.put_away()
        self._customer = customer
        self._right.setCurrentIndex(0 if customer is not None else 1)
        if customer is None:
            return
        self.details.saved.setText("")
        self.details.show_customer(customer)
        self.details.data.setVisible(self.desk.actor is not None and self.desk.actor.is_manager)
        self._show_cases(customer)

    def _call_back(self) -> None:
        """Ask when they want to be called about the newest case that is not over."""
        from desktop_cs.ui.cases.callback import callback_question  # noqa: PLC0415 (made when first needed)

        customer = self._customer
        if customer is None:
            return
        cases = self.actions.ask(lambda: self.desk.customers.cases_of(customer, MOST_CASES + 1)) or []
        case = still_open(cases)
        if case is not None:
            self._asking.ask(callback_question(self.desk, case))

    def _show_cases(self, customer: Customer) -> None:
        cases = self.actions.ask(lambda: self.desk.customers.cases_of(customer, MOST_CASES + 1)) or []
        self.details.show_cases(cases, self.desk.settings.hours)

    def _begin_newcomer(self) -> None:
        if not self._keep():
            return
        self._asking.put_away()
        self._customer = None
        self._find_again()
        self._right.setCurrentIndex(0)
        self.details.data.hide()
        self.details.show_newcomer(NOBODY)
        self.details.fields.name.setFocus()

    def _keep(self) -> bool:
        """Store what was changed and return whether nothing is left unkept."""
        fields, before, work = self.details.fields, self._customer, self.desk.customers
        if not fields.is_changed:
            return True
        changed = fields.customer()
        kept = self.actions.attempt(lambda: work.save(changed) if before else work.add(changed), self)
        if isinstance(kept, UserError):
            fields.show_problem(str(kept))
            return False
        self._customer = kept
        self.details.show_customer(kept)
        self.details.show_saved(self.desk.settings.hours.wall(self.desk.clock.now()))
        if before is not None:
            self.finder.list.show_changed(kept)
            back: Callable[[], Result[Any]] = partial(work.save, before)
            self.actions.say_done(_("Saved: {who}").format(who=kept.name), back)
        else:
            self._find_again()
            self._show_cases(kept)
            self.actions.say_done(_("New customer: {who}").format(who=kept.name))
        return True

    def _take_case(self) -> None:
        if self._keep() and self._customer is not None:
            self.went.emit("new_case", self._customer)

    def _show_all_cases(self) -> None:
        if self._customer is not None:
            self.went.emit("cases", CaseFilter(customer_id=self._customer.id))

    def _stored(self, customer: Customer | None) -> Customer | None:
        """Return the customer as it is kept now, or None."""
        wanted: UUID | None = customer.id if customer else None
        return self.actions.ask(lambda: self.desk.customers.kept(wanted)) if wanted else None

    def _first(self) -> Customer | None:
        return next(iter(self.actions.ask(self.desk.customers.recent) or []), None)
