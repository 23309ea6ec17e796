"""One customer: the editor, a new case for them, and their cases."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.customers.customer import Customer
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.cases.case_list_model import state_pill
from desktop_cs.ui.cases.case_words import state_words
from desktop_cs.ui.customers.customer_fields import CustomerFields
from desktop_cs.ui.theme.tokens import XL, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button
from desktop_cs.ui.widgets.cards import Card, RowCard
from desktop_cs.ui.widgets.labels import ElidedLabel, text_label

MOST_CASES = 10  # of one customer; the others stand in the list of cases


class CustomerDetails(Card):
    """What we know of a customer, to be changed in place.

    Args:
        parent: The page.

    Signals:
        case_wanted: A new case for this customer is wanted.
        case_opened: One of their cases was chosen; its id.
        all_wanted: All their cases are wanted.
        call_back_wanted: They name a time at which they want to be called.
        data_wanted: What is kept about them is to be shown, given to them or erased.
    """

    case_wanted = Signal()
    call_back_wanted = Signal()
    case_opened = Signal(object)
    all_wanted = Signal()
    data_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", XL, parent)
        line = QHBoxLayout()
        self.title = ElidedLabel("", "h2", self)
        line.addWidget(self.title, 1)
        self.new_case = primary_button(_("New case for them"), "plus", self)
        self.new_case.setToolTip("Ctrl+Enter")
        self.new_case.clicked.connect(self.case_wanted)
        self.call_back = quiet_button(_("Call them back when they say …"), "phone", self)
        self.call_back.clicked.connect(self.call_back_wanted)
        self.call_back.hide()
        line.addWidget(self.call_back)
        line.addWidget(self.new_case)
        self.column.addLayout(line)
        self.fields = CustomerFields(self)
        self.column.addWidget(self.fields)
        self.saved = text_label("", "caption", parent=self)
        self.column.addWidget(self.saved)
        self._cases = QVBoxLayout()
        self._cases.setSpacing(S)
        self.column.addLayout(self._cases)
        self.data = quiet_button(_("What we keep about them…"), "file-text", self)
        self.data.clicked.connect(self.data_wanted)
        self.data.hide()
        self.column.addWidget(self.data, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_customer(self, customer: Customer) -> None:
        """Show somebody who is kept; the fields take them only when nothing in them is still unkept."""
        self.title.setText(customer.name)
        self.new_case.show()
        self.new_case.setAccessibleName(_("New case for {who}").format(who=customer.name))
        self.fields.set_customer(customer)

    def show_newcomer(self, newcomer: Customer) -> None:
        """Show empty fields for somebody new."""
        self.title.setText(_("New customer"))
        self.new_case.hide()
        self.saved.setText("")
        self.fields.set_customer(newcomer)
        self.show_cases([], None)

    def show_saved(self, at: datetime) -> None:
        """Say that everything is kept; `at` is the shop's wall time."""
        self.saved.setText(_("Saved on this PC at {time}").format(time=shown.clock_time(at)))

    def show_above(self, panel: QWidget) -> None:
        """Show a question above the fields."""
        self.column.insertWidget(1, panel)
        panel.show()

    def show_cases(self, cases: Sequence[Case], hours: OpeningHours | None) -> None:
        """Show the customer's newest cases."""
        self.call_back.setVisible(still_open(cases) is not None)
        while self._cases.count():
            item = self._cases.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if hours is None:
            return
        title = _("Their cases") if cases else _("No case yet")
        self._cases.addWidget(text_label(title, "strong", parent=self))
        for case in cases[:MOST_CASES]:
            self._cases.addWidget(self._row(case, hours))
        if len(cases) > MOST_CASES:
            every = quiet_button(_("All their cases"), "folder-open", self)
            every.clicked.connect(self.all_wanted)
            self._cases.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)

    def cases(self) -> list[RowCard]:
        """Return the rows of their cases, newest first."""
        items = [self._cases.itemAt(place) for place in range(self._cases.count())]
        return [row for item in items if item is not None and isinstance(row := item.widget(), RowCard)]

    def _row(self, case: Case, hours: OpeningHours) -> RowCard:
        opened = shown.day(hours.wall(case.opened_at).date(), language_in_use())
        row = RowCard(
            case.one_line,
            _("Case {number}, opened {day}").format(number=case.number, day=opened),
            parent=self,
        )
        kind = state_pill(case.state)
        row.add_badge(state_words(case.state), "ok" if kind == "quiet" else kind)
        row.clicked.connect(lambda: self.case_opened.emit(case.id))
        return row


def still_open(cases: Sequence[Case]) -> Case | None:
    """Return the newest case that is not over, about which a customer may want to be called; None without."""
    over = (CaseState.CLOSED, CaseState.CANCELLED)
    return next((one for one in cases if one.state not in over), None)
