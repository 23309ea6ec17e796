"""The envelope of a letter."""

from dataclasses import replace

import pypdfium2
import pytest

from desktop_cs.desk.letter_envelopes import letter_envelope
from desktop_cs.errors import UserError


def words_on(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].get_textpage().get_text_range()
    finally:
        document.close()


@pytest.fixture
def addressed(desk, take):
    """Return a function that gives the story of a customer who lives there."""

    def give(address):
        story = take()
        customer = replace(story.customer, address=address)
        desk.customers.save(customer)
        return desk.casework.story(story.case.id)

    return give


def test_it_bears_name_and_address_of_the_customer_and_of_the_shop(desk, addressed, managing):
    with managing():
        desk.shop.save_settings(replace(desk.settings, name="Corner Shop", address="1 Mill Lane"))
    story = addressed("4 Elm Road\nEllerton")
    words = words_on(letter_envelope(desk, desk.letters.of_case(story), "DL"))
    for told in (story.customer.name, "4 Elm Road", "Ellerton", "Corner Shop"):
        assert told in words


def test_without_an_address_it_says_where_to_write_it(desk, addressed):
    with pytest.raises(UserError, match="no address yet"):
        letter_envelope(desk, desk.letters.of_case(addressed("")), "C6")
