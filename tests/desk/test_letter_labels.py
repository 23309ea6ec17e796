"""Labels for the letters of a day."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from desktop_cs.desk.letter_batch import BatchLetter
from desktop_cs.desk.letter_labels import letter_labels
from desktop_cs.errors import UserError


@pytest.fixture
def due(desk, take):
    """Return a function that gives letters to customers with these addresses; "" is none."""

    def give(*addresses):
        letters = []
        for number, address in enumerate(addresses):
            story = take(who=f"Customer {number}")
            desk.customers.save(replace(story.customer, address=address))
            letters.append(BatchLetter(story, desk.letters.of_case(story)))
        return letters

    return give


def pages_of(pdf):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(pdf))]


def test_each_letter_has_a_label_with_the_address_as_it_is_now(desk, due):
    labels = letter_labels(desk, due("4 Mill Lane\nEllerton", "5 Elm Road"), "A4 3x8")
    (page,) = pages_of(labels.pdf)
    for told in ("Customer 0", "4 Mill Lane", "Ellerton", "Customer 1", "5 Elm Road"):
        assert told in page
    assert (labels.without, labels.next_start) == ((), 3)


def test_a_sheet_goes_on_where_it_is_still_whole(desk, due):
    labels = letter_labels(desk, due("1 Elm Road", "2 Elm Road", "3 Elm Road"), "A4 2x7", start=13)
    first, second = pages_of(labels.pdf)
    assert "2 Elm Road" in first
    assert "3 Elm Road" in second
    assert labels.next_start == 2


def test_whoever_has_no_address_is_named_and_the_others_have_labels(desk, due):
    letters = due("", "5 Elm Road")
    labels = letter_labels(desk, letters, "Letter 3x10")
    assert "5 Elm Road" in pages_of(labels.pdf)[0]
    (told,) = labels.told()
    assert told.startswith(f"Case {letters[0].story.case.number}: Customer 0 has no address yet.")
    nobody = letter_labels(desk, letters[:1], "Letter 3x10", start=4)
    assert (nobody.pdf, len(nobody.without), nobody.next_start) == (b"", 1, 4)


@pytest.mark.parametrize(("sheet", "start"), [("9x9", 1), ("A4 3x8", 0), ("A4 3x8", 25)])
def test_a_sheet_that_there_is_not_is_refused(desk, due, sheet, start):
    with pytest.raises(UserError, match=r"Choose one|from 1 to 24"):
        letter_labels(desk, due("5 Elm Road"), sheet, start)
