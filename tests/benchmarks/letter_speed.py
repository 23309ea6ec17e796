"""How fast a letter is made, beside the same page drawn through reportlab's own path calls.

Run it by itself: ``python tests/benchmarks/letter_speed.py``. Both ways write the same strokes; the layout
and the pen are counted in both. The median of several runs is printed in ms, with the size of the file.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from reportlab.pdfgen.canvas import Canvas

from desktop_cs.letters.hand.styles import PENS, STYLES
from desktop_cs.letters.hand.writing import WrittenPage, write
from desktop_cs.letters.letter import Letter, letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.letter_sheet import area_of, letter_pdf
from desktop_cs.paper.paper_sizes import paper_size

RUNS = 15
TEXTS = {
    "English, 120 words": (
        "en",
        "22 November 2026\n\nDear Mrs Novak,\n\n"
        + "Thank you for telling us about the kettle, and for coming back with it on such a wet day. " * 3
        + "\n\n"
        + "We are sorry that it leaked twice, and we have put a new lid on it and tried it for an hour. " * 3
        + "\n\nWith kind regards,\nAna Petrov",
    ),
    "Chinese, 170 characters": (
        "zh_CN",
        "尊敬的王女士：\n您好！"
        + "您上周买的水壶漏水，让您跑了两趟，实在抱歉，也谢谢您告诉我们。" * 3
        + "\n"
        + "新的壶盖已经换好，我们试了三遍，一切正常，您可以放心使用。" * 2
        + "\n此致\n敬礼！\n李晓明\n2026年11月22日",
    ),
}


def main() -> None:
    """Print time, size and ratio for each text."""
    for name, (language, text) in TEXTS.items():
        letters = [letter_from_text(text, language, seed) for seed in range(RUNS)]
        ours, ours_bytes = measured(lambda letter: letter_pdf(letter, LetterLook()), letters)
        paths, paths_bytes = measured(drawn_as_paths, letters)
        print(f"{name}: {ours:.0f} ms, {ours_bytes / 1024:.0f} KB; ", end="")
        print(f"as paths {paths:.0f} ms, {paths_bytes / 1024:.0f} KB; ratio {ours / paths:.2f}")


def measured(make: Callable[[Letter], bytes], letters: list[Letter]) -> tuple[float, int]:
    """Return the median time in ms and the median size in bytes, warm."""
    make(letters[0])
    times, sizes = [], []
    for letter in letters:
        before = time.perf_counter()
        sizes.append(len(make(letter)))
        times.append(1000 * (time.perf_counter() - before))
    return statistics.median(times), int(statistics.median(sizes))


def drawn_as_paths(letter: Letter) -> bytes:
    """Return the same page with its outlines drawn as paths: no text that could be found, only curves."""
    size = paper_size("A5")
    page = write(letter, area_of(size, ruled=False), STYLES["natural"], PENS["ball"])
    file = BytesIO()
    canvas = Canvas(file, pagesize=(size.width_mm * 72 / 25.4, size.height_mm * 72 / 25.4), invariant=1)
    canvas.setPageCompression(1)
    _draw(canvas, page)
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, page: WrittenPage) -> None:
    for outline in np.split(page.outlines, np.cumsum(page.outline_lengths)[:-1]):
        there = (outline + np.roll(outline, -1, 0)) / 2
        here = np.roll(there, 1, 0)
        curves = np.concatenate(
            [here + (outline - here) * 2 / 3, there + (outline - there) * 2 / 3, there], 1
        )
        path = canvas.beginPath()
        path.moveTo(*here[0].tolist())
        for curve in curves.tolist():
            path.curveTo(*curve)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1, fillMode=1)


if __name__ == "__main__":
    main()
