"""The first run walked as somebody does who has just bought the program."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_cs.shop.staff import Role, digits_match
from desktop_cs.ui.first_run.first_run_page import FirstRunPage

# A list that opens takes the keyboard, which the screen of the tests cannot give.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")


def press_next(page):
    page.bar.next.click()


def choose_country(page, code):
    field = page.country.country.field
    field.set_key("")
    field.setText(code)
    field.editingFinished.emit()


@pytest.fixture
def at_people(page):
    """Go to the third page, with a country and a name."""
    choose_country(page, "DE")
    press_next(page)
    page.shop.name.setText("Kraus Appliances")
    press_next(page)
    return page


def name_the_manager(page, name="Lena Kraus", digits="4711"):
    line = page.people.lines()[0]
    line.name.setText(name)
    line.digits.setText(digits)


def begin(qtbot, page):
    with qtbot.waitSignal(page.went) as went:
        press_next(page)
    return went.args


def test_at_the_end_the_shop_and_its_people_are_stored_and_the_day_begins(qtbot, desk, at_people):
    name_the_manager(at_people)
    at_people.people.add.click()
    at_people.people.lines()[1].show_person("James Okafor", Role.TECHNICIAN, "0815")

    assert begin(qtbot, at_people) == ["today", None]

    settings = desk.settings
    assert (settings.name, settings.country, settings.currency) == ("Kraus Appliances", "DE", "EUR")
    assert (settings.letter_paper, settings.report_paper, settings.language) == ("A5", "A4", "en")
    assert settings.is_set_up
    james, lena = desk.shop.staff()
    assert (lena.name, lena.role) == ("Lena Kraus", Role.MANAGER)
    assert (james.name, james.role) == ("James Okafor", Role.TECHNICIAN)
    assert digits_match("4711", lena.digits_hash)
    assert digits_match("0815", james.digits_hash)
    assert desk.actor == lena
    assert at_people.preferences.person == "Lena Kraus"


def test_nothing_is_stored_before_begin(desk, at_people):
    name_the_manager(at_people)
    assert not desk.settings.is_set_up
    assert desk.shop.staff() == []


@pytest.mark.parametrize(
    ("code", "currency", "paper"), [("US", "USD", "Letter"), ("CN", "CNY", "A4"), ("JP", "JPY", "A4")]
)
def test_currency_and_paper_follow_the_country(page, code, currency, paper):
    choose_country(page, code)
    assert (page.subject().currency, page.subject().report_paper) == (currency, paper)
    press_next(page)
    assert page.shop.report_paper.choice() == paper


def test_a_country_is_found_by_a_part_of_its_name(qtbot, page):
    field = page.country.country.field
    field.clear()
    field.setFocus()
    qtbot.keyClicks(field, "switzer")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert page.subject().country == "CH"
    assert field.text() == "Switzerland"
    assert page.country.currency.field.text() == "Swiss Franc (CHF)"


def test_a_country_that_there_is_not_is_said_at_the_field_and_keeps_the_page(page):
    choose_country(page, "Atlantis")
    assert "Choose one from the list" in page.country.country.problem
    press_next(page)
    assert page.subject().page == 0
    assert page.country.country.field.text() == "Atlantis"
    assert page.country.country.field.accessibleDescription() == page.country.country.problem


def test_the_currency_can_be_another_than_the_usual_one(page):
    choose_country(page, "CH")
    page.country.currency.field.setText("EUR")
    press_next(page)
    assert page.subject().currency == "EUR"


def test_a_shop_needs_a_name(page):
    choose_country(page, "DE")
    press_next(page)
    press_next(page)
    assert page.subject().page == 1
    assert "name of the shop" in page.shop.name_line.problem
    assert page.focusWidget() is page.shop.name


def test_going_back_loses_nothing(at_people):
    name_the_manager(at_people)
    at_people.bar.back.click()
    assert at_people.shop.name.text() == "Kraus Appliances"
    at_people.shop.phone.setText("030 123")
    at_people.bar.back.click()
    assert at_people.country.country.field.text() == "Germany"
    press_next(at_people)
    assert at_people.shop.phone.text() == "030 123"
    press_next(at_people)
    assert [line.name.text() for line in at_people.people.lines()] == ["Lena Kraus"]
    assert at_people.people.lines()[0].digits.text() == "4711"


def test_on_the_first_page_there_is_nothing_to_go_back_to(page):
    assert page.bar.back.isVisible()
    assert not page.bar.back.isEnabled()


def test_another_language_comes_at_once_and_the_draft_comes_along(qtbot, page, desk):
    choose_country(page, "CN")
    press_next(page)
    page.shop.name.setText("王家电器")
    page.bar.back.click()
    with qtbot.waitSignal(page.look_changed):
        page.country.language.chosen.emit("zh_CN")
    assert page.preferences.language == "zh_CN"

    rebuilt = FirstRunPage(page.actions, page.preferences)
    qtbot.addWidget(rebuilt)
    rebuilt.load(page.subject())
    assert rebuilt.country.country.field.key() == "CN"
    press_next(rebuilt)
    assert rebuilt.shop.name.text() == "王家电器"


def test_picking_the_language_in_use_again_changes_nothing(qtbot, page):
    english = page.country.language.buttons()[0]
    with qtbot.assertNotEmitted(page.look_changed):
        english.click()
    assert page.country.language.choice() == "en"
    assert english.isChecked()


def test_the_focus_begins_at_the_language_in_use(page):
    assert page.focusWidget() is page.country.language.buttons()[0]


def test_ctrl_enter_goes_on_and_alt_left_goes_back(qtbot, page):
    choose_country(page, "DE")
    qtbot.keyClick(page.country.country.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.subject().page == 1
    qtbot.keyClick(page.shop.address, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.subject().page == 0


def test_only_looking_around_asks_for_the_practice_shop(qtbot, page, desk):
    with qtbot.waitSignal(page.practice_wanted):
        page.country.look_around.click()
    assert not desk.settings.is_set_up


def test_every_control_has_a_name_on_every_page(at_people, unnamed):
    for _page in range(3):
        assert unnamed(at_people) == []
        at_people.bar.back.click()


def test_the_page_fits_the_smallest_window_and_the_bar_stays(at_people):
    at_people.resize(1021, 560)
    QApplication.processEvents()
    assert at_people.minimumSizeHint().width() <= 1024
    bar = at_people.bar.geometry()
    assert bar.bottom() <= at_people.height()
    assert bar.top() > at_people.height() // 2


def test_a_draft_brings_back_the_page_it_was_made_on(qtbot, at_people):
    name_the_manager(at_people)
    rebuilt = FirstRunPage(at_people.actions, at_people.preferences)
    qtbot.addWidget(rebuilt)
    rebuilt.load(replace(at_people.subject(), page=2))
    assert rebuilt.people.lines()[0].name.text() == "Lena Kraus"
    assert rebuilt.bar.next.text() == "Begin"
