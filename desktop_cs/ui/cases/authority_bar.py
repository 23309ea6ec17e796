"""What may be given without asking, and a manager's approval on the same screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_cs import shown
from desktop_cs.cases.authority import Judgement
from desktop_cs.desk.case_view import Story
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import set_property, text_label


class AuthorityBar(Card):
    """A quiet line inside one's authority; beyond it, a field for a manager's digits.

    Signals:
        approved: Digits were entered.
    """

    approved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", M, parent)
        self._told = text_label("", wrap=True, parent=self)
        self._generous = text_label("", "caption", wrap=True, parent=self)
        self.column.addWidget(self._told)
        self.column.addWidget(self._generous)
        self._approval = QWidget(self)
        row = QHBoxLayout(self._approval)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        self.digits = QLineEdit(self._approval)
        self.digits.setEchoMode(QLineEdit.EchoMode.Password)
        self.digits.setMaxLength(6)
        self.digits.setFixedWidth(look().px(140))
        self.digits.setPlaceholderText(_("Manager’s digits"))
        self.digits.setAccessibleName(_("Manager’s digits"))
        self.digits.returnPressed.connect(self._approve)
        approve = secondary_button(_("Approve"), "shield-check", self._approval)
        approve.clicked.connect(self._approve)
        self._problem = text_label("", "problem", wrap=True, parent=self._approval)
        row.addWidget(self.digits)
        row.addWidget(approve)
        row.addWidget(self._problem, 1)
        self.column.addWidget(self._approval)

    def show_judgement(self, story: Story, judgement: Judgement, currency: str) -> None:
        """Say how what is given stands to what may be given; nothing while nothing is given."""
        spent = story.remedies.spent
        self.setVisible(bool(spent) or story.remedies.is_beyond_generous(story.price))
        self._approval.setVisible(not judgement.within)
        set_property(self, "card", "info" if judgement.within else "warn")
        self._told.setText(self._words(spent, story.approved, judgement, currency))
        generous = story.remedies.is_beyond_generous(story.price)
        self._generous.setVisible(generous)
        self._generous.setText(
            _(
                "This is more than one and a half times the price. "
                "More money gains nothing from here; words and care do."
            )
        )

    def show_problem(self, sentence: str) -> None:
        """Say why the digits did not approve."""
        self._problem.setText(sentence)
        self.digits.clear()
        self.digits.setFocus()

    def _words(self, spent: int, approved: int, judgement: Judgement, currency: str) -> str:
        language = language_in_use()
        amount = shown.money(spent, currency, language)
        if not judgement.within:
            beyond = shown.money(judgement.beyond, currency, language)
            told = _(
                "{amount} is {beyond} beyond what you may give. "
                "Say so at once. A manager can approve it here."
            )
            return told.format(amount=amount, beyond=beyond)
        if approved >= spent > 0:
            return _("{amount} was approved by a manager.").format(amount=amount)
        if judgement.limit is None:
            return _("You give {amount}.").format(amount=amount)
        limit = shown.money(judgement.limit, currency, language)
        return _("You give {amount} of {limit}; nobody needs to be asked.").format(amount=amount, limit=limit)

    def _approve(self) -> None:
        self._problem.setText("")
        self.approved.emit(self.digits.text())
        self.digits.clear()
