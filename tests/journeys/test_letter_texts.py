"""Real text in all four languages comes back from the page to the character, by every reader of PDFs."""

import csv
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
import uharfbuzz

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.characters import hand_for, tidied
from desktop_cs.letters.hand.hands import HANDS, hands_for
from desktop_cs.letters.letter import Block, Letter, Role
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.hand_font import HandFont
from desktop_cs.paper.letter_sheet import Extras, letter_pdf
from desktop_cs.paper.written_sheet import written
from desktop_cs.places import resources_dir

NEWS = Path(__file__).parents[2].parent / "shared" / "data" / "ntrex_parallel_en_zhCN_zhTW_ru.csv"
DEGREES = ("tidy", "natural", "hurried")
LANGUAGES = [
    language
    for language in ("en", "ru", "zh_CN", "zh_TW")
    if all((resources_dir() / "hands" / f"{one.id}.hand").exists() for one in hands_for(language)[:1])
    or language.startswith("zh")
]
LETTERS_EACH = 52  # in each language: 208 in all
CHUNKS = 4


def sentences(language):
    """Return real sentences that the hand can write."""
    if not NEWS.exists():
        pytest.skip("the parallel news texts are not beside this repository (../shared/data)")
    hand = hand_for(language)
    with NEWS.open(encoding="utf-8", newline="") as file:
        found = [row[language] for row in csv.DictReader(file)]
    return [text for text in found if not hand.missing(text) and len(text) < 250]


def look_of(number, language):
    shipped = [
        hand.id for hand in hands_for(language) if (resources_dir() / "hands" / f"{hand.id}.hand").exists()
    ]
    return LetterLook(
        hand=shipped[number % len(shipped)] if shipped else "",
        degree=DEGREES[number % 3],
        paper=("A4", "A5", "Letter")[number % 3],
        ruling=("none", "ruled", "red")[number // 2 % 3],
        direction="down" if language.startswith("zh") and number % 4 == 3 else "across",
    )


def letters(language, chunk):
    texts = sentences(language)
    for number in range(chunk, LETTERS_EACH, CHUNKS):
        chosen = texts[2 * number : 2 * number + 2]
        letter = Letter(language, tuple(Block(Role.BODY, text) for text in chosen), seed=number)
        yield letter, look_of(number, language), [tidied(text) for text in chosen]


def solid(text):
    """Return a text without the places where lines end or words part, which Chinese does not show."""
    return "".join(text.split())


def words_of(texts, language, found):
    return (
        (solid("".join(texts)), solid(found))
        if language.startswith("zh")
        else (" ".join(texts).split(), found.split())
    )


def by_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return document[0].get_textpage().get_text_range()


def by_poppler(path, *options):
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", *options, path, "-"], capture_output=True, check=True
    )
    return done.stdout.decode()


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_real_letters_is_found_again(language, chunk, tmp_path):
    read = 0
    for letter, look, texts in letters(language, chunk):
        path = tmp_path / "letter.pdf"
        path.write_bytes(letter_pdf(letter, look))
        wanted, found = words_of(texts, language, by_pdfium(path))
        assert found == wanted, look
        if shutil.which("pdftotext"):
            for options in ([], ["-raw"]):
                wanted, found = words_of(texts, language, by_poppler(path, *options))
                assert found == wanted, (look, options)
        read += 1
    assert read == LETTERS_EACH // CHUNKS


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_glyph_of_a_real_letter_is_empty(language):
    for letter, look, _texts in list(letters(language, 0))[:6]:
        page = written(letter, look, Extras())
        font = uharfbuzz.Font(uharfbuzz.Face(HandFont(page).file.content))
        for at, is_gap in enumerate(page.is_gap):
            box = font.get_glyph_extents(at + 1)
            assert is_gap or (box.width and box.height), page.characters[at]


@pytest.mark.parametrize("direction", ["across", "down"])
def test_characters_beyond_the_first_plane_are_found_again(direction, tmp_path):
    text = "𠮷野家的㐂先生，您好！"
    letter = Letter("zh_TW", (Block(Role.BODY, text),), 1)
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter_pdf(letter, LetterLook(direction=direction)))
    assert solid(by_pdfium(path)) == text
    if shutil.which("pdftotext"):
        assert solid(by_poppler(path)) == text
        assert solid(by_poppler(path, "-raw")) == text


def test_five_thousand_words_are_refused_with_how_much_is_too_much():
    letter = Letter("en", (Block(Role.BODY, "Thank you for waiting. " * 1250),), 1)
    with pytest.raises(UserError, match=r"\d{3} lines too long"):
        letter_pdf(letter, LetterLook(paper="A4"))


@pytest.mark.parametrize(
    "hand",
    [hand for hand in HANDS if (resources_dir() / "hands" / f"{hand.id}.hand").exists()],
    ids=lambda hand: hand.id,
)
def test_every_hand_writes_what_a_reader_finds(hand):
    text = {"en": "With kind regards — Ana, £12.50!", "ru": "С уважением — «Анна», 12 мая!"}[
        hand.languages[0]
    ]
    for degree in DEGREES:
        letter = Letter(hand.languages[0], (Block(Role.BODY, text),), 3)
        assert by_pdfium(letter_pdf(letter, LetterLook(hand=hand.id, degree=degree))).split() == text.split()
