"""Imports without PySide6 reading every source: done where its hook is, left alone where it is not."""

import importlib
import subprocess
import sys

import PySide6.QtCore  # noqa: F401 (its hook is there from then on)
import pytest

from desktop_cs.ui.quick_imports import spare_the_sources

HOOK = "shibokensupport.feature"


@pytest.fixture
def asked(monkeypatch):
    """Put a hook in place that writes down which modules' sources it was asked to read."""
    names = []
    hook = type(sys)("feature")
    hook._mod_uses_pyside = lambda module: bool(names.append(module.__name__))
    monkeypatch.setitem(sys.modules, HOOK, hook)
    return names


def test_no_source_is_read_any_more(asked):
    hook = sys.modules[HOOK]
    assert not hook._mod_uses_pyside(sys)
    spare_the_sources()
    assert hook._mod_uses_pyside(sys) is False
    assert asked == ["sys"]


def test_a_pyside_without_this_hook_is_left_as_it_is(monkeypatch):
    bare = type(sys)("feature")
    monkeypatch.setitem(sys.modules, HOOK, bare)
    before = dict(vars(bare))
    spare_the_sources()
    assert vars(bare) == before


def test_a_pyside_without_features_at_all_is_no_hindrance(monkeypatch):
    monkeypatch.delitem(sys.modules, HOOK, raising=False)
    spare_the_sources()
    assert HOOK not in sys.modules


def test_this_pyside_still_has_the_hook_that_is_worked_around():
    """Where this fails, `quick_imports` is free to go."""
    feature = importlib.import_module(HOOK)
    assert hasattr(feature, "_mod_uses_pyside")


def test_a_program_imports_from_qt_as_before(root):
    words = (
        "from desktop_cs.ui.quick_imports import spare_the_sources; spare_the_sources();"
        "from desktop_cs.ui.widgets.labels import TextLabel; print(TextLabel.__name__)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", words], cwd=root, capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout.strip() == "TextLabel"
