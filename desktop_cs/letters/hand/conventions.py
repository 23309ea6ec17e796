"""Where each part of a letter stands on the page, by the custom of its language."""

from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_cs.letters.blocks import Role


class Side(StrEnum):
    """What a line is set against; in a letter that runs down the page, left is the top."""

    LEFT = "left"
    CENTRE = "centre"
    PART_WAY = "part_way"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one part stands.

    Args:
        side: The left margin, the centre, part of the way across, or the right margin.
        indent: How far the first line is moved in, in em of the script.
        indent_mm: The same in mm, where custom names a length; it is added.
        above: Lines left free above it, unless it is the first.
        begins: For `Side.PART_WAY` where it begins, as a share of the line.
    """

    side: Side = Side.LEFT
    indent: float = 0.0
    indent_mm: float = 0.0
    above: float = 0.0
    begins: float = 0.0


_NAME_AT_THE_RIGHT = Standing(Side.PART_WAY, begins=0.55)
_CHINESE: dict[Role, Standing] = {
    Role.DATE: Standing(Side.RIGHT),
    Role.SALUTATION: Standing(),
    Role.GREETING: Standing(indent=2.0),
    Role.BODY: Standing(indent=2.0),
    Role.CLOSING: Standing(indent=2.0),
    Role.CLOSING_FLUSH: Standing(),
    Role.SIGNATURE: Standing(Side.RIGHT, above=0.6),
    Role.POSTSCRIPT: Standing(indent=2.0, above=0.6),
}
# Source: letters.md of the design. English takes the indented form of a personal letter. Russian: the
# salutation in the middle of its line, a red line of 10 to 15 mm, the name at the right below the closing, a
# date at the end at the left. Chinese takes the form taught in schools on both sides of the strait: 稱謂
# and the second half of the wish (敬礼, 教安) flush left, 正文 and the first half two in, 署名 right.
CONVENTIONS: dict[str, dict[Role, Standing]] = {
    "en": {
        Role.DATE: Standing(Side.RIGHT),
        Role.SALUTATION: Standing(above=0.6),
        Role.GREETING: Standing(indent=1.6),
        Role.BODY: Standing(indent=1.6),
        Role.CLOSING: Standing(Side.PART_WAY, above=0.6, begins=0.46),
        Role.CLOSING_FLUSH: Standing(Side.PART_WAY, begins=0.46),
        Role.SIGNATURE: Standing(Side.PART_WAY, above=0.3, begins=0.46),
        Role.POSTSCRIPT: Standing(above=0.6),
    },
    "ru": {
        Role.DATE: Standing(Side.RIGHT),
        Role.SALUTATION: Standing(Side.CENTRE, above=0.6),
        Role.GREETING: Standing(indent_mm=12.5),
        Role.BODY: Standing(indent_mm=12.5),
        Role.CLOSING: Standing(above=0.6),
        Role.CLOSING_FLUSH: Standing(),
        Role.SIGNATURE: _NAME_AT_THE_RIGHT,
        Role.POSTSCRIPT: Standing(indent_mm=12.5, above=0.6),
    },
    "zh_CN": _CHINESE,
    "zh_TW": _CHINESE,
}


def standing(language: str, role: Role, before: Role | None) -> Standing:
    """Return how a part stands that follows a part of the role `before` (None at the top of the page)."""
    found = CONVENTIONS[language][role]
    if language == "ru" and role is Role.DATE and before in {Role.SIGNATURE, Role.CLOSING}:
        return Standing(above=0.6)
    if before is None or before is role:
        return replace(found, above=0.0)
    return found
