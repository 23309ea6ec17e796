"""Somebody who works here, as a row that can be changed."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.desk.leaving import OpenWork
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Role, Staff
from desktop_cs.ui.settings.field_line import ProblemLine, fix_width
from desktop_cs.ui.settings.leaving_line import LeavingLine
from desktop_cs.ui.settings.person_line import digits_field
from desktop_cs.ui.settings.role_words import role_combo
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout


class StaffRow(QWidget):
    """Name, role, new digits, and "No longer here".

    Args:
        staff: Who it is about.
        keep: Stores the person with another name, role or digits, and returns the refusal when there is one.
        leave: Lets the person leave, with who takes over or None, and returns the refusal when there is one.
        parent: The widget that it stands in.
    """

    def __init__(
        self,
        staff: Staff,
        keep: Callable[[Staff, dict[str, object], str], UserError | None],
        leave: Callable[[Staff, UUID | None], UserError | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.staff = staff
        self._keep, self._leave = keep, leave
        self.leaving: LeavingLine | None = None
        self.name = QLineEdit(staff.name, self)
        self.name.setAccessibleName(_("{name}: name").format(name=staff.name))
        fix_width(self.name, 220)
        self.roles = role_combo(self)
        self.roles.setAccessibleName(_("{name}: role").format(name=staff.name))
        self.roles.setCurrentIndex(self.roles.findData(staff.role.value))
        self.digits = digits_field(self)
        self.digits.setPlaceholderText(_("New digits"))
        self.digits.setAccessibleName(_("{name}: new digits").format(name=staff.name))
        self.gone = quiet_button(_("No longer here"), parent=self)
        self.gone.setAccessibleName(_("{name} is no longer here").format(name=staff.name))
        self._problem = ProblemLine(self)
        row = FlowLayout(gap=(S, S))
        for widget in (self.name, self.roles, self.digits, self.gone):
            row.addWidget(widget)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(row)
        column.addWidget(self._problem)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.name.editingFinished.connect(self.keep_name)
        self.roles.activated.connect(self._keep_role)
        self.digits.editingFinished.connect(self.keep_digits)
        self.gone.clicked.connect(self._keep_gone)

    @property
    def problem(self) -> str:
        """Return the sentence below, or ""."""
        return self._problem.sentence

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [self.name, self.roles, self.digits, self.gone]

    def show_staff(self, staff: Staff) -> None:
        """Show the person as they are stored now."""
        self.staff = staff
        self.name.setText(staff.name)
        self.roles.setCurrentIndex(self.roles.findData(staff.role.value))

    def keep_name(self) -> bool:
        """Store the name and return whether it could be."""
        name = " ".join(self.name.text().split())
        return name == self.staff.name or self._told(self._keep(self.staff, {"name": name}, ""), self.name)

    def keep_digits(self) -> bool:
        """Store new digits, when some were typed, and return whether they could be."""
        digits = self.digits.text()
        if not digits:
            return True
        kept = self._told(self._keep(self.staff, {}, digits), self.digits)
        if kept:
            self.digits.clear()
        return kept

    def _keep_role(self) -> None:
        role = Role(self.roles.currentData())
        if role is self.staff.role or self._told(self._keep(self.staff, {"role": role}, ""), self.roles):
            return
        self.roles.setCurrentIndex(self.roles.findData(self.staff.role.value))

    def _keep_gone(self) -> None:
        self._told(self._leave(self.staff, None), self.gone)

    def ask_who_takes_over(self, work: OpenWork, others: Sequence[Staff]) -> None:
        """Ask below the row who takes over what the person has open."""
        self.put_leaving_away()
        line = self.leaving = LeavingLine(self.staff, work, others, self)
        line.given.connect(lambda to: self._told(self._leave(self.staff, to), line.to))
        line.put_away.connect(self.put_leaving_away)
        self._column.addWidget(line)
        line.show()
        line.to.setFocus()

    def put_leaving_away(self) -> None:
        """Ask no more who takes over."""
        line, self.leaving = self.leaving, None
        if line is not None:
            self.gone.setFocus()
            line.hide()
            line.deleteLater()

    def _told(self, refusal: UserError | None, field: QWidget) -> bool:
        self._problem.show_for("", self.name, self.roles, self.digits)
        if refusal is not None:
            self._problem.show_for(str(refusal), field)
        return refusal is None
