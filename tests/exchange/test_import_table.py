"""Tables are read whatever their shape; a torn row costs nothing but itself."""

import contextlib
import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_cs.errors import DeskError, ShopError, UserError
from desktop_cs.exchange.import_table import likely_delimiter, read_table

EDGE_CASES = (
    "comma_in_quotes",
    "empty",
    "empty_crlf",
    "escaped_quotes",
    "json",
    "location_coordinates",
    "newlines",
    "newlines_crlf",
    "quotes_and_newlines",
    "simple",
    "simple_crlf",
    "utf8",
)


def table_of(tmp_path, content, **stated):
    path = tmp_path / "table.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path, **stated)


@pytest.mark.parametrize("name", EDGE_CASES)
def test_edge_cases_come_out_as_expected(shared_data, name):
    folder = shared_data / "csv_edge_cases"
    wanted = json.loads((folder / f"{name}.expected.json").read_text(encoding="utf-8"))
    table = read_table(folder / f"{name}.csv")
    rows = [dict(row.values) for row in table.rows]
    if name == "location_coordinates":  # the expected number is not the one in the file, nor a list
        wanted = [wanted | {"Contact Phone Number": "2095257564"}]
    assert rows == wanted
    assert table.problems == ()


@pytest.mark.parametrize(
    ("name", "count"),
    [("cfpb_complaints", 3304), ("openrepair_wales", 8084), ("openrepair_fixitclinic", 1033)],
)
def test_real_tables_come_in_whole(shared_data, name, count):
    table = read_table(shared_data / f"{name}.csv")
    with (shared_data / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        assert [dict(row.values) for row in table.rows] == list(csv.DictReader(lines))
    assert len(table.rows) == count
    assert (table.problems, table.notes) == ((), ())


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path, mark):
    content = f'name{mark}what\n"Li; Wei, \t| junior"{mark}late\n"a\nb"{mark}broken\n'
    table = table_of(tmp_path, content)
    assert table.delimiter == mark
    assert [row.values["what"] for row in table.rows] == ["late", "broken"]


def test_one_column_is_a_table_too(tmp_path):
    table = table_of(tmp_path, "one_line\nThe kettle leaks\n")
    assert likely_delimiter("one_line\nThe kettle leaks\n") == ","
    assert table.headers == ("one_line",)


def test_the_first_line_of_excel_names_the_delimiter(tmp_path):
    table = table_of(tmp_path, "sep=;\nname;price\nLi;1,50\n")
    assert dict(table.rows[0].values) == {"name": "Li", "price": "1,50"}


def test_rows_with_too_few_or_too_many_fields_are_told_by_number(tmp_path):
    table = table_of(tmp_path, "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n13,14,15,,\n")
    assert [row.number for row in table.rows] == [2, 5, 6]
    assert [problem.number for problem in table.problems] == [3, 4]
    assert "2 fields where the headings have 3" in table.problems[0].sentence
    assert "4 fields where the headings have 3" in table.problems[1].sentence


def test_a_quote_never_closed_costs_its_own_row_only(tmp_path):
    table = table_of(tmp_path, 'a,b\n1,2\n3,"open\n5,6\n7,8\n')
    assert [row.values["a"] for row in table.rows] == ["1", "5", "7"]
    assert [problem.number for problem in table.problems] == [3]
    assert "quotation mark" in table.problems[0].sentence


def test_a_quote_closed_by_a_later_row_costs_its_own_row_only(tmp_path):
    table = table_of(tmp_path, 'a,b\n3,"open\n5,"six"\n"seven\n7",8\n')
    assert [row.values["b"] for row in table.rows] == ["six", "8"]
    assert [problem.number for problem in table.problems] == [2]


def test_many_torn_rows_do_not_make_reading_slow(tmp_path):
    table = table_of(tmp_path, "a,b\n" + '1,"open\n2,3\n' * 20_000)
    assert len(table.rows) == 20_000
    assert len(table.problems) == 20_000


def test_empty_rows_are_left_out_and_still_counted(tmp_path):
    table = table_of(tmp_path, "a,b\n\n,\n1,2\n")
    assert [row.number for row in table.rows] == [4]
    assert table.problems == ()


def test_nul_bytes_are_left_out_and_told(tmp_path):
    table = table_of(tmp_path, b"a,b\n1\x00,2\n3,4\x00\x00\n")
    assert [dict(row.values) for row in table.rows] == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]
    assert table.notes == ("3 empty characters (NUL) were left out.",)


def test_repeated_and_empty_headings_get_names_of_their_own(tmp_path):
    table = table_of(tmp_path, "Name, Name ,\nLi,Wei,x\n")
    assert table.headers == ("Name", "Name (2)", "column 3")
    assert "“Name”" in table.notes[0]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\x00\x00"])
def test_an_empty_file_is_told(tmp_path, content):
    with pytest.raises(UserError, match="empty"):
        table_of(tmp_path, content)


def test_a_workbook_is_told_how_to_save_it(tmp_path):
    with pytest.raises(UserError, match="CSV UTF-8"):
        table_of(tmp_path, b"PK\x03\x04rest")


def test_headings_that_cannot_be_read_stop_the_import(tmp_path):
    with pytest.raises(UserError, match="headings"):
        table_of(tmp_path, 'a,"b\n1,2\n')


def test_a_missing_file_is_told_without_a_traceback(tmp_path):
    with pytest.raises(ShopError, match=r"gone\.csv cannot be read"):
        read_table(tmp_path / "gone.csv")


def test_the_stated_encoding_and_delimiter_win(tmp_path):
    table = table_of(tmp_path, "имя;жалоба,1\n".encode("koi8-r"), encoding="koi8-r", delimiter=",")
    assert table.headers == ("имя;жалоба", "1")
    assert (table.encoding, table.delimiter) == ("koi8-r", ",")


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
ON_ONE_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@ON_ONE_FOLDER
@given(
    st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=5),
    st.sampled_from(",;\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_a_spreadsheet_writes_comes_back_unchanged(tmp_path, rows, mark, encoding):
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=mark, quoting=csv.QUOTE_ALL).writerows([["one", "two", "three"], *rows])
    table = table_of(tmp_path, written.getvalue().encode(encoding))
    wanted = [row for row in rows if any(cell.strip() for cell in row)]
    assert [list(row.values.values()) for row in table.rows] == wanted
    assert table.problems == ()


@ON_ONE_FOLDER
@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from(["a", '"', ",", "\n", "é", '""', "\r\n"])).map(
        lambda parts: "".join(parts).encode()
    )
)
def test_no_file_at_all_ends_in_a_traceback(tmp_path, content):
    with contextlib.suppress(DeskError):
        table = table_of(tmp_path, content)
        assert all(set(row.values) == set(table.headers) for row in table.rows)
