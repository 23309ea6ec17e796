"""What the tests of the scripts share: what is shipped, and scripts that start nothing."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from ground import SetupError

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shipped_below():
    """Return a function that lists the files below a top-level folder, as paths within the repository."""

    def names(folder):
        found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
        return [path.relative_to(ROOT).as_posix() for path in found]

    return names


@pytest.fixture
def starting(monkeypatch):
    """Return a function that lets a script set up nothing and start nothing.

    It gives what is noted then: what would be started, where, and in which environment. Its `code` is the
    exit code with which that would end.
    """

    def watched(script):
        noted = SimpleNamespace(command=None, cwd=None, env=None, code=0)

        def start(command, env, check, cwd=None):
            noted.command, noted.cwd, noted.env = command, cwd, env
            return SimpleNamespace(returncode=noted.code)

        monkeypatch.setattr(script, "set_up", lambda say, screen: sys.executable)
        monkeypatch.setattr(subprocess, "run", start)
        return noted

    return watched


@pytest.fixture
def no_network(monkeypatch):
    """Return a function that lets a script find no network while it sets up."""

    def fail(say, screen):
        raise SetupError("There is no network.")

    return lambda script: monkeypatch.setattr(script, "set_up", fail)
