"""`demo`, `import cases`."""

import json

import pytest

from desktop_cs import places

TABLE = "reference,opened_at,who,one_line\nR-1,2026-10-01,Tom Hill,Kettle leaks\nR-2,someday,Ann,No day\n"


@pytest.fixture
def table(tmp_path):
    """Return the path of a table with a good row and a bad one."""
    path = tmp_path / "past.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_practice_shop_is_made_where_it_is_told(command, folder):
    ended = command("demo", "--cases", 7, "--seed", 3)
    assert (ended.code, ended.out) == (0, f"7 practice cases lie in {folder}.\n")
    assert len(json.loads(command("case", "list", "--json").out)) == 7


def test_a_practice_shop_of_ones_own_lies_apart_from_real_cases(capsys):
    from desktop_cs.cli.main import main

    assert main(["demo", "--cases", "2"]) == 0
    assert str(places.practice_dir(places.data_dir())) in capsys.readouterr().out


def test_a_real_shop_takes_no_practice_cases(command, answers):
    command("case", "add", answers())
    ended = command("demo")
    assert (ended.code, ended.out) == (1, "")
    assert "real shop" in ended.told
    assert command("demo", "--cases", "-1").code == 1
    assert len(json.loads(command("case", "list", "--json").out)) == 1


def test_a_table_comes_in_once_and_its_bad_rows_are_named(command, table):
    dry = command("import", "cases", table, "--dry-run")
    assert dry.out == "Cases that would be taken in: 1. Here before: 0. Rows that could not be used: 1.\n"
    ended = command("import", "cases", table)
    assert (ended.code, ended.out) == (
        0,
        "Cases taken in: 1. Here before: 0. Rows that could not be used: 1.\n",
    )
    assert "someday" in ended.told
    again = command("import", "cases", table)
    assert again.out == "Cases taken in: 0. Here before: 1. Rows that could not be used: 1.\n"


def test_a_table_without_one_good_row_ends_with_code_one(command, table):
    table.write_text(TABLE.replace("2026-10-01", "never"), encoding="utf-8")
    assert command("import", "cases", table).code == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"a,b\n1,2\n"])
def test_what_is_no_table_of_cases_is_refused_in_a_sentence(command, table, content):
    table.write_bytes(content)
    ended = command("import", "cases", table)
    assert ended.code == 1
    assert ended.told.strip()


def test_a_map_with_mistakes_is_refused_with_what_may_be_meant(command, table, tmp_path):
    wrong = tmp_path / "map.toml"
    wrong.write_text(
        'source = "x"\n[columns]\nreference = "reference"\nopend_at = "opened_at"\n', encoding="utf-8"
    )
    ended = command("import", "cases", table, "--map", wrong)
    assert ended.code == 1
    assert "opened_at" in ended.told


def test_a_map_that_comes_with_the_program_is_found_by_its_path(command, shared_data):
    own = places.resources_dir() / "import_maps" / "cfpb_complaints.toml"
    ended = command("import", "cases", shared_data / "cfpb_complaints.csv", "--map", own, "--dry-run")
    assert ended.out.startswith("Cases that would be taken in: 3304.")
