"""The facts of a slip: what staff wrote, and which promises are late."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop_cs.slips.slip import PromiseOnSlip, Slip, is_in_other_script

AT = datetime(2026, 11, 2, 15)  # noqa: DTZ001 (the shop's wall time)
CALL = PromiseOnSlip("Call you", AT, AT + timedelta(hours=2), told_as="by five")
SLIP = Slip(
    "en",
    7,
    AT,
    "Corner Store",
    problem="Dryer stands still",
    in_their_words=("It is rubbish!",),
    cause="A worn belt",
    promises=(CALL,),
    kept=(replace(CALL, what="Loan dryer", told_as="at once"),),
    prevention="A longer test",
)


def test_what_staff_wrote_is_everything_but_the_customers_own_words():
    assert list(SLIP.written()) == [
        "Dryer stands still",
        "A worn belt",
        "Loan dryer",
        "Call you",
        "by five",
        "A longer test",
    ]


def test_words_that_are_not_printed_are_not_looked_at():
    late = replace(SLIP, at=CALL.due + timedelta(minutes=1))
    assert "by five" not in list(late.written())
    assert "at once" not in list(SLIP.written())
    assert list(replace(SLIP, promises=(replace(CALL, what="", about="callback"),), kept=()).written()) == [
        "Dryer stands still",
        "A worn belt",
        "by five",
        "A longer test",
    ]


def test_a_promise_is_late_once_its_time_has_gone_by():
    assert not SLIP.is_late(replace(CALL, due=AT))
    assert SLIP.is_late(replace(CALL, due=AT - timedelta(minutes=1)))


@pytest.mark.parametrize(
    ("text", "language", "foreign"),
    [
        ("The belt was worn and slipped.", "zh_CN", True),
        ("皮带磨损了", "en", True),
        ("皮带磨损了", "zh_CN", False),
        ("王女士's kettle leaks", "en", False),
        ("Lavanta 7 kg 烘干机的皮带", "zh_CN", False),
        ("Lavanta Pro Max 7", "zh_CN", False),
        ("The belt was worn.", "en", False),
        ("10:00 - 12:00", "zh_CN", False),
        ("", "en", False),
    ],
)
def test_a_text_that_the_customer_can_hardly_read_is_noticed(text, language, foreign):
    assert is_in_other_script(text, language) is foreign
