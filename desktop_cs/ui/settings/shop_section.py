"""Settings, Shop: name, address, phone, logo."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.countries import country, currencies
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.address_text import AddressText
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.settings.logo_line import LogoLine
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.widgets.labels import text_label

_WIDTH = 520  # px at text size 1


class ShopSection(Section):
    """What stands on letters and summaries."""

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(
            acts, preferences, _("Shop"), _("This stands on letters and on the summary."), parent
        )
        self.name, self.address, self.phone = QLineEdit(self), AddressText(self), QLineEdit(self)
        self.name_line = FieldLine(_("Name of the shop"), self.name, width_px=_WIDTH, parent=self)
        self.logo = LogoLine(self)
        self._where = text_label("", "caption", wrap=True, parent=self)
        self.card.column.addWidget(self.name_line)
        self.card.column.addWidget(FieldLine(_("Address"), self.address, width_px=_WIDTH, parent=self))
        self.card.column.addWidget(FieldLine(_("Phone"), self.phone, width_px=_WIDTH, parent=self))
        self.card.column.addWidget(self.logo)
        self.card.column.addWidget(self._where)
        self.name.editingFinished.connect(self._keep_name)
        self.address.left.connect(self._keep_address)
        self.phone.editingFinished.connect(self._keep_phone)
        self.logo.picked.connect(self._keep_logo)
        self.logo.taken_away.connect(lambda: self._keep_logo(None))

    def load(self) -> None:
        """Show what is stored now."""
        settings = self.desk.settings
        self.name.setText(settings.name)
        self.address.setPlainText(settings.address)
        self.phone.setText(settings.phone)
        self.name_line.set_problem("")
        self.logo.show_logo(self.acts.ask(self.desk.shop.logo))
        here = country(settings.country, language_in_use())
        told = _("{country}, amounts in {currency}. Past cases are counted in it, so it stays.")
        self._where.setText(
            told.format(
                country=here.name if here else settings.country,
                currency=dict(currencies(language_in_use())).get(settings.currency, settings.currency),
            )
        )

    def leave(self) -> bool:
        """Store the field that the focus is still in."""
        self._keep_address()
        self._keep_phone()
        return self._keep_name()

    def _keep_name(self) -> bool:
        refusal = self.keep(_("The name of the shop is saved."), name=" ".join(self.name.text().split()))
        self.name_line.set_problem(str(refusal) if refusal else "")
        return refusal is None

    def _keep_address(self) -> None:
        self.keep(_("The address is saved."), address=self.address.toPlainText().strip())

    def _keep_phone(self) -> None:
        self.keep(_("The phone number is saved."), phone=self.phone.text().strip())

    def _keep_logo(self, path: Path | None) -> None:
        before = self.desk.shop.logo()
        done = self.do(lambda: self.desk.shop.save_logo(path))
        if isinstance(done, UserError):
            self.logo.set_problem(str(done))
            return
        self.logo.show_logo(done)
        words = _("The logo is saved.") if done is not None else _("The logo is taken away.")
        self.tell_saved(words, lambda: self.desk.shop.put_logo(before))
