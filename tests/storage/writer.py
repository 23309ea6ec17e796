"""A shop that saves and saves until it is killed: `python writer.py FOLDER after|before`.

Prints a number when a case with its step is safely kept ("after"), or, as the control, before it is.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.clock import FixedClock
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.uuid7 import uuid7

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def say(number):
    """Tell the other side, without any buffer of ours between."""
    os.write(1, b"%d\n" % number)


def main(folder, when):
    """Save until somebody ends it."""
    storage = open_storage(Path(folder), FixedClock(NOW))
    number = storage.cases.count()
    while True:
        number += 1
        if when == "before":
            say(number)
        with storage.transaction():
            case = storage.cases.open_case(
                Case(uuid7(), 0, CaseState.OPEN, f"Customer {number}", "x " * 200, NOW)
            )
            entry = StepEntry(Step.APOLOGY, StepState.DONE, {"own_words": "we are sorry " * 50}, done_at=NOW)
            storage.cases.save_entry(case.id, entry, ["own_words"])
        if when == "after":
            say(number)


if __name__ == "__main__":
    main(*sys.argv[1:])
