"""One person: what there is about them, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.customers.kept_words import Holdings, KeptCase, Person
from desktop_cs.desk.erasing_words import count_words, hold_words
from desktop_cs.i18n import _
from desktop_cs.ui.safety.erasing.erase_panel import ErasePanel
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import danger_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_MOST_LISTED = 6  # cases; the others are counted


class PersonView(Card):
    """What there is about a person, in counts and lines; the panel that asks before erasing.

    Args:
        person: Who.
        holdings: What there is.
        parent: The widget that it stands in.

    Signals:
        copy_wanted: They are to be given their data.
        erase_asked: The panel was opened; where else they are named is to be searched.
        erase_given: They are to be erased; the plan, and whether also what is held back.
        left: Somebody else is to be found.
    """

    copy_wanted = Signal()
    erase_asked = Signal()
    erase_given = Signal(object, bool)
    left = Signal()

    def __init__(self, person: Person, holdings: Holdings, parent: QWidget | None = None) -> None:
        super().__init__("surface", L, parent)
        self.column.setSpacing(M)
        self._person, self._holdings = person, holdings
        self.panel: ErasePanel | None = None
        title = ", ".join(filter(None, (person.name, person.phone)))
        self.column.addWidget(text_label(title, "lead-strong", wrap=True, parent=self))
        self.told = text_label(_counts(holdings), wrap=True, parent=self)
        self.column.addWidget(self.told)
        lines = [_line(case) for case in holdings.cases[:_MOST_LISTED]]
        if len(holdings.cases) > _MOST_LISTED:
            lines.append(_("… and {count} more").format(count=len(holdings.cases) - _MOST_LISTED))
        self.column.addWidget(text_label("\n".join(lines), "muted", wrap=True, parent=self))
        self.copy = secondary_button(_("Give them their data…"), "download", self)
        self.erase = danger_button(_("Erase this person…"), parent=self)
        self.other = quiet_button(_("Somebody else"), parent=self)
        row = QHBoxLayout()
        row.setSpacing(M)
        for button in (self.copy, self.erase, self.other):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.copy.clicked.connect(self.copy_wanted)
        self.erase.clicked.connect(self._ask)
        self.other.clicked.connect(self.left)

    def _ask(self) -> None:
        if self.panel is not None:
            return
        self.panel = ErasePanel(self._person, self._holdings, self)
        self.panel.given.connect(self.erase_given)
        self.panel.put_away.connect(self._put_away)
        self.column.addWidget(self.panel)
        self.panel.show()
        self.erase.setEnabled(False)
        self.panel.back.setFocus()
        self.erase_asked.emit()

    def _put_away(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.column.removeWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
        self.erase.setEnabled(True)
        self.erase.setFocus()


def _counts(holdings: Holdings) -> str:
    if not holdings.counts:
        return _("There is nothing about them but their name and how to reach them.")
    return " · ".join(count_words(holdings.counts))


def _line(case: KeptCase) -> str:
    told = _("Case {number}: {line}").format(number=case.number, line=case.one_line)
    return _("{case} ({why})").format(case=told, why=hold_words(case.holds)) if case.holds else told
