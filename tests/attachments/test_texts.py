"""The words of a text file."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.attachments.texts import MOST_SIGNS, shown_text


def test_a_text_is_shown_as_it_is():
    assert shown_text("\ufeffThe dryer\r\nhums.\tAgain\r烘干机".encode()) == (
        "The dryer\nhums.\tAgain\n烘干机",
        True,
    )


def test_of_a_long_text_the_beginning_is_shown():
    text, is_all = shown_text("汉".encode() * MOST_SIGNS * 2)
    assert (text, is_all) == ("汉" * MOST_SIGNS, False)
    assert shown_text(b"a" * (MOST_SIGNS + 1))[1] is False


@given(st.binary(max_size=400))
def test_nothing_that_hides_or_turns_words_is_shown(content):
    text, _is_all = shown_text(content)
    hidden = {sign for sign in text if unicodedata.category(sign) in {"Cc", "Cf", "Cs"}}
    assert hidden <= set("\t\n\u200c\u200d")
