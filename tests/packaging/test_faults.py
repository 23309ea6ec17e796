import sys
from types import SimpleNamespace

import faults
import pytest
from ground import SetupError


@pytest.fixture
def started(monkeypatch):
    """Set up nothing and start nothing; note what would be started, and with which exit code it ends."""
    noted = SimpleNamespace(command=None, cwd=None, env=None, code=0)

    def start(command, cwd, env, check):
        noted.command, noted.cwd, noted.env = command, cwd, env
        return SimpleNamespace(returncode=noted.code)

    monkeypatch.setattr(faults, "set_up", lambda say, screen: sys.executable)
    monkeypatch.setattr(faults.subprocess, "run", start)
    return noted


@pytest.mark.parametrize("code", [0, 1])
def test_the_experiments_run_without_a_screen_and_their_exit_code_is_ours(started, code):
    started.code = code
    assert faults.main(["--share", "0.1", "--only", "kills"]) == code
    assert started.command[1:] == ["-m", "tests.faults.run", "--share", "0.1", "--only", "kills"]
    assert started.cwd == faults.ROOT
    assert started.env["QT_QPA_PLATFORM"] == "offscreen"


def test_experiments_that_cannot_be_set_up_are_not_run(started, monkeypatch, capsys):
    def fail(say, screen):
        raise SetupError("There is no network.")

    monkeypatch.setattr(faults, "set_up", fail)
    assert faults.main([]) == 1
    assert started.command is None
    assert "There is no network." in capsys.readouterr().err
