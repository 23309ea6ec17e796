"""A disk that is full for a moment when nearly all is done: `python -m tests.faults.late_failures SCENE`.

Prints what went wrong as one line of JSON. A process of its own, since it copies itself.
"""

import json
import sys
import tempfile
from pathlib import Path

from tests.faults.experiments.calls import FAILING
from tests.faults.stage.calls import Call, calls_of, failing_at
from tests.faults.stage.scenes import SCENES
from tests.faults.stage.shops import cheap_ways_in, copied

SHARES = (0.75, 0.85, 0.95)  # of the writes into files; there, what is new was once swapped in unfinished


@cheap_ways_in()
def found(scene, place):
    """Return what a moment without room costs, late in a scene."""
    home, folder, bad = place / "before", place / "now" / "shop", []
    home.mkdir()
    before = SCENES[scene].prepare(home / "shop")
    copied(home, folder.parent)
    writes = [one for one in calls_of(scene, folder, place / "log") if one.kind == "pwrite64"]
    for share in SHARES:
        copied(home, folder.parent)
        call = Call("pwrite64", writes[int(len(writes) * share)].number)
        code, said, _came_back = failing_at(scene, folder, call, "ENOSPC", call.number + FAILING, "bold")
        if code:
            bad.append(f"it ended with {code}")
        bad += [words for words in said if words[0] == "fault"]
        bad += SCENES[scene].problems(folder, [*before, *said])
    return bad


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="desktop-cs-faults-") as scratch:
        sys.stdout.write(json.dumps(found(sys.argv[1], Path(scratch))) + "\n")
