"""Packs of letters say what they are made from and bear no reserved name; building them takes the fonts."""

import json
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HANDS = ROOT / "resources" / "hands"
LETTERS = ["harbour", "orchard", "meadow", "birch", "linden", "rowan"]
RESERVED = [
    "La Belle Aurore",
    "Nothing You Could Do",
    "Homemade Apple",
    "Bad Script",
    "Caveat",
    "Marck Script",
    "Cedarville",
    "Shadows Into Light",
]
MOST_BYTES = 220_000


def header(hand):
    with (HANDS / f"{hand}.hand").open("rb") as file:
        return json.loads(file.readline())


@pytest.mark.parametrize("hand", LETTERS)
def test_a_pack_bears_a_name_of_our_own_and_names_its_sources(hand):
    name, notice = header(hand)["name"], header(hand)["notice"]
    assert name == hand.capitalize()
    assert not any(reserved.casefold() in name.casefold() for reserved in RESERVED)
    assert "derived in 2026" in notice
    assert "(c)" in notice


@pytest.mark.parametrize("hand", LETTERS)
def test_every_licence_that_a_pack_names_stands_beside_it(hand):
    named = [
        word.strip(".,;") for word in header(hand)["notice"].split() if word.strip(".,;").endswith(".txt")
    ]
    assert named
    for licence in named:
        text = (HANDS / licence).read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in text or "Apache License" in text


@pytest.mark.parametrize("hand", LETTERS)
def test_the_readme_lists_each_pack_with_its_licences(hand):
    lines = (HANDS / "README.md").read_text(encoding="utf-8").splitlines()
    (row,) = [line for line in lines if line.startswith(f"| `{hand}.hand`")]
    for word in header(hand)["notice"].split():
        if word.strip(".,;").endswith(".txt"):
            assert f"`{word.strip('.,;')}`" in row


@pytest.mark.parametrize("hand", LETTERS)
def test_a_hand_stays_small(hand):
    assert (HANDS / f"{hand}.hand").stat().st_size < MOST_BYTES


def test_only_fonts_under_one_licence_are_blended():
    for hand in LETTERS:
        notice = header(hand)["notice"]
        assert ("SIL Open Font License" in notice) != ("Apache License" in notice)


def test_every_drawn_sign_has_ink_and_a_width():
    drawn = tomllib.loads((ROOT / "packaging" / "hand_drawn_strokes.toml").read_text(encoding="utf-8"))
    for sign, how in drawn["signs"].items():
        assert how.get("width", 0) > 0 or how.get("over"), sign
        assert all(len(stroke) > 1 for stroke in how["strokes"]), sign
    for hand, signs in drawn["instead"].items():
        assert hand in LETTERS
        assert set(signs) <= set(drawn["signs"])
