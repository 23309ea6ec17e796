"""The tests: sentences, each beside what it tests."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
MODULES = sorted(TESTS.rglob("test_*.py"))
ABOUT_THE_WHOLE = {"house", "journeys", "faults", "benchmarks", "packaging"}  # mirror no single module
MIRRORING = [path for path in MODULES if path.relative_to(TESTS).parts[0] not in ABOUT_THE_WHOLE]


def mirrored(test_module):
    """Return the module that a test module tests, by its place and name."""
    place = test_module.relative_to(TESTS)
    return ROOT / "desktop_cs" / place.with_name(place.name.removeprefix("test_"))


def names_in(path):
    """Return the names of the tests in a module."""
    functions = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    return [node.name for node in functions if node.name.startswith("test_")]


def test_what_a_test_module_tests_is_found_by_its_name():
    modules = [mirrored(path) for path in MIRRORING]
    missing = [one for one in modules if not one.is_file() and not one.with_suffix("").is_dir()]
    assert [one.relative_to(ROOT) for one in missing] == []
    assert modules, "no test module was looked at"


def test_the_name_of_every_test_is_a_sentence():
    names = {path.relative_to(TESTS): names_in(path) for path in MODULES}
    assert [path for path, found in names.items() if not found] == [], "test modules without tests"
    assert [name for found in names.values() for name in found if name.count("_") < 3] == []
