"""A shop that adds files to a case until it is killed: `python adder.py FOLDER CASE`.

Prints the id of an attachment, and the seed of what is in it, once it is safely kept.
"""

import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parents[3]))

from desktop_cs.clock import FixedClock
from desktop_cs.storage.opening import open_storage

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def content_of(seed):
    """Return what is in the file of a seed; every third is the same again."""
    return random.Random(seed - seed % 3).randbytes(200_000)


def main(folder, case):
    """Add until somebody ends it."""
    storage = open_storage(Path(folder), FixedClock(NOW))
    seed = 0
    while True:
        seed += 1
        kept = storage.attachments.keep(content_of(seed))
        with storage.transaction():
            added = storage.attachments.add(UUID(case), kept, f"{seed}.bin")
        os.write(1, f"{added.id} {seed}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
