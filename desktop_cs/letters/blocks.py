"""The parts a letter is made of."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a part of a letter is; the conventions of its language say where it stands."""

    DATE = "date"
    SALUTATION = "salutation"
    GREETING = "greeting"
    BODY = "body"
    CLOSING = "closing"
    CLOSING_FLUSH = "closing_flush"
    SIGNATURE = "signature"
    POSTSCRIPT = "postscript"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a letter: a paragraph, or a line that stands by itself."""

    role: Role
    text: str
