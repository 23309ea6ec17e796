"""Settings, Gestures: what may be given on top of what is owed, and the ideas of staff for it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.cases.gestures import Gesture, GestureState
from desktop_cs.cases.steps import Step
from desktop_cs.errors import UserError
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.gesture_editor import GestureEditor
from desktop_cs.ui.settings.gesture_words import cost_words, idea_words, kind_words
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import RowCard
from desktop_cs.ui.widgets.labels import text_label


class GesturesSection(Section):
    """The catalogue of the shop; a press on an entry opens it."""

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        intro = _("Staff may offer these with one press; what costs little stands first.")
        super().__init__(acts, preferences, _("Gestures"), intro, parent)
        self.editor: GestureEditor | None = None
        self.rows: dict[str, RowCard] = {}
        self._room = QVBoxLayout()
        self.add = secondary_button(_("Add a gesture"), "plus", self)
        self.add.clicked.connect(lambda: self._open(self.desk.gestures.blank()))
        self._list = QVBoxLayout()
        self._list.setSpacing(S)
        self.card.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.column.addLayout(self._room)
        self.card.column.addLayout(self._list)

    def load(self) -> None:
        """Show the catalogue as it is stored now; an entry that is being written stays open."""
        _clear(self._list)
        self.rows = {}
        gestures = self.acts.ask(self.desk.gestures.all) or []
        for title, state in (
            (_("Ideas that wait for you"), GestureState.IDEA),
            (_("Offered"), GestureState.ADOPTED),
            (_("No longer offered"), GestureState.RETIRED),
        ):
            found = [one for one in gestures if one.state is state]
            if found:
                self._list.addWidget(text_label(f"{title} · {len(found)}", "lead-strong", parent=self))
            for one in sorted(found, key=lambda one: one.idea_by is None):
                self._list.addWidget(self._row(one))

    def _row(self, gesture: Gesture) -> RowCard:
        row = RowCard(gesture.name, self._facts(gesture), parent=self)
        if gesture.on_hold:
            row.add_badge(_("Hold and check"), "warn")
        if gesture.state is GestureState.RETIRED:
            back = quiet_button(_("Offer again"), parent=row)
            back.setAccessibleName(_("Offer again: {name}").format(name=gesture.name))
            back.clicked.connect(partial(self._offer_again, gesture))
            row.add_button(back)
        row.clicked.connect(partial(self._open, gesture))
        self.rows[gesture.name] = row
        return row

    def _facts(self, gesture: Gesture) -> str:
        settings = self.desk.settings
        if gesture.state is GestureState.IDEA:
            people = {one.id: one.name for one in self.desk.shop.staff(with_former=True)}
            return idea_words(gesture, people.get(gesture.idea_by, "") if gesture.idea_by else "")
        suits = [words for key, words in self._matters() if key in gesture.suits.split(",")]
        facts = [cost_words(gesture.cost, settings.currency), kind_words(gesture.kind), *suits]
        return " · ".join(facts)

    def _matters(self) -> list[tuple[str, str]]:
        """Return what may matter most to a customer: id and words."""
        options = self.desk.forms[Step.REVIEW].field("what_matters_most").options
        return [(option.id, words_in(option.label, language_in_use())) for option in options]

    def _open(self, gesture: Gesture) -> None:
        self._close()
        self.editor = GestureEditor(gesture, self.desk.settings.currency, self._matters(), self)
        self.editor.kept.connect(partial(self._keep, gesture))
        self.editor.given_up.connect(partial(self._give_up, gesture))
        self.editor.put_away.connect(self._put_away)
        self._room.addWidget(self.editor)
        self.editor.show()
        self.editor.begin()

    def _close(self) -> None:
        self.editor = None
        _clear(self._room)

    def _put_away(self) -> None:
        self._close()
        self.add.setFocus()

    def _keep(self, before: Gesture, changed: Gesture, is_given: bool) -> None:
        work = self.desk.gestures
        if before.state is GestureState.IDEA:
            done = self.do(lambda: work.adopt(changed, as_gesture=is_given))
            told = _("“{name}” is adopted. The month’s summary thanks its author.")
            told = told if before.idea_by else _("“{name}” is offered from now on.")
        else:
            done = self.do(lambda: work.save(changed))
            told = _("“{name}” is saved.")
        if isinstance(done, UserError):
            if self.editor is not None:
                self.editor.show_problem(done)
            return
        gone = replace(done, state=GestureState.DECLINED)
        self._done(told.format(name=done.name), before if before.added_at else gone)

    def _give_up(self, before: Gesture) -> None:
        work = self.desk.gestures
        retired = replace(before, state=GestureState.RETIRED)
        is_idea = before.state is GestureState.IDEA
        done = self.do(lambda: work.decline(before) if is_idea else work.save(retired))
        if isinstance(done, UserError):
            self.acts.refused.emit(done)
            return
        told = _("“{name}” is declined.") if is_idea else _("“{name}” is offered no more.")
        self._done(told.format(name=before.name), before)

    def _offer_again(self, before: Gesture) -> None:
        done = self.do(lambda: self.desk.gestures.save(replace(before, state=GestureState.ADOPTED)))
        if isinstance(done, UserError):
            self.acts.refused.emit(done)
            return
        self._done(_("“{name}” is offered again.").format(name=done.name), before)

    def _done(self, told: str, back: Gesture) -> None:
        """Show the list anew and say what was done, with the way back."""
        self._put_away()
        self.load()
        self.tell_saved(told, lambda: self.desk.gestures.put_back(back))


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
