"""Every experiment, a part of the full run: nothing bad may come of it, while its control must fail.

All of it: `python3 packaging/faults.py`.
"""

import pytest

from tests.faults.catalogue import EXPERIMENTS
from tests.faults.run import Job, done

CONTROLS = [(name, control) for name, one in EXPERIMENTS.items() for control in one.controls]


def found(name, count, control=""):
    """Return what a part of an experiment found; skip where this machine lacks what it needs."""
    lack = EXPERIMENTS[name].lacks()
    if lack:
        pytest.skip(lack)
    return done(Job(name, count, 1, control))


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_nothing_bad_comes_of_an_experiment(name):
    result = found(name, EXPERIMENTS[name].suite)
    assert result["told"] == []
    assert result["tried"] > 0


@pytest.mark.parametrize(("name", "control"), CONTROLS)
def test_an_experiment_notices_a_safeguard_that_was_taken_away(name, control):
    result = found(name, EXPERIMENTS[name].controls[control][1], control)
    assert "broke" not in result, result["told"]
    assert result["bad"] > 0
