"""Help in the language of the program, whatever argparse says by itself."""

import pytest

from desktop_cs.cli.help_words import typed_language

WORDS_OF_ARGPARSE = ("usage:", "positional arguments", "options:", "show this help")


@pytest.mark.parametrize("words", [(), ("case",), ("case", "list"), ("restore",)], ids=" ".join)
def test_every_word_of_help_can_be_translated(words, command, pseudo_language):
    out = command(*words, "--help").out
    assert [word for word in WORDS_OF_ARGPARSE if word in out] == []


def test_help_is_there_for_each_command_in_the_language_that_was_typed(command):
    assert "列出个案，最新的在前" in command("--language", "zh_CN", "case", "--help").out
    assert "list cases, newest first" in command("case", "--help").out


def test_options_and_arguments_stand_in_one_group_each(command):
    out = command("restore", "--help").out
    assert (out.count("options:"), out.count("positional arguments:")) == (1, 1)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ((), "en"),
        (("due", "--language", "zh-Hans"), "zh_CN"),
        (("--language=zh_CN", "due"), "zh_CN"),
        (("due", "--language"), "en"),
        (("due", "--language", "xx"), "en"),
    ],
)
def test_the_language_is_known_before_anything_else_is_read(words, language):
    assert typed_language(words) == language
