"""How the letters of a file are written is found out, and a doubt is told."""

import csv

import pytest

from desktop_cs.errors import UserError
from desktop_cs.exchange.encodings import read_text
from desktop_cs.exchange.import_table import read_table

RUSSIAN = "имя;жалоба\nИрина;Телефон снова не работает, обещали перезвонить и забыли\n"
CHINESE = "姓名,经过\n王先生,上周修好的电脑今天又坏了，没有人给我回电话\n"
TAIWANESE = "姓名,經過\n王先生,上週修好的電腦今天又壞了，沒有人給我回電話\n"
FRENCH = "nom,plainte\nHélène,La théière est arrivée cassée, et personne n'a rappelé à l'été\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "utf-16-be"),
        (CHINESE, "utf-32"),
        (TAIWANESE, "big5"),
        (FRENCH, "cp1252"),
        (FRENCH, "utf-8"),
        ("name,day\nJane,2019-04-01\n", "ascii"),
        ("name,day\nJane,2019-04-01\n", "utf-16-le"),
    ],
)
def test_a_short_table_comes_out_right_in_every_encoding(text, encoding):
    assert read_text(text.encode(encoding)).text.removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    "name",
    [
        "ru_cp1251",
        "ru_cp866",
        "ru_koi8-r",
        "ru_utf-16",
        "ru_utf-8-sig",
        "zh_CN_gb18030",
        "zh_CN_gbk",
        "zh_CN_utf-16",
        "zh_CN_utf-8-sig",
        "zh_TW_big5",
        "zh_TW_cp950",
        "zh_TW_utf-16-le",
        "zh_TW_utf-8-sig",
    ],
)
def test_the_real_tables_come_out_as_their_unicode_copy_says(shared_data, name):
    folder = shared_data / "encodings"
    copy = folder / f"{name.rpartition('_')[0]}_utf-8-sig.csv"
    with copy.open(encoding="utf-8-sig", newline="") as lines:
        wanted = {row["no"]: row for row in csv.DictReader(lines)}
    table = read_table(folder / f"{name}.csv")
    assert len(table.rows) >= 70
    assert all(dict(row.values) == wanted[row.values["no"]] for row in table.rows)
    assert table.notes == ()


def test_two_words_that_fit_two_languages_are_read_and_the_doubt_is_told():
    reading = read_text("name\n张伟\n".encode("gb18030"))
    assert reading.text == "name\n张伟\n"
    assert "It was read as GB18030; Windows-1251 would fit too." in reading.note


def test_one_damaged_character_does_not_turn_a_file_into_another_language():
    damaged = CHINESE.encode("utf-8").replace("电".encode(), b"\xe7", 1)
    reading = read_text(damaged)
    assert reading.encoding == "utf-8"
    assert "王先生" in reading.text
    assert "could not be read" in reading.note


def test_the_stated_encoding_is_used_and_a_wrong_statement_refused():
    assert read_text(RUSSIAN.encode("koi8-r"), "koi8-r").text == RUSSIAN
    with pytest.raises(UserError, match="line 2 does not fit"):
        read_text(b"name\n\xff\xff\n", "utf-8")
    with pytest.raises(UserError, match="No encoding is called"):
        read_text(b"name\n", "latin-99")
    with pytest.raises(UserError, match="No encoding is called"):
        read_text(b"name\n", "rot13")


def test_what_is_no_writing_at_all_is_refused():
    with pytest.raises(UserError, match="could not be read"):
        read_text(bytes(range(128, 256)) * 20)
