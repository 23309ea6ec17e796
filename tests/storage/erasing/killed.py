"""Erase a person and be killed at a point of it: `python killed.py FOLDER CUSTOMER POINT`."""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parents[3]))

from desktop_cs.clock import FixedClock
from desktop_cs.storage.erasing import erasing
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.opening import open_storage

_HALF = 25  # writes, in the middle of some fifty


def die(*_given):
    """End as a power cut ends a program: at once, with nothing tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_after(count, done):
    """Return the function, which is deadly when it is called so many times."""
    called = []

    def counted(*given):
        called.append(1)
        return die() if len(called) > count else done(*given)

    return counted


def main(folder, customer, point):
    """Erase the customer, and die at the point."""
    storage = open_storage(Path(folder), FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=UTC)))
    if point == "listed":
        erasing.Erasing._erase_here = die
    elif point == "half":
        ShopFile.write = die_after(_HALF, ShopFile.write)
    elif point == "committed":
        erasing.Erasing.finish = die
    elif point == "merging":
        erasing.sweep = die
    else:
        erasing.write_erased = die_after(1, erasing.write_erased)
    storage.erasing.erase_customer(UUID(customer))


if __name__ == "__main__":
    main(*sys.argv[1:])
