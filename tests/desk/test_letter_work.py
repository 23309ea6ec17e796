"""Letters of cases and of plain texts."""

import pytest

from desktop_cs.desk.letter_work import letter_of_text
from desktop_cs.errors import UserError


def test_a_letter_is_composed_from_the_case_and_stays_the_same_once_it_was_printed(desk, walk):
    story = walk()
    record = desk.letters.of_case(story)
    assert record.language == "en"
    desk.letters.printed(record)
    kept = desk.letters.of_case(desk.casework.story(story.case.id))
    assert (kept.text_blocks, kept.seed) == (record.text_blocks, record.seed)
    assert kept.printed_at == desk.clock.now()
    assert desk.letters.pdf(kept).startswith(b"%PDF-")


def test_a_cancelled_case_has_no_letter(desk, take):
    story = take()
    desk.casework.cancel(story.case, "taken twice")
    with pytest.raises(UserError, match="no letter"):
        desk.letters.of_case(desk.casework.story(story.case.id))


def test_a_text_file_becomes_a_letter(tmp_path):
    text = tmp_path / "letter.txt"
    text.write_text("Dear Mrs Fallon,\n\nthank you for telling us.\n\nAoife", encoding="utf-8-sig")
    assert letter_of_text(text, "en", "A5").startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "cannot be read"), (b"\xff\xfe\x41", "UTF-8"), (b"a" * 100_001, "too long")],
)
def test_a_text_that_cannot_be_a_letter_is_refused_plainly(tmp_path, content, sentence):
    text = tmp_path / "letter.txt"
    if content is not None:
        text.write_bytes(content)
    with pytest.raises(UserError, match=sentence):
        letter_of_text(text, "en", "A5")
