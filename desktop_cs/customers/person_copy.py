"""A copy of all that is kept about a person, as it is printed for them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyPart:
    """One part of the copy: a heading, and what is kept, each thing with what it is called."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PersonCopy:
    """The whole copy: what it is, in sentences; then its parts."""

    title: str
    intro: tuple[str, ...]
    parts: tuple[CopyPart, ...]
