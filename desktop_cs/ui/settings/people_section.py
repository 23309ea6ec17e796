"""Settings, People: who works here, and who no longer does."""

from collections import Counter
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.desk.changes import Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Role, Staff
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.cover_line import CoverLine
from desktop_cs.ui.settings.field_line import walk_with_tab
from desktop_cs.ui.settings.person_line import PersonLine
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.settings.staff_row import StaffRow
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button
from desktop_cs.ui.widgets.labels import text_label


class PeopleSection(Section):
    """Names, roles, digits. Whoever leaves stays in the records of their cases."""

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        intro = _(
            "Everybody signs in with digits of their own. Nobody can read them, but they can be given anew."
        )
        super().__init__(acts, preferences, _("People"), intro, parent)
        self._rows: list[StaffRow] = []
        self._list, self._former = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(M)
        self._former.setSpacing(0)
        self.new = PersonLine(self)
        self.new.take_away.hide()
        self.add = secondary_button(_("Add"), "user-plus", self)
        self.add.clicked.connect(self._add)
        self.new.digits.returnPressed.connect(self._add)
        self.card.column.addLayout(self._list)
        self.card.column.addWidget(text_label(_("Somebody new"), "lead-strong", parent=self))
        self.card.column.addWidget(self.new)
        self.card.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.column.addLayout(self._former)
        self.cover = CoverLine(self._keep_cover, self)
        self.card.column.addWidget(self.cover)

    def rows(self) -> list[StaffRow]:
        """Return the people who work here, as they stand on the page."""
        return list(self._rows)

    def load(self) -> None:
        """Show who works here now; rows of people who stay keep the focus."""
        self.cover.show_minutes(self.desk.settings.cover_after_minutes)
        everybody = self.desk.shop.staff(with_former=True)
        here = [one for one in everybody if one.active]
        if [row.staff.id for row in self._rows] == [one.id for one in here]:
            for row, one in zip(self._rows, here, strict=True):
                row.show_staff(one)
        else:
            self._rows = self._filled(here)
        self._show_former([one for one in everybody if not one.active])

    def leave(self) -> bool:
        """Store names and digits that the focus is still in; stay where one was refused."""
        kept = [row.keep_name() and row.keep_digits() for row in self.rows()]
        return self.cover.store() and all(kept)

    def _filled(self, people: list[Staff]) -> list[StaffRow]:
        _clear(self._list)
        rows = [StaffRow(one, self._keep, self._leave, self) for one in people]
        for row in rows:
            self._list.addWidget(row)
        walked = [stop for row in rows for stop in row.stops()]
        walk_with_tab([*walked, *self.new.stops(), self.add])
        return rows

    def _show_former(self, people: list[Staff]) -> None:
        _clear(self._former)
        if people:
            self._former.addWidget(text_label(_("Worked here before"), "lead-strong", parent=self))
        for one in people:
            self._former.addWidget(self._former_row(one))

    def _former_row(self, staff: Staff) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(text_label(staff.name, parent=made))
        back = quiet_button(_("Here again"), parent=made)
        back.setAccessibleName(_("{name} is here again").format(name=staff.name))
        back.clicked.connect(lambda: self._take_back(staff))
        row.addWidget(back)
        row.addStretch(1)
        return made

    def _take_back(self, staff: Staff) -> None:
        refusal = self._keep(staff, {"active": True}, "")
        if refusal is not None:
            self.acts.refused.emit(refusal)

    def _keep(self, staff: Staff, changes: dict[str, Any], digits: str) -> UserError | None:
        """Store a changed person with the way back."""
        done = self.do(lambda: self.desk.shop.save_staff(replace(staff, **changes), digits))
        if isinstance(done, UserError):
            return done
        if self.desk.actor is not None and self.desk.actor.id == done.id:
            self.preferences.person = done.name
        self.load()
        told = _("{name} has new digits.") if digits else _("{name} is saved.")
        self.tell_saved(told.format(name=done.name), lambda: self._stored(staff))
        return None

    def _leave(self, staff: Staff, to: UUID | None) -> UserError | None:
        """Let somebody leave with the way back; ask first who takes over what they have open."""
        people, row = self.desk.people, next(one for one in self._rows if one.staff.id == staff.id)
        work = people.open_work(staff.id)
        others = [one for one in self.desk.shop.staff() if one.id != staff.id]
        if to is None and others and not work.is_empty:
            row.ask_who_takes_over(work, others)
            return None
        done = self.do(lambda: people.leave(staff.id, to))
        if isinstance(done, UserError):
            return done
        row.put_leaving_away()
        self.load()
        told = _("{name} works here no more.").format(name=staff.name)
        self.tell_saved(told, lambda: people.undo_leaving(done))
        return None

    def _keep_cover(self, minutes: int) -> UserError | None:
        return self.keep(_("The minutes are saved."), cover_after_minutes=minutes)

    def _stored(self, staff: Staff) -> Result[Staff]:
        return self.desk.shop.save_staff(staff)

    def _add(self) -> None:
        line = self.new
        wrong = line.find_problem(Counter(), Counter())
        if wrong is not None:
            wrong.setFocus()
            return
        done = self.do(lambda: self.desk.shop.add_staff(line.name.text(), line.role(), line.digits.text()))
        if isinstance(done, UserError):
            line.show_problem(str(done), line.digits if done.field == "digits" else line.name)
            return
        line.show_person("", Role.COUNTER)
        self.load()
        gone = replace(done, active=False)
        self.tell_saved(_("{name} works here now.").format(name=done.name), lambda: self._stored(gone))
        line.focus_name()


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
