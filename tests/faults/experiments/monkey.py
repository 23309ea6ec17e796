"""Hands that press, click and type anywhere in the real window: it must neither break nor eat up memory."""

import statistics
from pathlib import Path
from random import Random
from unittest.mock import patch

from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.naughty import naughty_strings
from tests.faults.stage.shops import opened, shop_with_cases, unsound

SETTLE_EVERY = 40  # events
LOOK_EVERY = 2000
LEAST_FOR_SLOPE = 60_000  # fewer events only fill the caches
WARM_SHARE = 0.4
KEYS = [
    "Tab",
    "Return",
    "Escape",
    "Backspace",
    "Down",
    "Up",
    "Space",
    "A",
    "Delete",
    "F1",
    "F9",
    "PageDown",
    "Home",
]
CONTROL_SHARE = 0.15  # of the keys are pressed with Ctrl
MAY_GROW_MB = 1.0  # in 100,000 events; Source: safety.md, "Figures to report"
FARTHEST = 40  # widgets drawn until one can be used
LISTED_FOR = 20  # events, until the widgets are listed anew


def lacks():
    """Return what this machine lacks to measure memory, or ""."""
    return "" if Path("/proc/self/statm").exists() else "this system does not tell how much memory is held"


def run(count, seed, place, *, spoil=None):
    """Press, click and type so often."""
    from tests.faults.stage.window import memory_mb, shown

    folder, chance, faults, sizes = place / "shop", Random(seed), [], []
    shop_with_cases(folder)
    with shown(folder, faults) as shop:
        hands = Hands(shop, chance)
        for number in range(count):
            hands.do_something()
            if number % SETTLE_EVERY == 0:
                shop.settle()
            if number % LOOK_EVERY == 0:
                sizes.append(memory_mb())
            if spoil:
                spoil(shop, number)
    bad = [f"seed {seed}: {_told(fault)}" for fault in faults]
    slope = _slope(sizes) if count >= LEAST_FOR_SLOPE else 0.0
    if slope > MAY_GROW_MB:
        bad.append(f"memory grew by {slope:.2f} MB in 100,000 events")
    desk = opened(folder)
    bad += unsound(desk)
    desk.close()
    return Outcome(count, tuple(bad), {"at most MB": sizes[-1], "at most MB grown in 100,000": slope})


class Hands:
    """Somebody who presses anything.

    Args:
        shop: The window.
        chance: Which thing is next.
    """

    def __init__(self, shop, chance):
        self.shop, self.chance, self.texts = shop, chance, naughty_strings()
        self._near, self._left = [], 0

    def do_something(self):
        """Click, type or press a key somewhere."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

        widget = self._somewhere()
        if widget is None:
            self.shop.settle()
            return
        kind = self.chance.random()
        if kind < 0.3 and isinstance(widget, QLineEdit | QPlainTextEdit):
            text = self.chance.choice(self.texts)[:300]
            (widget.insert if isinstance(widget, QLineEdit) else widget.insertPlainText)(text)
        elif kind < 0.7:
            spot = QPoint(
                *(self.chance.randrange(max(1, side)) for side in (widget.width(), widget.height()))
            )
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        else:
            key = Qt.Key[f"Key_{self.chance.choice(KEYS)}"]
            with_control = self.chance.random() < CONTROL_SHARE
            modifiers = Qt.KeyboardModifier
            held = modifiers.ControlModifier if with_control else modifiers.NoModifier
            QTest.keyClick(widget, key, held)

    def _somewhere(self):
        """Return a widget that can be seen and used, or None where that is hard to find."""
        import shiboken6
        from PySide6.QtWidgets import QApplication, QWidget

        if self._left == 0:  # listing them takes as long as an event
            roots = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
            root = self.chance.choice(roots) if roots else None
            inside = root.findChildren(QWidget) if root else []
            self._near = [one for one in (root, *inside) if one and one.isVisible()]
            self._left = LISTED_FOR
        self._left -= 1
        for _ in range(FARTHEST if self._near else 0):
            widget = self.chance.choice(self._near)
            if shiboken6.isValid(widget) and widget.isVisible() and widget.isEnabled():
                return widget
        self._left = 0
        return None


def _told(fault):
    """Return the kind of a fault and where it arose."""
    trace, places = fault.__traceback__, []
    while trace is not None:
        places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(fault).__name__}: {fault} at {' < '.join(reversed(places[-5:]))}"


def _slope(sizes):
    """Return how many MB are taken in 100,000 events, once all that is made once is made."""
    late = sizes[int(len(sizes) * WARM_SHARE) :]
    return statistics.linear_regression(range(len(late)), late).slope * 100_000 / LOOK_EVERY


def run_with_fault(count, seed, place):
    """Control: the same with a window that breaks whenever somebody goes to another place."""
    from desktop_cs.ui.page_stack import PageStack

    def broken(stack, place, subject=None):
        if place != "today":
            raise RuntimeError("broken on purpose")
        return go(stack, place, subject)

    go = PageStack.go
    with patch.object(PageStack, "go", broken):
        return run(count, seed, place)


def run_leaking(count, seed, place):
    """Control: the same, and now and then a dialog is opened that is never deleted."""
    from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout

    def leak(shop, number):
        if number % 1000 == 0:
            dialog = QDialog(shop.window)
            column = QVBoxLayout(dialog)
            column.addWidget(QPlainTextEdit("x" * 20_000))
            dialog.show()
            dialog.close()

    return run(count, seed, place, spoil=leak)


MONKEY = Experiment(
    "monkey",
    run,
    full=1_000_000,
    suite=300,
    piece=125_000,
    lacks=lacks,
    controls={"broken_page": (run_with_fault, 200), "dialog_kept": (run_leaking, LEAST_FOR_SLOPE)},
    full_controls=frozenset({"dialog_kept"}),
)
