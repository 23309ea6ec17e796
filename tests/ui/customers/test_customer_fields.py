"""The small editor of a customer, by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop_cs.customers.customer import Customer
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.customers.customer_fields import NOBODY, CustomerFields

WANG = Customer(uuid7(), "Wang Li", "Ms", "555 0134", "Main Street 1\nTown", "zh_CN")


@pytest.fixture
def fields(qtbot):
    fields = CustomerFields()
    qtbot.addWidget(fields)
    with qtbot.waitActive(fields):
        fields.show()
    return fields


def test_what_is_shown_is_given_back(fields):
    fields.set_customer(WANG)
    assert fields.customer() == WANG
    assert not fields.is_changed


def test_showing_a_customer_reports_nothing(fields, qtbot):
    with qtbot.assertNotEmitted(fields.edited), qtbot.assertNotEmitted(fields.left):
        fields.set_customer(WANG)


def test_typing_is_reported_and_so_is_leaving_a_field(fields, qtbot):
    fields.set_customer(NOBODY)
    with qtbot.waitSignal(fields.edited):
        qtbot.keyClicks(fields.name, "W")
    assert fields.is_changed
    with qtbot.waitSignal(fields.left):
        qtbot.keyClick(fields.name, Qt.Key.Key_Return)


def test_blanks_around_an_answer_are_no_change(fields, qtbot):
    fields.set_customer(WANG)
    qtbot.keyClicks(fields.name, "  ")
    assert not fields.is_changed


def test_tab_goes_on_from_the_address(fields, qtbot):
    fields.address.setFocus()
    qtbot.keyClick(fields.address, Qt.Key.Key_Tab)
    assert not fields.address.hasFocus()
    assert fields.address.toPlainText() == ""


def test_a_problem_is_shown_and_said_at_the_name(fields):
    fields.show_problem("Write a name.")
    assert fields.name.hasFocus()
    assert fields.name.accessibleDescription() == "Write a name."
    fields.show_problem("")
    assert fields.name.accessibleDescription() == ""


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW", "ru"])
def test_every_language_that_letters_are_written_in_can_be_chosen(fields, language):
    fields.set_customer(replace(WANG, language=language))
    assert fields.customer().language == language
