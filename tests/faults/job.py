"""Runs one piece of one experiment in this process: `python -m tests.faults.job NAME COUNT SEED [CONTROL]`.

What was found is printed as one line of JSON; it goes into an empty folder that is removed afterwards.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.catalogue import EXPERIMENTS
from tests.faults.experiment import MOST_TOLD


def main(name, count, seed, control=""):
    """Run it, print what was found, and return 0."""
    experiment = EXPERIMENTS[name]
    run = experiment.controls[control][0] if control else experiment.run
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="desktop-cs-faults-") as place:
        outcome = run(int(count), int(seed), Path(place))
    found = {
        "tried": outcome.tried,
        "bad": len(outcome.bad),
        "told": outcome.bad[:MOST_TOLD],
        "figures": dict(outcome.figures),
        "seconds": time.monotonic() - start,
    }
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
