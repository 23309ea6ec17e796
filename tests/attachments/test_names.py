"""Names of files, as they are shown and saved."""

import json
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.attachments.names import LONGEST, NAMELESS, clean_name

TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("dryer.jpg", "dryer.jpg"),
        ("烘干机 照片.JPG", "烘干机 照片.JPG"),
        ("сушилка.png", "сушилка.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Shop\\Ann\\bill.pdf", "bill.pdf"),
        ("C:bill.pdf", "C_bill.pdf"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\nb\tc\x00d\x7f.txt", "abcd.txt"),
        ("  two   words .txt ", "two words .txt"),
        ('who? "me": <b>|*.txt', "who_ _me__ _b___.txt"),
        ("CON", "_CON"),
        ("aux.txt", "_aux.txt"),
        ("Lpt1 .txt", "_Lpt1 .txt"),
        ("console.txt", "console.txt"),
        ("..", NAMELESS),
        ("...hidden", "hidden"),
        ("", NAMELESS),
        ("/", NAMELESS),
        ("\u200d", NAMELESS),
        ("\ud83d.txt", "txt"),
        ("cafe\u0301.txt", "café.txt"),
    ],
)
def test_a_name_is_cleaned(name, clean):
    assert clean_name(name) == clean


def test_a_long_name_keeps_its_ending():
    clean = clean_name("x" * 500 + ".jpeg")
    assert len(clean) == LONGEST
    assert clean.endswith("x.jpeg")
    assert clean_name("y" * 500) == "y" * LONGEST
    assert len(clean_name("a." + "z" * 500)) == LONGEST


def assert_harmless(name):
    assert name
    assert name not in {".", ".."}
    assert len(name) <= LONGEST + 1
    assert not set(name) & set('/\\<>:"|?*' + TURNING)
    assert not any(unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"} for sign in name)
    assert name == name.strip()
    assert not name.endswith(".")
    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    name.encode()


@given(st.text(max_size=300))
def test_whatever_it_is_called_the_name_is_harmless(name):
    assert_harmless(clean_name(name))


@given(st.text("./\\: \u202e\u200bCONcon1\x00", max_size=12))
def test_names_made_to_do_harm_are_harmless(name):
    assert_harmless(clean_name(name))


@given(st.text(max_size=200))
def test_a_clean_name_stays_as_it_is(name):
    assert clean_name(clean_name(name)) == clean_name(name)


def test_every_naughty_text_makes_a_harmless_name(shared_data):
    for text in json.loads((shared_data / "naughty_strings.json").read_text(encoding="utf-8")):
        assert_harmless(clean_name(text))
