"""The catalogue of gestures that a new shop starts with, one file per language."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from desktop_cs.cases.gestures import GestureKind
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _


@dataclass(frozen=True, slots=True)
class ShippedGesture:
    """One entry as it is shipped; `is_free` where it costs the shop nothing, wherever that is."""

    name: str
    kind: GestureKind
    is_free: bool
    suits: str


def shipped_gestures(folder: Path, language: str) -> list[ShippedGesture]:
    """Return the entries in this language, the English ones where it has none.

    Args:
        folder: Where the files lie, one `<language>.toml` each.
        language: The language of the shop.

    Raises:
        ShopError: The file cannot be read; the sentence names it and what is wrong.
    """
    own = folder / f"{language}.toml"
    path = own if own.is_file() else folder / "en.toml"
    try:
        return [_entry(table) for table in tomllib.loads(path.read_text(encoding="utf-8"))["gesture"]]
    except (OSError, KeyError, TypeError, ValueError) as error:
        sentence = _("The list of gestures in {file} cannot be read. Put back the one that came with it.")
        raise ShopError(sentence.format(file=path.name), str(error)) from error


def _entry(table: dict[str, object]) -> ShippedGesture:
    """Return an entry; a wrong key or value is a KeyError, TypeError or ValueError."""
    name, cost, suits = table["name"], table["cost"], table.get("suits", [])
    if not isinstance(name, str) or not name.strip() or cost not in ("none", "low"):
        msg = f"{name!r}: name or cost"
        raise ValueError(msg)
    if not isinstance(suits, list) or not all(isinstance(one, str) for one in suits):
        msg = f"{name!r}: suits"
        raise TypeError(msg)
    return ShippedGesture(name, GestureKind(str(table["kind"])), cost == "none", ",".join(suits))
