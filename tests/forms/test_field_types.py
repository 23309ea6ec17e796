"""What staff type becomes one canonical text, and reads well again; whatever the type."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.errors import UserError
from desktop_cs.forms.definition import Field, Option
from desktop_cs.forms.field_types import COLUMN_TYPES, FIELD_TYPES, CheckContext

NOON = datetime.fromisoformat("2026-11-02T12:00")  # the shop's wall time
OPTIONS = tuple(
    Option(name, {"en": name.title(), "zh_CN": f"“{name}”"}, {}) for name in ("repair", "exchange", "money")
)


def field(kind, **more):
    options = OPTIONS if kind in {"choice", "choices", "checklist"} else ()
    return Field("asked", kind, {"en": "Asked"}, {}, options=options, **more)


def check(kind, raw, context, **more):
    return FIELD_TYPES[kind].check(field(kind, **more), raw, context)


@pytest.mark.parametrize(
    ("kind", "raw", "stored"),
    [
        ("text", "  a word \n and more ", "a word and more"),
        ("long_text", "\n one  \r\n\r\ntwo\x0bthree ", "one\n\ntwo\nthree"),
        ("person", " Ana ", "Ana"),
        ("code", " 35 209900\t176148 1 ", "352099001761481"),
        ("number", "０３", "3"),
        ("number", "-2", "-2"),
        ("money", "12,5", "1250"),
        ("money", "１２．５０", "1250"),
        ("money", "0", "0"),
        ("yes_no", "yes", "yes"),
        ("choice", "exchange", "exchange"),
        ("choices", "money, repair,repair", "repair,money"),
        ("checklist", "", ""),
        ("day", "2026-11-02", "2026-11-02"),
        ("day", "２０２６-11-02", "2026-11-02"),
        ("day_and_time", "2026-11-02 09:05", "2026-11-02T09:05"),
        ("day_and_time", "2026-11-02T09:05:00", "2026-11-02T09:05"),
        ("day_and_time", "2026-11-02", "2026-11-02"),
    ],
)
def test_an_answer_is_stored_in_one_way(kind, raw, stored, context):
    assert check(kind, raw, context) == stored


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("text", "a\x00b"),
        ("long_text", "half a sign \ud800"),
        ("number", "three"),
        ("number", "1.5"),
        ("number", "9" * 5000),
        ("money", "twelve"),
        ("money", "-3"),
        ("yes_no", "maybe"),
        ("choice", "exchang"),
        ("choice", "repair,money"),
        ("choices", "repair,gold"),
        ("day", "2026-02-30"),
        ("day", "2.11.2026"),
        ("day", "20261102"),
        ("day_and_time", "2026-11-02T25:00"),
        ("day_and_time", "2026-11-31T12:00"),
        ("day_and_time", "2026-11-02T09:05+01:00"),
        ("lines", "{"),
        ("lines", '["a"]'),
        ("lines", '[{"gesture": 1}]'),
        ("lines", "[" * 100_000),
    ],
)
def test_an_answer_that_cannot_be_meant_is_refused_with_a_sentence(kind, raw, context, gestures):
    with pytest.raises(UserError) as caught:
        FIELD_TYPES[kind].check(gestures if kind == "lines" else field(kind), raw, context)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("kind", FIELD_TYPES)
def test_blanks_are_no_answer(kind, context, gestures):
    asked = gestures if kind == "lines" else field(kind)
    assert FIELD_TYPES[kind].check(asked, " \n ", context) == ""


def test_a_slip_in_an_option_is_met_with_the_one_that_was_meant(context):
    with pytest.raises(UserError, match="did you mean “exchange”"):
        check("choice", "exchang", context)


def test_no_more_is_picked_than_may_be(context):
    assert check("choices", "repair,money", context, at_most=2) == "repair,money"
    with pytest.raises(UserError, match="2 at most"):
        check("choices", "repair,money,exchange", context, at_most=2)


def test_a_number_stays_within_its_bounds(context):
    bounds = {"at_least": 1, "at_most": 5}
    assert check("number", "5", context, **bounds) == "5"
    with pytest.raises(UserError, match="1 or more"):
        check("number", "0", context, **bounds)
    with pytest.raises(UserError, match="5 or less"):
        check("number", "6", context, **bounds)


@pytest.mark.parametrize(
    ("kind", "past", "future"),
    [
        ("day", "2026-11-02", "2026-11-03"),
        ("day_and_time", "2026-11-02", "2026-11-03"),
        ("day_and_time", "2026-11-02T12:00", "2026-11-02T12:01"),
    ],
)
def test_what_happened_is_not_still_to_come(kind, past, future, context):
    assert check(kind, past, context, not_in_future=True) == past
    assert check(kind, future, context) == future
    with pytest.raises(UserError, match="still to come"):
        check(kind, future, context, not_in_future=True)


@pytest.mark.parametrize(
    ("kind", "value", "raw"),
    [
        ("text", "a", "a"),
        ("number", 3, "3"),
        ("money", 3.5, "3.5"),
        ("money", "50.00", "50.00"),
        ("yes_no", True, "yes"),
        ("yes_no", "no", "no"),
        ("choices", ["money", "repair"], "money,repair"),
        ("day", date(2026, 11, 2), "2026-11-02"),
        ("day_and_time", NOON, "2026-11-02T12:00:00"),
        ("day_and_time", date(2026, 11, 2), "2026-11-02"),
        ("day_and_time", "2026-11-02T10:00", "2026-11-02T10:00"),
    ],
)
def test_a_value_of_a_file_reads_like_something_typed(kind, value, raw):
    assert FIELD_TYPES[kind].from_value(field(kind), value) == raw


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", 3),
        ("choice", ["repair"]),
        ("choices", "repair"),
        ("choices", [1]),
        ("number", 1.5),
        ("number", True),
        pytest.param("number", 16**9999, id="a number too long to be written out"),
        ("money", False),
        ("money", date(2026, 1, 1)),
        ("yes_no", 1),
        ("day", NOON),
        ("day", 20261102),
        ("day_and_time", NOON.replace(tzinfo=UTC)),
        ("day_and_time", 5),
    ],
)
def test_a_value_of_another_kind_is_refused(kind, value):
    with pytest.raises(UserError):
        FIELD_TYPES[kind].from_value(field(kind), value)


@pytest.mark.parametrize(
    ("kind", "stored", "language", "shown"),
    [
        ("money", "1250", "en", "€12.50"),
        ("number", "1200", "en", "1,200"),
        ("yes_no", "yes", "en", "Yes"),
        ("choice", "repair", "en", "Repair"),
        ("choices", "repair,money", "en", "Repair, Money"),
        ("choices", "repair,money", "zh_CN", "“repair”、“money”"),
        ("choice", "retired_long_ago", "en", "retired_long_ago"),
        ("day", "2026-11-02", "en", "2 Nov 2026"),
        ("day", "2026-11-02", "zh_CN", "2026年11月2日"),
        ("day_and_time", "2026-11-02T09:05", "en", "2 Nov 2026, 09:05"),
        ("day_and_time", "2026-11-02", "en", "2 Nov 2026"),
    ],
)
def test_a_stored_answer_is_shown_as_people_read_it(kind, stored, language, shown, context):
    here = CheckContext(context.currency, context.now, language)
    assert FIELD_TYPES[kind].shown(field(kind), stored, here) == shown


PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs")))
TYPED = {
    "text": PRINTABLE,
    "long_text": PRINTABLE,
    "person": PRINTABLE,
    "product": PRINTABLE,
    "code": PRINTABLE,
    "number": st.integers(-(10**14), 10**14).map(str),
    "money": st.decimals(0, 10**9, places=2).map(str),
    "choice": st.sampled_from([option.id for option in OPTIONS]),
    "choices": st.lists(st.sampled_from([option.id for option in OPTIONS])).map(",".join),
    "checklist": st.lists(st.sampled_from([option.id for option in OPTIONS])).map(",".join),
    "yes_no": st.sampled_from(["yes", "no", ""]),
    "day": st.dates().map(str),
    "day_and_time": st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes")),
}


@given(st.data())
def test_a_stored_answer_can_be_opened_and_saved_again_without_change(context, data):
    kind = data.draw(st.sampled_from(sorted(COLUMN_TYPES)))
    asked = field(kind)
    stored = FIELD_TYPES[kind].check(asked, data.draw(TYPED[kind]), context)
    assert (
        FIELD_TYPES[kind].check(asked, FIELD_TYPES[kind].as_typed(asked, stored, context), context) == stored
    )


@given(st.sampled_from(sorted(FIELD_TYPES)), st.text())
def test_anything_typed_is_either_stored_or_refused(context, gestures, kind, raw):
    asked = gestures if kind == "lines" else field(kind)
    try:
        stored = FIELD_TYPES[kind].check(asked, raw, context)
    except UserError:
        return
    assert (
        FIELD_TYPES[kind].check(asked, FIELD_TYPES[kind].as_typed(asked, stored, context), context) == stored
    )
    if stored:
        assert FIELD_TYPES[kind].shown(asked, stored, context)
