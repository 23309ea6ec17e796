"""The real window on a real shop, without a screen, for hands that press everything."""

import gc
import sys
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cover import cover
from desktop_cs.ui.main_window import MainWindow
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme import apply_theme
from tests.faults.stage.shops import opened

UNASKED = ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory")
CLOSE_EVERY_MS = 40


class Shown:
    """A window, what went wrong in it, and how to keep it in use.

    Args:
        desk: The opened shop.
        folder: Where the preferences of the window are kept.
    """

    def __init__(self, desk, folder):
        self.desk = desk
        self.actions = Actions(desk)
        self.window = MainWindow(Preferences(folder))
        self.window.resize(1366, 697)
        self.window.show()
        self.window.take_over(self.actions)
        self.closing = QTimer(self.window)
        self.closing.timeout.connect(_close_what_waits)
        self.closing.start(CLOSE_EVERY_MS)
        self.manager = next(one for one in desk.shop.staff() if one.is_manager)

    def settle(self):
        """Do what is pending, let somebody in where the window is covered, and bring it back when it went."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        cover.turn(on=False)  # under it there is nothing to press
        if self.window.is_covered:
            self.window.entrance.let_in(self.manager)
        if not self.window.isVisible():
            self.window.show()

    def close(self):
        """Let go of the window and the shop."""
        self.closing.stop()
        self.actions.finish_slow()
        self.window.pages.leave()
        self.window.hide()
        self.desk.close()


def _close_what_waits():
    """Close a dialog or a menu that waits for an answer: nobody is there to give it."""
    menu = QApplication.activePopupWidget()
    waiting = menu if isinstance(menu, QMenu) else QApplication.activeModalWidget()
    if waiting is not None:
        waiting.close()


@contextmanager
def shown(folder, faults):
    """Show the window on a shop; unforeseen faults go into the list, and no question is put to the system."""
    application = QApplication.instance() or QApplication([])
    apply_theme(application, "light", 1.0, "en")
    answers = {"getOpenFileNames": ([], ""), "getExistingDirectory": ""}
    qInstallMessageHandler(lambda *_words: None)  # a window without a screen complains of that it has none
    hook, sys.excepthook = sys.excepthook, lambda _kind, fault, _trace: faults.append(fault)
    window = None
    try:
        with (
            patch.multiple(
                QFileDialog, **{name: _answering(answers.get(name, ("", ""))) for name in UNASKED}
            ),
            patch("desktop_cs.ui.practice_start.start_window", lambda *_words: None),
        ):
            window = Shown(opened(folder), folder)
            window.settle()
            yield window
            window.close()
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(None)


def _answering(answer):
    return staticmethod(lambda *_words, **_more: answer)


def memory_mb():
    """Return how much memory this process holds, in MB, when all that it can give back is given back."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 2**20
