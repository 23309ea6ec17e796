"""Whatever a letter is asked to say comes back from the page to the letter, or is refused in a sentence."""

import json

import pypdfium2
import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.characters import tidied
from desktop_cs.letters.letter import letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.envelope_sheet import envelope_pdf
from desktop_cs.paper.label_sheet import label_pdf
from desktop_cs.paper.letter_sheet import Extras, letter_pdf
from desktop_cs.paper.written_sheet import written

LETTERS = {
    "en": "Dear {name},\n\nthank you for {word}.\n\nWith thanks,\n{name}",
    "ru": "Уважаемая {name}!\n\nСпасибо за {word}.\n\nС уважением,\n{name}",
    "zh_CN": "尊敬的{name}：\n您好！\n谢谢您的{word}。\n此致\n敬礼！\n{name}",
    "zh_TW": "{name} 惠鑒：\n謝謝您的{word}。\n敬祝\n時祺\n{name} 敬上",
}
WRITTEN = {
    "soft hyphens and joiners": "co\u00adope\u200drate \u2066Tom\u2069 \u202eTom",
    "ligatures of old fonts": "ﬁne ﬂoor eﬃcient",
    "radicals instead of characters": "⼀⼈",
    "full and half width": "Ｎｏ．１２ ﾃﾚﾋﾞ Ⅳ",
    "both scripts in a word": "Привеt Tоm",
    "rare characters": "𠮷㐂",
    "accents by themselves": "Nguye\u0302\u0303n Zoe\u0308",
    "wide blanks": "a\u00a0b\u202fc\u3000d\te",
    "one long word": "a" * 500,
    "only marks": "…——！？",
}
REFUSED = {
    "emoji": ("\N{PARTY POPPER}", "\N{PARTY POPPER}"),
    "a family": ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468"),
    "from right to left": ("שלום", "ש ל ו ם"),
    "a bell": ("a\x07b", "U\\+0007"),
    "half a character": ("a\ud83db", "U\\+D83D"),
    "private use": ("\ue000", "U\\+E000"),
    "an accent on nothing it knows": ("q\u0308", "◌\u0308"),
    "five thousand words": ("word " * 5000, "lines too long"),
}


def solid(text):
    """Return a text without the places where lines end or words part."""
    return "".join(text.split())


def empty_glyphs(letter, look):
    page = written(letter, look, Extras())
    inked = set(page.outline_owners.tolist())
    return [
        character
        for at, (character, is_gap) in enumerate(zip(page.characters, page.is_gap, strict=True))
        if not is_gap and at not in inked
    ]


def check(letter, look):
    """Assert that all of a letter stands on its page, as ink and as text."""
    page = pypdfium2.PdfDocument(letter_pdf(letter, look))[0]
    wanted = solid("".join(tidied(block.text) for block in letter.blocks))
    assert solid(page.get_textpage().get_text_range()) == wanted
    assert empty_glyphs(letter, look) == []


@pytest.mark.parametrize("language", LETTERS)
@pytest.mark.parametrize("what", WRITTEN)
def test_strange_text_is_written_and_found_again(what, language):
    text = LETTERS[language].format(name="Anna", word=WRITTEN[what])
    check(letter_from_text(text, language, 2**63), LetterLook(paper="A4"))


@pytest.mark.parametrize("language", LETTERS)
@pytest.mark.parametrize("what", REFUSED)
def test_what_no_page_can_hold_is_named(what, language):
    text, named = REFUSED[what]
    letter = letter_from_text(LETTERS[language].format(name="Anna", word=text), language, 1)
    with pytest.raises(UserError, match=named):
        letter_pdf(letter, LetterLook())


@pytest.mark.parametrize("language", LETTERS)
def test_parts_without_ink_are_passed_over(language):
    text = LETTERS[language].format(name="\u200b", word="\u00ad")
    check(letter_from_text(text + "\n\n\u200d\n\nAnna", language, 1), LetterLook())


@pytest.mark.parametrize("language", LETTERS)
@pytest.mark.parametrize("text", ["", " \n\t\u3000", "\u200b", "\u00ad\n\n\u2060"])
def test_a_letter_of_nothing_is_called_empty(text, language):
    with pytest.raises(UserError, match="empty"):
        letter_pdf(letter_from_text(text, language, 1), LetterLook())


def test_every_naughty_text_is_written_whole_or_refused_in_a_sentence(shared_data):
    texts = json.loads((shared_data / "naughty_strings.json").read_text(encoding="utf-8"))
    taken = 0
    for number, naughty in enumerate(texts[::4]):
        language = list(LETTERS)[number % len(LETTERS)]
        text = LETTERS[language].format(name=naughty, word=naughty)
        look = LetterLook(paper=("A4", "Letter")[number % 2], degree=("tidy", "hurried")[number // 2 % 2])
        try:
            check(letter_from_text(text, language, number), look)
        except UserError as refusal:
            assert str(refusal).endswith(".")  # noqa: PT017 (most texts are written)
            continue
        taken += 1
    assert taken > len(texts) / 8


@pytest.mark.parametrize("what", REFUSED)
def test_an_envelope_refuses_what_a_letter_refuses(what):
    with pytest.raises(UserError):
        envelope_pdf([REFUSED[what][0], "Main Street 1"], "en", LetterLook(), "DL")


def test_a_sender_and_a_label_without_end_are_cut():
    endless = "w" * 25_000
    for pdf in (
        label_pdf([[endless]], "A4 3x8"),
        envelope_pdf(["Anna"], "en", LetterLook(), "DL", (endless,)),
    ):
        assert "…" in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
