"""The second half of the walk: letters, a hand of one's own, Settings, a slip, a rehearsal."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_cs.ui.main_window import MainWindow

_WAIT_MS, _READ_MS, _LINES_MS = 100, 1200, 4000  # between two looks, at a new page, until lines are written
_MOST_WAITS = 100


class Walker(Protocol):
    """What of the walk is used here."""

    window: MainWindow

    def visit(self, doing: str, go: Callable[[], object]) -> Iterator[int]:
        """Do what brings another page."""


def letters(walk: Walker) -> Iterator[int]:
    """Go from the register to two letters, the look of one, one's own hand, the letters of the day."""
    window = walk.window
    yield from walk.visit("letters", partial(_click, window.navigation.button("letters")))
    register = window.pages.page().register
    yield from _until(lambda: register.list.count() > 1)
    for row, doing in enumerate(("a letter", "another letter")):
        register.list.setCurrentRow(row)
        yield _READ_MS
        yield from walk.visit(doing, partial(_click, register.details.open))
        yield from _until(window.pages.page().frame.preview.pdf)
        if row == 0:
            yield from walk.visit("back to the letters", partial(_click, window.pages.page().frame.back))
    yield from walk.visit("hand and paper", partial(_press_ctrl, walk, Qt.Key.Key_2))
    yield _LINES_MS
    yield from walk.visit("my own hand", partial(_click, window.pages.page().frame.look_part.own))
    rail = window.pages.page().rail
    yield from walk.visit("my signature", partial(_click, rail.item("signature")))
    yield from walk.visit("letters again", partial(_click, window.navigation.button("letters")))
    yield from walk.visit("letters for today", partial(_click, register.today))


def settings_and_slip(walk: Walker, case_id: UUID) -> Iterator[int]:
    """Go to Settings and two of its topics, to the slip of a case, and to the rehearsals."""
    window = walk.window
    yield from walk.visit("settings", partial(_click, window.navigation.button("settings")))
    rail = window.pages.page().rail
    for topic in ("paper", "guide"):
        yield from walk.visit(f"settings, {topic}", partial(_click, rail.item(topic)))
    yield from walk.visit("the case again", partial(window.go, "case", case_id))
    yield from walk.visit("slip", partial(window.go, "slip", case_id))
    yield from walk.visit("rehearsal", partial(window.go, "rehearsal"))


def _click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _press_ctrl(walk: Walker, key: Qt.Key) -> None:
    QTest.keyClick(walk.window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)


def _until(there: Callable[[], object]) -> Iterator[int]:
    """Wait until something that is read or written away from the window is there."""
    for _wait in range(_MOST_WAITS):
        if there():
            break
        yield _WAIT_MS
    yield _READ_MS
