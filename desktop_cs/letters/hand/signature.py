"""A person's own signature, as the pen moved."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """The strokes of a signature.

    Args:
        strokes: For every stroke its points: x and y in shares of the signature's height, y upwards from the
            writing line, and the pressure from 0 to 1.
    """

    strokes: tuple[tuple[tuple[float, float, float], ...], ...]
