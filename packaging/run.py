"""Set up this clone where needed, then start Desktop CS: `python3 packaging/run.py [ITS ARGUMENTS]`."""

import os
import subprocess
import sys

from ground import SetupError, stopwatch
from setting_up import ROOT, has_screen, set_up

SHOWN_IN = ROOT / "build" / "show"
_OF_THE_WINDOW = ("--data", "--at", "--language")


def main(arguments: list[str]) -> int:
    """Start the program and return its exit code; 1 where it cannot be set up."""
    say = stopwatch()
    show = wants_window(arguments) and not has_screen()
    try:
        python = set_up(say, screen=has_screen())
    except SetupError as error:
        say(str(error))
        return 1
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    if not has_screen():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    if show:
        say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.")
        say("Instead, one practice case walks through all four steps on the same code, in a practice folder:")
        arguments = ["show", "--to", str(SHOWN_IN)]
    elif wants_window(arguments):
        say("Starting Desktop CS")
    try:
        return subprocess.run(
            [python, "-m", "desktop_cs", *arguments], env=environment, check=False
        ).returncode
    except KeyboardInterrupt:  # Ctrl+C reached the program too
        return 130


def wants_window(arguments: list[str]) -> bool:
    """Say whether these arguments open the window: at most a data folder, a time and a language."""
    words = iter(arguments)
    for word in words:
        if word in _OF_THE_WINDOW:
            next(words, "")
        elif not word.startswith(tuple(f"{option}=" for option in _OF_THE_WINDOW)):
            return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
