"""One letter as a person wrote it, from a scan or on the screen."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A character or a word, written once.

    Args:
        text: What it stands for.
        strokes: For every stroke its points: x to the right and y upwards from the writing line, in shares of
            the height that the sheet gives to a small letter.
    """

    text: str
    strokes: tuple[Line, ...]


def samples_text(samples: Iterable[Sample]) -> str:
    """Return samples as JSON, to be kept."""
    return json.dumps(
        [
            [sample.text, [[[round(x, 3), round(y, 3)] for x, y in stroke] for stroke in sample.strokes]]
            for sample in samples
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def samples_from_text(text: str) -> list[Sample]:
    """Return the samples that a text holds.

    Raises:
        ValueError: It holds something else.
    """
    read = json.loads(text)
    try:
        return [
            Sample(str(name), tuple(tuple((float(x), float(y)) for x, y in stroke) for stroke in strokes))
            for name, strokes in read
        ]
    except TypeError as error:
        raise ValueError("no samples") from error
