"""Third page of the first run: who works here."""

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.shop.staff import Role
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.first_run.draft import Draft, PersonDraft
from desktop_cs.ui.first_run.topic import Topic
from desktop_cs.ui.settings.field_line import ProblemLine, walk_with_tab
from desktop_cs.ui.settings.person_line import PersonLine
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.buttons import secondary_button


class PeopleTopic(Topic):
    """Names, roles and digits; one of them at least is a manager."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(
            actions,
            _("Who works here?"),
            _(
                "Everybody signs in with four to six digits of their own. "
                "A manager’s digits also approve what is beyond a limit, and open Settings."
            ),
            parent,
        )
        self._lines: list[PersonLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(M)
        self._problem = ProblemLine(self)
        self.add = secondary_button(_("Add another person"), "user-plus", self)
        self.add.clicked.connect(lambda: self._append(PersonDraft()).focus_name())
        self.card.column.addLayout(self._rows)
        self.card.column.addWidget(self._problem)
        self.card.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def lines(self) -> list[PersonLine]:
        """Return the people as they stand on the page."""
        return list(self._lines)

    def fill(self, draft: Draft) -> None:
        """Show the people typed so far."""
        for line in self.lines():
            self._take_away(line)
        for person in draft.people or (PersonDraft(role=Role.MANAGER),):
            self._append(person)

    def taken(self, draft: Draft) -> Draft:
        """Return the draft with the people on this page."""
        people = tuple(PersonDraft(line.name.text(), line.role(), line.digits.text()) for line in self._lines)
        return replace(draft, people=people)

    def find_problem(self) -> QWidget | None:
        """Return the first field that is not right, or a role when nobody is a manager."""
        asked = [line for line in self._lines if not line.is_empty()] or self._lines[:1]
        names = Counter(line.plain_name() for line in asked)
        digits = Counter(line.digits.text() for line in asked)
        wrong = [line.find_problem(names, digits) for line in asked]
        found = next((field for field in wrong if field is not None), None)
        has_manager = any(line.role() is Role.MANAGER for line in asked)
        told = _("Somebody has to be the manager: choose that role for one of you.")
        self._problem.show_for("" if has_manager else told)
        return found or (None if has_manager else asked[0].roles)

    def focus_first(self) -> None:
        """Begin at the first name that is missing."""
        empty = [line for line in self._lines if not line.plain_name()]
        (empty or self._lines)[0].focus_name()

    def _append(self, person: PersonDraft) -> PersonLine:
        line = PersonLine(self)
        line.show_person(person.name, person.role, person.digits)
        line.take_away.clicked.connect(lambda: self._take_away(line))
        line.digits.returnPressed.connect(lambda: self._go_on_after(line))
        line.take_away.setVisible(bool(self._lines))
        self._lines.append(line)
        self._rows.addWidget(line)
        walk_with_tab([*(stop for one in self._lines for stop in one.stops()), self.add])
        return line

    def _go_on_after(self, line: PersonLine) -> None:
        """Lead from somebody's digits to the next name, which is a new one after the last."""
        following = self._lines[self._lines.index(line) + 1 :]
        if following:
            following[0].focus_name()
        elif not line.is_empty():
            self._append(PersonDraft()).focus_name()

    def _take_away(self, line: PersonLine) -> None:
        place = self._lines.index(line)
        self._lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        if self._lines:
            self._lines[max(place - 1, 0)].focus_name()
