"""Which lines of the trail are wanted: of whom, of which day, of which case."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_cs.desk.trail_work import Wanted
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.staff import Staff
from desktop_cs.ui.forms.day_line import DayLine
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.combo import Combo


class TrailFilters(QWidget):
    """A person, a day, a case; empty is all.

    Args:
        today: The day of the shop.
        parent: The page.

    Signals:
        changed: Other lines are wanted.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = Combo(_("By whom"), self)
        self.person.setMinimumWidth(look().px(180))
        self.day = DayLine(today, language_in_use(), past=True, parent=self)
        self.case = QLineEdit(self)
        self.case.setPlaceholderText(_("Case number"))
        self.case.setAccessibleName(_("Case number"))
        self.case.setFixedWidth(look().px(132))
        self.all = quiet_button(_("Show all"), "x", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        for widget in (self.person, self.day, self.case, self.all):
            row.addWidget(widget)
        row.addStretch(1)
        self.person.currentIndexChanged.connect(self._tell)
        self.day.edited.connect(self._tell)
        self.case.textEdited.connect(self._tell)
        self.all.clicked.connect(self.clear)
        self.all.hide()

    def show_people(self, people: Sequence[Staff]) -> None:
        """Offer these people; whoever was chosen stays chosen."""
        chosen = self.person.currentData()
        self.person.blockSignals(True)  # noqa: FBT003 (Qt takes no keywords here)
        self.person.clear()
        self.person.addItem(_("Everybody"), None)
        for one in people:
            self.person.addItem(one.name, one.id)
        self.choose(chosen)
        self.person.blockSignals(False)  # noqa: FBT003 (as above)

    def choose(self, staff_id: UUID | None) -> None:
        """Choose a person; everybody where they are not offered."""
        offered = [self.person.itemData(place) for place in range(self.person.count())]
        self.person.setCurrentIndex(offered.index(staff_id) if staff_id in offered else 0)

    def wanted(self) -> Wanted:
        """Return which lines are wanted; a day or number that is not readable yet counts as none."""
        typed = self.case.text().strip().lstrip("#")
        return Wanted(self.person.currentData(), self.day.day(), int(typed) if typed.isdecimal() else None)

    def clear(self) -> None:
        """Want all lines again."""
        self.person.setCurrentIndex(0)
        self.day.clear()
        self.case.clear()
        self._tell()

    def _tell(self) -> None:
        self.all.setVisible(self.wanted() != Wanted())
        self.changed.emit()
