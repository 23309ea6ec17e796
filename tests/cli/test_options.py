"""What can be typed: options before and after every command, and help for each."""

from pathlib import Path

import pytest

from desktop_cs.cli.options import parser
from desktop_cs.start_words import COMMANDS

EACH = [
    ("case", "add", "a.toml"),
    ("case", "list"),
    ("case", "show", "1"),
    ("case", "keys"),
    ("due",),
    ("check",),
    ("letter", "1", "-o", "x.pdf"),
    ("summary", "2026-11", "-o", "x.pdf"),
    ("demo",),
    ("import", "cases", "x.csv"),
]


@pytest.mark.parametrize("words", EACH, ids=" ".join)
def test_the_shared_options_may_stand_before_and_after_a_command(words):
    shared = ["--data", "shop", "--at", "2026-11-02", "--language", "en"]
    for typed in ([*shared, *words], [*words, *shared]):
        options = parser().parse_args(typed)
        assert (options.data, options.at, options.language) == (Path("shop"), "2026-11-02", "en")


def test_what_stands_after_the_command_counts_more():
    options = parser().parse_args(["--data", "first", "due", "--data", "second"])
    assert options.data == Path("second")


def test_every_command_that_opens_no_window_is_known_to_the_start():
    assert {words[0] for words in EACH} == set(COMMANDS)


@pytest.mark.parametrize(
    "words", [*EACH, ("case",), ("import",), ()], ids=lambda words: " ".join(words) or "all"
)
def test_every_command_explains_itself(words, capsys):
    names = [word for word in words if word.isalpha()]
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([*names, "--help"])
    assert ended.value.code == 0
    assert "usage: desktop-cs" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [("due", "--jsn"), ("letter", "one", "-o", "x"), ("demo", "--cases", "many")]
)
def test_wrong_use_ends_with_code_two(words):
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(words)
    assert ended.value.code == 2
