"""Somebody with the key changes the trail: edited, deleted, swapped, cut, or all of it written anew."""

from random import Random

from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.key_slots import read_keys
from desktop_cs.storage.stores.trail_anchors import Anchor
from desktop_cs.storage.stores.trail_links import COVERED, START, linker
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.shops import copied, opened, shop_with_cases

COLUMNS = ("at", "by", "what", "row_id", "fields", "digest", "act_id")
CUT = "cut"


def run(count, seed, place, *, with_anchor=True, kinds=None):
    """Change the trail so often, in one way or another, and verify it against the anchor of a backup."""
    chance, template, folder, bad = Random(seed), place / "template", place / "shop", []
    shop_with_cases(template)
    desk = opened(template)
    length, head = desk.storage.trail.head()
    anchors = [Anchor(length, head, desk.clock.now(), "backup")] if with_anchor else []
    desk.close()
    for number in range(count):
        kind = (kinds or tuple(WAYS))[number % len(kinds or WAYS)]
        copied(template, folder)
        database = CipherDatabase(folder / "shop.db", read_keys(folder)[0])
        WAYS[kind](database.own_connection(), chance, length)
        database.close_everywhere()
        desk = opened(folder)
        if desk.storage.trail.verify(anchors).is_whole:
            bad.append(f"seed {seed}, number {number}: {kind} was not noticed")
        desk.close()
    return Outcome(count, tuple(bad), {"at most entries": length})


def _edit(connection, chance, length):
    column, place = chance.choice(COLUMNS), chance.randint(1, length)
    kind = connection.execute(f'SELECT typeof("{column}") FROM trail WHERE place = ?', (place,)).fetchone()[0]
    changed = {"blob": chance.randbytes(16), "integer": chance.randrange(2**40)}.get(
        kind, f"x{chance.random()}"
    )
    connection.execute(f'UPDATE trail SET "{column}" = ? WHERE place = ?', (changed, place))


def _delete(connection, chance, length):
    connection.execute("DELETE FROM trail WHERE place = ?", (chance.randint(1, length),))


def _swap(connection, chance, length):
    first, second = chance.sample(range(1, length + 1), 2)
    for now, then in ((first, -1), (second, first), (-1, second)):
        connection.execute("UPDATE trail SET place = ? WHERE place = ?", (then, now))


def _cut(connection, chance, length):
    connection.execute("DELETE FROM trail WHERE place > ?", (length - chance.randint(1, length // 2),))


def _write_anew(connection, chance, length):
    """Change an entry and chain all anew with the key, as only who holds the records' key can."""
    _edit(connection, chance, length)
    link, before = linker(connection.execute("SELECT key FROM trail_key").fetchone()[0]), START
    for row in connection.execute(f"SELECT {COVERED} FROM trail ORDER BY place").fetchall():
        before = link(before, row)
        connection.execute("UPDATE trail SET link = ? WHERE place = ?", (before, row[0]))


WAYS = {"edit": _edit, "delete": _delete, "swap": _swap, CUT: _cut, "written anew": _write_anew}


def run_without_anchor(count, seed, place):
    """Control: cut, and verified by the chain alone."""
    return run(count, seed, place, with_anchor=False, kinds=(CUT,))


TRAIL = Experiment(
    "trail", run, full=1000, suite=40, piece=250, controls={"without_anchors": (run_without_anchor, 5)}
)
