"""The bar code of a case: digits alone, long enough for a scan, never taken for an article's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.cases.case_code import LEAST_DIGITS, MOST_DIGITS, case_number_of, scan_code


@given(st.integers(1, 10**MOST_DIGITS - 1))
def test_every_code_leads_back_to_its_case(number):
    code = scan_code(number)
    assert case_number_of(code) == number
    assert LEAST_DIGITS <= len(code) <= MOST_DIGITS
    assert code.isdecimal()


@pytest.mark.parametrize(
    "code",
    ["", "12", "00000", "000012", "96385074", "4006381333931", "WT-512", "１２３４５", "-1234", "12 45"],
)
def test_what_we_never_printed_is_no_case(code):
    assert case_number_of(code) is None


@pytest.mark.parametrize("number", [0, -4, 10**MOST_DIGITS])
def test_a_number_that_cannot_be_scanned_is_refused(number):
    with pytest.raises(ValueError, match="can be scanned"):
        scan_code(number)
