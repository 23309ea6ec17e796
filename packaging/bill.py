"""Write what the program is made of: a bill of materials (CycloneDX 1.6) and a table of licences.

`python packaging/bill.py [--check]`, in an environment that `test.py` set up.  Both files come from
requirements.lock, from what the installed packages say of themselves, and from `licences.toml` for those that
say it in words.  Nothing of the day or the machine is in them: the same lock gives the same bytes.
"""

import json
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
BILL, TABLE = ROOT / "docs" / "bill_of_materials.cdx.json", ROOT / "docs" / "libraries.md"
_TABLE_HEAD = """# Libraries

Installed from `requirements.lock`, each file pinned by its hash, under the licences of their makers. Written
by `packaging/bill.py`; the same as a bill of materials (CycloneDX 1.6) is `bill_of_materials.cdx.json`. What
the program carries itself stands in `THIRD_PARTY.md`.

| library | version | licence | for |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Library:
    """One locked version of a library; `shipped` when the program itself needs it, not only its makers."""

    name: str
    version: str
    licence: str
    shipped: bool


def libraries() -> list[Library]:
    """Return all locked libraries, those that the program needs marked.

    Raises:
        SystemExit: A licence is not known.
    """
    shipped = _needed(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"])
    return [
        Library(name, version, _licence(name), name in shipped)
        for name, version in _locked((ROOT / "requirements.lock").read_text("utf-8"))
    ]


def bill(found: Iterable[Library]) -> str:
    """Return the bill of materials as CycloneDX JSON; what only makers need is marked as excluded."""
    licences = LicenseFactory()
    parts = {
        one: Component(
            name=one.name,
            version=one.version,
            type=ComponentType.LIBRARY,
            bom_ref=f"{one.name}@{one.version}",
            scope=ComponentScope.REQUIRED if one.shipped else ComponentScope.EXCLUDED,
            licenses=[licences.make_from_string(one.licence)],
            purl=PackageURL("pypi", name=one.name, version=one.version),
        )
        for one in found
    }
    program = Component(
        name="desktop-cs", type=ComponentType.APPLICATION, bom_ref="desktop-cs", version=_our_version()
    )
    bom = Bom(components=parts.values())
    bom.metadata.component = program
    bom.register_dependency(program, [part for one, part in parts.items() if one.shipped])
    for one, part in parts.items():
        needed = _requirements(one.name)
        bom.register_dependency(part, [other for two, other in parts.items() if two.name in needed])
    return _without_day(JsonV1Dot6(bom).output_as_string())


def table(found: Iterable[Library]) -> str:
    """Return the table of licences, what the program needs first."""
    rows = sorted(found, key=lambda one: (not one.shipped, one.name, one.version))
    return _TABLE_HEAD + "".join(
        f"| {one.name} | {one.version} | {one.licence} | {'the program' if one.shipped else 'making it'} |\n"
        for one in rows
    )


def _locked(lock: str) -> list[tuple[str, str]]:
    entries = [line.split("\\")[0].split(";")[0].strip() for line in lock.splitlines() if "==" in line[:80]]
    return [(canonicalize_name(name), version) for name, version in (one.split("==") for one in entries)]


def _needed(asked: Iterable[str]) -> set[str]:
    """Return the names of all that these requirements need, and what that needs."""
    found: set[str] = set()
    open_ends: list[str] = [canonicalize_name(Requirement(line).name) for line in asked]
    while open_ends:
        name = open_ends.pop()
        if name not in found:
            found.add(name)
            open_ends += _requirements(name)
    return found


def _requirements(name: str) -> set[str]:
    """Return the names of what a library needs by itself, on any system; none where it is not installed."""
    try:
        asked = [Requirement(line) for line in metadata.distribution(name).requires or ()]
    except metadata.PackageNotFoundError:  # locked for another system
        return set()
    return {canonicalize_name(one.name) for one in asked if "extra" not in str(one.marker)}


@cache
def _told_licences() -> dict[str, str]:
    return tomllib.loads((ROOT / "packaging" / "licences.toml").read_text("utf-8"))


def _licence(name: str) -> str:
    told = _told_licences().get(name)
    if told is None:
        told = str(metadata.metadata(name).json.get("license_expression") or "")
    if not told:
        raise SystemExit(f"The licence of {name} is not known: put it into packaging/licences.toml")
    return told


def _our_version() -> str:
    words = (ROOT / "desktop_cs" / "__init__.py").read_text("utf-8")
    return words.split('__version__ = "')[1].split('"')[0]


def _without_day(text: str) -> str:
    """Return the bill without its moment and random number: the same lock gives the same bytes."""
    told = json.loads(text)
    del told["serialNumber"], told["metadata"]["timestamp"]
    return json.dumps(told, indent=1, sort_keys=True)


def main(arguments: list[str]) -> int:
    """Write both files, or with --check say whether they are as they would be written."""
    found = libraries()
    wanted = {BILL: bill(found) + "\n", TABLE: table(found)}
    if "--check" in arguments:
        stale = [path for path, text in wanted.items() if path.read_text("utf-8") != text]
        for path in stale:
            print(f"{path.name} is not what the lock says; run packaging/bill.py")
        return 1 if stale else 0
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
