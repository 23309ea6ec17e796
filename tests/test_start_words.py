"""What was typed tells the window from the commands."""

from pathlib import Path

import pytest
from desktop_cs.start_words import StartWords, names_command, start_words


@pytest.mark.parametrize("words", [["--data", "shop"], ["--data=shop"]])
def test_the_window_opens_on_the_data_that_was_named(words):
    assert not names_command(words)
    assert start_words(words) == StartWords(data=Path("shop"))


def test_without_a_word_the_window_opens():
    assert not names_command([])
    assert start_words([]) == StartWords()


def test_show_walks_without_a_screen():
    assert not names_command(["show", "--to", "there"])
    assert start_words(["show", "--to", "there"]) == StartWords(show=True, to=Path("there"))


@pytest.mark.parametrize("words", [["case", "list"], ["--data", "shop", "due"], ["--help"]])
def test_a_command_is_told_from_the_window(words):
    assert names_command(words)


def test_a_wrong_word_ends_with_exit_code_2(capsys):
    with pytest.raises(SystemExit) as ended:
        start_words(["shwo"])
    assert ended.value.code == 2
    assert "show" in capsys.readouterr().err
