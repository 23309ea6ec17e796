"""The lock holds all that the project asks for, pinned, for every Python and system."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def locked():
    """Return every requirement in the lock, with the number of its hashes."""
    entries = re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text(encoding="utf-8").strip())
    return [(Requirement(entry.split("\\", 1)[0]), entry.count("--hash=sha256:")) for entry in entries]


@pytest.fixture(scope="module")
def asked_for():
    """Return what pyproject.toml asks for, the tools too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [
        Requirement(line) for line in project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    ]


def test_every_entry_is_one_version_with_its_hashes(locked):
    assert [
        str(entry)
        for entry, hashes in locked
        if not hashes or not re.fullmatch(r"==[\w.]+", str(entry.specifier))
    ] == []


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_the_lock_answers_all_that_is_asked_for(locked, asked_for, python, system):
    here = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system}
    pinned = {
        canonicalize_name(entry.name): str(entry.specifier).removeprefix("==")
        for entry, _hashes in locked
        if entry.marker is None or entry.marker.evaluate(here)
    }
    wanted = [request for request in asked_for if request.marker is None or request.marker.evaluate(here)]
    assert [
        str(request)
        for request in wanted
        if not request.specifier.contains(pinned[canonicalize_name(request.name)])
    ] == []


@pytest.mark.parametrize(("python", "series"), [("3.11", "6.11."), ("3.12", "6.12."), ("3.13", "6.12.")])
def test_qt_stays_below_the_version_that_breaks_the_oldest_python(locked, python, series):
    here = {"python_version": python, "python_full_version": f"{python}.0"}
    qt = [
        entry
        for entry, _hashes in locked
        if entry.name == "pyside6-essentials" and entry.marker.evaluate(here)
    ]
    assert [str(entry.specifier).removeprefix("==").startswith(series) for entry in qt] == [True]
