"""Plays one scene in a process of its own: `python -m tests.faults.stage.played SCENE FOLDER [WORD ...]`.

A word may be "bold" (go on when acts fail) or a setting of the engine, such as "synchronous=OFF".
"""

import sys
from pathlib import Path

from tests.faults.stage.bold import Bold, Outright
from tests.faults.stage.forks import sayer
from tests.faults.stage.scenes import SCENES
from tests.faults.stage.shops import weakened


def main(name, folder, *words):
    """Play the scene and say what is kept on standard output."""
    say = sayer(sys.stdout.fileno())
    settings = dict(word.split("=") for word in words if "=" in word)
    with weakened(**settings):
        SCENES[name].play(Path(folder), say, Bold(say) if "bold" in words else Outright())
    say("end", name, "")


if __name__ == "__main__":
    main(*sys.argv[1:])
