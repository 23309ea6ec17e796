"""The one question before a person is erased: what goes, what stays, what is to go with it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.customers.kept_words import ErasingPlan, Holdings, KeptCase, Mention, Person
from desktop_cs.desk.erasing_words import hold_words, kept_words
from desktop_cs.i18n import _
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.safety.erasing.ticks import Ticks
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import danger_button, quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice
from desktop_cs.ui.widgets.labels import text_label


class ErasePanel(Card):
    """Asks once whether to erase somebody. Esc puts it away.

    Args:
        person: Who.
        holdings: What there is about them.
        parent: The widget that it stands in.

    Signals:
        given: They are to be erased; the `ErasingPlan`, and whether also what is held back.
        put_away: Everything is to stay as it is.
    """

    given = Signal(object, bool)
    put_away = Signal()

    def __init__(self, person: Person, holdings: Holdings, parent: QWidget | None = None) -> None:
        super().__init__("warn", L, parent)
        self.column.setSpacing(M)
        self._person = person
        question = _("Erase {name}?").format(name=person.name)
        self.column.addWidget(text_label(question, "lead-strong", wrap=True, parent=self))
        for sentence in _sentences():
            self.column.addWidget(text_label(sentence, wrap=True, parent=self))
        self.namesakes = Ticks(
            _("These cases go by the same name and are not linked to a customer. Are they theirs too?"),
            [(case.id, _case_words(case)) for case in holdings.namesakes],
            self,
        )
        self.twins = Ticks(
            _("These customers have the same name. Are they the same person, written down twice?"),
            [(twin.id, ChoiceWords(twin.name, twin.phone)) for twin in holdings.twins],
            self,
        )
        self.column.addWidget(self.namesakes)
        self.column.addWidget(self.twins)
        self.elsewhere: Ticks | None = None
        self.searching = text_label(
            _("All other words of the shop are being searched for the name…"), "muted", wrap=True, parent=self
        )
        self.column.addWidget(self.searching)
        self.despite = ManyChoice(_held_words(holdings.cases), parent=self)
        self.despite.setVisible(bool(holdings.holds))
        self.column.addWidget(self.despite)
        self._buttons(person, may_act=not holdings.holds)

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """Offer the cases of others in which they are named; what is the shop's own can only be told."""
        by_case: dict[UUID, list[Mention]] = {}
        for one in mentions:
            if one.case_id is not None and one.is_sure:
                by_case.setdefault(one.case_id, []).append(one)
        choices = [
            (case_id, ChoiceWords(_("Case {number}").format(number=found[0].number), _excerpts(found)))
            for case_id, found in by_case.items()
        ]
        heading = _("Words about others name them. From which of these is the name to go?")
        self.elsewhere = Ticks(heading, choices, self)
        place = self.column.indexOf(self.searching)
        self.column.insertWidget(place, self.elsewhere)
        told = [_where(one) for one in mentions if one.case_id is None or not one.is_sure]
        if told:
            told.insert(0, _("Here they may be meant too; look there yourself:"))
        elif not choices:
            told = [_("No words about others name them.")]
        self.searching.setText("\n".join(told))
        self.searching.setVisible(bool(told))

    def plan(self) -> ErasingPlan:
        """Return what is ticked now."""
        elsewhere = self.elsewhere.ids() if self.elsewhere is not None else ()
        return ErasingPlan(self._person, self.namesakes.ids(), self.twins.ids(), elsewhere)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this panel, the top layer."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)

    def _buttons(self, person: Person, *, may_act: bool) -> None:
        self.act = danger_button(_("Erase {name} for good").format(name=person.name), parent=self)
        self.act.setEnabled(may_act)
        self.back = quiet_button(_("Leave everything as it is"), parent=self)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.act)
        row.addWidget(self.back)
        row.addStretch(1)
        self.column.addLayout(row)
        self.despite.toggled.connect(self.act.setEnabled)
        self.act.clicked.connect(lambda: self.given.emit(self.plan(), self.despite.isChecked()))
        self.back.clicked.connect(self.put_away)


def _sentences() -> tuple[str, str, str]:
    return (
        _(
            "Name, phone, address and every word about them go: in their cases, promises, follow-ups, "
            "letters, requests, pictures and files, drafts and the search."
        ),
        _("What stays names nobody: how many cases, of which kind, what they cost, and when."),
        _("This cannot be undone. Should an older backup ever be restored, they are erased again at once."),
    )


def _case_words(case: KeptCase) -> ChoiceWords:
    return ChoiceWords(_("Case {number}: {line}").format(number=case.number, line=case.one_line))


def _held_words(cases: Sequence[KeptCase]) -> ChoiceWords:
    held = [case for case in cases if case.holds]
    why = "\n".join(
        _("Case {number}: {why}").format(number=case.number, why=hold_words(case.holds)) for case in held
    )
    return ChoiceWords(_("Erase all the same; what is open ends with it"), why)


def _where(one: Mention) -> str:
    where = _("Case {number}").format(number=one.number) if one.number else kept_words(one.place)
    return _("{where}: {words}").format(where=where, words=one.excerpt)


def _excerpts(mentions: Sequence[Mention]) -> str:
    return "\n".join(dict.fromkeys(one.excerpt for one in mentions))
