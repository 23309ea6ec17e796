"""Follow centre-lines from end to end and from crossing to crossing, and join what one stroke was.

The same way of thinking builds the packs from fonts; here nothing but numpy is needed.
"""

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Pixel = tuple[int, int]

_STRAIGHT_ON = 0.5  # cosine of the sharpest turn that still counts as one stroke
_SPUR = 1.7  # side branches shorter than this many half pen widths come from thinning, not from a hand
_SHORTEST_LOOP = 30  # pixels
_OVERLAP = 8  # pixels
_MOST_JOINED = 150  # pieces; no letter and no signature has so many


def traced(thin: npt.NDArray[np.bool_], half_width: float) -> list[Points]:
    """Return the strokes of a thinned picture, x and y in pixels, in the order they are likely written.

    Args:
        thin: Centre-lines one pixel wide.
        half_width: Half the width of the pen, in pixels.
    """
    beside = _beside(thin)
    pieces = _pieces(beside)
    pieces = [piece for piece in pieces if not _is_spur(piece, beside, half_width, len(pieces))]
    lines = [np.array([(column, row) for row, column in piece], float) for piece in pieces]
    strokes = [_written(_smooth(line, round(half_width))) for line in _joined(lines, half_width)]
    return sorted(strokes, key=lambda stroke: float(stroke[:, 0].min()))


def _beside(thin: npt.NDArray[np.bool_]) -> dict[Pixel, list[Pixel]]:
    """Return the neighbours of every pixel; a corner counts only where no straight way leads round it."""
    page = np.pad(thin, 1)
    rows, columns = np.nonzero(page)
    near: dict[Pixel, list[Pixel]] = {
        pixel: [] for pixel in zip((rows - 1).tolist(), (columns - 1).tolist(), strict=True)
    }
    pixels = list(near)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            there = page[rows + down, columns + right]
            if down and right:
                there = there & ~page[rows + down, columns] & ~page[rows, columns + right]
            if down or right:
                for at in np.flatnonzero(there).tolist():
                    row, column = pixels[at]
                    near[row, column].append((row + down, column + right))
    return near


def _pieces(beside: dict[Pixel, list[Pixel]]) -> list[list[Pixel]]:
    """Return the paths between ends and crossings, then the loops that have neither."""
    nodes = {pixel for pixel, near in beside.items() if len(near) != 2}
    paths: list[list[Pixel]] = []
    walked: set[tuple[Pixel, Pixel]] = set()
    for start in sorted(nodes):
        if not beside[start]:
            paths.append([start])
        for second in beside[start]:
            if (start, second) not in walked:
                path = _walk(start, second, beside, nodes)
                walked |= {(path[0], path[1]), (path[-1], path[-2])}
                paths.append(path)
    seen = {pixel for path in paths for pixel in path}
    for pixel, near in beside.items():
        if pixel not in seen:
            path = _walk(pixel, near[0], beside, {pixel})
            seen |= set(path)
            paths.append(path)
    return paths


def _walk(start: Pixel, second: Pixel, beside: dict[Pixel, list[Pixel]], stops: set[Pixel]) -> list[Pixel]:
    path = [start, second]
    while path[-1] not in stops:
        path.append(next(pixel for pixel in beside[path[-1]] if pixel != path[-2]))
    return path


def _is_spur(piece: list[Pixel], beside: dict[Pixel, list[Pixel]], half_width: float, pieces: int) -> bool:
    loose = (len(beside[piece[0]]) == 1) + (len(beside[piece[-1]]) == 1)
    return pieces > 1 and loose == 1 and len(piece) < _SPUR * half_width


def _joined(lines: list[Points], half_width: float) -> list[Points]:
    """Join, best match first, pieces whose ends meet and run straight on; a tangle stays in pieces."""
    lines = list(lines)
    if len(lines) > _MOST_JOINED:
        return lines
    while matches := _matches(lines, 1.8 * half_width, max(5, round(2.2 * half_width))):
        _score, i, j, flip_i, flip_j = max(matches)
        whole = np.concatenate([_turned(lines[i], flip_i), _turned(lines[j], flip_j)])
        lines = [line for place, line in enumerate(lines) if place not in (i, j)] + [whole]
    return lines


def _matches(lines: list[Points], reach: float, look_back: int) -> list[tuple[float, int, int, bool, bool]]:
    """Return every way to join two lines: how well it fits, which two, and which of them are turned."""
    ends = np.array([(line[0], line[-1]) for line in lines]).reshape(-1, 2)  # start and end by turns
    near = np.hypot(*(ends[:, None] - ends[None]).transpose(2, 0, 1)) <= reach
    matches = []
    for one, other in np.argwhere(np.triu(near)).tolist():
        i, j = one // 2, other // 2
        flip_i, flip_j = one % 2 == 0, other % 2 == 1
        if i != j:
            score = _fit(_turned(lines[i], flip_i), _turned(lines[j], flip_j), reach, look_back)
            if score is not None:
                matches.append((score, i, j, flip_i, flip_j))
    return matches


def _turned(line: Points, flip: bool) -> Points:
    return line[::-1] if flip else line


def _fit(first: Points, second: Points, reach: float, look_back: int) -> float | None:
    """Return how well the second line goes on where the first one ends, or None."""
    distance = float(np.hypot(*(first[-1] - second[0])))
    leaving = first[-1] - first[max(0, len(first) - 1 - look_back)]
    arriving = second[min(look_back, len(second) - 1)] - second[0]
    cosine = float(leaving @ arriving / (np.hypot(*leaving) * np.hypot(*arriving) + 1e-9))
    return cosine - 0.3 * distance / reach if cosine > _STRAIGHT_ON else None


def _smooth(line: Points, reach: int) -> Points:
    """Take the pixel steps out of a line but keep its ends; a loop runs on over its beginning."""
    reach = max(1, min(reach, (len(line) - 2) // 2))
    if len(line) <= 2 * reach + 2:
        return line
    closed = len(line) > _SHORTEST_LOOP and bool(np.hypot(*(line[0] - line[-1])) < 3)
    padded = np.pad(line[:-1] if closed else line, ((reach, reach), (0, 0)), "wrap" if closed else "edge")
    kernel = np.ones(2 * reach + 1) / (2 * reach + 1)
    smooth = np.stack([np.convolve(axis, kernel, "valid") for axis in padded.T], 1)
    if closed:
        return np.concatenate([smooth, smooth[:_OVERLAP]])
    smooth[0], smooth[-1] = line[0], line[-1]
    return smooth


def _written(line: Points) -> Points:
    """Turn a line so that it runs the way a hand writes: rightwards and down (rows count downwards)."""
    right, down = line[-1] - line[0]
    return line[::-1] if right + 0.7 * down < 0 else line
