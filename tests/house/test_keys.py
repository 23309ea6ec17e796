"""Every key that does something stands on the sheet of keys, and nothing else does."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop_cs.ui import theme
from desktop_cs.ui.key_sheet import KEYS, KeySheet

UI = Path(__file__).parents[2] / "desktop_cs" / "ui"
KEY = re.compile(r"F\d+|(?:(?:Ctrl|Alt|Shift)\+)+\w+")
OF_FIELDS = {"Enter"}  # what fields and lists do with a plain key, without any text that names it
LOWEST_PAGE_PX = (1093 - 72, 580)  # a window at 1.25 times its size, less the narrow navigation


def keys_of(source):
    """Return the keys that a module names: texts that are keys, F"Ctrl+{number}" and Qt.Key.Key_F7."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
            found.add(node.value)
        elif isinstance(node, ast.Constant) and node.value == "Esc":
            found.add("Esc")
        elif isinstance(node, ast.JoinedStr) and len(node.values) == 2:
            first = node.values[0]
            if isinstance(first, ast.Constant) and re.fullmatch(r"(Ctrl|Alt)\+", str(first.value)):
                found.add(f"{first.value}1")
        elif isinstance(node, ast.Attribute) and re.fullmatch(r"Key_F\d+", node.attr):
            found.add(node.attr.removeprefix("Key_"))
    named = (key.replace("Return", "Enter").replace("Left", "←") for key in found)
    return {re.sub(r"\+\d$", "+1", key) for key in named}


@pytest.fixture(scope="module")
def used():
    """Return every key that the window knows."""
    modules = [path for path in UI.rglob("*.py") if path.name != "key_sheet.py"]
    found = set().union(*(keys_of(path.read_text(encoding="utf-8")) for path in modules))
    return found | {"Alt+Enter"}  # of the wording marks: pressed as an event, which no text names


@pytest.fixture(scope="module")
def listed():
    """Return the keys on the sheet; of several in a row the first."""
    return {key for keys, _words in KEYS for key in keys.split(" … ")[0].split(", ") if key != "F1 F1"}


def test_every_key_stands_on_the_sheet(used, listed):
    assert used - listed == set()


def test_the_sheet_names_no_key_that_does_nothing(used, listed):
    assert listed - used - OF_FIELDS == set()


def test_keys_are_found_however_a_module_names_them():
    source = 'QShortcut("Ctrl+Shift+N")\nf"Alt+{digit}"\nQt.Key.Key_F7\nREAD = "F6"\n"Ctrl+Return"\n"Fin"'
    assert keys_of(source) == {"Ctrl+Shift+N", "Alt+1", "F7", "F6", "Ctrl+Enter"}


def test_the_sheet_fits_the_lowest_window(qapp):
    theme.apply_theme(qapp, "light", 1.0, "en")
    body = QWidget()
    size = KeySheet(body).sizeHint()
    assert size.width() <= LOWEST_PAGE_PX[0]
    assert size.height() <= LOWEST_PAGE_PX[1]
