"""The wording check of what a customer will read: its lexicons, and how a customer's name should stand."""

from collections.abc import Iterable
from pathlib import Path

from desktop_cs import places
from desktop_cs.customers.customer import Customer
from desktop_cs.errors import ShopError
from desktop_cs.guide.lexicon import Lexicon, LexiconFileError, load_lexicon
from desktop_cs.guide.wording_check import WordingCheck
from desktop_cs.i18n import LANGUAGES, _
from desktop_cs.letters.addressing import addressed_as
from desktop_cs.letters.templates import load_templates

_EMPTY = Lexicon(())


class WordingWork:
    """Gives the wording check of each language; a lexicon that cannot be read is left out of it.

    Args:
        folder: Where the lexicons are.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or places.resources_dir() / "wording"
        self._lexicons: dict[str, Lexicon] = {}
        self._untold: list[ShopError] = []

    def prepare(self, language: str) -> None:
        """Read the words of a language now, so that nobody waits for them later."""
        self._lexicon(language)

    def untold_damage(self) -> list[ShopError]:
        """Return what is to be said of lexicons that could not be read; each is given once."""
        untold, self._untold = self._untold, []
        return untold

    def check(self, languages: Iterable[str], customer: Customer | None = None) -> WordingCheck:
        """Return the check of a text that may be in any of these languages, the likeliest first.

        Args:
            languages: Codes; "" and those without a lexicon are passed over.
            customer: Who will read it; where the form of address is known, the name must stand with it.
        """
        wanted = [language for language in dict.fromkeys(languages) if language]
        lexicons = [self._lexicon(language) for language in wanted]
        return WordingCheck(lexicons, names_of(customer, wanted[0]) if customer and wanted else None)

    def _lexicon(self, language: str) -> Lexicon:
        if language not in self._lexicons and language not in LANGUAGES:
            self._lexicons[language] = _EMPTY  # letters are written in more languages than we check
        if language not in self._lexicons:
            try:
                self._lexicons[language] = load_lexicon(self._folder / f"{language}.toml")
            except LexiconFileError as damage:
                self._lexicons[language] = _EMPTY
                self._untold.append(_resting(language, damage))
        return self._lexicons[language]


def names_of(customer: Customer, language: str) -> dict[str, str]:
    """Return the ways in which this customer's name must not stand bare, each with how it should stand.

    Nothing for a customer whose form of address is not known.
    """
    if not customer.form_of_address:
        return {}
    templates = load_templates(places.resources_dir() / "letters", language)
    addressed = addressed_as(customer.name, customer.form_of_address, templates)
    if addressed == customer.name:  # it carries its form already
        return {}
    return dict.fromkeys((customer.name, *customer.name.split()), addressed)


def _resting(language: str, damage: LexiconFileError) -> ShopError:
    sentence = _(
        "Words that may hurt are not marked for now: the list “{file}” has a mistake. "
        "All else works, and nothing is lost."
    )
    return ShopError(sentence.format(file=f"{language}.toml"), details="\n".join(damage.problems))
