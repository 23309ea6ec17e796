"""First page of the first run: language, country, currency."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.i18n import LANGUAGES, _, language_in_use
from desktop_cs.letters.languages import LANGUAGE_NAMES
from desktop_cs.shop.countries import countries, country, currencies
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.first_run.draft import Draft
from desktop_cs.ui.first_run.topic import Topic
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.settings.search_choice import SearchChoice
from desktop_cs.ui.theme.tokens import XL, M, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class CountryTopic(Topic):
    """Language and country; the currency follows the country and can be changed.

    Signals:
        language_chosen: The window is to speak another language; its code.
        looking_around: No shop is to be set up, only the practice shop to be seen.
        bringing: The shop is on a stick, and comes from another PC.
    """

    language_chosen = Signal(str)
    looking_around = Signal()
    bringing = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(
            actions,
            _("Welcome. Where is your shop?"),
            _("Three short pages, then you can begin. Everything can be changed later, except the currency."),
            parent,
        )
        self.language = OneOf([(code, LANGUAGE_NAMES[code]) for code in LANGUAGES], _("Language"), self)
        self.language.chosen.connect(self.language_chosen)
        self._country = SearchChoice(_country_choices(), self)
        self._country.chosen.connect(self._follow)
        self._currency = SearchChoice(
            [(code, f"{name} ({code})", code) for code, name in currencies(_spoken())], self
        )
        self.country = FieldLine(
            _("Country"), self._country, help=_("Type a part of its name."), width_px=420, parent=self
        )
        self.currency = FieldLine(
            _("Currency"), self._currency, help=_("In which you give money back."), width_px=420, parent=self
        )
        self._zone = text_label("", "caption", wrap=True, parent=self)
        both = QHBoxLayout()
        both.setSpacing(XL)
        both.addWidget(self.country, 1, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.currency, 1, Qt.AlignmentFlag.AlignTop)
        self.card.column.addWidget(FieldLine(_("Language"), self.language, parent=self))
        self.card.column.addLayout(both)
        self.card.column.addWidget(self._zone)
        self.look_around = quiet_button(_("Only look around: open the practice shop"), "store", self)
        self.look_around.clicked.connect(self.looking_around)
        self.bring = quiet_button(_("Bring my shop from a stick"), "download", self)
        self.bring.clicked.connect(self.bringing)
        others = FlowLayout(gap=(M, S))
        others.addWidget(self.bring)
        others.addWidget(self.look_around)
        self.column.insertLayout(3, others)
        for line, field in ((self.country, self._country), (self.currency, self._currency)):
            field.editingFinished.connect(lambda line=line, field=field: self._check(line, field))
        self._paper = ""

    def fill(self, draft: Draft) -> None:
        """Show language, country and currency."""
        self.language.set_choice(_spoken())
        self._country.set_key(draft.country)
        self._currency.set_key(draft.currency)
        self._paper = draft.report_paper
        told = _("Times are those of {zone}, as on this PC.")
        self._zone.setText(told.format(zone=draft.time_zone))

    def taken(self, draft: Draft) -> Draft:
        """Return the draft with this page's answers."""
        return replace(
            draft, country=self._country.key(), currency=self._currency.key(), report_paper=self._paper
        )

    def find_problem(self) -> QWidget | None:
        """Return the first field that names nothing."""
        wrong = [field for line, field in self._fields() if not self._check(line, field)]
        return wrong[0] if wrong else None

    def focus_first(self) -> None:
        """Begin at the language."""
        self.language.setFocus()

    def _fields(self) -> list[tuple[FieldLine, SearchChoice]]:
        return [(self.country, self._country), (self.currency, self._currency)]

    def _check(self, line: FieldLine, field: SearchChoice) -> bool:
        known = bool(field.key())
        line.set_problem("" if known else _("Choose one from the list: the arrow key down shows all."))
        return known

    def _follow(self, code: str) -> None:
        """Take the currency and the paper that are usual in the country."""
        chosen = country(code, _spoken())
        if chosen is not None:
            self._currency.set_key(chosen.currency)
            self._paper = chosen.paper
            self.currency.set_problem("")


def _country_choices() -> list[tuple[str, str, str]]:
    """Return the countries in the language of the window, found by their English names too."""
    english = {one.code: one.name for one in countries("en")}
    return [(one.code, one.name, english.get(one.code, "")) for one in countries(_spoken())]


def _spoken() -> str:
    return language_in_use()
