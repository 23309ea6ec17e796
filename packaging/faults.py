"""Try out that nothing is lost: `python3 packaging/faults.py [--share 0.1 [--write]] [--only NAME ...]`.

Sets up this clone where needed, runs every experiment of `tests/faults/` with its controls, several at once,
and writes `resources/help/safety_figures.md`. All of it takes hours. A share of it only prints
its figures, or with --write tells in the table how large it was.
"""

import os
import subprocess
import sys

from ground import SetupError, stopwatch
from setting_up import ROOT, set_up


def main(arguments: list[str]) -> int:
    """Run the experiments and return 0 when nothing bad came of them and every control failed as it must."""
    say = stopwatch()
    try:
        python = set_up(say, screen=False)
    except SetupError as error:
        say(str(error))
        return 1
    command = [str(python), "-m", "tests.faults.run", *arguments]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    try:
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    except KeyboardInterrupt:  # Ctrl+C reached the experiments too
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
