"""Opens the practice shop in a window of its own: another process, on a folder of its own."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

import desktop_cs
from desktop_cs import places
from desktop_cs.clock import Clock
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.practice import make_practice_shop
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences

CASES = 40  # enough for a list, a search and a month to practise on
_SEED = 1


def open_practice_shop(actions: Actions, data: Path, clock: Clock, like: Preferences) -> None:
    """Open the practice shop within a data folder in a window of its own, once there is one.

    Args:
        actions: Through which it is made, in another thread, and a refusal told.
        data: The data folder.
        clock: Tells when its cases were taken.
        like: How the present window looks and speaks.
    """
    actions.run_slow(
        lambda: fill_practice_shop(data, clock),
        lambda folder: actions.ask(lambda: start_window(folder, like)),
    )


def fill_practice_shop(data: Path, clock: Clock) -> Path:
    """Return the folder of the practice shop within a data folder, its shop made where there is none yet.

    Raises:
        DeskError: It cannot be made or opened.
    """
    folder = places.practice_dir(data)
    desk = open_desk(folder, clock)
    try:
        if not desk.settings.is_set_up:
            make_practice_shop(desk, CASES, _SEED)
    finally:
        desk.close()
    return folder


def start_window(folder: Path, like: Preferences) -> None:
    """Open a window on this folder that looks and speaks like the present one.

    Raises:
        ShopError: The program could not be started a second time.
    """
    preferences = Preferences(folder)
    preferences.take_look_of(like)
    words = ["--data", str(folder.absolute())]
    if not getattr(sys, "frozen", False):
        words = ["-m", "desktop_cs", *words]
    started, _process = QProcess.startDetached(
        sys.executable, words, str(Path(desktop_cs.__file__).parents[1])
    )
    if not started:
        sentence = _("The practice shop could not be opened. Start the program again and try once more.")
        raise ShopError(sentence)
