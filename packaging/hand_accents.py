"""Letters with accents: a letter that the hand has, and accents that this project drew."""

import unicodedata

import numpy as np
from hand_fonts import LONGEST, TOLERANCE
from hand_forms import ANYWHERE, Form
from pack_writing import Points, resampled, rounded

Marks = dict[str, dict[str, list[list[list[float]]]]]  # place, accent, strokes

_DOTLESS = {"i": "ı", "j": "ȷ", "і": "ı"}
_APART_BELOW = "\u0323\u0324\u0325\u0326\u032d\u032e\u0331"  # the others below hang on their letter
_MOST_FORMS = 4
_RARE = 0x0180  # letters from here on have one form each


def dotless(form: Form) -> Form:
    """Return the main part of a letter alone."""
    kept = [at for at, part in enumerate(form.parts) if not part]
    return Form(form.width, tuple(form.strokes[at] for at in kept), form.use, tuple(0 for _ in kept))


def accented(character: str, forms: dict[str, list[Form]], accents: Marks) -> list[Form]:
    """Return the forms of a letter with accents, made of those of the plain one; none if it cannot."""
    parts = unicodedata.normalize("NFD", character)
    places = {mark: place for place, group in accents.items() for mark in group}
    if len(parts) < 2 or any(mark not in places for mark in parts[1:]):
        return []
    above = any(places[mark] == "above" for mark in parts[1:])
    plain = forms.get(_DOTLESS.get(parts[0], parts[0]) if above else parts[0], [])
    if character >= chr(_RARE) and not "\u0400" <= character <= "\u04ff":
        plain = plain[:1]
    plain = sorted(plain, key=lambda form: form.use != ANYWHERE)[:_MOST_FORMS]
    return [_with_accents(form, parts[1:], places, accents) for form in plain if form.strokes]


def _with_accents(form: Form, marks: str, places: dict[str, str], accents: Marks) -> Form:
    strokes: list[Points] = list(form.strokes)
    parts = list(form.parts)
    for mark in marks:
        place = places[mark]
        anchor = _anchor(strokes, place)
        added = [
            resampled(rounded(np.array(line, float)) / 1000 + anchor, TOLERANCE, LONGEST)
            for line in accents[place][mark]
        ]
        part = max(parts) + 1 if place == "above" or mark in _APART_BELOW else 0
        strokes += added
        parts += [part] * len(added)
    return Form(form.width, tuple(strokes), form.use, tuple(parts))


def _anchor(strokes: list[Points], place: str) -> Points:
    """Return where an accent stands on a letter."""
    ink = np.concatenate(strokes)
    (left, low), (right, high) = ink.min(0).tolist(), ink.max(0).tolist()
    if place == "above":
        top = ink[ink[:, 1] > high - 0.12]
        middle = (left + right) / 2 if np.ptp(top[:, 0]) > 0.5 * (right - left) else float(top[:, 0].mean())
        return np.array([(middle + (left + right) / 2) / 2 + 0.03, high + 0.03])
    return np.array([(left + right) / 2, min(low, 0.0)] if place == "below" else [right, high])
