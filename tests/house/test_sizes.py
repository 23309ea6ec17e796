"""Everything stays small enough to be read in one go (the hard limits of the house)."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted([*(ROOT / "desktop_cs").rglob("*.py"), *(ROOT / "packaging").glob("*.py")])
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

LINES_IN_A_MODULE = 400
LINES_IN_A_FUNCTION = 50
METHODS_IN_A_CLASS = 20


def too_big(source):
    """Return what exceeds the limits in the text of a module, as (name, size)."""
    found = [("module", source.count("\n"))] if source.count("\n") > LINES_IN_A_MODULE else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, FUNCTIONS):
            lines = node.end_lineno - node.lineno + 1
            found += [(node.name, lines)] if lines > LINES_IN_A_FUNCTION else []
        elif isinstance(node, ast.ClassDef):
            methods = sum(isinstance(child, FUNCTIONS) for child in node.body)
            found += [(node.name, methods)] if methods > METHODS_IN_A_CLASS else []
    return found


def test_files_functions_and_classes_stay_small():
    found = {path.relative_to(ROOT): too_big(path.read_text(encoding="utf-8")) for path in MODULES}
    assert {path: names for path, names in found.items() if names} == {}
    assert found, "no module was looked at"


def test_the_measure_sees_what_is_too_big():
    long_function = "def longish():\n" + "    pass\n" * LINES_IN_A_FUNCTION
    wide_class = "class Wide:\n" + "".join(
        f"    def m{n}(self): ...\n" for n in range(METHODS_IN_A_CLASS + 1)
    )
    assert too_big(long_function) == [("longish", LINES_IN_A_FUNCTION + 1)]
    assert too_big(wide_class) == [("Wide", METHODS_IN_A_CLASS + 1)]
    assert too_big("\n" * (LINES_IN_A_MODULE + 1)) == [("module", LINES_IN_A_MODULE + 1)]
