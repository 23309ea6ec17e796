"""What must not stand in any file that goes to other people."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Put together from pieces, so that this file does not find itself.
OF_ONE_MACHINE = [
    r"(?<![\w.\-])/(?:{})/".format(
        "|".join(["work", "root", "tmp", "home/\\w+", "Users/\\w+", "opt", "mnt"])
    ),
    r"[A-Z]:\\+Users\\",
    "file:" + "//+",
    r"\b(?:{})\b".format(
        "|".join(["py" + r"pi\.org", "python" + "hosted", "127" + r"\.0\.0\.1", "local" + "host:"])
    ),
    "--(?:{})".format("|".join(["index" + "-url", "extra-index", "find" + "-links", "trusted" + "-host"])),
]
FOR_LATER = r"(?:#|<!--|/[*]).*\b(?:{})\b".format(
    "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"])
)
SILENCED = re.compile(r"#\s*(?:no" + r"qa|type:\s*ignore|pragma:\s*no cover)(?P<rest>.*)")
CODES = re.compile(r":\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*|\[[\w\-, ]+\]")
SECOND = re.compile("no" + r"qa:\s*[A-Z]+\d+")
WORD_LOOKUPS = {"_", "N_", "ngettext"}


def lines_with(texts, pattern, suffixes=()):
    """Return "file:line: what" for each hit of a pattern."""
    return [
        f"{name}:{number}: {hit.group()}"
        for name, text in texts.items()
        if name.endswith(tuple(suffixes)) or not suffixes
        for number, line in enumerate(text.splitlines(), 1)
        if (hit := re.search(pattern, line))
    ]


def unreasoned(text):
    """Return the silenced checks of a text that name no check or give no reason on their line."""
    found = []
    for silenced in SILENCED.finditer(text):
        rest, named = CODES.subn("", silenced["rest"], count=1)
        reason = re.search(r"[^\W\d_]{3,}", SECOND.sub("", rest))
        if not reason or not (named or "pragma" in silenced.group()):
            found.append(silenced.group())
    return found


def words_put_together(source):
    """Return the lines that look up a text which is only put together at that moment."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    lookups = [node for node in calls if getattr(node.func, "id", "") in WORD_LOOKUPS]
    return [
        node.lineno for node in lookups if any(isinstance(a, ast.JoinedStr | ast.BinOp) for a in node.args)
    ]


@pytest.mark.parametrize("pattern", OF_ONE_MACHINE)
def test_no_file_names_a_place_on_one_machine_or_the_host_of_a_registry(texts, pattern):
    assert lines_with(texts, pattern) == []


def test_what_is_left_for_later_stands_in_an_issue_and_not_in_a_file(texts):
    assert lines_with(texts, FOR_LATER, (".py", ".toml", ".md", ".qss", ".yaml", "run")) == []


def test_every_silenced_check_is_named_and_gives_its_reason(texts):
    found = {name: unreasoned(text) for name, text in texts.items() if name.endswith(".py")}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_texts_are_looked_up_whole_and_filled_afterwards(texts):
    sources = {
        name: text for name, text in texts.items() if name.startswith("desktop_cs/") and name.endswith(".py")
    }
    found = {name: words_put_together(text) for name, text in sources.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_the_rules_see_what_they_forbid():
    silencer = "# no" + "qa"
    assert unreasoned(f"x  {silencer}") == [silencer]
    assert unreasoned(f"x  {silencer}: E501") == [f"{silencer}: E501"]
    assert unreasoned(f"x  # type: {'ignore'}[override]  {silencer}: N802") != []
    assert unreasoned(f"x  {silencer}: E501 (a table reads better in one line)") == []
    assert unreasoned("x  # type: " + "ignore[attr-defined]  # the stubs lack it") == []
    assert words_put_together("_(f'a {b}')\n_('a {b}').format(b=b)\nngettext('a' + b, 'c', 2)") == [1, 3]
    assert lines_with({"a.md": "see /" + "work/main"}, OF_ONE_MACHINE[0]) == ["a.md:1: /" + "work/"]
    assert lines_with({"a.py": "# TO" + "DO later"}, FOR_LATER) == ["a.py:1: # TO" + "DO"]
