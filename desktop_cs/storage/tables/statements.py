"""SQL that is written once and run often.

peewee writes each statement at its first use; after that only values are handed over. Writing it anew every
time would cost more than running it.
"""

from collections.abc import Callable, Collection
from functools import cache, cached_property

import peewee

from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.tables.rows import column_of, names_of

GIVEN = peewee.SQL("?")  # a value that is handed over when the statement runs
_DIALECT = CipherDatabase(None)


def written(query: peewee.Query) -> tuple[str, list[object]]:
    """Return the SQL of a peewee query and its values."""
    sql, values = _DIALECT.get_sql_context().sql(query).query()  # type: ignore[no-untyped-call]  # peewee carries no types
    return sql, values


class Statement:
    """A query that peewee writes when it is first needed; every value in it is GIVEN.

    Args:
        query: Makes the peewee query.
    """

    def __init__(self, query: Callable[[], peewee.Query]) -> None:
        self._query = query

    @cached_property
    def sql(self) -> str:
        """The SQL text."""
        return written(self._query())[0]


@cache
def insert_sql(table: type[peewee.Model]) -> str:
    """Return the SQL that adds a whole row."""
    return written(table.insert(dict.fromkeys(_columns(table), GIVEN)))[0]


@cache
def upsert_sql(table: type[peewee.Model], unique: tuple[str, ...], kept: tuple[str, ...] = ("id",)) -> str:
    """Return the SQL that adds a row, or writes over the one with the same `unique` columns."""
    columns = _columns(table)
    changing = [column for column in columns if column.name not in (*unique, *kept)]
    target = [column for column in columns if column.name in unique]
    query = table.insert(dict.fromkeys(columns, GIVEN)).on_conflict(conflict_target=target, preserve=changing)
    return written(query)[0]


@cache
def update_sql(table: type[peewee.Model], names: tuple[str, ...]) -> str:
    """Return the SQL that changes these columns of the row with a GIVEN id, which comes last."""
    changes = {column: GIVEN for column in _columns(table) if column.name in names}
    return written(table.update(changes).where(_key(table) == GIVEN))[0]


def changed_names(
    table: type[peewee.Model], old: Collection[object], new: Collection[object]
) -> tuple[str, ...]:
    """Return the columns in which two rows of a table differ, in the order of its rows."""
    return tuple(name for name, before, now in zip(names_of(table), old, new, strict=True) if before != now)


def _key(table: type[peewee.Model]) -> peewee.Field:
    return column_of(table, "id")


def _columns(table: type[peewee.Model]) -> list[peewee.Field]:
    return [column_of(table, name) for name in names_of(table)]
