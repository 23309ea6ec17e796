"""The tests: sentences, each beside what it tests."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
MODULES = sorted(TESTS.rglob("test_*.py"))
ABOUT_THE_WHOLE = {"house", "journeys", "faults", "benchmarks", "packaging"}  # mirror no single module
MIRRORING = [path for path in MODULES if path.relative_to(TESTS).parts[0] not in ABOUT_THE_WHOLE]


def mirrored(test_module):
    """Return the module that a test module tests, by its place and name."""
    place = test_module.relative_to(TESTS)
    return ROOT / "desktop_cs" / place.with_name(place.name.removeprefix("test_"))


@pytest.mark.parametrize("path", MIRRORING, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_what_a_test_module_tests_is_found_by_its_name(path):
    module = mirrored(path)
    assert module.is_file() or module.with_suffix("").is_dir(), f"{module.relative_to(ROOT)} does not exist"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_the_name_of_every_test_is_a_sentence(path):
    functions = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    names = [node.name for node in functions if node.name.startswith("test_")]
    assert names, "a test module without tests"
    assert [name for name in names if name.count("_") < 3] == []
