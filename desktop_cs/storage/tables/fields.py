"""How values of the shop stand in columns; every kind works alike on SQLite and on PostgreSQL."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import peewee

from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.look import LetterLook

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def stored_moment(moment: datetime) -> int:
    """Return a moment as microseconds since 1970 in UTC.

    A whole number sorts, compares and subtracts alike in every engine, loses nothing of a `datetime`, and
    takes 8 bytes.
    """
    return (moment - _EPOCH) // _MICROSECOND


def moment_from(stored: int) -> datetime:
    """Return the moment that `stored_moment` gave, in UTC."""
    return _EPOCH + timedelta(microseconds=stored)


def stored_json(value: object) -> str:
    """Return a value as compact JSON in which people's words stay readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class IdField(peewee.UUIDField):
    """The key of a row, or of the row that it belongs to: 16 bytes, which halves the indexes against text."""

    def db_value(self, value: UUID | None) -> bytes | None:
        """Return its 16 bytes."""
        return None if value is None else value.bytes

    def python_value(self, value: bytes | None) -> UUID | None:
        """Return the key."""
        return None if value is None else UUID(bytes=value)


class MomentField(peewee.BigIntegerField):
    """A moment, see `stored_moment`."""

    def db_value(self, value: datetime | None) -> int | None:
        """Return microseconds since 1970."""
        return None if value is None else stored_moment(value)

    def python_value(self, value: int | None) -> datetime | None:
        """Return the moment in UTC."""
        return None if value is None else moment_from(value)


class WordField(peewee.TextField):
    """One word of a fixed list."""

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self._words = words

    def db_value(self, value: str) -> str:
        """Return the word itself."""
        return str(value)

    def python_value(self, value: str) -> StrEnum:
        """Return the member of the list."""
        return self._words(value)


class AnswersField(peewee.TextField):
    """Answers: field id to canonical text, as one JSON object (house.md, decision 4)."""

    def db_value(self, value: Mapping[str, str]) -> str:
        """Return compact JSON."""
        return stored_json(dict(value))

    def python_value(self, value: str) -> dict[str, str]:
        """Return the answers."""
        answers: dict[str, str] = json.loads(value)
        return answers


class PlainText(peewee.TextField):
    """Text as it is."""

    def db_value(self, value: str) -> str:
        """Return it unchanged."""
        return value

    def python_value(self, value: str) -> str:
        """Return it unchanged."""
        return value


class BlocksField(peewee.TextField):
    """The parts of a letter, as one JSON list of pairs."""

    def db_value(self, value: Iterable[Block]) -> str:
        """Return compact JSON."""
        return stored_json([[block.role, block.text] for block in value])

    def python_value(self, value: str) -> tuple[Block, ...]:
        """Return the parts."""
        return tuple(Block(Role(role), text) for role, text in json.loads(value))


class LookField(peewee.TextField):
    """How a letter is written, as one JSON object."""

    def db_value(self, value: LetterLook) -> str:
        """Return compact JSON."""
        return stored_json(asdict(value))

    def python_value(self, value: str) -> LetterLook:
        """Return the look; what an older version did not know has its default."""
        return LetterLook(**json.loads(value))


class PlainBytes(peewee.BlobField):
    """Bytes as they are, or none."""

    def db_value(self, value: bytes | None) -> bytes | None:
        """Return them unchanged."""
        return value

    def python_value(self, value: bytes | None) -> bytes | None:
        """Return them unchanged."""
        return value


class PlainNumber(peewee.BigIntegerField):
    """A whole number as it is, or none."""

    def db_value(self, value: int | None) -> int | None:
        """Return it unchanged."""
        return value

    def python_value(self, value: int | None) -> int | None:
        """Return it unchanged."""
        return value


class YesNoField(peewee.SmallIntegerField):
    """Yes or no, as 1 or 0."""

    def db_value(self, value: bool) -> int:
        """Return 1 or 0."""
        return int(value)

    def python_value(self, value: int) -> bool:
        """Return whether it is yes."""
        return bool(value)
