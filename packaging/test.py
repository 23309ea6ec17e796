"""Set up this clone where needed, then run all tests: `python3 packaging/test.py [ARGUMENTS OF PYTEST]`."""

import os
import subprocess
import sys

from ground import SetupError, stopwatch
from setting_up import ROOT, set_up


def main(arguments: list[str]) -> int:
    """Run the tests, one worker to a core and without a screen, and return pytest's exit code."""
    say = stopwatch()
    try:
        python = set_up(say, screen=False)
    except SetupError as error:
        say(str(error))
        return 1
    workers = os.cpu_count() or 1
    say(f"Running the tests on {workers} cores")
    # Neighbours stay with one worker, which then makes once what the tests of a module share.
    command = [str(python), "-m", "pytest", "-n", str(workers), "--dist", "worksteal", *arguments]
    try:
        code = subprocess.run(
            command, cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=False
        ).returncode
    except KeyboardInterrupt:  # Ctrl+C reached pytest too
        return 130
    say("All tests passed" if code == 0 else "Not all is well: see above")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
