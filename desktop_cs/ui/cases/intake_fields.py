"""The header of a case on the screen: who, what about, how they are."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_cs.cases.case import Case
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.customer_work import new_customer
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use
from desktop_cs.letters.languages import LANGUAGE_NAMES
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.case_words import moods, reporters, threats, ways_of_reaching
from desktop_cs.ui.cases.customer_choice import CustomerChoice
from desktop_cs.ui.cases.thing_fields import ThingFields
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import XS, L, M, S
from desktop_cs.ui.widgets.buttons import quiet_button, turn_chevron
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.labels import text_label


class IntakeFields(QWidget):
    """A name and one line are enough; everything else may wait.

    Signals:
        changed: Somebody else, or something else, stands here.
    """

    changed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = actions.desk.settings
        self.choice = CustomerChoice(actions, self)
        self.choice.changed.connect(self._show_new_fields)
        self.choice.changed.connect(self.changed)
        self.one_line = _line(
            _("such as “Kettle stopped heating after a week”"), _("What is it about, in one line?"), self
        )
        self.mood = _choices(moods(), _("How are they?"), self)
        self.how_reached = _choices(ways_of_reaching(), _("How did it reach us?"), self)
        self.thing = ThingFields(_kinds(actions), self)
        self.thing.changed.connect(self.changed)
        self.form_of_address = _line(_("Mrs, Mr, Ms, …"), _("Form of address"), self)
        self.phone = _line(_("only if it is needed"), _("Phone"), self)
        self.address = _line(_("only for a letter by post"), _("Postal address"), self)
        self.reported_by = _choices(reporters(), _("Who tells us?"), self)
        self.threatens = _choices(threats(), _("Do they threaten with something?"), self)
        self.language = _choices(list(LANGUAGE_NAMES.items()), _("Language of letters"), self)
        self._new = QWidget(self)
        grid = QGridLayout(self._new)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(S)
        for place, field in enumerate((self.form_of_address, self.phone, self.address)):
            grid.addWidget(text_label(field.accessibleName(), "caption", parent=self._new), 0, place)
            grid.addWidget(field, 1, place)
        grid.setColumnStretch(2, 2)
        self._problem = text_label("", "problem", wrap=True, parent=self)
        self._problem.hide()
        self._build()
        for digit in range(1, 10):
            keys = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda digit=digit: self.pick_choice(digit))
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        for field in (self.choice.name, self.form_of_address, self.phone, self.address, self.one_line):
            field.clear()
        self.thing.clear()
        self.choice.choose(None)
        for group, chosen in (
            (self.mood, ""),
            (self.how_reached, "counter"),
            (self.reported_by, "customer"),
            (self.threatens, ""),
            (self.language, self._settings.language),
        ):
            group.set_ids([chosen] if chosen else [])
        self.thing.show()
        self.show_problem("", "")

    def fill(self, case: Case, customer: Customer | None) -> None:
        """Show the header of a case that is there already."""
        self.clear()
        self.thing.hide()  # its answers stand in the review by now
        self.choice.choose(customer)
        if customer is None:
            self.choice.name.setText(case.who)
        self.one_line.setText(case.one_line)
        for group, chosen in (
            (self.mood, case.mood),
            (self.how_reached, case.how_reached),
            (self.reported_by, case.reported_by),
            (self.threatens, case.threatens),
            (self.language, case.language_of_letters),
        ):
            group.set_ids([chosen] if chosen else [])

    def intake(self) -> Intake:
        """Return what is known."""
        return Intake(
            one_line=self.one_line.text(),
            who=self.choice.name.text(),
            customer=self.choice.customer(),
            newcomer=self._newcomer(),
            reported_by=_chosen(self.reported_by) or "customer",
            how_reached=_chosen(self.how_reached) or "counter",
            mood=_chosen(self.mood),
            threatens=_chosen(self.threatens),
            language_of_letters=_chosen(self.language),
        )

    def changed_case(self, case: Case) -> Case:
        """Return the case with the header as it stands here."""
        known = self.choice.customer()
        return replace(
            case,
            one_line=" ".join(self.one_line.text().split()) or case.one_line,
            who=known.name if known else case.who,
            customer_id=known.id if known else case.customer_id,
            reported_by=_chosen(self.reported_by) or case.reported_by,
            how_reached=_chosen(self.how_reached) or case.how_reached,
            mood=_chosen(self.mood),
            threatens=_chosen(self.threatens),
            language_of_letters=_chosen(self.language) or case.language_of_letters,
        )

    @property
    def problem(self) -> str:
        """Return what is said to be wrong, or ""."""
        return self._problem.text()

    @property
    def is_untouched(self) -> bool:
        """Return whether nothing was typed or chosen yet."""
        typed = (self.choice.name, self.form_of_address, self.phone, self.address, self.one_line)
        is_typed = any(field.text().strip() for field in typed) or bool(self.thing.thing().answers())
        return self.choice.customer() is None and not is_typed

    def pick_choice(self, number: int) -> None:
        """Pick the n-th choice of the question in focus, or how they are from anywhere else."""
        focused = QApplication.focusWidget()
        groups = (self.mood, self.how_reached, self.reported_by, self.threatens, self.language)
        here = (group for group in groups if focused is not None and group.isAncestorOf(focused))
        next(here, self.mood).pick_number(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field on Return."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def show_problem(self, sentence: str, field: str) -> None:
        """Say what is wrong and put the focus there; "" takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            (self.one_line if field == "one_line" else self.choice.name).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _newcomer(self) -> Customer | None:
        name = self.choice.name.text().strip()
        if self.choice.customer() is not None or not name:
            return None
        return new_customer(
            name,
            self.form_of_address.text().strip(),
            self.phone.text().strip(),
            self.address.text().strip(),
            _chosen(self.language),
        )

    def _show_new_fields(self) -> None:
        self._new.setVisible(self.choice.customer() is None and bool(self.choice.name.text().strip()))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self._problem)
        column.addLayout(_asked(_("Who is it?"), self.choice, self))
        column.addLayout(_asked(self.one_line.accessibleName(), self.one_line, self))
        column.addWidget(_private(self.mood, self))
        column.addLayout(_asked(self.how_reached.accessibleName(), self.how_reached, self))
        column.addWidget(self.thing)
        column.addWidget(self._new)  # below: it appears while the name is typed, and Tab goes on to the line
        more = quiet_button(_("More: who tells us, threats, language of letters"), "chevron-right", self)
        turn_chevron(more)
        rest = QWidget(self)
        inner = QVBoxLayout(rest)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(L)
        inner.addLayout(_asked(self.reported_by.accessibleName(), self.reported_by, rest))
        inner.addWidget(_private(self.threatens, rest))
        inner.addLayout(_asked(self.language.accessibleName(), self.language, rest))
        rest.hide()
        more.toggled.connect(rest.setVisible)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(rest)
        column.addSpacing(M)


def _line(hint: str, name: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setPlaceholderText(hint)
    line.setAccessibleName(name)
    return line


def _choices(choices: list[tuple[str, str]], name: str, parent: QWidget) -> ChoiceGroup:
    group = ChoiceGroup([(key, ChoiceWords(words)) for key, words in choices], Mark.NONE, parent=parent)
    group.setAccessibleName(name)
    return group


def _chosen(group: ChoiceGroup) -> str:
    return next(iter(group.ids()), "")


def _kinds(actions: Actions) -> list[tuple[str, str]]:
    """Return the kinds of failure as the review asks for them."""
    fields = {field.id: field for field in actions.desk.forms["review"].fields()}
    language = language_in_use()
    return [(option.id, words_in(option.label, language)) for option in fields["failure_kind"].options]


def _private(group: ChoiceGroup, parent: QWidget) -> QWidget:
    """Return a question that no customer should read, with its choices."""
    made = QWidget(parent)
    asked = _asked(group.accessibleName(), group, made)
    asked.setContentsMargins(0, 0, 0, 0)
    made.setLayout(asked)
    keep_private(made)
    return made


def _asked(question: str, field: QWidget, parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(XS)
    column.addWidget(text_label(question, "strong", parent=parent))
    column.addWidget(field)
    return column
