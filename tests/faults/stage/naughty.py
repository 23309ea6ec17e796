"""Strings that make programs stumble: the shared collection, and a few of our own."""

import json
from pathlib import Path

_COLLECTION = Path(__file__).parents[4] / "shared" / "data" / "naughty_strings.json"
_OWN = (
    "",
    "\0",
    "'; DROP TABLE recovery_case; --",
    "<b>bold</b><img src='nowhere.png'>",
    "<script>alert(1)</script>",
    "{0.__class__}",
    "%s%n%d",
    "=1+1",
    "@SUM(A1)",
    "../../../etc/passwd",
    "\u202eabc\u202c",
    "\ufeff",
    "👩‍👩‍👧‍👦",
    "ﷺ" * 40,
    "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "社會科學院語學研究所",
    "covid-19",
    'a "quoted" c++',
    "x" * 10_000,
)


def naughty_strings():
    """Return them all, each once."""
    known = json.loads(_COLLECTION.read_text("utf-8")) if _COLLECTION.exists() else []
    return list(dict.fromkeys([*known, *_OWN]))
