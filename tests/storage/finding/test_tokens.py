"""Search words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as driver

from desktop_cs.storage.finding.tokens import code_words, phone_words, query, words


@pytest.fixture(scope="module")
def index():
    """Return an index of the kind that the records have, with one text."""
    connection = driver.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(words, tokenize='ascii')")
    yield connection
    connection.close()


def is_found(index, typed, text, cut=words):
    index.execute("DELETE FROM texts")
    index.execute("INSERT INTO texts (words) VALUES (?)", (" ".join(cut(text)),))
    match = query(typed)
    return bool(match) and bool(index.execute("SELECT 1 FROM texts WHERE texts MATCH ?", (match,)).fetchone())


def test_chinese_is_cut_into_pairs_and_the_last_sign():
    assert words("洗衣机坏了") == ["洗衣", "衣机", "机坏", "坏了", "了"]
    assert words("iPhone手机 15") == ["iphone", "手机", "机", "15"]
    assert words("好") == ["好"]


def test_words_are_folded():
    assert words("José STRASSE Straße ÉTÉ Ёлка") == ["jose", "strasse", "strasse", "ete", "елка"]
    assert words("ＡＢＣ１２３") == ["abc123"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("dry", "The dryer stopped"),
        ("DRYER the", "The dryer stopped"),
        ("jose", "José called"),
        ("洗", "洗衣机坏了"),
        ("了", "洗衣机坏了"),
        ("衣机坏", "洗衣机坏了"),
        ("洗衣机 坏了", "洗衣机坏了"),
        ("부품", "부품이 없어요"),
        ("стир", "Стиральная машина"),
        ("covid-19", "since covid-19"),
        ("c++", "a C++ book"),
    ],
)
def test_what_is_typed_finds_the_text(index, typed, text):
    assert is_found(index, typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("衣坏", "洗衣机坏了"),
        ("ryer", "The dryer"),
        ("dry stopped", "The dryer stopped"),
        ("", "text"),
        ("-", "a-b"),
    ],
)
def test_what_is_not_there_is_not_found(index, typed, text):
    assert not is_found(index, typed, text)


@pytest.mark.parametrize("typed", ["7946 0958", "0958", "+44 20 7946-0958", "(20) 794", "４４２０", "207946"])
def test_a_phone_number_is_found_by_any_part_however_written(index, typed):
    assert is_found(index, typed, "+44 (0)20 7946 0958".replace("(0)", ""), phone_words)


def test_a_date_is_found_as_it_is_written(index):
    assert is_found(index, "2026-11-22", "since 2026-11-22")
    assert is_found(index, "12/9", "on 12/9")
    assert not is_found(index, "12/8", "on 12/9")


def test_a_serial_number_is_found_by_its_parts_and_as_a_whole(index):
    assert all(is_found(index, typed, "WX-12/9", code_words) for typed in ("wx-12/9", "wx", "WX129", "12"))
    assert code_words("WX129") == ["wx129"]


def test_nothing_typed_reaches_the_query_language():
    assert query('NEAR("a" b) OR words:c* ^d {e f} -g') == '"near" "a" "b" "or" "words" "c" "d" "e" "f" "g"*'
    assert query('"; DROP TABLE texts') == '"drop" "table" "texts"*'
    assert query("a\0b") == '"a" "b"*'


@given(st.text())
def test_every_text_can_be_searched_for_and_is_found_by_itself(index, text):
    assert is_found(index, text, text, lambda whole: [*words(whole), *phone_words(whole)]) or not query(text)


def test_naughty_strings_are_found_by_themselves_and_find_nothing_else(index, shared_data):
    searched = 0
    for text in json.loads((shared_data / "naughty_strings.json").read_text("utf-8")):
        if query(text):
            whole = [*words(text), *phone_words(text)]
            assert is_found(index, text, text, lambda _text, whole=whole: whole), text
            assert not is_found(index, f"zzqx {text}", text, lambda _text, whole=whole: whole), text
            searched += 1
    assert searched > 300
