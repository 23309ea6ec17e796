"""Write a pack of letters: characters with their forms, shapes and ligatures, every stroke kept once."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from hand_forms import Form
from hand_shapes import Field
from pack_writing import UNITS, Drawing, Points, ink_edges, small_steps, starts_of


@dataclass
class _Strokes:
    """The strokes of a pack so far; one that comes again, anywhere, is not kept again."""

    lines: list[npt.NDArray[np.int_]] = field(default_factory=list)
    shapes: list[npt.NDArray[np.int_]] = field(default_factory=list)
    known: dict[tuple[int, bytes], int] = field(default_factory=dict)

    def number(self, stroke: Points, fields: list[Field], shift: float) -> tuple[int, npt.NDArray[np.int_]]:
        """Return the number of a stroke and how far it is moved from where it is kept.

        Args:
            stroke: Its points.
            fields: The shapes of its letter; without any, the stroke is the same wherever it stands.
            shift: How far it was moved to the right from its place in the letter, in em.
        """
        line = np.rint(stroke * UNITS).astype(int)
        own = stroke - np.array([shift, 0.0])
        place = np.rint(own * UNITS).astype(int) if fields else line - line[0]
        key = (id(fields) if fields else 0, place.tobytes())
        if key not in self.known:
            self.known[key] = len(self.lines)
            self.lines.append(line)
            moved = [np.rint(one(own) * UNITS).astype(int) for one in fields]
            self.shapes.append(np.concatenate([*moved, np.zeros((0, 2), int)]))
        number = self.known[key]
        return number, line[0] - self.lines[number][0]


def write_hand(
    path: Path,
    forms: dict[str, list[Form]],
    fields: dict[str, list[Field]],
    about: dict[str, object],
) -> None:
    """Write one pack (`desktop_cs.letters.hand.hand_pack` reads it).

    Args:
        path: Where.
        forms: The forms of every character, and of ligatures.
        fields: For each the fields of its shapes, or none.
        about: What the header says besides.
    """
    characters = sorted(text for text in forms if len(text) == 1)
    ligatures = sorted(text for text in forms if len(text) > 1)
    entries = characters + ligatures
    every = [form for text in entries for form in forms[text]]
    strokes = _Strokes()
    rows = [row for text in entries for form in forms[text] for row in _rows(text, form, fields, strokes)]
    steps = [np.diff(line, axis=0, prepend=line[:1]) for line in strokes.lines]
    columns = {
        "codes": np.array([ord(character) for character in characters], "<u4"),
        "first_forms": starts_of([len(forms[text]) for text in entries]),
        "widths": np.array([round(form.width * UNITS) for form in every], "<i4"),
        "ink_edges": np.array([ink_edges(_drawing(form)) for form in every], "<i4").ravel(),
        "first_strokes": starts_of([len(form.strokes) for form in every]),
        "first_points": starts_of([len(line) for line in strokes.lines]),
        "first_shapes": starts_of([len(shape) for shape in strokes.shapes]),
        "starts": np.concatenate([line[0] for line in strokes.lines]).astype("<i2"),
        "stroke_of": np.array([number for number, _shift in rows], "<u2"),
        "shifts": np.concatenate([shift for _number, shift in rows]).astype("<i2"),
        "uses": np.array([form.use for form in every], "u1"),
        "parts": np.array([part for form in every for part in form.parts], "u1"),
        "steps": small_steps(np.concatenate(steps).ravel()),
        "shape_steps": small_steps(np.concatenate(strokes.shapes).ravel()),
    }
    header = about | {
        "units": UNITS,
        "ligatures": ligatures,
        "columns": [[name, column.dtype.str, len(column)] for name, column in columns.items()],
    }
    line = json.dumps(header, ensure_ascii=False).encode()
    line += b" " * (-(len(line) + 1) % 8) + b"\n"
    path.write_bytes(line + b"".join(column.tobytes() for column in columns.values()))
    sys.stdout.write(
        f"{path.name}: {len(characters)} characters, {len(every)} forms, {path.stat().st_size} bytes\n"
    )


def _rows(
    text: str, form: Form, fields: dict[str, list[Field]], strokes: _Strokes
) -> Iterator[tuple[int, npt.NDArray[np.int_]]]:
    """Yield the strokes of a form; dots and accents keep their shape."""
    origins = form.origins or ((text, 0.0),) * len(form.strokes)
    for stroke, part, (letter, shift) in zip(form.strokes, form.parts, origins, strict=True):
        yield strokes.number(stroke, [] if part else fields.get(letter, []), shift)


def _drawing(form: Form) -> Drawing:
    return Drawing(form.width, list(form.strokes))
