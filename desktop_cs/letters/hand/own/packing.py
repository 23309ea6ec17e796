"""Make a hand of what a person wrote: every sample is a form, and like samples are shapes of one another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.hand_pack import MOST_SHAPES, HandPack
from desktop_cs.letters.hand.own.pack_bytes import UNITS, Form, pack_bytes
from desktop_cs.letters.hand.own.sample import Sample
from desktop_cs.letters.hand.own.shaping import Points, along, at_shares, parts_of, resampled

X_HEIGHT_EM = 0.34  # as tall as the letters of the usual English hand
_MOST_FORMS = 6
_TOUCHING = 0.3  # x-heights; nearer strokes belong to one part of a letter
_SEEN = (-0.1, 1.3)  # x-heights: where the eye sees one letter end and the next begin
_USUAL_GAP, _GAPS = 0.3, (0.1, 0.55)  # x-heights, from the ink of one letter to that of the next
_LOOSER = 0.06  # x-heights; letters that were joined in the word stand apart in this hand
_CAPITAL_GAP, _MARK_GAP = 0.22, 0.42  # x-heights at least
_LIKE = 0.22  # x-heights: how far the strokes of two samples may be apart to be shapes of one another
_STEADIER = 0.5  # of a letter's distance from the line stays: the hand that writes adds its own

_FLAT = set("aceimnorsuvwxzавгежзиклмнопстхчшыьэюя")  # stand on the line
_SMALL = set("acemnorsuvwxzагежзиклмнопстхчшыьэюя")  # are no taller than small letters are


@dataclass(frozen=True, slots=True)
class _Measured:
    """How large a person writes, in the units of samples."""

    x_height: float
    line: float


def own_pack(samples: Sequence[Sample], name: str, before: HandPack | None = None) -> bytes:
    """Return the pack of a person's own hand.

    Args:
        samples: What they wrote; whole words only show how near to one another the letters are set.
        name: What they call the hand.
        before: Their hand so far: it keeps the letters of which there are no samples.

    Raises:
        UserError: There is no letter among the samples.
    """
    letters = [sample for sample in samples if len(sample.text) == 1 and sample.strokes]
    if not letters:
        raise UserError(_("Write at least one letter, then a hand can be made of it."))
    anew = {sample.text for sample in letters}
    letters += [kept for kept in samples_of(before) if kept.text not in anew]
    lines = [(sample.text, [np.array(stroke, float) for stroke in sample.strokes]) for sample in letters]
    measured = _measured(lines)
    drawn = _drawn(lines, measured)
    words = [sample for sample in samples if len(sample.text) > 1]
    gaps = _gaps(words, drawn, measured)
    gap = float(np.clip(np.median(gaps) + _LOOSER, *_GAPS)) if gaps else _gap_of(before)
    forms = {text: _forms(strokes, max(gap, _least_gap(text))) for text, strokes in sorted(drawn.items())}
    about = {
        "name": name,
        "x_height": round(X_HEIGHT_EM * UNITS),
        "gap": round(gap, 3),
        "written": [round(measured.x_height, 3), round(measured.line, 3)],
        "slant": round(_slant(drawn), 1),
    }
    return pack_bytes(forms, about)


def samples_of(pack: HandPack | None) -> list[Sample]:
    """Return what a person's own hand was made of, as large as they wrote it."""
    if pack is None:
        return []
    x_height, line = pack.header.get("written", (1.0, 0.0))
    samples = []
    for text in pack.characters():
        for place in pack.forms(pack.place(text)):
            found = pack.strokes([place])
            points = found.points / X_HEIGHT_EM * x_height + [0, line]
            strokes = np.split(points, np.cumsum(found.lengths)[:-1])
            samples.append(Sample(text, tuple(tuple((x, y) for x, y in one.tolist()) for one in strokes)))
    return samples


def characters_of(samples: Sequence[Sample]) -> frozenset[str]:
    """Return the characters that there are samples of."""
    return frozenset(sample.text for sample in samples if len(sample.text) == 1)


def _drawn(lines: Sequence[tuple[str, list[Points]]], measured: _Measured) -> dict[str, list[list[Points]]]:
    """Return for each character its samples' strokes in em, on the line and as large as all hands are."""
    drawn: dict[str, list[list[Points]]] = {}
    for text, strokes in lines:
        down = measured.line
        if text in _FLAT:
            foot = float(min(stroke[:, 1].min() for stroke in strokes))
            down += (1 - _STEADIER) * (foot - measured.line)
        scale = X_HEIGHT_EM / measured.x_height
        moved = [resampled((stroke - [0, down]) * scale) for stroke in strokes]
        if len(drawn.setdefault(text, [])) < _MOST_FORMS:
            drawn[text].append(moved)
    return drawn


def _measured(lines: Sequence[tuple[str, list[Points]]]) -> _Measured:
    """Return how tall the person's small letters are and where they stand; usual ones without any."""
    ranges = {
        at: (min(s[:, 1].min() for s in strokes), max(s[:, 1].max() for s in strokes))
        for at, (text, strokes) in enumerate(lines)
        if text in _FLAT
    }
    feet = [low for low, _high in ranges.values()]
    tall = [high - low for at, (low, high) in ranges.items() if lines[at][0] in _SMALL]
    line = float(np.median(feet)) if feet else 0.0
    x_height = float(np.median(tall)) if tall else 1.0
    return _Measured(min(max(x_height, 0.4), 2.5), line)


def _seen(strokes: list[Points]) -> tuple[float, float]:
    """Return where the eye sees the ink begin and end; all of it where nothing is between the lines."""
    ink = np.concatenate(strokes)
    low, high = (edge * X_HEIGHT_EM for edge in _SEEN)
    between = ink[(ink[:, 1] > low) & (ink[:, 1] < high)]
    across = (between if len(between) > 2 else ink)[:, 0]
    return float(across.min()), float(across.max())


def _gaps(words: Sequence[Sample], drawn: dict[str, list[list[Points]]], measured: _Measured) -> list[float]:
    """Return for each word how far its letters are from one another on average, in x-heights."""
    wide = {
        text: float(np.mean([right - left for left, right in map(_seen, samples)])) / X_HEIGHT_EM
        for text, samples in drawn.items()
    }
    gaps = []
    for word in words:
        if word.strokes and all(letter in wide for letter in word.text):
            across = [x for stroke in word.strokes for x, _y in stroke]
            long = (max(across) - min(across)) / measured.x_height
            gaps.append((long - sum(wide[letter] for letter in word.text)) / (len(word.text) - 1))
    return gaps


def _gap_of(before: HandPack | None) -> float:
    """Return how near to one another the letters were set so far, in x-heights."""
    kept = before.header.get("gap") if before else None
    return float(np.clip(kept, *_GAPS)) if isinstance(kept, (int, float)) else _USUAL_GAP


def _least_gap(text: str) -> float:
    """Return how near a character may stand at most: joined letters touch, others and marks do not."""
    if text.islower():
        return _GAPS[0]
    return _CAPITAL_GAP if text.isalnum() else _MARK_GAP


def _forms(samples: list[list[Points]], gap: float) -> list[Form]:
    """Return the samples of a character as forms, each with the others that are like it as shapes."""
    forms = []
    beside = gap * X_HEIGHT_EM / 2
    for at, strokes in enumerate(samples):
        left, right = _seen(strokes)
        placed = [stroke + np.array([beside - left, 0]) for stroke in strokes]
        others = samples[at + 1 :] + samples[:at]
        shapes = [shape for other in others if (shape := _shape(placed, other)) is not None]
        edges = beside, right - left + beside
        parts = parts_of(placed, _TOUCHING * X_HEIGHT_EM)
        forms.append(Form(right - left + 2 * beside, edges, placed, parts, shapes[:MOST_SHAPES]))
    return forms


def _shape(form: list[Points], other: list[Points]) -> list[Points] | None:
    """Return the strokes of another sample point for point, or None where it is built otherwise."""
    if len(form) != len(other):
        return None
    aside = np.concatenate(form).mean(0) - np.concatenate(other).mean(0)
    shape = []
    for stroke, line in zip(form, other, strict=True):
        shares = along(stroke)
        found = min(
            (at_shares(way, shares) + np.array([aside[0], 0]) for way in (line, line[::-1])),
            key=lambda moved: float(np.abs(moved - stroke).sum()),
        )
        far = np.hypot(*(found - stroke).T)
        if far.mean() > _LIKE * X_HEIGHT_EM or np.abs(found - stroke).max() * UNITS > 126:
            return None
        shape.append(found - stroke)
    return shape


def _slant(drawn: dict[str, list[list[Points]]]) -> float:
    """Return how far the long downstrokes lean to the right, in degrees; their median."""
    leans = []
    for samples in drawn.values():
        for stroke in (stroke for strokes in samples for stroke in strokes):
            right, up = stroke[0] - stroke[-1]
            if up > 1.2 * X_HEIGHT_EM and abs(right) < up:
                leans.append(float(np.degrees(np.arctan2(right, up))))
    return float(np.median(leans)) if leans else 0.0
