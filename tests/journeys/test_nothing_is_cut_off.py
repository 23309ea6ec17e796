"""On the smallest screen no text is cut off, in either language and in one with longer words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from words import pseudo

from desktop_cs import i18n
from desktop_cs.cases.steps import Step
from desktop_cs.clock import FixedClock
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.places import resources_dir
from desktop_cs.shop.staff import Role
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.main_window import MainWindow
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme import apply_theme
from desktop_cs.ui.widgets.labels import ElidedLabel

SIZE = (1093, 580)  # Source: look.md: a screen of 1366x768 at 125 %
SLACK = 2  # px that rounding may take


def cut_off(window):
    """Return the words that have less room than they need."""
    return [*_labels(window), *_buttons(window)]


def _labels(window):
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel):
            continue  # an elided label tells the rest in its tool tip
        need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = 0 if label.wordWrap() else label.sizeHint().width()
        if wide > label.width() + SLACK or need > label.height() + SLACK:
            yield label.text()


def _buttons(window):
    for button in window.findChildren(QAbstractButton):
        hint = button.minimumSizeHint()
        if button.isVisible() and button.text() and hint.width() > button.width() + SLACK:
            yield button.text()


@pytest.fixture
def window(qtbot, qapp, tmp_path, request):
    """Return the window on a shop with one case, in the language of the test."""
    language = request.param
    i18n.use_language("zh_CN" if language == "zh_CN" else "en", resources_dir() / "locale")
    i18n.use_change(pseudo if language == "pseudo" else None)
    apply_theme(qapp, "light", 1.0, "zh_CN" if language == "zh_CN" else "en")
    desk = open_desk(tmp_path / "shop", FixedClock(datetime(2026, 11, 3, 14, 0, tzinfo=UTC)))
    desk.shop.save_settings(replace(desk.settings, name="Corner Shop"))
    desk.actor = desk.shop.add_staff("Mara Bell", Role.MANAGER, "2580").value
    customer = Customer(uuid7(), "Deirdre Fallon", form_of_address="Mrs")
    desk.casework.take(Intake("The dryer stands still again", newcomer=customer, mood="very_upset"))
    actions = Actions(desk)
    made = MainWindow(Preferences(tmp_path))
    made.resize(*SIZE)
    made.show()
    made.take_over(actions)
    yield made
    actions.finish_slow()
    made.hide()
    made.deleteLater()
    desk.close()
    i18n.use_change(None)
    i18n.use_language("en", None)


@pytest.mark.parametrize("window", ["en", "zh_CN", "pseudo"], indirect=True)
def test_every_word_of_a_case_has_its_room(qtbot, window):
    case = window.acts.desk.storage.cases.get(1)
    found = {}
    for place in ("today", "new_case", "express", "reports"):
        window.go(place, case.id if place == "express" else None)
        qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)
        qtbot.wait(1)
        found[place] = cut_off(window)
    for part in ("words", "look"):
        window.go("letter", case.id)
        window.pages.page().frame.show_part(part)
        if part == "look":
            qtbot.waitUntil(lambda: window.pages.page().frame.look_part.is_built, timeout=30_000)
        qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)
        qtbot.wait(1)
        found[part] = cut_off(window)
    for place, subject in (("letters", None), ("letters", "today")):
        window.go(place, subject)
        qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)
        qtbot.wait(1)
        found[place, subject] = cut_off(window)
    window.go("case", case.id)
    page = window.pages.page()
    for step in (*Step, None):
        page.go_to(step)
        qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)
        qtbot.wait(1)
        found[step] = cut_off(window)
    assert {place: words for place, words in found.items() if words} == {}


def test_the_measure_sees_a_label_and_a_button_without_room(qtbot, qapp):
    apply_theme(qapp, "light", 1.0, "en")
    frame = QWidget()
    qtbot.addWidget(frame)
    for made in (QLabel("A rather long sentence", frame), QPushButton("A rather long act", frame)):
        made.setFixedWidth(30)
    frame.show()
    assert cut_off(frame) == ["A rather long sentence", "A rather long act"]
