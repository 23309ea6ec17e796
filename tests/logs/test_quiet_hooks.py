"""What is told of faults that reach nobody: kinds and places, never what they are about."""

import subprocess
import sys

import pytest

CANARY = "Mrs Fallon, 020 915 0142"
IN_A_THREAD = """
import threading

def work():
    raise ValueError({canary!r})

started = threading.Thread(target=work, name={canary!r})
started.start()
started.join()
"""
IN_A_DESTRUCTOR = """
class Case:
    def __repr__(self):
        return {canary!r}

    def __del__(self):
        try:
            int({canary!r})
        except ValueError as error:
            raise RuntimeError({canary!r}) from error

case = Case()
del case
"""
OF_A_THREAD_THAT_ENDS_ITSELF = """
import sys, threading

started = threading.Thread(target=lambda: sys.exit({canary!r}))
started.start()
started.join()
"""


@pytest.fixture
def met(root):
    """Return a function that runs lines in a process of their own with the hooks, and gives what it wrote."""

    def run(lines):
        hooked = "from desktop_cs.logs.quiet_hooks import tell_places_alone\ntell_places_alone()\n"
        done = subprocess.run(
            [sys.executable, "-c", hooked + lines.format(canary=CANARY)],
            capture_output=True,
            text=True,
            cwd=root,
            timeout=60,
            check=False,
        )
        return done.stdout + done.stderr

    return run


def test_a_fault_in_a_thread_is_told_by_kind_and_place(met):
    told = met(IN_A_THREAD)
    assert "builtins.ValueError" in told
    assert " in work" in told
    assert "Fallon" not in told


def test_a_fault_in_a_destructor_is_told_with_what_led_to_it_and_not_with_the_object(met):
    told = met(IN_A_DESTRUCTOR).splitlines()
    assert told[0] == "builtins.RuntimeError"
    assert "builtins.ValueError" in told
    assert any(" in __del__" in line for line in told)
    assert not any("Fallon" in line for line in told)


def test_a_thread_that_ends_itself_says_nothing(met):
    assert met(OF_A_THREAD_THAT_ENDS_ITSELF) == ""


def test_without_the_hooks_the_words_would_be_told():
    done = subprocess.run(
        [sys.executable, "-c", IN_A_THREAD.format(canary=CANARY)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Fallon" in done.stderr
