"""What was written, as a salted hash: enough to tell later whether a row is still as it was written last.

Only the hash goes into the trail. The salt belongs to the case or the person; once it is forgotten, nobody
can try texts against the hash any more, so that a person can be erased (safety.md, decision 10).
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache

import peewee

from desktop_cs.storage.tables.records import CaseRow, CustomerRow, EntryRow
from desktop_cs.storage.tables.rows import RowValues, names_of

# A digest names only columns that hold something, so that a column which a later version adds, empty, does
# not change it. These are left out always: keys that an overwritten row keeps, and what nobody writes down.
_EMPTY = frozenset({None, "", 0})
_LEFT_OUT: Mapping[type[peewee.Model], frozenset[str]] = {
    EntryRow: frozenset({"id"}),
    CustomerRow: frozenset({"seen_at", "place"}),
    CaseRow: frozenset({"place"}),
}


def proven(table: type[peewee.Model], row: RowValues) -> dict[str, object]:
    """Return the columns of a row, as it is stored, that its digest covers."""
    return {name: row[place] for name, place in _covered(table) if row[place] not in _EMPTY}


@cache
def _covered(table: type[peewee.Model]) -> tuple[tuple[str, int], ...]:
    left_out = _LEFT_OUT.get(table, frozenset())
    return tuple((name, place) for place, name in enumerate(names_of(table)) if name not in left_out)


def digest_of(salt: bytes, written: Mapping[str, object]) -> bytes:
    """Return the salted hash of what was written, by column."""
    text = _SPELLED.encode(written)
    try:
        spelled = text.encode()
    except UnicodeEncodeError:  # halves of signs, which are stored as U+FFFD (see `shop_file`)
        spelled = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    return hashlib.sha256(salt + spelled).digest()


def _hex(value: object) -> list[str]:
    if not isinstance(value, bytes):
        raise TypeError(type(value).__name__)
    return [value.hex()]


_SPELLED = json.JSONEncoder(default=_hex, separators=(",", ":"), ensure_ascii=False, sort_keys=True)
