"""Make further forms of a letter by rule: other dots and bars, tails cut short, ends drawn out.

Every rule looks at the strokes alone and returns None where they are not as it expects, so that a letter is
never given a form that its hand could not have.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from hand_fonts import LONGEST, TOLERANCE
from pack_writing import Drawing, Points, parts_of, resampled, rounded

ANYWHERE, FIRST, LAST, INSIDE = range(4)  # Source: desktop_cs.letters.hand.hand_pack.Use

DOTTED = "ijіїj"
BARRED = "tfŧт"
LOOPED_BELOW = "gyjуд"
ROUND = "oо"
DRAWN_OUT = "abcdehiklmnorstuvwxzабвгдеиклмнпстхцчшщъыья"
_LEAVES_HIGH = "borvw"
LED_IN = "mnruvwipyиптмнрц"

_FLAT = 0.45  # a bar climbs or falls less than this, as rise over run


@dataclass(frozen=True, slots=True)
class Form:
    """One way of building a character.

    Args:
        width: How far the pen travels, in em.
        strokes: What it draws.
        use: Where in a word it may stand.
        parts: For each stroke 0 in the main part, more in dots and accents.
        origins: In a ligature, for each stroke its letter and how far that was moved to the right.
    """

    width: float
    strokes: tuple[Points, ...]
    use: int
    parts: tuple[int, ...]
    origins: tuple[tuple[str, float], ...] = ()


def form_of(text: str, drawing: Drawing) -> Form:
    """Return a drawing as a form; a letter is one part, but for the dot of an i."""
    strokes = tuple(drawing.strokes)
    is_whole = text.isalpha() and text not in DOTTED
    parts = (0,) * len(strokes) if is_whole else tuple(parts_of(drawing.strokes))
    return Form(drawing.width, strokes, ANYWHERE, parts)


def bent_form(form: Form, field: Callable[[Points], Points], share: float) -> Form:
    """Return a form on the way to another sample; dots and accents stay."""
    strokes = [
        stroke if part else resampled(stroke + share * field(stroke), TOLERANCE, LONGEST)
        for stroke, part in zip(form.strokes, form.parts, strict=True)
    ]
    return replace(form, strokes=tuple(strokes))


def further_forms(letter: str, form: Form, x_height: float, *, joined: bool) -> list[Form]:
    """Return the forms that the rules make of a letter's first one.

    Args:
        letter: Which letter.
        form: Its first form.
        x_height: Height of the hand's small letters, in em.
        joined: The hand's letters run into one another, so that a drawn out end may only be a last one.
    """
    made: list[Form | None] = []
    for letters, rules in _RULES:
        if letter in letters:
            made += [rule(form, x_height) for rule in rules]
    if letter in DRAWN_OUT and exit_stroke(form, x_height, 1.1 if letter in _LEAVES_HIGH else 0.5) >= 0:
        made += [_drawn_out(form, x_height), _swung_out(form, x_height)]
    found = [one for one in made if one is not None]
    if joined:
        return found
    return [one for one in found if one.use != FIRST]


def _dash_for_dot(form: Form, x_height: float) -> Form | None:
    """The dot as a short dash that runs with the writing."""
    return _with_dots(form, np.array([[-0.11, -0.03], [-0.03, 0.0], [0.05, 0.02], [0.13, 0.05]]) * x_height)


def _curved_dot(form: Form, x_height: float) -> Form | None:
    """The dot as a small curve."""
    curve = [[-0.06, 0.05], [-0.02, 0.11], [0.06, 0.09], [0.09, 0.0], [0.05, -0.08]]
    return _with_dots(form, np.array(curve) * x_height)


def _with_dots(form: Form, line: Points) -> Form | None:
    dots = [at for at, part in enumerate(form.parts) if part]
    if not dots:
        return None
    strokes = list(form.strokes)
    for at in dots:
        strokes[at] = resampled(strokes[at].mean(0) + line, TOLERANCE, LONGEST)
    return replace(form, strokes=tuple(strokes))


def bar_of(form: Form, x_height: float) -> int:
    """Return which stroke is the bar of a t or f, or -1."""
    flat = []
    for at, stroke in enumerate(form.strokes):
        wide, tall = np.ptp(stroke, axis=0).tolist()
        if (
            form.parts[at] == 0
            and wide > 0.3 * x_height
            and tall < _FLAT * wide
            and stroke[:, 1].min() > 0.4 * x_height
        ):
            flat.append((wide, at))
    return max(flat)[1] if flat else -1


def _high_bar(form: Form, x_height: float) -> Form | None:
    return _other_bar(form, x_height, up=0.22, longer=1.12, climb=0.05)


def _short_bar(form: Form, x_height: float) -> Form | None:
    return _other_bar(form, x_height, up=0.1, longer=0.8, climb=-0.06)


def _long_bar(form: Form, x_height: float) -> Form | None:
    return _other_bar(form, x_height, up=0.3, longer=1.5, climb=0.12)


def _other_bar(form: Form, x_height: float, *, up: float, longer: float, climb: float) -> Form | None:
    """Move, stretch and tilt the bar; it keeps crossing the stem where it did."""
    bar = bar_of(form, x_height)
    if bar < 0:
        return None
    line = form.strokes[bar]
    middle = line.mean(0)
    offset = (line - middle) * [longer, 1.0]
    tilted = np.stack([offset[:, 0], offset[:, 1] + climb * offset[:, 0]], 1)
    strokes = list(form.strokes)
    strokes[bar] = resampled(tilted + middle + np.array([0.0, up * x_height]), TOLERANCE, LONGEST)
    return replace(form, strokes=tuple(strokes))


def _plain_tail(form: Form, x_height: float) -> Form | None:
    """A straight tail instead of a loop, at a word's end."""
    for at, stroke in enumerate(form.strokes):
        ordered = stroke if stroke[0, 1] > stroke[-1, 1] else stroke[::-1]
        lowest = int(ordered[:, 1].argmin())
        if ordered[lowest, 1] > -0.5 * x_height or form.parts[at] or not 3 < lowest < len(ordered) - 4:
            continue
        gone = exit_stroke(form, x_height)
        kept = [place for place in range(len(form.strokes)) if place == at or place != gone]
        strokes = [form.strokes[place] for place in kept]
        strokes[kept.index(at)] = resampled(ordered[: lowest + 2], TOLERANCE, LONGEST)
        return Form(form.width, tuple(strokes), LAST, tuple(form.parts[place] for place in kept))
    return None


def _open_ring(form: Form, x_height: float) -> Form | None:
    """An o that does not quite close; it must not be taken for a c."""
    stroke = form.strokes[0]
    if len(form.strokes) != 1 or np.hypot(*(stroke[0] - stroke[-1])) > 0.1 * x_height:
        return None
    walked = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(stroke, axis=0).T))])
    ends = walked[-1] - 0.12 * x_height
    return replace(form, strokes=(resampled(stroke[walked < ends], TOLERANCE, LONGEST),))


def _drawn_out(form: Form, x_height: float) -> Form | None:
    """The last stroke runs on to the right, at a word's end."""
    return _run_on(form, x_height, np.array([[0.22, 0.06], [0.42, 0.2]]))


def _swung_out(form: Form, x_height: float) -> Form | None:
    """The last stroke runs on level and turns up, at a word's end."""
    return _run_on(form, x_height, np.array([[0.26, -0.02], [0.52, 0.02], [0.66, 0.12]]))


def _run_on(form: Form, x_height: float, line: Points) -> Form | None:
    """Lead the last stroke on, first the way it was going."""
    at = exit_stroke(form, x_height)
    if at < 0:
        return None
    stroke = form.strokes[at]
    way = stroke[-1] - stroke[-min(4, len(stroke))]
    onward = stroke[-1] + 0.16 * x_height * way / np.hypot(*way)
    bend = rounded(np.concatenate([stroke[-1:], onward[None], onward + line * x_height]))
    strokes = list(form.strokes)
    strokes[at] = resampled(np.concatenate([stroke, bend[1:]]), TOLERANCE, LONGEST)
    return replace(form, strokes=tuple(strokes), use=LAST)


def exit_stroke(form: Form, x_height: float, highest: float = 1.1) -> int:
    """Return the stroke whose free end leaves the letter to the right, or -1.

    Args:
        form: The letter.
        x_height: Height of the hand's small letters, in em.
        highest: How high it may leave, in x-heights.
    """
    right = max(float(stroke[:, 0].max()) for stroke in form.strokes)
    for at, stroke in enumerate(form.strokes):
        end, before = stroke[-1], stroke[-min(4, len(stroke))]
        way = end - before
        leaves = end[0] > right - 0.06 and way[0] > 0 and abs(way[1]) < 2 * way[0] and not form.parts[at]
        others = [other for place, other in enumerate(form.strokes) if place != at]
        free = all(np.hypot(*(other - end).T).min() > 0.12 * x_height for other in others)
        if leaves and free and -0.1 * x_height < end[1] < highest * x_height:
            return at
    return -1


def _led_in(form: Form, x_height: float) -> Form | None:
    """The pen comes in from the left, where nothing is joined before."""
    at = min(range(len(form.strokes)), key=lambda place: float(form.strokes[place][0, 0]))
    stroke = form.strokes[at]
    start = stroke[0]
    if form.parts[at] or not 0.6 * x_height < start[1] < 1.25 * x_height or stroke[1, 1] > start[1]:
        return None
    lead = start + np.array([[-0.55, -0.3], [-0.33, -0.2], [-0.12, -0.03]]) * x_height
    strokes = list(form.strokes)
    strokes[at] = resampled(np.concatenate([lead, stroke]), TOLERANCE, LONGEST)
    return replace(form, strokes=tuple(strokes), use=FIRST)


Rule = Callable[[Form, float], Form | None]
_RULES: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    (DOTTED, (_dash_for_dot, _curved_dot)),
    (BARRED, (_high_bar, _short_bar, _long_bar)),
    (LOOPED_BELOW, (_plain_tail,)),
    (ROUND, (_open_ring,)),
    (LED_IN, (_led_in,)),
)
