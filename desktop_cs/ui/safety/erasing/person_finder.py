"""Finding the person who is meant: by name, phone or case number."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.cases.case import Case
from desktop_cs.customers.customer import Customer
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.cards import RowCard
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.widgets.search_field import SearchField

_PAUSE_MS = 120  # between the last key and the search, so that fast typing asks once


class PersonFinder(QWidget):
    """A search field with who was found below it; cases of customers are not listed beside them.

    Args:
        actions: Through which they are found.
        parent: The page.

    Signals:
        chosen: Somebody was chosen; the customer, or a case that belongs to none.
    """

    chosen = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.search = SearchField(_("Name, phone or case number"), icon_name="search", parent=self)
        self._nobody = text_label("", "muted", wrap=True, parent=self)
        self._nobody.hide()
        self.rows: list[RowCard] = []
        self._found = QVBoxLayout()
        self._found.setSpacing(S)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look_up)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._choose_first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.search)
        column.addWidget(self._nobody)
        column.addLayout(self._found)
        self.setFocusProxy(self.search)

    def look_up(self) -> None:
        """Show who fits what stands in the search; nobody while it is empty."""
        self._pause.stop()
        self._clear()
        text = self.search.text().strip()
        found = self._actions.ask(lambda: self._actions.desk.customers.search(text)) if text else None
        known = list(found.customers) if found else []
        by_number = self._actions.ask(lambda: self._actions.desk.customers.find(text)) if text else None
        known += [one for one in by_number or [] if one not in known]
        for customer in known:
            self._add(customer.name, customer.phone, customer)
        for case in found.cases if found else ():
            if case.customer_id is None and _is_about(case, text):
                told = _("Case {number}: {line}").format(number=case.number, line=case.one_line)
                self._add(case.who, told, case)
        self._nobody.setText(_("Nobody found. Try a part of the name or the phone."))
        self._nobody.setVisible(bool(text) and not self.rows)

    def clear(self) -> None:
        """Forget what was searched for."""
        self.search.clear()
        self.look_up()

    def _add(self, title: str, text: str, subject: Customer | Case) -> None:
        row = RowCard(title, text, icon_name="user", parent=self)
        row.clicked.connect(lambda: self.chosen.emit(subject))
        self._found.addWidget(row)
        self.rows.append(row)
        row.show()

    def _clear(self) -> None:
        for row in self.rows:
            self._found.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def _choose_first(self) -> None:
        if self._pause.isActive():
            self.look_up()
        if self.rows:
            self.rows[0].click()


def _is_about(case: Case, text: str) -> bool:
    """Return whether a case goes by what was typed; one in whose words it only occurs is no person."""
    return text.casefold() in case.who.casefold() or text == str(case.number)
