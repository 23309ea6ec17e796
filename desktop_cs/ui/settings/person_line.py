"""Somebody new who works here: name, role, digits, in one line."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.shop.staff import Role
from desktop_cs.ui.settings.field_line import ProblemLine, fix_width
from desktop_cs.ui.settings.role_words import role_combo
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.buttons import icon_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout


class PersonLine(QWidget):
    """Name, role and digits of somebody new, with what is not yet right below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(_("Name"))
        self.name.setAccessibleName(_("Name"))
        fix_width(self.name, 240)
        self.roles = role_combo(self)
        self.digits = digits_field(self)
        self.take_away = icon_button("x", _("Take this person out"), self)
        self._problem = ProblemLine(self)
        row = FlowLayout(gap=(S, S))
        for widget in (self.name, self.roles, self.digits, self.take_away):
            row.addWidget(widget)
        for field in (self.name, self.digits):
            field.textEdited.connect(lambda _text: self.show_problem(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(row)
        column.addWidget(self._problem)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def problem(self) -> str:
        """Return the sentence below, or ""."""
        return self._problem.sentence

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [self.name, self.roles, self.digits, self.take_away]

    def show_person(self, name: str, role: Role, digits: str = "") -> None:
        """Show what was typed so far."""
        self.name.setText(name)
        self.roles.setCurrentIndex(self.roles.findData(role.value))
        self.digits.setText(digits)
        self.show_problem("")

    def role(self) -> Role:
        """Return the role that is chosen."""
        return Role(self.roles.currentData())

    def plain_name(self) -> str:
        """Return the name as it is compared with others."""
        return " ".join(self.name.text().split()).casefold()

    def is_empty(self) -> bool:
        """Return whether nothing was typed."""
        return not (self.plain_name() or self.digits.text())

    def focus_name(self) -> None:
        """Put the focus into the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_problem(self, names: Counter[str], digits: Counter[str]) -> QWidget | None:
        """Say what is not yet right and return its field.

        Args:
            names: How often each name, as `plain_name` gives it, stands on the page.
            digits: How often all these digits do.
        """
        typed = self.digits.text()
        if not self.plain_name():
            return self.show_problem(_("Write the name of the person."), self.name)
        if names[self.plain_name()] > 1:
            told = _("Two people have this name. Add a letter to tell them apart.")
            return self.show_problem(told, self.name)
        if not (typed.isascii() and typed.isdigit() and 4 <= len(typed) <= 6):
            return self.show_problem(_("Choose four digits (up to six), numbers only."), self.digits)
        if digits[typed] > 1:
            return self.show_problem(_("Please choose other digits; these are taken."), self.digits)
        return self.show_problem("")

    def show_problem(self, sentence: str, field: QWidget | None = None) -> QWidget | None:
        """Say what is not yet right with a field and return it; "" takes it back."""
        self._problem.show_for("", self.name, self.digits)
        if field is not None:
            self._problem.show_for(sentence, field)
        return field


def digits_field(parent: QWidget | None = None) -> QLineEdit:
    """Return a field for somebody's digits: readable while they are typed, covered afterwards."""
    made = QLineEdit(parent)
    made.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
    made.setMaxLength(6)
    fix_width(made, 140)
    made.setPlaceholderText(_("4 to 6 digits"))
    made.setAccessibleName(_("4 to 6 digits"))
    made.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    return made
