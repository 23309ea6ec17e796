"""How long the guide takes beside a step: `python tests/benchmarks/guide_filling.py`.

For every kind of failure and step the guide is read, filled and put into its panel, on a second failure with
500 prompts in the shop, so that every file has its say. "The first time" reads the files too. The bar is for
people: the guide is built right after the form, so that it may take 20 ms and never holds up a key.
Beside it, in the same process, as many plain labels as there are hints.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench import noise

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import UTC, datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop_cs.guide.edits import Prompt
from desktop_cs.guide.procedure import FAILURE_KINDS, STEPS, GuidePage, Guides
from desktop_cs.guide.prompts import fitting
from desktop_cs.places import resources_dir
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.cases.guide_content import GuideContent
from desktop_cs.ui.theme import apply_theme

BAR_MS = 20
PROMPTS = 500
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def main() -> int:
    """Measure, print, and return 0 where the bar is held."""
    app = QApplication([])
    apply_theme(app, "light", 1.0, "en")
    prompts = [Prompt(uuid7(), f"Mind {n}", STEPS[n % 4], f"Model {n}", "", NOW) for n in range(PROMPTS)]
    first, again, labels = [], [], []
    window = QWidget()
    content = GuideContent(window)
    window.resize(310, 600)
    window.show()
    used = Guides(resources_dir() / "guide", "en")
    for kind, step in product(FAILURE_KINDS, STEPS):
        fresh = Guides(resources_dir() / "guide", "en")
        first.append(_took(partial(_show, content, fresh, kind, step, prompts)))
        content.show_guide(used.page("logging", "something_else"))  # so that all of it has to be filled anew
        again.append(_took(partial(_show, content, used, kind, step, prompts)))
        count = len(content.rows)
        labels.append(_took(partial(_plain_labels, window, count)))
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.processEvents()
    for name, times in (("the guide again", again), ("as many plain labels", labels)):
        print(f"{name}: {statistics.median(times):.2f} ms ± {noise(times):.0f} %")
    typical, slowest = statistics.median(first), max(first)
    print(f"the guide the first time: {typical:.1f} ms, slowest {slowest:.1f} ms (at most {BAR_MS})")
    return int(typical > BAR_MS)


def _show(content: GuideContent, guides: Guides, kind: str, step: str, prompts: list[Prompt]) -> None:
    """Do what the page of a case does when a step is shown."""
    page: GuidePage = guides.page(step, kind, True, "Mrs Fallon", ("angry",), failure_nature="both")
    fitting(prompts, step, kind, ("Model 7",))
    content.show_guide(page)


def _plain_labels(window: QWidget, count: int) -> None:
    holder = QWidget(window)
    column = QVBoxLayout(holder)
    for number in range(count):
        column.addWidget(QLabel(f"A hint {number}", holder))
    holder.deleteLater()


def _took(act: Callable[[], object]) -> float:
    """Return how long an act took, in ms."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
