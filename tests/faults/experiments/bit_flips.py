"""A single bit of the records turns over on the disk: the check must notice it, wherever it is."""

from random import Random

from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import DeskError
from desktop_cs.storage.copying.checking import problems_in
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.shops import opened, shop_with_cases

UNUSED_BYTES = 16  # the salt at the beginning is kept with the key, so nothing reads it there


def run(count, seed, place):
    """Turn so many bits over, one at a time, and check the shop each time as its page does."""
    folder = place / "shop"
    shop_with_cases(folder)

    def found():
        try:
            desk = opened(folder)
        except DeskError:
            return True
        try:
            return bool(problems_in(desk.storage))
        finally:
            desk.close()

    return _flipped(folder / "shop.db", count, seed, found)


def run_plain(count, seed, place):
    """Control: the same rows in a plain SQLite file, checked by SQLite's own check."""
    folder, path = place / "shop", place / "plain.db"
    shop_with_cases(folder)
    _copy_plain(folder, path)

    def found():
        plain = driver.connect(str(path))
        try:
            plain.execute("PRAGMA cell_size_check = ON")
            return plain.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
        except (driver.DatabaseError, UnicodeDecodeError):
            return True
        finally:
            plain.close()

    return _flipped(path, count, seed, found)


def _flipped(path, count, seed, found):
    chance, whole, bad, harmless = Random(seed), path.read_bytes(), [], 0
    for _ in range(count):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        content = bytearray(whole)
        content[place] ^= 1 << bit
        path.write_bytes(content)
        if not found():
            harmless += place < UNUSED_BYTES
            bad += [] if place < UNUSED_BYTES else [f"bit {bit} of byte {place} was not noticed"]
    return Outcome(count, tuple(bad), {"at most bytes": len(whole), "where nothing is read": harmless})


def _copy_plain(folder, path):
    desk, plain = opened(folder), driver.connect(str(path))
    try:
        rows = desk.storage._file.rows
        tables = rows(
            "SELECT name, sql FROM sqlite_master"
            " WHERE type = 'table' AND name NOT LIKE '%words%' AND sql <> ''"
        )
        for name, sql in tables:
            plain.execute(sql)
            for row in rows(f'SELECT * FROM "{name}"'):
                plain.execute(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(row))})', row)
        plain.commit()
    finally:
        desk.close()
        plain.close()


BIT_FLIPS = Experiment(
    "bit_flips", run, full=1000, suite=50, piece=250, controls={"plain_file": (run_plain, 50)}
)
