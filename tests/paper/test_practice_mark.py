"""What the practice shop prints carries its mark, on every page; what a real shop prints never does."""

from dataclasses import replace

import pypdfium2
import pytest

from desktop_cs import i18n
from desktop_cs.clock import SystemClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.practice import make_practice_shop


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    desk = open_desk(tmp_path_factory.mktemp("practice"), SystemClock())
    make_practice_shop(desk, 6, seed=1)
    desk.actor = desk.shop.staff()[0]
    yield desk
    desk.close()


@pytest.fixture
def printed(practice):
    """Return a function that gives the PDF of something that the practice shop prints."""
    story = practice.casework.story(
        practice.casework.take(Intake("A kettle that drips", "Mrs Wells")).value.id
    )

    def pdf(what):
        if what == "letter":
            return practice.letters.pdf(practice.letters.composed(story))
        if what == "month":
            return practice.months.pdf(practice.months.this_month())
        return practice.slips.pdf(story, what)

    return pdf


def marked(pdf, word="Practice"):
    """Return for each page whether a line holds that word and nothing else, as the shop's name does not."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return [any(set(line.split()) == {word} for line in page.splitlines()) for page in pages]


@pytest.mark.parametrize("what", ["letter", "month", "80mm", "A4", "Letter"])
def test_every_page_of_the_practice_shop_is_marked(printed, what):
    found = marked(printed(what))
    assert found
    assert all(found)


def test_the_mark_is_in_the_language_of_the_screen(printed):
    i18n.use_change(lambda text: "练习" if text == "Practice" else text)
    try:
        assert all(marked(printed("month"), "练习"))
    finally:
        i18n.use_change(None)


@pytest.mark.parametrize("what", ["letter", "month", "80mm"])
def test_a_real_shop_prints_without_a_mark(printed, practice, what, monkeypatch):
    monkeypatch.setattr(practice, "_settings", replace(practice.settings, is_practice=False, name="Corner"))
    assert not any(marked(printed(what)))
