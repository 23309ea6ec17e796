"""The page that asks for what opens the records."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop_cs.errors import LockedError, ShopError, UserError
from desktop_cs.ui.entry.unlock_page import UnlockPage

PHRASE = "three grey hens"


@pytest.fixture
def page(qtbot):
    """Return the page in front of records that the pass phrase opens."""

    def opening(secret):
        if not secret:
            raise LockedError("Locked.")
        if secret == "broken":
            raise ShopError("The disk is gone.")
        if secret != PHRASE:
            raise UserError("This is not the pass phrase.", "secret")
        return "the desk"

    made = UnlockPage(opening)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.begin()
    qtbot.waitUntil(lambda: not made.waiting.is_on)
    yield made
    made.finish()


def give(qtbot, page, typed):
    """Type a secret and wait for the answer."""
    page.secret.setText("")
    QTest.keyClicks(page.secret, typed)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.waiting.is_on)


def test_the_right_pass_phrase_opens_and_is_wiped_from_the_field(qtbot, page):
    with qtbot.waitSignal(page.opened) as heard:
        QTest.keyClicks(page.secret, PHRASE)
        page.open.click()
    assert heard.args == ["the desk"]
    assert page.secret.text() == ""
    page.secret.undo()
    assert page.secret.text() == ""


def test_a_wrong_one_is_said_at_the_field_and_can_be_mended(qtbot, page):
    give(qtbot, page, "three grey hen")
    assert page.line.problem == "This is not the pass phrase."
    assert page.secret.accessibleDescription() == page.line.problem
    assert page.secret.text() == "three grey hen"
    assert page.secret.isEnabled()


def test_after_two_wrong_ones_the_way_with_the_sheet_unfolds(qtbot, page):
    give(qtbot, page, "one")
    assert not page.sheet_words.isVisible()
    give(qtbot, page, "two")
    assert page.sheet_words.isVisible()


def test_while_it_opens_the_wait_is_shown_and_nothing_is_tried_twice(qtbot, page):
    tries = []
    page._opening = tries.append
    QTest.keyClicks(page.secret, PHRASE)
    page.open.click()
    assert page.waiting.isVisible()
    assert not page.open.isEnabled()
    page._try()
    qtbot.waitUntil(lambda: not page.waiting.is_on)
    assert tries == [PHRASE]


def test_signs_are_dots_until_they_are_to_be_shown(page):
    assert page.secret.echoMode() is QLineEdit.EchoMode.Password
    show = page.line.findChildren(type(page.open))[0]
    show.click()
    assert page.secret.echoMode() is QLineEdit.EchoMode.Normal
    show.click()
    assert page.secret.echoMode() is QLineEdit.EchoMode.Password


def test_nothing_typed_is_asked_for_kindly(page):
    page.open.click()
    assert page.line.problem


def test_records_that_cannot_be_opened_at_all_are_told_elsewhere(qtbot, page):
    with qtbot.waitSignal(page.failed) as heard:
        QTest.keyClicks(page.secret, "broken")
        page.open.click()
    assert str(heard.args[0]) == "The disk is gone."


def test_what_to_do_when_both_are_lost_is_said_in_plain_words(page):
    page.lost.click()
    assert page.lost_words.isVisible()
    assert "Nothing is deleted" in page.lost_words.text()


def test_every_control_has_a_name(page, unnamed):
    assert unnamed(page) == []


def test_no_label_reads_markup(page):
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
