"""The walk through the four steps."""

from itertools import product

import pytest

from desktop_cs.cases.steps import SKIP_REASONS, Step, StepEntry, StepState, Walk, checked_skip_reason
from desktop_cs.errors import UserError


def walk(*states):
    return Walk({step: StepEntry(step, state) for step, state in zip(Step, states, strict=True)})


def test_the_steps_come_in_the_order_that_staff_take_them():
    assert list(Step) == ["apology", "review", "resolution", "logging"]
    empty = Walk({})
    assert [empty.after(step) for step in Step] == ["review", "resolution", "logging", None]


@pytest.mark.parametrize("states", list(product(StepState, repeat=4)))
def test_in_every_mix_the_steps_that_are_neither_done_nor_skipped_are_named_in_order(states):
    taken = walk(*states)
    to_do = tuple(step for step, state in zip(Step, states, strict=True) if state == "todo")
    assert taken.unpassed() == to_do
    assert taken.first_open() == (to_do[0] if to_do else None)
    assert taken.rules() == (frozenset() if states[0] == "todo" else {"apology_passed"})


def test_a_step_that_nobody_wrote_in_has_an_empty_entry():
    entry = Walk({}).entry(Step.REVIEW)
    assert entry == StepEntry(Step.REVIEW)
    assert not entry.is_passed


@pytest.mark.parametrize("reason", [*SKIP_REASONS[:-1], "the bus leaves"])
def test_a_reason_of_the_list_or_own_words_skip_a_step(reason):
    assert checked_skip_reason(f" {reason} ") == reason


@pytest.mark.parametrize("reason", ["", "  ", "other"])
def test_other_without_words_is_no_reason(reason):
    with pytest.raises(UserError) as refused:
        checked_skip_reason(reason)
    assert refused.value.field == "skip_reason"
