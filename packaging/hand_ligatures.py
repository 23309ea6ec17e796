"""Pairs of letters that a quick hand writes in one go: one bar for two stems, letters closer together."""

from dataclasses import replace

import numpy as np
from hand_fonts import LONGEST, TOLERANCE
from hand_forms import ANYWHERE, Form, bar_of
from pack_writing import UNITS, Points, resampled

ONE_BAR = ("tt", "ff", "ft", "тт")
BAR_RUNS_ON = ("th", "ti", "to", "te", "то", "та", "те", "ти")
CLOSE = ("ll", "oo", "ee", "ss", "fi", "ст", "ов", "ен", "ро")
ALL = ONE_BAR + BAR_RUNS_ON + CLOSE
_NEARER = 0.06  # x-heights


def ligature(pair: str, forms: dict[str, list[Form]], x_height: float) -> Form | None:
    """Return two letters written in one go, or None where this hand cannot."""
    if not all(forms.get(letter) for letter in pair):
        return None
    first, second = forms[pair[0]][0], forms[pair[1]][-1 if pair in CLOSE and pair[0] == pair[1] else 0]
    if second.use != ANYWHERE:
        second = forms[pair[1]][0]
    first = replace(first, origins=((pair[0], 0.0),) * len(first.strokes))
    second = replace(second, origins=((pair[1], 0.0),) * len(second.strokes))
    if pair in ONE_BAR:
        return _one_bar(first, second, x_height)
    if pair in BAR_RUNS_ON:
        return _bar_runs_on(first, second, x_height)
    return _side_by_side(first, second, first.width - _NEARER * x_height)


def _one_bar(first: Form, second: Form, x_height: float) -> Form | None:
    bars = bar_of(first, x_height), bar_of(second, x_height)
    if min(bars) < 0:
        return None
    left, right = first.strokes[bars[0]], second.strokes[bars[1]] + np.array([first.width, 0.0])
    climbing = np.array([[0.0, 0.0], [0.0, 0.01], [0.0, 0.035], [0.02, 0.05]])
    line = np.array([left[0], left.mean(0), right.mean(0), right[-1]]) + climbing
    both = _side_by_side(_without(first, bars[0]), _without(second, bars[1]), first.width)
    return _with_bar(both, line)


def _bar_runs_on(first: Form, second: Form, x_height: float) -> Form | None:
    bar = bar_of(first, x_height)
    if bar < 0:
        return None
    line = first.strokes[bar]
    ink = np.concatenate(second.strokes) + np.array([first.width, 0.0])
    end = np.array([ink[:, 0].min() + 0.75 * float(np.ptp(ink[:, 0])), line[-1, 1] + 0.14 * x_height])
    if end[0] < line[-1, 0]:
        return None
    both = _side_by_side(_without(first, bar), second, first.width)
    return _with_bar(both, np.array([line[0], line.mean(0), line[-1] + np.array([0.0, 0.02]), end]))


def _side_by_side(first: Form, second: Form, width: float) -> Form:
    width = round(width * UNITS) / UNITS  # so that the strokes are those of the letters, to the unit
    parts = max(first.parts, default=0)
    return Form(
        width + second.width,
        first.strokes + tuple(stroke + np.array([width, 0.0]) for stroke in second.strokes),
        ANYWHERE,
        first.parts + tuple(part + parts if part else 0 for part in second.parts),
        first.origins + tuple((letter, width) for letter, _shift in second.origins),
    )


def _without(form: Form, stroke: int) -> Form:
    kept = [at for at in range(len(form.strokes)) if at != stroke]
    return replace(
        form,
        strokes=tuple(form.strokes[at] for at in kept),
        parts=tuple(form.parts[at] for at in kept),
        origins=tuple(form.origins[at] for at in kept),
    )


def _with_bar(form: Form, line: Points) -> Form:
    bar = resampled(line, TOLERANCE, LONGEST)
    origins = (*form.origins, form.origins[0])
    return replace(form, strokes=(*form.strokes, bar), parts=(*form.parts, 0), origins=origins)
