"""The key of the database file, kept in a small file beside it, twice.

The one kind of slot so far is open: it holds the key as it is. That makes every flipped bit of the records
noticed, and protects against nobody who has the folder (safety.md, decision 3). Each copy carries its own
check sum (an HMAC).
"""

import hmac
import json
import os
from contextlib import suppress
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _

KEY_FILES = ("shop.key", "shop.key.2")
_FORMAT = 1
_KEY_DIGITS = (
    96  # 64 of the key, 32 of the salt: with the salt kept here, no single sector of the file is vital
)


class _NotWholeError(Exception):
    """This copy cannot be used."""


def new_key() -> str:
    """Return a new random key of 96 hexadecimal digits."""
    return os.urandom(_KEY_DIGITS // 2).hex()


def has_key(folder: Path) -> bool:
    """Return whether there is any copy of a key in the folder."""
    return any((folder / name).exists() for name in KEY_FILES)


def write_key(folder: Path, key: str) -> None:
    """Write both copies of the key, each safely on the disk before the next.

    Raises:
        OSError: The folder cannot be written to.
    """
    for name in KEY_FILES:
        _write(folder / name, _slot_file(key))


def read_keys(folder: Path) -> list[str]:
    """Return the key, or both where the copies differ; a damaged copy is mended from the other.

    Raises:
        ShopError: No copy is whole, or they were made by a newer program.
    """
    found: dict[str, str] = {}
    for name in KEY_FILES:
        with suppress(_NotWholeError):
            found[name] = _read(folder / name)
    if not found:
        raise ShopError(
            _(
                "The key to the shop's records (shop.key and shop.key.2) is missing or damaged, both copies. "
                "The records themselves are untouched, but cannot be read without it. "
                "Take shop.key from the newest folder in “copies” or from a stick, and start again."
            )
        )
    keys = list(dict.fromkeys(found.values()))
    for name in KEY_FILES:
        if name not in found:
            with suppress(OSError):  # the good copy serves; the next start tries again
                _write(folder / name, _slot_file(keys[0]))
    return keys


def copy_keys(from_folder: Path, into: Path) -> None:
    """Copy the slots of a folder into another as they are, whole copies only.

    Raises:
        ShopError: No copy in the folder is whole.
        OSError: The other folder cannot be written to.
    """
    read_keys(from_folder)  # mends a damaged copy, or refuses
    for name in KEY_FILES:
        _write(into / name, (from_folder / name).read_text("utf-8"))


def damaged_copies(folder: Path) -> list[str]:
    """Return the names of the copies that are missing or damaged."""
    damaged = []
    for name in KEY_FILES:
        try:
            _read(folder / name)
        except _NotWholeError:
            damaged.append(name)
    return damaged


def _slot_file(key: str) -> str:
    content = {"format": _FORMAT, "slots": [{"kind": "open", "key": key}]}
    return json.dumps({**content, "mac": _mac(content, key)}, indent=1) + "\n"


def _read(path: Path) -> str:
    try:
        content = json.loads(path.read_text("utf-8"))
        mac = content.pop("mac")
        if content["format"] > _FORMAT:
            raise ShopError(_newer())
        key = str(content["slots"][0]["key"])
        whole = len(key) == _KEY_DIGITS and hmac.compare_digest(str(mac), _mac(content, key))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise _NotWholeError from error
    if not whole:
        raise _NotWholeError
    return key


def _newer() -> str:
    return _(
        "The key to these records was made by a newer version of this program. "
        "Nothing was changed. Install the newest version and start it again."
    )


def _mac(content: dict[str, object], key: str) -> str:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hmac.new(bytes.fromhex(key), text.encode(), "sha256").hexdigest()


def _write(path: Path, text: str) -> None:
    """Write a file so that its name holds either the old content or the new, on the disk, never a part."""
    partial = path.with_name(f"{path.name}.partial")
    with os.fdopen(
        os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
