"""The table of figures: kept as data, and written out in each language, plain words first."""

import json
import os
import platform
import tomllib
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from desktop_cs import __version__

WORDS = Path(__file__).with_name("words.toml")
PAGES = {"en": "safety_figures.md", "zh_CN": "zh_CN/safety_figures.md"}
_LEAST_TOLD = 0.01
KEPT = (
    "safety_figures.json"  # the rows themselves, so that a run of some experiments keeps those of the others
)


@dataclass(frozen=True, slots=True)
class Row:
    """What was found by one experiment: how often it was tried, what went wrong, what its controls found.

    `share` is how much of the full run it was.
    """

    name: str
    tried: int
    bad: int
    seconds: float
    figures: dict = field(default_factory=dict)
    controls: dict = field(default_factory=dict)
    told: list = field(default_factory=list)
    broke: bool = False
    day: str = ""
    share: float = 1.0

    @property
    def is_good(self):
        """Return whether nothing was bad, while every control found what it had to find."""
        honest = all(one["bad"] > 0 and not one["broke"] for one in self.controls.values())
        return self.tried > 0 and self.bad == 0 and honest and not self.broke


def put_rows(root, rows):
    """Write rows into the table, beside those that are kept there, and return the files written."""
    place, today = root / "resources" / "help", datetime.now(UTC).date().isoformat()
    words = tomllib.loads(WORDS.read_text("utf-8"))
    data = place / KEPT
    kept = json.loads(data.read_text("utf-8"))["rows"] if data.exists() else {}
    kept |= {row.name: _without_words(asdict(row)) | {"day": today} for row in rows}
    ordered = {name: kept[name] for name in words["row"] if name in kept}
    whole = {"machine": machine(), "rows": ordered}
    written = {place / name: page(words, whole, language) for language, name in PAGES.items()}
    written[data] = json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return list(written)


def _without_words(row):
    """Return a row without what its controls told: sentences with places of one machine in them."""
    return row | {"controls": {name: one | {"told": []} for name, one in row["controls"].items()}}


def machine():
    """Return on what the figures were measured, without anything that names a person or a place."""
    cipher = driver.connect(":memory:").execute("PRAGMA cipher_version").fetchone()
    return {
        "program": __version__,
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 1,
        "python": platform.python_version(),
        "sqlite": driver.sqlite_version,
        "sqlcipher": cipher[0] if cipher else "",
    }


def page(words, whole, language):
    """Return the table in a language, as Markdown."""
    told = {key: text[language] for key, text in words["page"].items()}
    rows = [Row(**row) for row in whole["rows"].values()]
    days = sorted(row.day for row in rows)
    seconds = sum(row.seconds + sum(one["seconds"] for one in row.controls.values()) for row in rows)
    span = days[0] if days[:1] == days[-1:] else f"{days[0]} – {days[-1]}"
    lines = [
        f"# {told['title']}",
        "",
        told["intro"],
        "",
        f"| {told['what']} | {told['often']} | {told['result']} | {told['control']} |",
        "|---|---:|---|---|",
        *(_line(words, row, language) for row in rows),
        "",
        told["controls"],
        "",
        *([told["shares"], ""] if any(row.share < 1 for row in rows) else []),
        f"## {told['how']}",
        "",
        told["machine"].format(**whole["machine"], days=span, minutes=round(seconds / 60)),
        "",
        told["again"],
        "",
        f"| {told['name']} | {told['counts']} | {told['seconds']} | {told['day']} |",
        "|---|---|---:|---|",
        *(f"| `{row.name}` | {_counts(row)} | {row.seconds:.0f} | {row.day} |" for row in rows),
        "",
        told["standards"],
    ]
    return "\n".join(lines) + "\n"


def _line(words, row, language):
    said, page_words = words["row"][row.name], words["page"]
    good = said["good"][language]
    result = good if row.bad == 0 and not row.broke else page_words["bad"][language].format(bad=row.bad)
    controls = "; ".join(
        page_words["found" if one["bad"] else "unfound"][language].format(
            what=words["control"][name][language], bad=one["bad"], tried=one["tried"]
        )
        for name, one in row.controls.items()
    )
    # A run through every call ends by itself, so that a share of its limit says nothing of how far it came.
    part = f"{row.share:.0%}" if row.share >= _LEAST_TOLD else page_words["part"][language]
    often = f"{row.tried:,}" if row.share >= 1 else f"{row.tried:,} ({part})"
    return f"| {said['what'][language]} | {often} | {result} | {controls or '–'} |"


def _counts(row):
    """Return the further figures of a row, and of its controls, in short."""
    counts = [
        f"{name} {value:,.4g}" if value < 10 else f"{name} {value:,.0f}"
        for name, value in row.figures.items()
    ]
    counts += [f"{name}: {one['bad']:,} bad of {one['tried']:,}" for name, one in row.controls.items()]
    return "; ".join(counts)
