"""The wait after wrong digits."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.shop.lock_out import WrongTries
from desktop_cs.storage.uuid7 import uuid7

WHO = uuid7()
MOMENTS = st.integers(0, 10**12)


def after(wrong, at_ms=0):
    return WrongTries(WHO, wrong, at_ms)


def test_four_wrong_tries_cost_nothing_and_each_further_one_doubles_the_wait():
    waits = [after(wrong, 1000).wait_ms(1000) // 1000 for wrong in range(12)]
    assert waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]
    assert after(10**6, 5).wait_ms(5) == 900_000


def test_the_wait_runs_down_and_the_tries_that_are_left_are_counted():
    assert [after(5, 1000).wait_ms(1000 + passed) for passed in (0, 29_999, 30_000, 90_000)] == [
        30_000,
        1,
        0,
        0,
    ]
    assert [after(wrong).left for wrong in (0, 4, 5, 9)] == [5, 1, 0, 0]


def test_one_more_is_told_from_the_moment_it_was_typed():
    assert after(4, 10).one_more(77) == WrongTries(WHO, 5, 77)


@given(wrong=st.integers(5, 40), at=MOMENTS, passed=MOMENTS)
def test_while_the_pc_stays_on_only_what_passed_is_taken_off_the_wait(wrong, at, passed):
    tries = after(wrong, at)
    assert tries.wait_ms(at + passed) == max(tries.wait_ms(at) - passed, 0)


@given(wrong=st.integers(5, 40), at=MOMENTS, off=MOMENTS, up=MOMENTS)
def test_a_restart_never_makes_a_wait_shorter_than_it_is(wrong, at, off, up):
    """The clock begins at nothing with the PC; `off` ms it was off, `up` ms it is on again."""
    tries = after(wrong, at)
    really_left = tries.wait_ms(at) - (off + up)
    assert tries.wait_ms(up) >= really_left
    assert tries.since_start(up).wait_ms(up) >= really_left


def test_once_over_a_wait_never_comes_back_when_the_clock_passes_the_old_moment():
    told = after(5, 100_000).since_start(31_000)
    assert [told.wait_ms(now) for now in (31_000, 99_000, 100_000, 100_001)] == [0, 0, 0, 0]
    assert replace(told, at_ms=100_000).wait_ms(100_000) == 30_000
