"""Rows become cases; a row that cannot is told by its number and costs nothing but itself."""

import json
from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop_cs.exchange.import_map import ImportMap, Origin, map_of_own_names
from desktop_cs.exchange.import_table import Row, RowProblem, Table, read_table
from desktop_cs.exchange.imported_case import LONGEST_LINE, ImportedCase, imported_cases
from desktop_cs.exchange.map_file import load_map

SHANGHAI = ZoneInfo("Asia/Shanghai")


def table_of(*rows, problems=()):
    return Table(
        tuple(rows[0]), tuple(Row(number, row) for number, row in enumerate(rows, 2)), "utf-8", ",", problems
    )


def cases_of(table, import_map=None, zone=SHANGHAI):
    return list(
        imported_cases(table, import_map or map_of_own_names("test", table.headers), zone, ("en", "zh_CN"))
    )


def row(**values):
    return {"reference": "1", "one_line": "The kettle leaks", "opened_at": "2019-04-01"} | values


def test_a_day_is_the_shops_day_whatever_its_zone():
    for zone in ("Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        case = cases_of(table_of(row()), zone=ZoneInfo(zone))[0]
        assert case.opened_at.tzinfo is UTC
        assert case.opened_at.astimezone(ZoneInfo(zone)) == datetime(2019, 4, 1, 12, tzinfo=ZoneInfo(zone))
        assert case.logged_at == case.opened_at


def test_a_time_is_kept():
    case = cases_of(table_of(row(opened_at="2019-04-01 09:30", logged_at="2019-04-03T17:00")))[0]
    assert case.opened_at == datetime(2019, 4, 1, 1, 30, tzinfo=UTC)
    assert case.logged_at == datetime(2019, 4, 3, 9, 0, tzinfo=UTC)


def test_own_names_fill_the_answers_that_ask_for_the_same():
    case = cases_of(
        table_of(
            row(
                customer="Li  Wei",
                product="Kettle",
                serial="A 1",
                finding="upheld",
                language="zh-Hans",
                **{"review.price": "1250"},
            )
        )
    )[0]
    assert case.who == "Li Wei"
    assert case.serial == "A1"
    assert case.language == "zh_CN"
    assert case.answers == {
        "review": {"product": "Kettle", "serial": "A1", "price": "1250"},
        "logging": {"finding": "upheld"},
    }


def test_who_has_no_name_gets_a_nickname():
    assert cases_of(table_of(row()))[0].who == "Customer 1"


def test_a_language_that_letters_cannot_be_written_in_stays_open():
    assert cases_of(table_of(row(language="fr")))[0].language == ""


def test_columns_are_joined_translated_and_put_into_lines():
    table = table_of({"What": "Late", "More": "again\nand again", "Day": "1.4.2019", "Story": "Five days!"})
    import_map = ImportMap(
        "test",
        {
            "one_line": Origin(("What", "More")),
            "opened_at": Origin(("Day",)),
            "failure_kind": Origin(("What",)),
            "review.in_their_words": Origin(("Story",), in_line="text"),
        },
        values={"failure_kind": {"Late": "late"}},
        day_formats=("DD.MM.YYYY",),
    )
    case = cases_of(table, import_map)[0]
    assert case.one_line == "Late – again and again"
    assert case.failure_kind == "late"
    assert json.loads(case.answers["review"]["in_their_words"]) == [{"text": "Five days!"}]


def test_a_word_without_translation_takes_the_default_or_is_told():
    table = table_of(row(kind="Odd"), row(reference="2", kind="late"), row(reference="3", kind=""))
    origins = map_of_own_names("test", table.headers).origins | {"failure_kind": Origin(("kind",))}
    values = {"failure_kind": {"Too late": "late"}}
    told, ours, empty = cases_of(table, ImportMap("test", origins, values))
    assert isinstance(told, RowProblem)
    assert "no word of ours for “Odd” (failure_kind)" in told.sentence
    assert (ours.failure_kind, empty.failure_kind) == ("late", "")
    filled = cases_of(table, ImportMap("test", origins, values, {"failure_kind": "something_else"}))
    assert [case.failure_kind for case in filled] == ["something_else"] * 3


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"opened_at": "31.02.2019"}, "“31.02.2019” is not a day like YYYY-MM-DD (opened_at)"),
        ({"opened_at": "0219-04-01"}, "is not a day"),
        ({"opened_at": "2019-02-30"}, "is not a day"),
        ({"opened_at": " "}, "the day is missing (opened_at)"),
        ({"logged_at": "soon"}, "“soon” is not a day"),
        ({"logged_at": "2019-03-31"}, "it was done before it was received"),
    ],
)
def test_a_bad_day_is_told_with_the_number_of_its_row(values, told):
    good = {"logged_at": "2019-04-01"}
    problem, kept = cases_of(table_of(row(**(good | values)), row(reference="2", **good)))
    assert problem.number == 2
    assert problem.sentence.startswith("Row 2: ")
    assert told in problem.sentence
    assert "The row was left out." in problem.sentence
    assert kept.reference == "2"


def test_torn_rows_are_told_in_their_place():
    torn = RowProblem(3, "torn")
    table = Table(("reference",), (Row(2, row()), Row(4, row(reference="2"))), "utf-8", ",", (torn,))
    import_map = map_of_own_names("test", row())
    assert [type(one) for one in cases_of(table, import_map)] == [ImportedCase, RowProblem, ImportedCase]


def test_the_same_reference_twice_comes_in_once():
    first, second = cases_of(table_of(row(), row(one_line="Another")))
    assert first.one_line == "The kettle leaks"
    assert "1 came before, in row 2" in second.sentence


def test_rows_without_a_reference_get_the_same_one_every_time():
    table = table_of(row(reference=""), row(reference="", one_line="Another"))
    once, again = cases_of(table), cases_of(table)
    assert [case.reference for case in once] == [case.reference for case in again]
    assert len({case.reference for case in once}) == 2


def test_a_long_text_becomes_one_line():
    case = cases_of(table_of(row(one_line="word " * 100)))[0]
    assert len(case.one_line) <= LONGEST_LINE
    assert case.one_line.endswith("word…")
    assert len(cases_of(table_of(row(one_line="修" * 300)))[0].one_line) == LONGEST_LINE
    assert cases_of(table_of(row(one_line="", product="Kettle")))[0].one_line == "Kettle"
    assert cases_of(table_of(row(one_line="")))[0].one_line == "imported, without a description"


def real(root, shared_data, table, map_name):
    import_map = load_map(root / "resources" / "import_maps" / f"{map_name}.toml")
    found = cases_of(read_table(shared_data / f"{table}.csv"), import_map)
    assert not [one for one in found if isinstance(one, RowProblem)]
    return found


def test_real_complaints_come_in_by_the_day_they_were_done(root, shared_data):
    cases = real(root, shared_data, "cfpb_complaints", "cfpb_complaints")
    months = Counter(f"{case.logged_at.astimezone(SHANGHAI):%Y-%m}" for case in cases)
    assert len(cases) == 3304
    assert (months["2019-04"], months["2019-03"]) == (1129, 535)
    assert sum("in_their_words" in case.answers["review"] for case in cases) == 788
    assert Counter(case.answers["resolution"]["entitlement_kind"] for case in cases)["money_back"] == 104
    assert all(case.who.startswith("Consumer ") and case.one_line and case.failure_kind for case in cases)


def test_real_repairs_come_in_with_their_status(root, shared_data):
    cases = real(root, shared_data, "openrepair_wales", "openrepair")
    assert Counter(case.repair_status for case in cases) == {
        "fixed": 3951,
        "end_of_life": 1776,
        "repairable": 1523,
        "unknown": 834,
    }
    silent = [case for case in cases if "in_their_words" not in case.answers["review"]]
    assert len(silent) == 54
    assert all(case.one_line and case.one_line in case.product for case in silent)


def test_long_repair_stories_come_in_too(root, shared_data):
    cases = real(root, shared_data, "openrepair_fixitclinic", "openrepair")
    assert len(cases) == 1033
    assert all("\n" not in case.one_line and len(case.one_line) <= LONGEST_LINE for case in cases)


@pytest.mark.parametrize(
    ("opened", "logged", "told"),
    [
        ("2026-10-01", "2026-10-01 09:00", ("09:00", "09:00")),
        ("2026-10-01 15:00", "2026-10-01", ("15:00", "15:00")),
        ("2026-10-01 08:00", "2026-10-01", ("08:00", "12:00")),
    ],
)
def test_a_day_alone_is_not_before_or_after_a_time_on_the_same_day(opened, logged, told):
    (case,) = cases_of(table_of(row(opened_at=opened, logged_at=logged)))
    shown = tuple(f"{moment.astimezone(SHANGHAI):%H:%M}" for moment in (case.opened_at, case.logged_at))
    assert shown == told
