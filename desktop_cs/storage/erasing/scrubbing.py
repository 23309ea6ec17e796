"""What is left of one value when its words are erased."""

import json
import re
from collections.abc import Callable, Collection
from hashlib import sha256
from typing import Any

from desktop_cs.cases.steps import SKIP_REASONS
from desktop_cs.letters.blocks import Role
from desktop_cs.storage.erasing.fates import KEPT_ANSWERS, KEPT_COSTS, Fate
from desktop_cs.storage.tables.fields import stored_json

_CHOSEN = re.compile(r"[a-z0-9_]*(?:,[a-z0-9_]+)*|-?[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:+.Z-]*)?")
_CODE_MARK = "erased:"
_NAMED_CASES = ("tied", "not_the_same")  # events whose reason is the number of another case


def code_of(source: str, reference: str) -> str:
    """Return what stands for an erased reference of another program, so that no import brings it back.

    Args:
        source: The program that it came from.
        reference: The reference there; "" gives "".
    """
    if not reference or reference.startswith(_CODE_MARK):
        return reference
    return _CODE_MARK + sha256(f"{source}\0{reference}".encode("utf-8", "replace")).hexdigest()


class Scrubber:
    """Gives what is left of the values of a row.

    Args:
        word: The neutral word that stands where a list shows something.
        catalogue: Names of gestures that the shop has in its catalogue.
    """

    def __init__(self, word: str, catalogue: Collection[str] = ()) -> None:
        self._word = word
        self._catalogue = catalogue
        self._fates: dict[Fate, Callable[[dict[str, Any], str], object]] = {
            Fate.LISTED: self._listed,
            Fate.EMPTIED: lambda _row, _column: "",
            Fate.WORD: lambda _row, _column: self._word,
            Fate.UNTIED: lambda _row, _column: None,
            Fate.ANSWERS: lambda row, column: self._answers(row[column]),
            Fate.BLOCKS: lambda _row, _column: stored_json([[Role.BODY, self._word]]),
            Fate.REASON: self._reason,
            Fate.IDEA: self._idea,
            Fate.CODE: lambda row, column: code_of(row["imported_from"], row[column]),
        }

    def left_of(self, fate: Fate, row: dict[str, Any], column: str) -> object:
        """Return what is left of the value in a column of a row."""
        scrub = self._fates.get(fate)
        return row[column] if scrub is None else scrub(row, column)

    def _listed(self, row: dict[str, Any], column: str) -> str:
        value = str(row[column])
        if column == "skip_reason":
            return value if value in ("", *SKIP_REASONS) else SKIP_REASONS[-1]
        return value if _CHOSEN.fullmatch(value) else ""

    def _reason(self, row: dict[str, Any], column: str) -> str:
        reason = str(row[column])
        return reason if row["what"] in _NAMED_CASES and reason.isdecimal() else ""

    def _idea(self, row: dict[str, Any], column: str) -> str:
        return str(row[column]) if row["state"] in ("adopted", "retired") else self._word

    def _answers(self, stored: str) -> str:
        left: dict[str, str] = {}
        for name, answer in json.loads(stored).items():
            if name in KEPT_COSTS:
                left[name] = self._costs(str(answer))
            elif name in KEPT_ANSWERS and _CHOSEN.fullmatch(str(answer)):
                left[name] = str(answer)
        return stored_json(left)

    def _costs(self, stored: str) -> str:
        """Return the lines of what was given with their costs; only names of the catalogue stay."""
        try:
            lines = [dict(line) for line in json.loads(stored)]
        except (ValueError, TypeError):
            return ""
        return stored_json([self._cost(line) for line in lines])

    def _cost(self, line: dict[str, object]) -> dict[str, str]:
        name, cost = str(line.get("gesture", "")), str(line.get("cost", ""))
        return {
            "gesture": name if name in self._catalogue else self._word,
            "cost": cost if _CHOSEN.fullmatch(cost) else "",
        }
