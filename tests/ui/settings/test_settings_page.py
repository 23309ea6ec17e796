"""Settings as a whole: topics, who may change what, and leaving."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_cs.ui.settings.paper_section import PaperSection
from desktop_cs.ui.settings.settings_page import TOPICS


@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_opens_and_names_its_controls(page, section, unnamed, name):
    made = section(name)
    assert made.isVisible()
    assert page.rail.item(name).isChecked()
    assert unnamed(page) == []


def test_arrow_keys_walk_through_the_topics(qtbot, page):
    page.focus_first()
    qtbot.keyClick(page.rail.item("shop"), Qt.Key.Key_Down)
    assert page.subject() == "paper"
    qtbot.keyClick(page.rail.item("paper"), Qt.Key.Key_Up)
    assert page.subject() == "shop"


def test_a_manager_changes_everything_without_being_asked(page, section):
    assert not page.manager_line.isVisible()
    assert section("limits").card.isEnabled()


@pytest.mark.parametrize("name", ["shop", "paper", "hours", "limits", "people"])
def test_whoever_is_no_manager_reads_and_is_asked_for_a_managers_digits(at_counter, name):
    at_counter.go_to(name)
    assert at_counter.manager_line.isVisible()
    assert not at_counter.section().card.isEnabled()


def test_how_the_window_looks_is_for_everybody(at_counter):
    at_counter.go_to("window")
    assert not at_counter.manager_line.isVisible()
    assert at_counter.section().scheme.isEnabled()


def test_practising_and_the_way_to_safety_are_for_everybody_but_past_cases_are_not(at_counter):
    at_counter.go_to("data")
    section = at_counter.section()
    assert section.practice.isEnabled()
    assert section.safety.isEnabled()
    assert not section.past_cases.isEnabled()


def test_a_managers_digits_open_settings_for_this_visit_only(at_counter, desk, enter_digits):
    line = at_counter.manager_line
    enter_digits(line.digits, "4711")
    assert not line.isVisible()
    at_counter.go_to("people")
    assert at_counter.section().card.isEnabled()
    assert desk.actor.name == "James Okafor"
    assert at_counter.leave()
    at_counter.load()
    assert not at_counter.section().card.isEnabled()


def test_other_digits_open_nothing(at_counter, enter_digits):
    line = at_counter.manager_line.digits
    enter_digits(line, "0815")
    assert "not a manager" in line.problem
    assert line.field.text() == ""
    assert not at_counter.section().card.isEnabled()


def test_digits_that_were_right_open_nothing_for_whoever_comes_meanwhile(qtbot, at_counter, actions):
    at_counter.manager_line.given.emit("4711")
    at_counter.load()
    qtbot.waitUntil(lambda: not actions.is_busy(), timeout=20_000)
    QApplication.processEvents()
    assert at_counter.manager_line.isVisible()
    assert not at_counter.section().card.isEnabled()


def test_the_trail_names_the_manager_who_opened_settings(at_counter, desk, monkeypatch, enter_digits):
    lena = next(one for one in desk.shop.staff() if one.is_manager)
    enter_digits(at_counter.manager_line.digits, "4711")
    acted = []
    save = desk.shop.save_settings
    monkeypatch.setattr(desk.shop, "save_settings", lambda new: acted.append(desk.actor) or save(new))
    at_counter.section().phone.setText("030 123")
    assert at_counter.leave()
    assert acted == [lena]
    assert desk.actor.name == "James Okafor"


def test_where_nobody_is_a_manager_settings_are_open(at_counter, desk, monkeypatch):
    monkeypatch.setattr(desk.shop, "staff", lambda *, with_former=False: [])
    at_counter.load()
    assert at_counter.section().card.isEnabled()


def test_what_the_focus_is_still_in_is_stored_when_settings_are_left(page, desk):
    page.section().name.setText("Kraus & Daughter")
    assert page.leave()
    assert desk.settings.name == "Kraus & Daughter"
    assert page.saved.text() == "Saved on this PC at 10:00"


def test_a_refused_field_keeps_its_topic_at_the_front(page, desk):
    page.section().name.setText(" ")
    page.go_to("paper")
    assert page.subject() == "shop"
    assert page.rail.item("shop").isChecked()
    assert "Write the name of the shop" in page.section().name_line.problem
    assert desk.settings.name == "Kraus Appliances"


def test_the_topic_comes_back_after_the_window_was_built_anew(page):
    page.go_to("hours")
    page.load(page.subject())
    assert page.subject() == "hours"
    page.load("no such topic")
    assert page.subject() == "hours"


def test_settings_fit_the_smallest_window(page):
    for name in TOPICS:
        page.go_to(name)
        QApplication.processEvents()
        assert page.minimumSizeHint().width() <= 1024 - 72, name
        assert page.minimumSizeHint().height() <= 560 - 50, name


def test_a_topic_is_made_in_turns_of_its_own_and_comes_to_the_front(qtbot, page):
    page.go_to("paper")
    assert page.subject() == "paper"
    assert page.findChild(PaperSection) is None
    qtbot.waitUntil(
        lambda: page.findChild(PaperSection) is not None and page.findChild(PaperSection).isVisible()
    )
    made = page.findChild(PaperSection)
    assert made is page.section()
    assert list(made.usual.questions) == ["pen", "degree", "ink", "ruling", "signing"]
    assert made.letters.choice() == page.desk.settings.letter_paper


def test_whoever_goes_on_before_a_topic_is_made_loses_nothing(qtbot, page):
    page.go_to("paper")
    page.go_to("window")
    page.go_to("paper")
    assert page.section().isVisible()
    assert len(page.findChildren(PaperSection)) == 1
    qtbot.wait(0)
    assert page.section().isVisible()
