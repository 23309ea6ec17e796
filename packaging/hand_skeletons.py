"""Turn the outline of a font's glyph into the strokes a pen would make (build time only).

The outline is painted as a picture, thinned to its centre-line, and the pixels are followed from end to end
and from crossing to crossing. At a crossing two pieces that run straight on become one stroke.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import uharfbuzz
from scipy.ndimage import distance_transform_edt
from skimage.draw import polygon
from skimage.morphology import skeletonize

Points = npt.NDArray[np.float64]
Pixel = tuple[int, int]

PIXELS_PER_EM = 320
_BORDER = 30
_STRAIGHT_ON = 0.55  # cosine of the sharpest turn that still counts as one stroke
_SHORTEST_LOOP = 40  # pixels
_OVERLAP = 10  # pixels
_SPUR = 1.6  # side branches shorter than this many half pen widths come from thinning, not from a hand


def glyph_strokes(font: uharfbuzz.Font, glyph: int) -> list[Points]:
    """Return the strokes of one glyph, in em, from left to right; an empty list for a blank."""
    contours = [contour / font.face.upem for contour in _contours(font, glyph)]
    if not contours:
        return []
    origin = np.concatenate(contours).min(0) - _BORDER / PIXELS_PER_EM
    ink = _painted(contours, origin)
    depth = distance_transform_edt(ink)
    thin = skeletonize(ink)  # type: ignore[no-untyped-call, unused-ignore]  # scikit-image has no types
    pieces, crossings = _follow(thin)
    half_width = float(np.median(depth[thin]))
    pieces = [piece for piece in pieces if not _is_spur(piece, crossings, half_width, len(pieces))]
    lines = [np.array([(column, row) for row, column in piece], float) for piece in pieces]
    strokes = [
        _written(_smooth(line, int(half_width * 0.8)) / PIXELS_PER_EM + origin)
        for line in _joined(lines, half_width)
    ]
    return sorted(strokes, key=lambda stroke: float(stroke[:, 0].min()))


def _contours(font: uharfbuzz.Font, glyph: int) -> list[Points]:
    """Return the closed outlines as polygons, in font units."""
    contours: list[list[tuple[float, float]]] = []

    def move(x: float, y: float, _: object) -> None:
        contours.append([(x, y)])

    def line(x: float, y: float, _: object) -> None:
        contours[-1].append((x, y))

    def bend(cx: float, cy: float, x: float, y: float, _: object) -> None:
        px, py = contours[-1][-1]
        for t in np.linspace(0.125, 1, 8):
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            contours[-1].append((a * px + b * cx + c * x, a * py + b * cy + c * y))

    draw = uharfbuzz.DrawFuncs()
    draw.set_move_to_func(move)
    draw.set_line_to_func(line)
    draw.set_quadratic_to_func(bend)
    font.draw_glyph(glyph, draw, None)
    return [np.array(contour, float) for contour in contours if len(contour) > 2]


def _painted(contours: list[Points], origin: Points) -> npt.NDArray[np.bool_]:
    """Return the ink as a picture, by the non-zero winding rule."""
    width, height = np.ceil((np.concatenate(contours).max(0) - origin) * PIXELS_PER_EM + _BORDER).astype(int)
    winding = np.zeros((height, width), int)
    for contour in contours:
        x, y = ((contour - origin) * PIXELS_PER_EM).T
        turn = np.sign(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)))
        inside = polygon(y, x, winding.shape)  # type: ignore[no-untyped-call, unused-ignore]  # as above
        winding[inside] += int(turn)
    return np.asarray(winding != 0)


def _follow(thin: npt.NDArray[np.bool_]) -> tuple[list[list[Pixel]], dict[Pixel, int]]:
    """Return the pixel paths between ends and crossings, and how many neighbours each pixel has."""
    pixels = {(int(row), int(column)) for row, column in zip(*np.nonzero(thin), strict=True)}
    beside = {pixel: list(_neighbours(pixel, pixels)) for pixel in sorted(pixels)}
    nodes = {pixel for pixel, near in beside.items() if len(near) != 2}
    paths: list[list[Pixel]] = [[pixel, pixel] for pixel in sorted(nodes) if not beside[pixel]]  # dots
    walked: set[tuple[Pixel, Pixel]] = set()
    for start in sorted(nodes):
        for second in beside[start]:
            if (start, second) not in walked:
                path = _walk(start, second, beside, nodes)
                walked |= {(path[0], path[1]), (path[-1], path[-2])}
                paths.append(path)
    seen = {pixel for path in paths for pixel in path}
    for pixel, near in beside.items():
        if pixel not in seen and len(near) == 2:
            path = _walk(pixel, near[0], beside, {pixel})
            seen |= set(path)
            paths.append(path)
    return paths, {pixel: len(near) for pixel, near in beside.items()}


def _neighbours(pixel: Pixel, pixels: set[Pixel]) -> Iterator[Pixel]:
    row, column = pixel
    for step in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        if (row + step[0], column + step[1]) in pixels:
            yield row + step[0], column + step[1]
    for down in (-1, 1):
        for right in (-1, 1):
            corner_filled = (row + down, column) in pixels or (row, column + right) in pixels
            if not corner_filled and (row + down, column + right) in pixels:
                yield row + down, column + right


def _walk(start: Pixel, second: Pixel, beside: dict[Pixel, list[Pixel]], stops: set[Pixel]) -> list[Pixel]:
    path = [start, second]
    while path[-1] not in stops:
        onward = [pixel for pixel in beside[path[-1]] if pixel != path[-2]]
        if not onward:
            break
        path.append(onward[0])
    return path


def _is_spur(piece: list[Pixel], crossings: dict[Pixel, int], half_width: float, pieces: int) -> bool:
    loose_ends = (crossings[piece[0]] == 1) + (crossings[piece[-1]] == 1)
    return pieces > 1 and loose_ends == 1 and len(piece) < _SPUR * half_width


def _joined(lines: list[Points], half_width: float) -> list[Points]:
    """Join, best match first, pieces whose ends meet and run straight on."""
    lines = list(lines)
    reach = half_width * 1.8
    look_back = int(max(6, 1.6 * half_width))
    while True:
        matches = [
            (score, i, j, flip_i, flip_j)
            for i in range(len(lines))
            for j in range(i + 1, len(lines))
            for flip_i in (False, True)
            for flip_j in (False, True)
            if (score := _match(_turned(lines[i], flip_i), _turned(lines[j], flip_j), reach, look_back))
            is not None
        ]
        if not matches:
            return lines
        _, i, j, flip_i, flip_j = max(matches)
        whole = np.concatenate([_turned(lines[i], flip_i), _turned(lines[j], flip_j)])
        lines = [line for place, line in enumerate(lines) if place not in (i, j)] + [whole]


def _turned(line: Points, flip: bool) -> Points:
    return line[::-1] if flip else line


def _match(first: Points, second: Points, reach: float, look_back: int) -> float | None:
    """Return how well the second line goes on where the first one ends, or None."""
    distance = float(np.hypot(*(first[-1] - second[0])))
    if distance > reach:
        return None
    leaving = first[-1] - first[max(0, len(first) - 1 - look_back)]
    arriving = second[min(look_back, len(second) - 1)] - second[0]
    cosine = float(leaving @ arriving / (np.hypot(*leaving) * np.hypot(*arriving) + 1e-9))
    return cosine - 0.3 * distance / reach if cosine > _STRAIGHT_ON else None


def _smooth(line: Points, reach: int) -> Points:
    """Take the pixel steps out of a line but keep its ends; a loop runs on over its beginning."""
    reach = max(1, reach)
    if len(line) <= 2 * reach + 2:
        return line
    closed = len(line) > _SHORTEST_LOOP and np.hypot(*(line[0] - line[-1])) < 3
    padded = np.pad(line[:-1] if closed else line, ((reach, reach), (0, 0)), "wrap" if closed else "edge")
    kernel = np.ones(2 * reach + 1) / (2 * reach + 1)
    smooth = np.stack([np.convolve(axis, kernel, "valid") for axis in padded.T], 1)
    if closed:
        return np.concatenate([smooth, smooth[:_OVERLAP]])
    smooth[0], smooth[-1] = line[0], line[-1]
    return smooth


def _written(line: Points) -> Points:
    """Turn a line so that it runs the way a hand writes: rightwards and down."""
    right, up = line[-1] - line[0]
    return line[::-1] if right - 0.7 * up < 0 else line
