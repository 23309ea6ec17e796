"""The list of what was erased, outside the database: so that no older copy brings a person back.

A small file, `shop.erased`, beside the records and in each of their backups: ids and moments alone, with a
check sum. It is written before anything is erased, so that an erasing which a power cut stopped is finished
later; the records themselves hold the same ids, so that a list that was lost is made anew from them.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from desktop_cs.customers.kept_words import Erased
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.file.data_folder import ERASED_FILE, settle

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class ErasedEntry:
    """One thing that was erased.

    Args:
        what: What sort of thing.
        id: Its id.
        at: When, in UTC.
        of_id: With NAME: the customer, or the case without one, whose name it was.
        finished: Whether nothing of it is left in the files of the folder.
    """

    what: Erased
    id: UUID
    at: datetime
    of_id: UUID | None = None
    finished: bool = True


def read_erased(folder: Path) -> list[ErasedEntry]:
    """Return the list of a data folder or of a backup, in the order things were erased; [] without one.

    Raises:
        ShopError: There is one and it is damaged, or cannot be read.
    """
    path = folder / ERASED_FILE
    try:
        kept = json.loads(path.read_bytes())
        if kept["format"] != _FORMAT or kept["sum"] != _sum_of(kept["erased"]):
            raise _damaged(path, "check sum")
        return [_entry(line) for line in kept["erased"]]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged(path, type(error).__name__) from error


def write_erased(folder: Path, entries: Iterable[ErasedEntry]) -> None:
    """Write the list into a data folder or a backup, whole or not at all.

    Raises:
        ShopError: It cannot be written; the list is as it was.
    """
    lines = [_line(entry) for entry in entries]
    text = json.dumps({"format": _FORMAT, "sum": _sum_of(lines), "erased": lines}, separators=(",", ":"))
    path = folder / ERASED_FILE
    partial = path.with_name(f"{ERASED_FILE}.partial")
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        settle(folder)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        sentence = _(
            "The list of what was erased cannot be written into the folder; the disk may be full or gone. "
            "Nothing was erased by this. Make room or check the disk, then try again."
        )
        raise ShopError(sentence, type(error).__name__) from error


def united(*lists: Iterable[ErasedEntry]) -> list[ErasedEntry]:
    """Return several lists as one, each thing once, in the order things were erased.

    What is not finished in one of them stays unfinished.
    """
    found: dict[tuple[Erased, UUID, UUID | None], ErasedEntry] = {}
    for entry in (entry for entries in lists for entry in entries):
        key = (entry.what, entry.id, entry.of_id)
        known = found.get(key)
        if known is None or (known.finished and not entry.finished):
            found[key] = entry
    return sorted(found.values(), key=lambda entry: entry.at)


def _line(entry: ErasedEntry) -> list[object]:
    of_id = str(entry.of_id) if entry.of_id else ""
    return [entry.what, str(entry.id), entry.at.isoformat(), of_id, entry.finished]


def _entry(line: list[str]) -> ErasedEntry:
    what, row_id, at, of_id, finished = line
    moment = datetime.fromisoformat(at)
    if moment.tzinfo is None:
        raise ValueError(at)  # it could not be put in order with the others
    return ErasedEntry(Erased(what), UUID(row_id), moment, UUID(of_id) if of_id else None, bool(finished))


def _sum_of(lines: object) -> str:
    return sha256(json.dumps(lines, separators=(",", ":")).encode()).hexdigest()


def _damaged(path: Path, details: str) -> ShopError:
    sentence = _(
        "The list of what was erased ({file}) is damaged or cannot be read. Nothing was changed. "
        "Start the program once more with the shop's records: it makes the list anew from them."
    )
    return ShopError(sentence.format(file=path.name), details)
