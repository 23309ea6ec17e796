"""Paper is found by its name, and its measures are those of the standards."""

import pytest

from desktop_cs.errors import UserError
from desktop_cs.paper.paper_sizes import PAPER_SIZES, paper_size, slip_paper


def test_paper_is_found_whatever_its_capitals():
    assert paper_size(" a5 ").name == "A5"
    assert paper_size("letter").width_mm == 215.9


@pytest.mark.parametrize(("smaller", "larger"), [("A6", "A5"), ("A5", "A4")])
def test_each_a_size_is_half_of_the_next_larger(smaller, larger):
    half, whole = PAPER_SIZES[smaller], PAPER_SIZES[larger]
    assert half.height_mm == whole.width_mm
    assert half.width_mm == pytest.approx(whole.height_mm / 2, abs=0.5)


def test_unknown_paper_is_refused_with_the_choices():
    with pytest.raises(UserError, match="A4, A5, A6, Letter"):
        paper_size("B5")


def test_a_slip_is_on_a_roll_without_an_end_or_on_a_sheet():
    assert (slip_paper("80MM").width_mm, slip_paper("80mm").height_mm) == (80, 0)
    assert slip_paper("letter") == paper_size("Letter")
    with pytest.raises(UserError, match="80mm, A4, Letter"):
        slip_paper("A5")
