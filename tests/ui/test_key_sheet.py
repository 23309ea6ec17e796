"""The sheet of all keys, over a page that goes on living below it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import delete

from desktop_cs.ui.key_sheet import KeySheet


@pytest.fixture
def page(qtbot):
    """Return a page with a field that has the focus."""
    page = QWidget()
    qtbot.addWidget(page)
    field = QLineEdit(page)
    page.show()
    page.activateWindow()
    field.setFocus()
    return page


def test_escape_puts_the_sheet_away_and_the_focus_back(page):
    field, sheet = page.focusWidget(), KeySheet(page)
    sheet.show()
    assert page.focusWidget() is sheet.close_button
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert page.focusWidget() is field


def test_a_field_that_went_while_the_sheet_was_up_is_not_asked_for(page):
    field, sheet = page.focusWidget(), KeySheet(page)
    sheet.show()
    delete(field)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)  # ended the program once
    assert not sheet.isVisible()
