"""A person's own signature, as the pen moved."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_cs.letters.hand.styles import Pen
    from desktop_cs.letters.hand.writing import WrittenPage


@dataclass(frozen=True, slots=True)
class Signature:
    """The strokes of a signature.

    Args:
        strokes: For every stroke its points: x and y in shares of the signature's height, y upwards from the
            writing line, and the pressure from 0 to 1.
    """

    strokes: tuple[tuple[tuple[float, float, float], ...], ...]

    def to_text(self) -> str:
        """Return the strokes as JSON, each number to a thousandth."""
        return json.dumps(
            [[[round(value, 3) for value in point] for point in stroke] for stroke in self.strokes],
            separators=(",", ":"),
        )

    @classmethod
    def from_text(cls, text: str) -> "Signature":
        """Return the signature that `to_text` wrote."""
        return cls(
            tuple(
                tuple((float(x), float(y), float(force)) for x, y, force in stroke)
                for stroke in json.loads(text)
            )
        )


def with_signature(page: "WrittenPage", signature: Signature, pen: "Pen", name: str = "") -> "WrittenPage":
    """Return the page with the signature instead of the written name, which stays the text behind it.

    Args:
        page: The written page.
        signature: The signature.
        pen: The pen of the letter; pressure makes its line broader or finer.
        name: Whose name is replaced where several lines stand below the letter; "" is the first of them.
    """
    from desktop_cs.letters.hand.signing import signed  # noqa: PLC0415 (needs numpy, slow to import)

    return signed(page, signature, pen, name)
