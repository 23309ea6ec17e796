"""The text of the small file beside the records: who may open them, and their key.

Without a pass phrase the key stands in it as it is. With one, each slot (pass phrase, recovery sheet,
keychain of the system) wraps the same master key, and the master key wraps the key of the records; so a slot
can be changed without touching the records, and a backup with another key carries the same slots.

A check sum says whether the file is whole before any secret is asked for: so a damaged file and a wrong
pass phrase are told apart. A MAC under the key says that nobody changed it who could not open it.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.keys.wrapping import (
    KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    Cost,
    Wrapped,
    random_key,
    unwrap,
    wrap,
)

FORMAT = 2
PHRASE, SHEET, KEYCHAIN = "phrase", "sheet", "keychain"
KEY_DIGITS = (
    96  # 64 of the key, 32 of the salt: with the salt kept here, no single sector of the file is vital
)
_SALT_DIGITS = 32
_LARGEST_BYTES = 2**16
_MOST = 8  # slots, and keys; there are never more than three and two
_TAG_BYTES = 16
_MAC_WORDS = b"desktop-cs key file"


class NotWholeError(Exception):
    """This copy of the file cannot be used."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the master key: what kind of secret opens it, since when, and the wrapped master key."""

    kind: str
    made_at: str
    salt: bytes
    wrapped: Wrapped
    cost: Cost | None = None

    @property
    def bound(self) -> bytes:
        """Return what the wrap is bound to: all of the slot but the wrap itself."""
        return bound_text(self.kind, self.made_at, self.salt, self.cost)


@dataclass(frozen=True, slots=True, repr=False)
class SlotFile:
    """One copy of the file, whole.

    Args:
        revision: Counts how often it was written; of two copies the later one says how things are.
        marks: The public halves of the keys, by which the records they belong to are known.
        slots: What opens it; none where the key stands in it as it is.
        keys: The keys in the open, the newest first; none where they are sealed.
        sealed: The same under the master key, or None.
        mac: The MAC as read; checked by whoever opens it.
        content: All of the file that the MAC covers.
    """

    revision: int
    marks: tuple[str, ...]
    slots: tuple[Slot, ...]
    keys: tuple[str, ...]
    sealed: Wrapped | None
    mac: str
    content: Mapping[str, Any]

    @property
    def is_open(self) -> bool:
        """Return whether the key stands in it as it is."""
        return self.sealed is None

    def slot(self, kind: str) -> Slot | None:
        """Return the slot of this kind, or None."""
        return next((one for one in self.slots if one.kind == kind), None)

    def unsealed(self, master: bytes) -> tuple[str, ...] | None:
        """Return the keys that the master key gives; None where it is another's or the file was changed."""
        if self.sealed is None:
            return self.keys
        text = unwrap(master, self.sealed, _bound_marks(self.marks))
        keys = tuple(text.decode("ascii").split()) if text else ()
        return keys if keys and _same(self.mac, _mac(self.content, keys[0])) else None


def bound_text(kind: str, made_at: str, salt: bytes, cost: Cost | None) -> bytes:
    """Return what the wrap of a slot is bound to."""
    price = [cost.passes, cost.memory_kib, cost.lanes] if cost else []
    return _canonical([kind, made_at, salt.hex(), *price]).encode()


def open_text(keys: tuple[str, ...], revision: int) -> str:
    """Return the text of a file in which the keys stand as they are."""
    return _finished({**_head(keys, revision), "slots": [{"kind": "open", "keys": list(keys)}]}, keys[0])


def locked_text(keys: tuple[str, ...], revision: int, slots: tuple[Slot, ...], master: bytes) -> str:
    """Return the text of a file that only its slots open."""
    head = _head(keys, revision)
    sealed = wrap(master, " ".join(keys).encode("ascii"), _bound_marks(tuple(head["marks"])))
    content = {**head, "slots": [_slot_table(one) for one in slots], "sealed": _wrap_table(sealed)}
    return _finished(content, keys[0])


def mark_of_key(key: str) -> str:
    """Return the public half of a key, by which the records it belongs to are known."""
    return key[-_SALT_DIGITS:]


def new_master() -> bytes:
    """Return a new master key."""
    return random_key()


def slot_file(text: bytes) -> SlotFile:
    """Return what a copy says.

    Raises:
        NotWholeError: It is damaged, or none of ours.
        ShopError: It was made by a newer program.
    """
    try:
        content = _table(text)
        if content["format"] == 1:
            return _first_format(content, _mac_in(content))
        total = content.pop("sum")  # every later format will have it, over all the rest
        if not _same(total, _sum(content)):
            raise NotWholeError
        if content["format"] != FORMAT:
            raise ShopError(_newer())
        return _second_format(content, _mac_in(content))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise NotWholeError from error


def _table(text: bytes) -> dict[str, Any]:
    content = json.loads(text) if len(text) <= _LARGEST_BYTES else None
    if not isinstance(content, dict):
        raise NotWholeError
    return content


def _mac_in(content: dict[str, Any]) -> str:
    """Return the MAC, taken out of what it covers."""
    mac = content.pop("mac")
    if not isinstance(mac, str):
        raise NotWholeError
    return mac


def _first_format(content: Mapping[str, Any], mac: str) -> SlotFile:
    """Return what a copy of the first format says, which only knew keys in the open."""
    key = _checked_key(content["slots"][0]["key"])
    text = _canonical(content)
    if not _same(mac, hmac.new(bytes.fromhex(key), text.encode(), "sha256").hexdigest()):
        raise NotWholeError
    return SlotFile(0, _marks((key,)), (), (key,), None, mac, content)


def _second_format(content: dict[str, Any], mac: str) -> SlotFile:
    slots, revision, marks = content["slots"], content["revision"], tuple(map(str, content["marks"]))
    if not isinstance(slots, list) or not 1 <= len(slots) <= _MOST or not isinstance(revision, int):
        raise NotWholeError
    if "sealed" in content:
        sealed = _read_wrap(content["sealed"])
        return SlotFile(revision, marks, tuple(map(_read_slot, slots)), (), sealed, mac, content)
    keys = tuple(_checked_key(key) for key in slots[0]["keys"][:_MOST])
    if not keys or not _same(mac, _mac(content, keys[0])):
        raise NotWholeError
    return SlotFile(revision, marks, (), keys, None, mac, content)


def _read_slot(table: Mapping[str, Any]) -> Slot:
    salt = _bytes(table["salt"], SALT_BYTES)
    wrapped = _read_wrap(table)
    if len(wrapped.sealed) != KEY_BYTES + _TAG_BYTES:
        raise NotWholeError
    cost = _read_cost(table["cost"]) if table["kind"] == PHRASE else None
    return Slot(str(table["kind"]), str(table["made_at"]), salt, wrapped, cost)


def _read_cost(numbers: list[int]) -> Cost:
    passes, memory_kib, lanes = numbers
    if not all(isinstance(number, int) for number in numbers):
        raise NotWholeError
    cost = Cost(passes, memory_kib, lanes)
    if not cost.is_bearable:
        raise NotWholeError
    return cost


def _slot_table(slot: Slot) -> dict[str, Any]:
    table = {"kind": slot.kind, "made_at": slot.made_at, "salt": slot.salt.hex(), **_wrap_table(slot.wrapped)}
    if slot.cost is not None:
        table["cost"] = [slot.cost.passes, slot.cost.memory_kib, slot.cost.lanes]
    return table


def _wrap_table(wrapped: Wrapped) -> dict[str, Any]:
    return {"nonce": wrapped.nonce.hex(), "wrapped": wrapped.sealed.hex()}


def _read_wrap(table: Mapping[str, Any]) -> Wrapped:
    return Wrapped(_bytes(table["nonce"], NONCE_BYTES), bytes.fromhex(table["wrapped"]))


def _bytes(text: str, size: int) -> bytes:
    found = bytes.fromhex(text)
    if len(found) != size:
        raise NotWholeError
    return found


def _checked_key(key: object) -> str:
    if not isinstance(key, str) or len(key) != KEY_DIGITS or set(key) - set("0123456789abcdef"):
        raise NotWholeError
    return key


def _head(keys: tuple[str, ...], revision: int) -> dict[str, Any]:
    return {"format": FORMAT, "revision": revision, "marks": list(_marks(keys))}


def _marks(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(mark_of_key, keys))


def _bound_marks(marks: tuple[str, ...]) -> bytes:
    return _canonical(["keys", *marks]).encode()


def _finished(content: dict[str, Any], key: str) -> str:
    with_mac = {**content, "mac": _mac(content, key)}
    return json.dumps({**with_mac, "sum": _sum(with_mac)}, indent=1) + "\n"


def _mac(content: Mapping[str, Any], key: str) -> str:
    own_key = hmac.digest(bytes.fromhex(key), _MAC_WORDS, "sha256")
    return hmac.new(own_key, _canonical(content).encode(), "sha256").hexdigest()


def _sum(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def _canonical(content: object) -> str:
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode())


def _newer() -> str:
    return _(
        "The key to these records was made by a newer version of this program. "
        "Nothing was changed. Install the newest version and start it again."
    )
