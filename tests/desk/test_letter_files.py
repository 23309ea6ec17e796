"""Letters of plain text files."""

from pathlib import Path

import pytest

from desktop_cs.desk.letter_files import as_pdf, as_png, as_svg, maker_for, text_letter
from desktop_cs.errors import UserError
from desktop_cs.letters.look import LetterLook

TEXT = "Dear Mrs Fallon,\n\nthank you for telling us.\n\nAoife"


@pytest.fixture
def letter(tmp_path):
    """Return the letter of a text file that begins with a byte order mark."""
    text = tmp_path / "letter.txt"
    text.write_text(TEXT, encoding="utf-8-sig")
    return text_letter(text, "en", 3)


def test_a_text_file_becomes_a_letter_in_three_kinds_of_file(letter):
    assert as_pdf(letter, LetterLook()).startswith(b"%PDF-")
    assert as_svg(letter, LetterLook()).startswith(b"<")
    assert as_png(letter, LetterLook()).startswith(b"\x89PNG")


def test_the_ending_of_the_name_decides_what_is_made():
    makers = (as_pdf, as_svg, as_png)
    assert tuple(maker_for(Path(name)) for name in ("a.PDF", "b.svg", "c.d.png")) == makers
    with pytest.raises(UserError, match=r"\.pdf, \.svg, \.png"):
        maker_for(Path("letter.doc"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read"),
        (b"\xff\xfe\x41", "UTF-8"),
        ("Dear Tom".encode("utf-16-le"), "UTF-8"),
        ("尊敬的王女士".encode("gb18030"), "UTF-8"),
        ("Уважаемая".encode("koi8-r"), "UTF-8"),
        (b"a" * 100_001, "too long"),
        (b" \n", "empty"),
    ],
)
def test_a_text_that_cannot_be_a_letter_is_refused_plainly(tmp_path, content, sentence):
    text = tmp_path / "letter.txt"
    if content is not None:
        text.write_bytes(content)
    with pytest.raises(UserError, match=sentence):
        text_letter(text, "en", 1)
