import faults
import pytest


@pytest.fixture
def started(starting):
    return starting(faults)


@pytest.mark.parametrize("code", [0, 1])
def test_the_experiments_run_without_a_screen_and_their_exit_code_is_ours(started, code):
    started.code = code
    assert faults.main(["--share", "0.1", "--only", "kills"]) == code
    assert started.command[1:] == ["-m", "tests.faults.run", "--share", "0.1", "--only", "kills"]
    assert started.cwd == faults.ROOT
    assert started.env["QT_QPA_PLATFORM"] == "offscreen"


def test_experiments_that_cannot_be_set_up_are_not_run(started, no_network, capsys):
    no_network(faults)
    assert faults.main([]) == 1
    assert started.command is None
    assert "There is no network." in capsys.readouterr().err
