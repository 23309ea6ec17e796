"""Settings, Limits: what each role may give without asking."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.money import minor_units, plain_amount
from desktop_cs.shop.settings import Limit, ShopSettings
from desktop_cs.shop.staff import Role
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.approval_words import limits_sentence
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.field_line import FieldLine, fix_width
from desktop_cs.ui.settings.role_words import role_words
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.tokens import XL, M, S
from desktop_cs.ui.widgets.buttons import secondary_button, set_words
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

_ROLES = (Role.COUNTER, Role.TECHNICIAN)
_KINDS = ("per_case", "per_day")


class LimitsSection(Section):
    """Amounts per case and per day; beyond them a manager approves with digits."""

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        intro = _(
            "Inside the limit nobody asks anybody. Beyond it, a manager approves. Empty means no limit."
        )
        super().__init__(acts, preferences, _("Limits"), intro, parent)
        currency = self.desk.settings.currency
        titles = {
            "per_case": _("For one case, {currency}").format(currency=currency),
            "per_day": _("On one day, {currency}").format(currency=currency),
        }
        keep_private(self.card)
        self.notice = _CurrencyNotice(self)
        self.notice.taken.connect(self._take_as_shown)
        self.card.column.addWidget(self.notice)
        self.lines: dict[tuple[Role, str], FieldLine] = {}
        self._fields: dict[tuple[Role, str], QLineEdit] = {}
        self._shown: dict[tuple[Role, str], str] = {}  # what each field held before anybody typed
        for role in _ROLES:
            self.card.column.addWidget(text_label(role_words(role), "lead-strong", parent=self))
            row = FlowLayout(gap=(XL, S))
            for kind in _KINDS:
                row.addWidget(self._line(role, kind, titles[kind]))
            self.card.column.addLayout(row)
        told = _("A manager has no limit.")
        self.card.column.addWidget(text_label(told, "caption", wrap=True, parent=self))

    def load(self) -> None:
        """Show what is stored now."""
        settings = self.desk.settings
        self.notice.show_for(settings)
        for (role, kind), line in self.lines.items():
            amount = getattr(settings.limit_of(role), kind)
            typed = "" if amount is None else plain_amount(amount, settings.currency)
            self._fields[role, kind].setText(typed)
            self._shown[role, kind] = typed
            line.set_problem("")

    def leave(self) -> bool:
        """Store every amount; stay where one is none."""
        wrong = [line for (role, kind), line in self.lines.items() if not self._keep(role, kind)]
        if wrong:
            wrong[0].field.setFocus()
        return not wrong

    def _line(self, role: Role, kind: str, title: str) -> FieldLine:
        field = QLineEdit(self)
        field.setPlaceholderText(_("no limit"))
        fix_width(field, 200)
        line = FieldLine(title, field, parent=self)
        line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        field.setAccessibleName(f"{role_words(role)}: {title}")
        field.editingFinished.connect(lambda: self._keep(role, kind))
        self.lines[role, kind], self._fields[role, kind] = line, field
        return line

    def _keep(self, role: Role, kind: str) -> bool:
        line, settings = self.lines[role, kind], self.desk.settings
        if self._fields[role, kind].text() == self._shown.get((role, kind)):
            line.set_problem("")
            return True
        amount = self._amount(self._fields[role, kind].text(), settings.currency)
        line.set_problem(str(amount) if isinstance(amount, UserError) else "")
        if isinstance(amount, UserError):
            return False
        before = settings.limit_of(role)
        limit = replace(before, **{kind: amount})
        if limit != before:
            self._save_limits(_("The limit is saved."), {role: limit})
        self._shown[role, kind] = self._fields[role, kind].text()
        return True

    def _take_as_shown(self) -> None:
        """Let the amounts that are shown hold in the currency of now."""
        if self.leave():
            self._save_limits(_("The limits hold from now on."), {})

    def _save_limits(self, words: str, changed: Mapping[Role, Limit]) -> None:
        """Store limits with the currency they are set in; the others become what holds of them now."""
        settings = self.desk.settings
        standing = {role: settings.limit_of(role) for role in settings.limits}
        self.keep(words, limits={**standing, **changed}, limits_currency=settings.currency)
        self.notice.show_for(self.desk.settings)

    def _amount(self, text: str, currency: str) -> int | UserError | None:
        """Return what was typed in minor units, None for nothing, or what is wrong with it."""
        if not text.strip():
            return None
        return self.acts.attempt(lambda: Result(minor_units(text, currency), Changes()), self.window())


class _CurrencyNotice(Card):
    """Says that the limits are of another currency, with the way out; hidden while they fit.

    Signals:
        taken: The amounts that are shown shall hold.
    """

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", M, parent)
        self._told = text_label("", wrap=True, parent=self)
        self.take = secondary_button(_("Limits"), "check", self)
        self.take.clicked.connect(self.taken)
        self.column.addWidget(self._told)
        self.column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    def show_for(self, settings: ShopSettings) -> None:
        """Show the sentence where the limits do not fit."""
        self.setVisible(not settings.limits_fit)
        until = _("Until then nothing may be given on them.")
        blank = "" if language_in_use().startswith("zh") else " "
        self._told.setText(f"{limits_sentence(settings)}{blank}{until}")
        set_words(self.take, _("Let these amounts hold in {currency}").format(currency=settings.currency))
