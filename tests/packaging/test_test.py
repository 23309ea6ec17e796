import pytest
import test as test_command  # packaging/test.py: the folder stands before the standard library in the tests


@pytest.fixture
def started(starting):
    return starting(test_command)


def test_all_tests_run_without_a_screen_and_further_arguments_go_to_pytest(started, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert test_command.main(["tests/forms", "-k", "money"]) == 0
    assert started.command[1:3] == ["-m", "pytest"]
    assert started.command[-3:] == ["tests/forms", "-k", "money"]
    assert started.cwd == test_command.ROOT
    assert started.env["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize(
    ("code", "said"), [(0, "All tests passed"), (1, "Not all is well"), (5, "Not all is well")]
)
def test_the_exit_code_is_that_of_pytest(started, capsys, code, said):
    started.code = code
    assert test_command.main([]) == code
    assert said in capsys.readouterr().err


def test_tests_that_cannot_be_set_up_are_not_run(started, no_network, capsys):
    no_network(test_command)
    assert test_command.main([]) == 1
    assert started.command is None
    assert "There is no network." in capsys.readouterr().err
