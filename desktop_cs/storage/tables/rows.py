"""From a value of the domain to a row of its table and back: one mapping for every table."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import peewee

from desktop_cs.storage.tables.fields import stored_moment

RowValues = tuple[Any, ...]
_NUMBER_BITS = 24  # of a place; leaves 39 bits for seconds, enough until the year 9999


def place_of(opened_at: datetime, number: int) -> int:
    """Return where a case stands in every list: by the second it was opened, then by its number.

    One whole number sorts a list, marks the end of a page, and is the case's row in the search index, which
    so gives its finds newest first without sorting them.
    """
    return (stored_moment(opened_at) // 1_000_000 << _NUMBER_BITS) + number % (1 << _NUMBER_BITS)


@cache
def fields_of(table: type[peewee.Model]) -> tuple[peewee.Field, ...]:
    """Return the columns of a table, in the order of its rows."""
    return tuple(table._meta.sorted_fields)  # noqa: SLF001 (peewee's documented door to a table's columns)


@cache
def names_of(table: type[peewee.Model]) -> tuple[str, ...]:
    """Return the names of the columns, in the order of its rows."""
    return tuple(field.name for field in fields_of(table))


def column_of(table: type[peewee.Model], name: str) -> peewee.Field:
    """Return one column of a table."""
    column: peewee.Field = getattr(table, name)
    return column


def row_of(table: type[peewee.Model], value: object, extra: Mapping[str, object]) -> RowValues:
    """Return a value as a row of its table.

    Args:
        table: The table.
        value: A domain value whose fields are named as the columns.
        extra: What the value does not know, by column (the shop, a place in the list).
    """
    return tuple(
        store(extra[name] if name in extra else getattr(value, name)) for name, store in _writers(table)
    )


@cache
def _writers(table: type[peewee.Model]) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.db_value) for field in fields_of(table))


@cache
def _readers(table: type[peewee.Model], left_out: frozenset[str]) -> tuple[tuple[int, str, Any], ...]:
    return tuple(
        (place, field.name, field.python_value)
        for place, field in enumerate(fields_of(table))
        if field.name not in left_out
    )


def values_of(table: type[peewee.Model], row: Sequence[Any], left_out: frozenset[str]) -> dict[str, Any]:
    """Return the fields of the value that a row holds, by name, without the columns it does not know."""
    return {name: read(row[place]) for place, name, read in _readers(table, left_out)}
