"""The words that slips are made of: `resources/slips/<language>.toml`, for a shop to edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.phrases import did_you_mean, filled, find_problems, firm_gaps, read_table
from desktop_cs.slips.slip import PROMISED

REMEDIES = ("repair", "exchange", "money_back", "price_cut")

# Each phrase with the gaps that may stand in it.
PHRASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": (),
        "case": ("number",),
        "moment": ("day", "time"),
        "customer": ("name",),
        "what_is_wrong": (),
        "your_words": ("words",),
        "what_caused_it": (),
        "not_known": (),
        "not_known_until": ("when",),
        "still_checking": ("when",),
        "answer_late": ("when",),
        "what_we_do": (),
        "by_when": ("when", "words", "who"),
        "told_as": ("words", "day"),
        "late": ("when", "who"),
        "done_on": ("what", "day"),
        "nothing_agreed": (),
        "is_solved": (),
        "cannot_be_solved": (),
        "kept_from_happening": (),
        "prevention_not_known": (),
        "whom_to_ask": (),
        "ask_for": ("names", "phone"),
        "or": (),
        "bring_it": ("number",),
        **{f"remedy_{kind}": () for kind in REMEDIES},
        **{f"promise_{about}": () for about in PROMISED},
    }
)
_MAY_BE_UNKNOWN = {"by_when": ("words", "who"), "late": ("who",), "ask_for": ("phone",)}


class SlipFileError(ShopError):
    """The words for slips cannot be used; `problems` names every mistake in them."""

    def __init__(self, path: Path, problems: list[str]) -> None:
        opening = _("{file} needs mending before it can be used: ").format(file=path.name)
        super().__init__(opening + "; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class SlipWords:
    """The phrases of one language."""

    language: str
    phrases: Mapping[str, str]

    def say(self, phrase: str, **values: str) -> str:
        """Return a phrase with its gaps filled; a bracketed part with an empty gap is left out."""
        return filled(self.phrases[phrase], values)


def load_slip_words(folder: Path, language: str) -> SlipWords:
    """Return the words in `folder`/`language`.toml.

    Raises:
        SlipFileError: Something in it is missing, unknown or cannot be filled; it names every mistake.
    """
    path = folder / f"{language}.toml"
    problems: list[str] = []
    table = read_table(path, problems)
    if not problems:
        problems += [
            _("nothing is called {word}{hint}").format(word=key, hint=did_you_mean(key, PHRASES))
            for key in table
            if key not in PHRASES
        ]
        for key in PHRASES:
            problems += [f"{key}: {problem}" for problem in _problems(key, table.get(key))]
    if problems:
        raise SlipFileError(path, problems)
    return SlipWords(language, table)


def _problems(key: str, text: object) -> list[str]:
    """Return what is wrong with one phrase."""
    if not isinstance(text, str):
        return [_("the text is missing")]
    return find_problems(text, PHRASES[key]) + [
        _("put {gap} and the words around it in [square brackets], so that they can be left out").format(
            gap="{" + gap + "}"
        )
        for gap in firm_gaps(text)
        if gap in _MAY_BE_UNKNOWN.get(key, ())
    ]
