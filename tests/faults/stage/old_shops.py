"""Shops of older versions, with the rows of a real shop of today, as far as their tables hold them."""

import json
import shutil

from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.finding.search_index import case_words
from desktop_cs.storage.finding.tokens import phone_words, words
from desktop_cs.storage.keys.key_slots import new_key, write_key
from desktop_cs.storage.tables.migrations import MIGRATIONS, bring_up
from tests.faults.stage.shops import opened, shop_with_cases

MARK = "what the old shop held.json"
_LATER = {"paper": "A6", "style": "natural"}  # columns that only older letters have


def old_shop(folder, version):
    """Make a closed shop of a version; beside its folder lies what its tables hold, for `missing_rows`."""
    model = folder.with_name("model")
    said = shop_with_cases(model)
    desk = opened(model)
    folder.mkdir(parents=True, mode=0o700)
    key = new_key()
    write_key(folder, key)
    database = CipherDatabase(folder / "shop.db", key, create=True)
    held = {}
    try:
        bring_up(database.own_connection(), MIGRATIONS[:version])
        database.run("PRAGMA foreign_keys = OFF")  # rows come in table by table, whatever they belong to
        for table in _tables(database):
            held[table] = _filled(database, table, desk.storage._file)
        _make_found(database)
    finally:
        database.close_everywhere()
        desk.close()
        shutil.rmtree(model)
    (folder.parent / MARK).write_text(json.dumps(held), "utf-8")
    return said


def missing_rows(desk, folder):
    """Return which values of the old shop its records of now do not hold."""
    held = json.loads((folder.parent / MARK).read_text("utf-8"))
    found = []
    for table, (columns, rows) in held.items():
        there = {row[1] for row in desk.storage._file.rows(f"PRAGMA table_info({table})")}
        names = [name for name in columns if name in there]
        now = _plain_rows(desk.storage._file.rows(f"SELECT {_listed(names)} FROM {table}"))
        places = [columns.index(name) for name in names]
        then = [[row[place] for place in places] for row in rows]
        if sorted(map(str, now)) != sorted(map(str, then)):
            found.append(f"the table {table} holds something else than before")
    return found


def _tables(database):
    rows = database.run("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [name for (name,) in rows if "_words" not in name]


def _filled(database, table, model):
    """Put the model's rows into a table of the old file, and return its columns and rows."""
    columns = [row[1] for row in database.run(f"PRAGMA table_info({table})").fetchall()]
    today = {row[1] for row in model.rows(f"PRAGMA table_info({table})")}
    common = [name for name in columns if name in today]
    more = [name for name in columns if name in _LATER and name not in today]
    marks = ", ".join("?" * len(common + more))
    rows = model.rows(f"SELECT {_listed(common)} FROM {table}")
    for row in rows:
        values = (*row, *(_LATER[name] for name in more))
        database.run(f"INSERT INTO {table} ({_listed(common + more)}) VALUES ({marks})", values)
    return common, _plain_rows(rows)


def _make_found(database):
    """Let the old shop find its cases and customers."""

    def rows(question, values=()):
        return database.run(question, values).fetchall()

    for (case_id,) in rows("SELECT id FROM recovery_case"):
        place, found = case_words(rows, case_id)
        database.run("INSERT INTO case_words (rowid, words) VALUES (?, ?)", (place, " ".join(found)))
    for place, name, phone in rows("SELECT place, name, phone FROM customer"):
        found = " ".join([*words(name), *phone_words(phone)])
        database.run("INSERT INTO customer_words (rowid, words) VALUES (?, ?)", (place, found))


def _listed(names):
    return ", ".join(f'"{name}"' for name in names)


def _plain_rows(rows):
    return [[value.hex() if isinstance(value, bytes) else value for value in row] for row in rows]
