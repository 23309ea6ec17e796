"""Traditional characters are told from simplified ones."""

import pytest

from desktop_cs.letters.traditional import is_traditional


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("烘衣機", True),
        ("Bosch 烘衣機", True),
        ("烘干机", False),
        ("维修", False),
        ("裡面", True),
        ("", True),
    ],
)
def test_simplified_characters_are_told_from_traditional_ones(text, traditional):
    assert is_traditional(text) is traditional
