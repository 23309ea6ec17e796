"""What several benchmarks need: a real screen, a practice shop that is made once, and their noise."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from desktop_cs.storage.file.versions import NEWEST_VERSION  # noqa: E402 (found by the line above)

SCREEN = "1366x768x24"  # Source: look.md, "The window"
_HEAVY = "babel.numbers, numpy, pypdfium2, reportlab.pdfgen.canvas, uharfbuzz"
AT = "2026-11-20T10:00"  # when the practice shop is made and looked at: the same day for every run


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Yield the environment of a real screen: Xvfb where there is one, else a word and no screen at all."""
    environment = {**compiled(), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    program = shutil.which("Xvfb")
    if program is None:
        print("No Xvfb here: measured offscreen, without a screen to paint on.")
        yield environment
        return
    there, here = os.pipe()
    command = [program, "-displayfd", str(here), "-screen", "0", SCREEN, "-dpi", "96", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[here], stderr=subprocess.DEVNULL)
    os.close(here)
    try:
        with os.fdopen(there) as answer:
            environment |= {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{answer.readline().strip()}"}
        yield environment
    finally:
        server.terminate()
        server.wait()


def compiled() -> dict[str, str]:
    """Return an environment in which modules are compiled already, as those of an installed program are."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(kept() / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for words in (["-m", "compileall", "-q", str(ROOT / "desktop_cs")], ["-c", f"import {_HEAVY}"]):
        subprocess.run([sys.executable, *words], env=environment, check=True)
    return environment


def kept() -> Path:
    """Return the folder, outside the repository, of what is made once for all benchmarks."""
    named = os.environ.get("DESKTOP_CS_BENCHMARKS")
    return Path(named) if named else Path(tempfile.gettempdir()) / "desktop-cs-benchmarks"


def practice_shop(cases: int) -> Path:
    """Return the data folder of a practice shop; made once, and kept outside the repository."""
    folder = kept() / f"cases-{cases}-version-{NEWEST_VERSION}"
    if not (folder / "made").exists():
        print(f"Making a practice shop of {cases:,} cases in {folder} ...", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "desktop_cs", "demo", "--cases", str(cases), "--seed", "1"]
        subprocess.run([*command, "--at", AT, "--data", str(folder)], cwd=ROOT, check=True)
        (folder / "made").touch()
    return folder


def noise(values: Sequence[float]) -> float:
    """Return half the distance between the quartiles as percent of the median."""
    low, middle, high = statistics.quantiles(values, n=4)
    return 50 * (high - low) / middle
