"""How fast letters are made: `python tests/benchmarks/letters.py`.

Beside (a) reportlab with a plain font on the same words, (b) handright, where it is installed, which paints
pictures without text, and (c) LibreOffice, where it is installed; (d) the same strokes drawn as paths. Single
letters are the median of several, warm; a hundred and a thousand letters are timed as whole processes, each
way in a process of its own, in turns.
"""

import importlib.util
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from bench import ROOT, compiled, noise

from desktop_cs.letters.letter import Letter, letter_from_text
from desktop_cs.letters.look import LetterLook

RUNS, PROCESSES, LETTERS = 15, 3, 100
# Source: letters.md, "Bars": ms for a letter, s for a hundred, KB of a file, MB of a process.
MOST_MS = {"en": 40, "ru": 40, "zh_CN": 20, "zh_TW": 20}
MOST_S, MOST_KB, MOST_MB = 3.0, 80, 90
MOST_GROWTH = 1.15  # time for each of 1,000 letters against each of 10, both without the start
TEXTS = {
    "en": "22 November 2026\n\nDear Mrs Novak,\n\n"
    + "Thank you for telling us about the kettle, and for coming back with it on such a wet day. " * 3
    + "\n\n"
    + "We are sorry that it leaked twice, and we have put a new lid on it and tried it for an hour. " * 3
    + "\n\nWith kind regards,\nAna Petrov",
    "ru": "22 ноября 2026 г.\n\nУважаемая Ольга Сергеевна!\n\n"
    + "Спасибо, что Вы рассказали нам о чайнике и пришли к нам ещё раз в такую сырую погоду. " * 3
    + "\n\n"
    + "Нам жаль, что он протекал дважды: мы поставили новую крышку и проверяли его целый час. " * 3
    + "\n\nС уважением и благодарностью,\nАнна Петрова",
    "zh_CN": "尊敬的王女士：\n您好！"
    + "您上周买的水壶漏水，让您跑了两趟，实在抱歉，也谢谢您告诉我们。" * 3
    + "\n"
    + "新的壶盖已经换好，我们试了三遍，一切正常，您可以放心使用。" * 2
    + "\n此致\n敬礼！\n李晓明\n2026年11月22日",
    "zh_TW": "王女士 惠鑒：\n您好！"
    + "您上週買的水壺漏水，讓您跑了兩趟，實在抱歉，也謝謝您告訴我們。" * 3
    + "\n"
    + "新的壺蓋已經換好，我們試了三遍，一切正常，您可以放心使用。" * 2
    + "\n敬祝\n時祺\n李曉明 敬上\n2026年11月22日",
}


def main() -> int:
    """Print all figures; return 1 where a bar is missed."""
    missed = [single(language) for language in TEXTS]
    environment = compiled()
    missed += [hundred(environment), growth(environment)]
    return int(any(missed))


def single(language: str) -> bool:
    """Print time and size of one letter in a language, beside plain text and paths."""
    letters = [letter_from_text(TEXTS[language], language, seed) for seed in range(RUNS)]
    ours, sizes = measured(written, letters)
    plain, plain_sizes = measured(plain_pdf, letters)
    paths, path_sizes = measured(drawn_as_paths, letters)
    most, length = MOST_MS[language], len("".join(TEXTS[language].split()))
    middle, size = statistics.median(ours), statistics.median(sizes) / 1024
    print(
        f"One letter, {language}, {length} characters: {middle:.1f} ms, {size:.0f} KB"
        f" (at most {most} ms, {MOST_KB} KB; plain font {statistics.median(plain):.1f} ms,"
        f" {statistics.median(plain_sizes) / 1024:.0f} KB; as paths {statistics.median(paths):.0f} ms,"
        f" {statistics.median(path_sizes) / 1024:.0f} KB; median of {RUNS}, noise {noise(ours):.0f} %)"
    )
    return middle > most or size > MOST_KB


def hundred(environment: Mapping[str, str]) -> bool:
    """Print the time and the memory of a process that writes a hundred English letters, beside the others."""
    ways = {"ours": ["ours"], "plain font": ["plain"]}
    if importlib.util.find_spec("handright"):
        ways["handright"] = ["handright"]
    else:
        print("handright is not installed: left out.")
    times: dict[str, list[float]] = {way: [] for way in ways}
    memory = 0.0
    for _run in range(PROCESSES):
        for way, words in ways.items():
            runs = 10 if way == "handright" else LETTERS  # it takes a second for each
            told, seconds = timed_process([*words, str(runs)], environment)
            times[way].append(seconds * LETTERS / runs)
            memory = max(memory, told["megabytes"]) if way == "ours" else memory
    office = [libre_office() for _run in range(PROCESSES)] if shutil.which("soffice") else []
    if not office:
        print("LibreOffice is not installed: left out.")
    middle = statistics.median(times["ours"])
    others = [f"{way} {statistics.median(found):.1f} s" for way, found in times.items() if way != "ours"]
    if office:
        others.append(f"LibreOffice without variation {statistics.median(office):.1f} s")
    print(
        f"{LETTERS} English letters, one process: {middle:.1f} s, {memory:.0f} MB (at most {MOST_S:.0f} s,"
        f" {MOST_MB} MB; {', '.join(others)}; median of {PROCESSES}, noise {noise(times['ours']):.0f} %)"
    )
    return middle > MOST_S or memory > MOST_MB


def growth(environment: Mapping[str, str]) -> bool:
    """Print how the time grows from 10 to 1,000 letters."""
    each = {
        count: statistics.median(
            timed_process(["ours", str(count)], environment)[0]["seconds"] / count
            for _run in range(PROCESSES)
        )
        for count in (10, 1000)
    }
    factor = each[1000] / each[10]
    print(
        f"Each of 10 letters {1000 * each[10]:.1f} ms, each of 1,000 {1000 * each[1000]:.1f} ms:"
        f" {factor:.2f} (at most {MOST_GROWTH})"
    )
    return factor > MOST_GROWTH


def measured(make: Callable[[Letter], bytes], letters: Sequence[Letter]) -> tuple[list[float], list[int]]:
    """Return the times in ms and the sizes in bytes, warm."""
    make(letters[0])
    times, sizes = [], []
    for letter in letters:
        before = time.perf_counter()
        sizes.append(len(make(letter)))
        times.append(1000 * (time.perf_counter() - before))
    return times, sizes


def timed_process(words: list[str], environment: Mapping[str, str]) -> tuple[dict[str, float], float]:
    """Return what a process of this file tells, and how many seconds it took from its start to its end."""
    before = time.perf_counter()
    command = [sys.executable, __file__, *words]
    ended = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE)
    return json.loads(ended.stdout), time.perf_counter() - before


def write_many(way: str, count: int) -> None:
    """Write so many letters, and print the seconds after the first one and the most memory as JSON."""
    make = {"ours": written, "plain": plain_pdf, "handright": painted}[way]
    letters = [letter_from_text(TEXTS["en"], "en", seed) for seed in range(count)]
    make(letters[0])
    before = time.perf_counter()
    for letter in letters:
        make(letter)
    seconds = time.perf_counter() - before
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes}))


def written(letter: Letter) -> bytes:
    """Return the letter as this program writes it."""
    from desktop_cs.paper.letter_sheet import letter_pdf

    return letter_pdf(letter, LetterLook())


def plain_pdf(letter: Letter) -> bytes:
    """Return the same words set by reportlab in a plain font."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    chinese = letter.language.startswith("zh")
    name = "NotoSansSC" if chinese else "NotoSans"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, ROOT / "resources" / "fonts" / f"{name}-Regular.ttf"))
    style = ParagraphStyle(
        "letter", fontName=name, fontSize=11, leading=16, wordWrap="CJK" if chinese else None
    )
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A5, invariant=1).build(
        [Paragraph(block.text, style) for block in letter.blocks]
    )
    return file.getvalue()


def painted(letter: Letter) -> bytes:
    """Return the same words painted by handright, as a picture of an A5 page at 200 dots per inch."""
    from handright import Template, handwrite
    from PIL import Image, ImageFont

    font = ImageFont.truetype(str(ROOT / "resources" / "fonts" / "NotoSans-Regular.ttf"), 44)
    template = Template(
        background=Image.new("RGB", (1165, 1654), "white"),
        font=font,
        line_spacing=64,
        left_margin=120,
        right_margin=120,
        top_margin=120,
        bottom_margin=120,
        line_spacing_sigma=2,
        font_size_sigma=1,
        word_spacing_sigma=2,
        perturb_x_sigma=2,
        perturb_y_sigma=2,
        perturb_theta_sigma=0.05,
    )
    file = BytesIO()
    for picture in handwrite("\n".join(block.text for block in letter.blocks), template):
        picture.save(file, "PNG")
    return file.getvalue()


def drawn_as_paths(letter: Letter) -> bytes:
    """Return the same strokes drawn as paths: no text that could be found, only curves."""
    import numpy as np
    from reportlab.pdfgen.canvas import Canvas

    from desktop_cs.letters.hand.writing import write
    from desktop_cs.paper.paper_sizes import paper_size
    from desktop_cs.paper.stationery import area_of

    size = paper_size("A5")
    page = write(letter, area_of(LetterLook()), LetterLook())
    file = BytesIO()
    canvas = Canvas(file, pagesize=(size.width_mm * 72 / 25.4, size.height_mm * 72 / 25.4), invariant=1)
    canvas.setPageCompression(1)
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
    canvas.save()
    return file.getvalue()


_FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>{}</office:text>
</office:body></office:document>"""


def libre_office() -> float:
    """Return the seconds in which LibreOffice makes a hundred PDFs in one process, all letters alike."""
    letter = letter_from_text(TEXTS["en"], "en", 1)
    body = "".join(f"<text:p>{block.text}</text:p>" for block in letter.blocks)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.fodt" for number in range(LETTERS)]
        for file in files:
            file.write_text(_FLAT.format(body), encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True)
        before = time.perf_counter()
        words = [*command, "--convert-to", "pdf", "--outdir", f"{folder}/out", *map(str, files)]
        subprocess.run(words, check=True, capture_output=True)
        seconds = time.perf_counter() - before
        if len(list(Path(folder, "out").glob("*.pdf"))) != LETTERS:
            raise SystemExit("LibreOffice did not make all letters.")
    return seconds


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write_many(sys.argv[1], int(sys.argv[2]))
    else:
        raise SystemExit(main())
