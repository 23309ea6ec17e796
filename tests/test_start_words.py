"""What is typed behind the program's name opens the window or runs a command."""

from pathlib import Path

import pytest

from desktop_cs.start_words import COMMANDS, StartWords, names_command, start_words


@pytest.mark.parametrize(
    "words",
    [[], ["--data", "shop"], ["--data=shop"], ["--data", "due"], ["show"], ["--at", "2026-11-02", "show"]],
)
def test_without_a_command_the_window_opens(words):
    assert not names_command(words)


@pytest.mark.parametrize("command", [*COMMANDS, "--help", "-h", "--version"])
def test_a_command_is_seen_before_and_after_the_options(command):
    assert names_command([command, "--data", "shop"])
    assert names_command(["--data", "shop", command])
    assert names_command(["--data=shop", "--at=2026-11-02", command])


def test_a_word_that_is_unknown_goes_to_the_command_line_that_refuses_it():
    assert names_command(["cses"])


def test_the_words_of_the_window_are_its_folder_time_and_language():
    words = ["--data", "shop", "--at", "2026-11-02T10:00", "--language", "zh_CN"]
    assert start_words(words) == StartWords(Path("shop"), "2026-11-02T10:00", "zh_CN")
    assert start_words(["show", "--to", "pictures"]) == StartWords(show=True, to=Path("pictures"))


def test_the_desktop_can_have_it_begin_unseen():
    assert start_words(["--data", "shop", "--hidden"]) == StartWords(Path("shop"), hidden=True)
    assert not names_command(["--data", "shop", "--hidden"])
    assert not start_words(["--data", "shop"]).hidden


def test_wrong_use_ends_with_code_two(capsys):
    with pytest.raises(SystemExit) as ended:
        start_words(["--colour"])
    assert ended.value.code == 2
    assert "--colour" in capsys.readouterr().err


def test_a_folder_alone_is_taken_without_the_parser():
    assert start_words(["--data", "shop"]).data == Path("shop")
    assert start_words([]).data is None


def test_an_option_in_the_place_of_a_folder_is_wrong_use():
    with pytest.raises(SystemExit) as ended:
        start_words(["--data", "--at"])
    assert ended.value.code == 2
