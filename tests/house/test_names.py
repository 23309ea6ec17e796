"""Names come from the shop, not from the drawer of words that mean nothing."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted([*(ROOT / "desktop_cs").rglob("*.py"), *(ROOT / "packaging").glob("*.py")])
EMPTY_ENDINGS = {"Manager", "Handler", "Helper", "Service", "Util", "Utils", "Data", "Info", "Base"}
EMPTY_PLACES = {"utils", "util", "misc", "common", "helpers", "helper", "core", "managers", "base", "service"}


def empty_names(source):
    """Return the names of classes that say nothing: an empty word at the end, or "Base" in front."""
    names = [node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    words = {name: re.findall(r"[A-Z][a-z]*", name) for name in names}
    return [name for name in names if {*words[name][-1:]} & EMPTY_ENDINGS or words[name][:1] == ["Base"]]


def test_classes_have_names_that_say_something():
    found = {path.relative_to(ROOT): empty_names(path.read_text(encoding="utf-8")) for path in MODULES}
    assert {path: names for path, names in found.items() if names} == {}
    assert found, "no module was looked at"


def test_modules_have_names_that_say_something():
    places = [path.relative_to(ROOT) for path in MODULES]
    assert [place for place in places if {*place.with_suffix("").parts} & EMPTY_PLACES] == []
    assert places, "no module was looked at"


def test_a_word_of_the_field_is_not_mistaken_for_an_empty_one():
    assert empty_names("class ServiceFailure: ...\nclass Database: ...") == []
    assert empty_names("class CaseManager: ...\nclass _FormData: ...\nclass BasePage: ...") == [
        "CaseManager",
        "_FormData",
        "BasePage",
    ]


def test_packaging_is_no_package():
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would shadow the library of the same name"
