"""A written page as the lines that a pen plotter draws: SVG in mm, one group for each line of writing."""

from html import escape

import numpy as np

from desktop_cs.letters.hand.hand_pack import Floats
from desktop_cs.letters.hand.writing import WrittenPage

_MM_PER_POINT = 25.4 / 72
_CAP_POINTS = 4  # of a ribbon's outline: two at either end
_TOUCH_MM = 0.06  # the pen stays down from one stroke to the next over a smaller gap
_LINE_WIDTH_MM = 0.4
_LEAST_MM = 0.1  # what is shorter is drawn as a dot of this length, which a pen can make


def plotter_svg(
    page: WrittenPage,
    size_mm: tuple[float, float],
    title: str,
    language: str,
    colour: tuple[float, float, float],
) -> str:
    """Return the page as SVG at real size; each group says in plain text what it writes.

    Args:
        page: The written page.
        size_mm: Width and height of the paper.
        title: What a viewer calls it.
        language: Of the text.
        colour: Of the ink: red, green and blue from 0 to 1.
    """
    width, height = size_mm
    ink = "#" + "".join(f"{round(255 * part):02x}" for part in colour)
    strokes = _strokes(page, height)
    groups = []
    for line in range(int(page.lines.max()) + 1):
        drawn = [stroke for at_line, stroke in strokes if at_line == line]
        text = "".join(page.characters[at] for at in np.flatnonzero(page.lines == line).tolist())
        if drawn:
            groups.append(_group(line, text, drawn))
    lines = "\n".join(groups)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm"'
        f' viewBox="0 0 {width:g} {height:g}" xml:lang="{language.replace("_", "-")}" role="img">\n'
        f"<title>{escape(title)}</title>\n<desc>{escape(_plain_text(page))}</desc>\n"
        f'<g fill="none" stroke="{ink}" stroke-width="{_LINE_WIDTH_MM}"'
        f' stroke-linecap="round" stroke-linejoin="round">\n{lines}\n</g>\n</svg>\n'
    )


def _plain_text(page: WrittenPage) -> str:
    lines: dict[int, str] = {}
    for line, character in zip(page.lines.tolist(), page.characters, strict=True):
        lines[line] = lines.get(line, "") + character
    return "\n".join(lines.values())


def _group(line: int, text: str, strokes: list[Floats]) -> str:
    """Return one line of writing in the order of writing, which carries the lifted pen least far."""
    paths = "".join(f"\n{_path(stroke)}" for stroke in _run_on(strokes))
    spoken = escape(text, quote=True)
    return (
        f'<g id="line{line + 1}" role="img" aria-label="{spoken}"><title>{escape(text)}</title>{paths}\n</g>'
    )


def _strokes(page: WrittenPage, height: float) -> list[tuple[int, Floats]]:
    """Return each stroke with its line, in mm from the upper left corner.

    The outline of a stroke walks up its left side and down its right one: the pen went between.
    """
    found = []
    ends = np.cumsum(page.outline_lengths)
    lines = page.lines[page.outline_owners].tolist()
    for end, count, line in zip(ends.tolist(), page.outline_lengths.tolist(), lines, strict=True):
        outline = page.outlines[end - count : end]
        half = (count - _CAP_POINTS) // 2
        centre = (outline[1 : 1 + half] + outline[half + 3 : 2 * half + 3][::-1]) / 2 * _MM_PER_POINT
        centre[:, 1] = height - centre[:, 1]
        found.append((line, centre))
    return found


def _run_on(strokes: list[Floats]) -> list[Floats]:
    """Join strokes where the next begins at the end of the last, or repeats its last two points."""
    joined: list[Floats] = []
    for stroke in strokes:
        last = joined[-1] if joined else None
        if last is not None and len(last) > 1 and _near(last[-2], stroke[0]) and _near(last[-1], stroke[1]):
            joined[-1] = np.concatenate([last, stroke[2:]])
        elif last is not None and _near(last[-1], stroke[0]):
            joined[-1] = np.concatenate([last, stroke[1:]])
        else:
            joined.append(stroke)
    return joined


def _near(one: Floats, other: Floats) -> bool:
    return float(np.hypot(*(one - other))) < _TOUCH_MM


def _path(stroke: Floats) -> str:
    """Return a stroke as cubic curves through all its points (Catmull-Rom).

    Source: E. Catmull, R. Rom, "A class of local interpolating splines", 1974; in Bezier form the control
    points lie a sixth of the way between the neighbours.
    """
    if float(np.hypot(*np.ptp(stroke, axis=0))) < _LEAST_MM:
        x, y = stroke.mean(0).tolist()
        return f'<path d="M{_n(x)} {_n(y)}h{_LEAST_MM}"/>'
    around = np.concatenate([stroke[:1], stroke, stroke[-1:]])
    pull = (around[2:] - around[:-2]) / 6
    curves = np.concatenate([stroke[:-1] + pull[:-1], stroke[1:] - pull[1:], stroke[1:]], 1)
    x, y = stroke[0].tolist()
    parts = [f"M{_n(x)} {_n(y)}"]
    parts += ["C" + " ".join(map(_n, curve)) for curve in curves.tolist()]
    return f'<path d="{"".join(parts)}"/>'


def _n(value: float) -> str:
    """Return a length to a hundredth of a mm, without a useless zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
