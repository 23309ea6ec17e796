"""Settings, Budget: what a month's recoveries may cost, as a share of what the shop took."""

import re
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_cs import shown
from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.money import minor_units, plain_amount
from desktop_cs.shop.budget import Budget
from desktop_cs.summary.month import Month
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.field_line import FieldLine, fix_width
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.tokens import XL, S
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import TextLabel, text_label

_MONTHS = 6  # this month and those before it: what a manager still has the figures of at hand


class BudgetSection(Section):
    """The share, and the revenue of this and past months; what was spent and what is left of each."""

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        intro = _("Money back, goodwill and extra of a month count against its budget.")
        super().__init__(acts, preferences, _("Budget"), intro, parent)
        keep_private(self.card)
        self.share = QLineEdit(self)
        fix_width(self.share, 120)
        told = _("One company found 0.5 percent to be enough.")
        self.share_line = FieldLine(_("Share of the revenue, in percent"), self.share, help=told, parent=self)
        self.share.editingFinished.connect(self._keep_share)
        self.card.column.addWidget(self.share_line)
        currency = self.desk.settings.currency
        words = _("What the shop took, {currency}").format(currency=currency)
        self.card.column.addWidget(text_label(words, "lead-strong", parent=self))
        self.lines: dict[str, FieldLine] = {}
        self.facts: dict[str, TextLabel] = {}
        self._shown: dict[str, str] = {}  # what each field held before anybody typed
        self._months = _months(self.desk.months.this_month())
        for month in self._months:
            self._add_month(month)

    def load(self) -> None:
        """Show what is stored now."""
        self.share.setText(_percent(self.desk.settings.budget_basis_points))
        self.share_line.set_problem("")
        for month in self._months:
            self._show_month(month)

    def leave(self) -> bool:
        """Store every field; stay where one is no amount."""
        wrong = [self.lines[month.key] for month in self._months if not self._keep_revenue(month)]
        wrong += [] if self._keep_share() else [self.share_line]
        if wrong:
            wrong[0].field.setFocus()
        return not wrong

    def _add_month(self, month: Month) -> None:
        field = QLineEdit(self)
        fix_width(field, 200)
        field.setPlaceholderText(_("not typed yet"))
        line = FieldLine(shown.month(month.first, language_in_use()), field, parent=self)
        facts = text_label("", "muted", wrap=True, parent=self)
        row = FlowLayout(gap=(XL, S))
        row.addWidget(line)
        row.addWidget(facts)
        self.card.column.addLayout(row)
        self.lines[month.key], self.facts[month.key] = line, facts
        field.editingFinished.connect(partial(self._keep_revenue, month))

    def _show_month(self, month: Month) -> None:
        budget = self.acts.ask(lambda: self.desk.authority.budget(month))
        if budget is None:
            return
        field = self.lines[month.key].field
        if isinstance(field, QLineEdit):
            typed = "" if budget.revenue is None else plain_amount(budget.revenue, budget.currency)
            field.setText(typed)
            self._shown[month.key] = typed
        self.lines[month.key].set_problem("")
        self.facts[month.key].setText(_facts(budget))

    def _keep_revenue(self, month: Month) -> bool:
        line = self.lines[month.key]
        if not isinstance(line.field, QLineEdit) or line.field.text() == self._shown.get(month.key):
            return True
        amount = self._amount(line.field.text())
        line.set_problem(str(amount) if isinstance(amount, UserError) else "")
        if isinstance(amount, UserError):
            return False
        authority = self.desk.authority
        before = authority.revenue(month)
        done = self.do(lambda: authority.save_revenue(month, amount))
        if isinstance(done, UserError):
            line.set_problem(str(done))
            return False
        self._show_month(month)
        self.tell_saved(_("The revenue is saved."), lambda: authority.put_revenue(month, before))
        return True

    def _keep_share(self) -> bool:
        points = _basis_points(self.share.text())
        told = _("Write a share from 0 to 100, such as 0.5.") if points is None else ""
        self.share_line.set_problem(told)
        if points is None:
            return False
        refusal = self.keep(_("The share is saved."), budget_basis_points=points)
        self.share_line.set_problem(str(refusal) if refusal else "")
        if refusal is None:
            self.load()
        return refusal is None

    def _amount(self, text: str) -> int | UserError | None:
        """Return what was typed in minor units, None for nothing, or what is wrong with it."""
        if not text.strip():
            return None
        currency = self.desk.settings.currency
        return self.acts.attempt(lambda: Result(minor_units(text, currency), Changes()), self.window())


def _months(last: Month) -> list[Month]:
    """Return a month and those before it, the newest first."""
    count = last.year * 12 + last.month - 1
    return [Month(one // 12, one % 12 + 1) for one in range(count, count - _MONTHS, -1)]


def _facts(budget: Budget) -> str:
    """Return what a month may cost, did cost, and what is left."""
    language = language_in_use()

    def money(units: int) -> str:
        return shown.money(units, budget.currency, language)

    spent = money(budget.spent)
    if budget.typed_in:
        told = _(
            "Spent {spent}. The revenue was typed in {currency} and is not counted; type it in {now} instead."
        )
        return told.format(spent=spent, currency=budget.typed_in, now=budget.currency)
    if budget.amount is None or budget.left is None:
        return _("Spent {spent}. There is no budget until the revenue is typed.").format(spent=spent)
    amounts = {"amount": money(budget.amount), "spent": spent, "left": money(abs(budget.left))}
    if budget.left < 0:
        return _("Budget {amount} · spent {spent} · {left} too much").format(**amounts)
    return _("Budget {amount} · spent {spent} · left {left}").format(**amounts)


def _percent(basis_points: int) -> str:
    """Return hundredths of a percent as a plain percentage, such as "0.5"."""
    return f"{basis_points / 100:.2f}".rstrip("0").rstrip(".")


def _basis_points(text: str) -> int | None:
    """Return a typed percentage in hundredths of a percent; None where it is none, or above 100."""
    found = re.fullmatch(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*[%％]?", text.strip(), re.ASCII)
    if found is None:
        return None
    points = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
    return points if points <= 100 * 100 else None
