"""Where each part of a letter stands on the page, by the custom of its language."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_cs.letters.blocks import Role


class Side(StrEnum):
    """What a line is set against."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one part stands.

    Args:
        side: The left margin, a little left of the middle, or the right margin.
        indent: How far the first line is moved in, in em of the script.
        above: Lines left free above it, unless it is the first.
    """

    side: Side = Side.LEFT
    indent: float = 0.0
    above: float = 0.0


# Source: letters.md of the design. English takes the indented form of a personal letter, Chinese the form
# taught in schools: 称呼 and 敬礼 flush left, 正文 and 此致 indented two characters, 署名 to the right.
CONVENTIONS: dict[str, dict[Role, Standing]] = {
    "en": {
        Role.DATE: Standing(Side.RIGHT),
        Role.SALUTATION: Standing(above=0.6),
        Role.GREETING: Standing(indent=1.6),
        Role.BODY: Standing(indent=1.6),
        Role.CLOSING: Standing(Side.MIDDLE, above=0.6),
        Role.CLOSING_FLUSH: Standing(Side.MIDDLE),
        Role.SIGNATURE: Standing(Side.MIDDLE),
        Role.POSTSCRIPT: Standing(above=0.6),
    },
    "zh_CN": {
        Role.DATE: Standing(Side.RIGHT),
        Role.SALUTATION: Standing(),
        Role.GREETING: Standing(indent=2.0),
        Role.BODY: Standing(indent=2.0),
        Role.CLOSING: Standing(indent=2.0),
        Role.CLOSING_FLUSH: Standing(),
        Role.SIGNATURE: Standing(Side.RIGHT, above=0.6),
        Role.POSTSCRIPT: Standing(indent=2.0, above=0.6),
    },
}


def standing(language: str, role: Role, before: Role | None) -> Standing:
    """Return how a part stands that follows a part of the role `before` (None at the top of the page)."""
    found = CONVENTIONS[language][role]
    if before is None or before is role:
        return Standing(found.side, found.indent)
    if role is Role.SIGNATURE and language == "en":
        return Standing(found.side, found.indent, 0.3)
    return found
