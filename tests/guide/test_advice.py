"""What is wrong with an advice is said of the very hint, so that an editor can mark it."""

import pytest

from desktop_cs.guide.advice import Advice, Hint, faults_in, tidy

TWO = (Hint("I am sorry[, {customer}]."), Hint("[{customer}, ]I am sorry."))


def places(advice, **more):
    return [(fault.part, fault.hint) for fault in faults_in(advice, **more)]


def test_sound_advice_has_no_fault():
    assert places(Advice(TWO, (Hint("The time."),))) == []


def test_a_fault_has_its_place():
    assert places(Advice(TWO, (Hint("One."), Hint("{custmer}")))) == [("listen_for", 1)]
    assert places(Advice(may_offer=(Hint(" "),))) == [("may_offer", 0)]


@pytest.mark.parametrize("wordings", [TWO[:1], (Hint("Sorry."), Hint("I am sorry."))])
def test_wordings_are_two_at_least_and_one_has_the_name(wordings):
    assert ("you_could_say", None) in places(Advice(wordings))


def test_no_wordings_are_left_to_the_guide_for_every_case_which_needs_them():
    assert places(Advice()) == []
    assert places(Advice(), needs_wordings=True) == [("you_could_say", None)]


def test_a_gap_that_stands_twice_is_told_once():
    assert len(faults_in(Advice(better_not=(Hint("{feeling} and {feeling}"),)))) == 1


def test_what_is_pasted_becomes_one_line():
    assert tidy(" One\n\ttwo\u2028three\x00\ud800 ") == "One two three"
