"""What every field type offers, and what it is told about the shop while it checks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop_cs.errors import UserError
from desktop_cs.forms.definition import Field
from desktop_cs.i18n import _


@dataclass(frozen=True, slots=True)
class CheckContext:
    """The surroundings of an answer.

    `currency` is the shop's ISO 4217 code, `now` the naive wall time of the shop, `language` the
    language of the person who reads.
    """

    currency: str
    now: datetime
    language: str


@dataclass(frozen=True, slots=True)
class FieldType:
    """One kind of answer.

    Attributes:
        check: Takes what staff typed, returns the canonical text to store; raises UserError.
        shown: Takes stored text, returns what a person reads.
        from_value: Takes a TOML or JSON value, returns what staff would have typed; raises UserError.
        as_typed: Takes stored text, returns what staff would type for it; the way back from `check`.
    """

    check: Callable[[Field, str, CheckContext], str]
    shown: Callable[[Field, str, CheckContext], str]
    from_value: Callable[[Field, object], str]
    as_typed: Callable[[Field, str, CheckContext], str]


def as_stored(_field: Field, stored: str, _context: CheckContext) -> str:
    """Return stored text unchanged, for types that are shown and typed as they are stored."""
    return stored


def text_value(_field: Field, value: object) -> str:
    """Return a text of a file as it is.

    Raises:
        UserError: It is no text.
    """
    if not isinstance(value, str):
        raise UserError(_("A text in quotation marks is needed here."))
    return value
