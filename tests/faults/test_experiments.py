"""Every experiment, a part of the full run: nothing bad may come of it, while its control must fail.

All of it: `python3 packaging/faults.py`.
"""

import tomllib

import pytest

from tests.faults.catalogue import EXPERIMENTS
from tests.faults.figures import PAGES, WORDS
from tests.faults.run import Job, done

CONTROLS = [
    (name, control)
    for name, one in EXPERIMENTS.items()
    for control in one.controls
    if control not in one.full_controls
]


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


def test_every_experiment_and_control_has_its_words_in_each_language():
    words = tomllib.loads(WORDS.read_text("utf-8"))
    controls = {control for one in EXPERIMENTS.values() for control in one.controls}
    assert set(words["row"]) == set(EXPERIMENTS)
    assert set(words["control"]) == controls
    said = [*words["page"].values(), *words["control"].values()]
    said += [text for row in words["row"].values() for text in row.values()]
    assert all(text.keys() == PAGES.keys() and all(text.values()) for text in said)
