"""What the tests of the command line share: running a command on a data folder of its own."""

from dataclasses import dataclass

import pytest

from desktop_cs import places
from desktop_cs.cli.main import main
from desktop_cs.i18n import use_language


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, its answer, and what it told the person beside it."""

    code: int
    out: str
    told: str


@pytest.fixture
def folder(tmp_path):
    """Return the path of a data folder that is not there yet."""
    return tmp_path / "shop"


@pytest.fixture
def command(folder, capsys):
    """Return a function that runs a command on the folder."""

    def run(*words):
        capsys.readouterr()
        try:
            code = main(["--data", str(folder), *map(str, words)])
        except SystemExit as ended:
            code = ended.code
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Ended(code, printed.out, printed.err)

    yield run
    use_language("en", places.resources_dir() / "locale")


@pytest.fixture
def answers(tmp_path):
    """Return a function that writes an answers file and returns its path."""

    def written(text='[case]\ncustomer = "Tom Hill"\none_line = "Kettle leaks"\n'):
        path = tmp_path / "answers.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return written
