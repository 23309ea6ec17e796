import os

import pytest
import run


@pytest.fixture
def started(starting):
    noted = starting(run)
    noted.code = 7
    return noted


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--data", "here"], True),
        (["--data=here"], True),
        (["--data", "here", "--at=2026-11-22T14:05", "--language", "zh_CN"], True),
        (["show"], False),
        (["case", "list"], False),
        (["--data", "here", "case", "list"], False),
        (["--version"], False),
    ],
)
def test_a_window_opens_where_no_command_is_given(arguments, window):
    assert run.wants_window(arguments) is window


def test_the_program_gets_its_arguments_and_its_exit_code_comes_back(started, monkeypatch):
    monkeypatch.setattr(run, "has_screen", lambda: True)
    assert run.main(["case", "show", "12"]) == 7
    assert started.command[3:] == ["case", "show", "12"]
    assert started.env["PYTHONPATH"] == str(run.ROOT)


def test_without_a_screen_a_practice_case_is_shown_instead_of_the_window(started, monkeypatch, capsys):
    monkeypatch.setattr(run, "has_screen", lambda: False)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert run.main([]) == 7
    assert started.command[3:] == ["show", "--to", str(run.ROOT / "build" / "show")]
    assert started.env["QT_QPA_PLATFORM"] == "offscreen"
    assert "no screen" in capsys.readouterr().err


def test_without_a_screen_commands_run_as_they_are(started, monkeypatch, capsys):
    monkeypatch.setattr(run, "has_screen", lambda: False)
    run.main(["due", "--json"])
    assert started.command[3:] == ["due", "--json"]
    assert capsys.readouterr().err == ""


def test_what_cannot_be_set_up_is_said_and_nothing_starts(started, no_network, capsys):
    no_network(run)
    assert run.main([]) == 1
    assert started.command is None
    assert "There is no network." in capsys.readouterr().err
    assert os.environ["QT_QPA_PLATFORM"]
