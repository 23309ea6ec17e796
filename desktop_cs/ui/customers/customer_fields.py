"""The small editor of a customer: what a letter and a call need to know."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.customers.customer import Customer
from desktop_cs.i18n import _
from desktop_cs.letters.languages import LANGUAGE_NAMES
from desktop_cs.ui.escape import asks_for_escape
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, L, M, S
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.labels import set_property, text_label

NOBODY = Customer(UUID(int=0), "")  # somebody who is not kept yet
_ADDRESS_LINES = 3


class AddressText(QPlainTextEdit):
    """Three lines of an address; Tab goes on, Ctrl+Enter is the page's.

    Signals:
        left: The focus left it.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ADDRESS_LINES * self.fontMetrics().lineSpacing() + 3 * S)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers().value:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CustomerFields(QWidget):
    """Name, form of address, phone, postal address and language of letters of one customer.

    It stores nothing: `customer` gives what stands in it, which the page keeps.

    Signals:
        edited: Something was changed by hand.
        left: A field was left, so that what was changed can be kept.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = NOBODY
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(M)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self.name = self._line(_("Name or nickname"), 0, 0)
        self.form_of_address = self._line(_("Form of address"), 0, 1, _("such as Ms, Mr or Dr"))
        self.phone = self._line(_("Phone"), 1, 0)
        self.language = Combo(_("Language of letters"), self)
        self.language.addItem(_("As the shop writes"), "")
        for code, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, code)
        self._put(_("Language of letters"), self.language, 1, 1)
        self.address = AddressText(self)
        self._put(_("Postal address"), self.address, 2, 0, columns=2)
        self.language.activated.connect(self._on_language)
        self.address.textChanged.connect(self.edited)
        self.address.left.connect(self.left)
        self._problem = text_label("", "problem", wrap=True, parent=self)
        self._problem.hide()
        self._grid.addWidget(self._problem, 3, 0, 1, 2)
        self.setFocusProxy(self.name)

    def set_customer(self, customer: Customer) -> None:
        """Show this customer; nothing is reported."""
        self._shown = customer
        self.blockSignals(True)  # noqa: FBT003 (Qt takes no keywords here)
        for line, text in (
            (self.name, customer.name),
            (self.form_of_address, customer.form_of_address),
            (self.phone, customer.phone),
        ):
            line.setText(text)
            line.setCursorPosition(0)
        self.address.setPlainText(customer.address)
        self.language.setCurrentIndex(max(self.language.findData(customer.language), 0))
        self.blockSignals(False)  # noqa: FBT003 (as above)
        self.show_problem("")

    def customer(self) -> Customer:
        """Return the customer as it stands here, which is the one shown with what was changed."""
        return replace(
            self._shown,
            name=" ".join(self.name.text().split()),
            form_of_address=" ".join(self.form_of_address.text().split()),
            phone=self.phone.text().strip(),
            address=self.address.toPlainText().strip(),
            language=str(self.language.currentData() or ""),
        )

    @property
    def is_changed(self) -> bool:
        """Return whether anything differs from the customer that was shown."""
        return self.customer() != self._shown

    def event(self, event: QEvent) -> bool:
        """Keep Esc for itself while something is changed: the window's own is for what lies over the page."""
        if asks_for_escape(event) and self.is_changed:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring back what is kept on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.set_customer(self._shown)
        else:
            super().keyPressEvent(event)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the name, and put the focus there; "" takes it back."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        set_property(self.name, "problem", bool(sentence))
        self.name.setAccessibleDescription(sentence)
        if sentence:
            self.name.setFocus()

    def _line(self, label: str, row: int, column: int, hint: str = "") -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.textEdited.connect(lambda _text: self.edited.emit())
        line.editingFinished.connect(self.left)
        self._put(label, line, row, column)
        return line

    def _put(self, label: str, field: QWidget, row: int, column: int, *, columns: int = 1) -> None:
        field.setAccessibleName(label)
        pair = QVBoxLayout()
        pair.setSpacing(XS)
        words = text_label(label, "strong", parent=self)
        words.setBuddy(field)
        pair.addWidget(words)
        pair.addWidget(field)
        field.setMinimumWidth(look().px(120))
        self._grid.addLayout(pair, row, column, 1, columns)

    def _on_language(self) -> None:
        self.edited.emit()
        self.left.emit()
