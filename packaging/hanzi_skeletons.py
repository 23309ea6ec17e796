"""Turn the outline of a Chinese character into the strokes a pen would make (build time only).

The character is painted large, thinned to its centre-lines and followed from end to end and from crossing to
crossing. At a crossing the two pieces that run straight on become one stroke; a corner that no pen turns is
cut; each stroke is turned the way it is written; and the strokes are put in order, part by part.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt
from hanzi_fonts import EDGE, PIXELS_PER_EM, Fonts, painted
from scipy.ndimage import distance_transform_edt, label
from skimage.morphology import skeletonize
from stroke_order import in_writing_order

Points = npt.NDArray[np.float64]
Pixel = tuple[int, int]

_SPUR = 1.7  # a side branch shorter than this many half widths comes from thinning, not from a hand
_SAME_CROSSING = 1.5  # two crossings nearer than this many half widths are one
_STRAIGHT_ON = 0.72  # cosine of the sharpest turn within one stroke at a crossing
_LOOK_AHEAD = 3.2  # half widths over which the direction of a piece is taken
_TIP = 0.7  # share of the half width by which thinning shortens a loose end
_CORNER = 0.55  # cosine; a sharper turn is a corner
_HOOK = 0.16  # em; what is shorter after a corner is a hook


@dataclass(slots=True)
class _Piece:
    """A line of pixels between two nodes; a node is a loose end (negative) or a crossing."""

    line: Points
    nodes: tuple[int, int]

    def turned(self) -> "_Piece":
        return _Piece(self.line[::-1], self.nodes[::-1])


def hanzi_strokes(character: str, fonts: Fonts) -> list[Points]:
    """Return the strokes of a character in em, y upwards from the line, in the order of writing."""
    ink = painted(character, fonts)
    if not ink.any():
        return []
    depth = distance_transform_edt(ink)
    thin = skeletonize(ink)  # type: ignore[no-untyped-call, unused-ignore]  # scikit-image has no types
    half = float(np.median(depth[thin]))
    pieces, centres = _pieces(np.asarray(thin), half)
    lines = _through_crossings(pieces, centres, half)
    strokes = [stroke for line in lines for stroke in _cut(_smooth(_with_tips(line, half), half))]
    strokes = [_written(stroke, depth) for stroke in strokes if _length(stroke) > 1.2 * half]
    return in_writing_order([_in_em(stroke) for stroke in strokes])


def _in_em(line: Points) -> Points:
    x, y = (line - EDGE).T
    return np.stack([x, PIXELS_PER_EM - y], 1) / PIXELS_PER_EM


def _length(line: Points) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def _pieces(thin: npt.NDArray[np.bool_], half: float) -> tuple[list[_Piece], dict[int, Points]]:
    """Return the lines between crossings and loose ends, without spurs, and the middle of each crossing."""
    pieces, places = _followed(thin)
    while True:
        degree: dict[int, int] = defaultdict(int)
        for piece in pieces:
            for node in piece.nodes:
                degree[node] += 1
        kept = [piece for piece in pieces if not _is_spur(piece, degree, half, len(pieces))]
        if len(kept) == len(pieces):
            break
        pieces = _bridged(kept)
    return _merged(pieces, places, half)


def _is_spur(piece: _Piece, degree: dict[int, int], half: float, count: int) -> bool:
    loose = sum(degree[node] == 1 for node in piece.nodes)
    return count > 1 and loose == 1 and _length(piece.line) < _SPUR * half


def _bridged(pieces: list[_Piece]) -> list[_Piece]:
    """Make one line of two where a crossing has lost its other arms."""
    pieces = list(pieces)
    while True:
        at: dict[int, list[int]] = defaultdict(list)
        for place, piece in enumerate(pieces):
            for node in piece.nodes:
                at[node].append(place)
        pair = next((both for _, both in sorted(at.items()) if len(both) == 2 and both[0] != both[1]), None)
        if pair is None:
            return pieces
        first, second = (pieces[place] for place in pair)
        shared = next(node for node in first.nodes if node in second.nodes)
        first = first if first.nodes[1] == shared else first.turned()
        second = second if second.nodes[0] == shared else second.turned()
        joined = _Piece(np.concatenate([first.line, second.line[1:]]), (first.nodes[0], second.nodes[1]))
        pieces = [piece for place, piece in enumerate(pieces) if place not in pair] + [joined]


def _followed(thin: npt.NDArray[np.bool_]) -> tuple[list[_Piece], dict[int, Points]]:
    """Follow the pixels; neighbouring crossing pixels are one node."""
    pixels = {(int(row), int(column)) for row, column in zip(*np.nonzero(thin), strict=True)}
    beside = {pixel: list(_neighbours(pixel, pixels)) for pixel in sorted(pixels)}
    crossing = np.zeros_like(thin)
    for pixel, near in beside.items():
        crossing[pixel] = len(near) > 2
    labels, count = label(crossing, np.ones((3, 3)))
    places = {n: np.argwhere(labels == n).mean(0)[::-1] for n in range(1, count + 1)}
    pieces, walked = [], set()
    starts = [pixel for pixel, near in beside.items() if len(near) != 2]
    for start in starts:
        for second in beside[start]:
            if (start, second) in walked or (labels[start] and labels[second] == labels[start]):
                continue
            path = _walk(start, second, beside)
            walked |= {(path[0], path[1]), (path[-1], path[-2])}
            pieces.append(_piece(path, labels, places))
    seen = {pixel for piece in pieces for pixel in map(tuple, piece.line[:, ::-1].astype(int).tolist())}
    seen |= set(starts)
    for pixel, near in beside.items():
        if pixel not in seen and len(near) == 2:  # a ring without any crossing
            path = _walk(pixel, near[0], beside | {pixel: []})
            seen |= set(path)
            pieces.append(_piece(path, labels, places))
    return pieces, places


def _piece(path: list[Pixel], labels: npt.NDArray[np.int_], places: dict[int, Points]) -> _Piece:
    nodes = [int(labels[end]) or -(end[0] * labels.shape[1] + end[1]) - 1 for end in (path[0], path[-1])]
    line = np.array(path, float)[:, ::-1]
    for end, node in zip((0, -1), nodes, strict=True):
        if node > 0:
            line[end] = places[node]
    return _Piece(line, (nodes[0], nodes[1]))


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


def _walk(start: Pixel, second: Pixel, beside: dict[Pixel, list[Pixel]]) -> list[Pixel]:
    path = [start, second]
    while len(beside[path[-1]]) == 2:
        onward = [pixel for pixel in beside[path[-1]] if pixel != path[-2]]
        path.append(onward[0])
    return path


def _merged(
    pieces: list[_Piece], places: dict[int, Points], half: float
) -> tuple[list[_Piece], dict[int, Points]]:
    """Make one crossing of two that a short piece joins: thinning pulls slanting crossings apart."""
    into: dict[int, int] = {node: node for piece in pieces for node in piece.nodes}
    for piece in pieces:
        first, second = sorted(into[node] for node in piece.nodes)
        if first > 0 and first != second and _length(piece.line) < _SAME_CROSSING * half:
            into = {node: first if to == second else to for node, to in into.items()}
    groups: dict[int, list[Points]] = defaultdict(list)
    for node, to in into.items():
        if node > 0:
            groups[to].append(places[node])
    centres = {node: np.mean(members, 0) for node, members in groups.items()}
    kept = []
    for piece in pieces:
        first, second = (into[node] for node in piece.nodes)
        if not (first == second and first > 0 and _length(piece.line) < 3 * half):
            kept.append(_Piece(piece.line, (first, second)))
    return kept, centres


def _through_crossings(pieces: list[_Piece], centres: dict[int, Points], half: float) -> list[_Piece]:
    """Join, at every crossing, the pieces that run straight on."""
    following: dict[tuple[int, int], tuple[int, int]] = {}  # (piece, end) to (piece, end)
    arms: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        for end, node in enumerate(piece.nodes):
            if node > 0:
                arms[node].append((place, end))
    for node, ends in sorted(arms.items()):
        headings = {arm: _heading(pieces[arm[0]], arm[1], centres[node], half) for arm in ends}
        ranked = sorted(
            ((-float(headings[a] @ headings[b]), a, b) for a, b in combinations(ends, 2)), reverse=True
        )
        for score, one, other in ranked:
            fits = score > _STRAIGHT_ON or len(ends) == 2
            if fits and one not in following and other not in following and one[0] != other[0]:
                following[one], following[other] = other, one
    return _chains(_clear_of_crossings(pieces, centres, half), following)


def _heading(piece: _Piece, end: int, centre: Points, half: float) -> Points:
    """Return the direction in which a piece leaves a crossing."""
    line = piece.line if end == 0 else piece.line[::-1]
    ahead = line[min(len(line) - 1, int(_LOOK_AHEAD * half))] - centre
    near = line[min(len(line) - 1, int(0.9 * half))]
    heading = line[min(len(line) - 1, int(_LOOK_AHEAD * half))] - near
    heading = heading if np.hypot(*heading) > half else ahead
    return np.asarray(heading / (np.hypot(*heading) + 1e-9))


def _clear_of_crossings(pieces: list[_Piece], centres: dict[int, Points], half: float) -> list[_Piece]:
    """Take away what thinning bent close to a crossing; the piece still begins in its middle."""
    cleared = []
    for piece in pieces:
        line = piece.line
        for end in (0, 1):
            line = line[::-1] if end else line
            node = piece.nodes[end]
            if node > 0:
                away = np.hypot(*(line - centres[node]).T) > 1.2 * half
                first = int(away.argmax()) if away.any() else len(line) - 1
                line = np.concatenate([centres[node][None], line[first:]])
            line = line[::-1] if end else line
        cleared.append(_Piece(line, piece.nodes))
    return cleared


def _chains(pieces: list[_Piece], following: dict[tuple[int, int], tuple[int, int]]) -> list[_Piece]:
    chains: list[_Piece] = []
    used: set[int] = set()
    loose = [(place, end) for place in range(len(pieces)) for end in (0, 1) if (place, end) not in following]
    rings = [(place, 0) for place in range(len(pieces))]
    for start in loose + rings:
        place, end = start
        if place in used:
            continue
        lines: list[Points] = []
        first = pieces[place].nodes[end]
        while place not in used:
            used.add(place)
            piece = pieces[place] if end == 0 else pieces[place].turned()
            # The middle of a crossing is only a guess: a stroke that runs through goes straight across.
            lines.append(piece.line if not lines else piece.line[1:])
            last = piece.nodes[1]
            if (place, 1 - end) not in following:
                break
            lines[-1] = lines[-1][:-1]
            place, end = following[(place, 1 - end)]
        chains.append(_Piece(np.concatenate(lines), (first, last)))
    return chains


def _with_tips(piece: _Piece, half: float) -> Points:
    """Give a line evenly spaced points and the tips that thinning took from its loose ends."""
    line = piece.line
    for end in (0, 1):
        line = line[::-1] if end else line
        inner = line[min(len(line) - 1, int(2 * half))]
        heading = line[0] - inner
        if piece.nodes[end] < 0 and np.hypot(*heading) > 1:
            line = np.concatenate([(line[0] + _TIP * half * heading / np.hypot(*heading))[None], line])
        line = line[::-1] if end else line
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    even = np.linspace(0, along[-1], max(3, round(along[-1])))
    return np.stack([np.interp(even, along, axis) for axis in line.T], 1)


def _smooth(line: Points, half: float) -> Points:
    reach = min(max(1, int(0.7 * half)), (len(line) - 1) // 2)
    padded = np.concatenate([2 * line[0] - line[reach:0:-1], line, 2 * line[-1] - line[-2 : -reach - 2 : -1]])
    kernel = np.ones(2 * reach + 1) / (2 * reach + 1)
    return np.stack([np.convolve(axis, kernel, "valid") for axis in padded.T], 1)


def _cut(line: Points) -> list[Points]:
    """Cut a line at the corners that no single stroke turns: up and then right, or right and then up.

    A ring is cut at all corners but the upper right one, as a box is written.
    """
    ring = bool(np.hypot(*(line[0] - line[-1])) < 4)
    if ring:
        first = int((line @ [1.0, 1.0]).argmin())
        line = np.concatenate([line[first:], line[1 : first + 1]])
    corners = [corner for corner in _corners(line) if _is_cut(line, corner, ring=ring)]
    bounds = [0, *corners, len(line) - 1]
    return [line[a : b + 1] for a, b in pairwise(bounds) if b - a > 3]


def _corners(line: Points) -> list[int]:
    reach = 10
    if len(line) < 2 * reach + 2:
        return []
    before = line[reach:-reach] - line[: -2 * reach]
    after = line[2 * reach :] - line[reach:-reach]
    cosine = (before * after).sum(1) / (np.hypot(*before.T) * np.hypot(*after.T) + 1e-9)
    corners = []
    while len(cosine) and cosine.min() < _CORNER:
        place = int(cosine.argmin())
        corners.append(place + reach)
        cosine[max(0, place - 2 * reach) : place + 2 * reach] = 1
    return sorted(corners)


def _is_cut(line: Points, corner: int, *, ring: bool) -> bool:
    far = int(_HOOK * PIXELS_PER_EM)
    if not ring and min(corner, len(line) - 1 - corner) < far:
        return False
    back, onward = (
        line[max(0, corner - far)] - line[corner],
        line[min(len(line) - 1, corner + far)] - line[corner],
    )
    arms = sorted([back, onward], key=lambda arm: float(abs(arm[1]) - abs(arm[0])))
    level, upright = arms
    right, down = level[0] > 0, upright[1] > 0
    upper_left, lower_right = right and down, not right and not down
    lower_left = right and not down
    return bool(upper_left or lower_right or (ring and lower_left))


def _written(line: Points, depth: npt.NDArray[np.float64]) -> Points:
    """Turn a line the way it is written; the thick end of a slanting one is where the brush set down."""
    right, down = line[-1] - line[0]
    if right * down < 0 and abs(down) > 0.18 * abs(right):
        head = _thickness(line[: max(2, len(line) // 3)], depth)
        tail = _thickness(line[-max(2, len(line) // 3) :], depth)
        rising = abs(down) < 0.9 * abs(right) and (head > tail) == (right > 0)
        backward = right < 0 if rising else down < 0
    else:
        backward = right + 0.7 * down < 0
    return line[::-1] if backward else line


def _thickness(line: Points, depth: npt.NDArray[np.float64]) -> float:
    column, row = np.clip(line.round().astype(int), 0, depth.shape[0] - 1).T
    return float(depth[row, column].mean())
