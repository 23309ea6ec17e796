"""Erasing and keeping: a person's data given to them or erased; how long words are kept. For managers."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.cases.case import Case
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.changes import Changes
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.safety.erasing.keeping_part import KeepingPart
from desktop_cs.ui.safety.erasing.person_part import PersonPart
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import icon_button
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

_WIDEST_PX = 920


class ErasingPage(Page):
    """A person above, the times below; `load` takes a customer or a case to begin with."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self.back = icon_button("arrow-left", _("Back to Safety"), self)
        self.refusal = text_label("", "problem", wrap=True, parent=self)
        self.people = PersonPart(actions, self)
        self.keeping = KeepingPart(actions, self)
        self._room = QWidget()
        halves = QVBoxLayout(self._room)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(M)
        halves.addWidget(self.people)
        halves.addWidget(self.keeping)
        halves.addStretch(1)
        self._build()
        self.back.clicked.connect(lambda: self.went.emit("safety", None))
        self.keeping.case_opened.connect(lambda case_id: self.went.emit("case", case_id))
        self.keeping.erased.connect(self.people.show_backups)

    def load(self, subject: object = None) -> None:
        """Begin anew, as far as whoever acts may; with this customer or case when one is given."""
        refusal = self.actions.attempt(self.desk.erasing.allow, self)
        self.refusal.setText(str(refusal or ""))
        self.refusal.setVisible(refusal is not None)
        self._room.setEnabled(refusal is None)
        self.people.begin()
        self.keeping.begin()
        if refusal is not None:
            return
        self.people.show_backups()
        if isinstance(subject, Customer | Case):
            self.people.show_subject(subject)

    def hear(self, changes: Changes) -> None:
        """Show the times as they are kept now: the way back was taken, or somebody else changed them."""
        if changes.settings:
            self.keeping.begin()

    def leave(self) -> bool:
        """Search no further for somebody's name."""
        self.people.begin()
        return True

    def focus_first(self) -> None:
        """Begin at the search, or at the person who was asked for."""
        if not self._room.isEnabled():
            self.back.setFocus()
        elif self.people.person is not None:
            self.people.person.copy.setFocus()
        else:
            self.people.finder.search.setFocus()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.back)
        head.addWidget(text_label(_("Erasing and keeping"), "h1", parent=self), 1)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._room, 100)
        row.addStretch(1)
        self._room.setMaximumWidth(look().px(_WIDEST_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.refusal)
        column.addWidget(FocusScrollArea(frame, self), 1)
