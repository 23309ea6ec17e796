"""One case by keyboard alone, from "New case" to its letter on paper, through the real window."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.steps import Step, StepState
from desktop_cs.clock import FixedClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.followups.followup import FollowUpKind
from desktop_cs.shop.staff import Role
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.main_window import MainWindow
from desktop_cs.ui.paper import printing
from desktop_cs.ui.paper.pdf_pages import page_count
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme import apply_theme

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NOW = datetime(2026, 11, 3, 14, 0, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path):
    made = open_desk(tmp_path / "shop", FixedClock(NOW))
    made.shop.save_settings(replace(made.settings, name="Corner Shop"))
    made.actor = made.shop.add_staff("Mara Bell", Role.MANAGER, "2580").value
    yield made
    made.close()


@pytest.fixture
def window(qtbot, qapp, desk, tmp_path):
    apply_theme(qapp, "light", 1.0, "en")
    actions = Actions(desk)
    made = MainWindow(Preferences(tmp_path))
    made.resize(1366, 697)
    made.show()
    made.take_over(actions)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
    yield made
    actions.finish_slow()
    made.hide()
    made.deleteLater()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def write(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def pick(*digits):
    """Pick answers by their digits, then go on to the next question."""
    for digit in digits:
        press(Qt.Key(Qt.Key.Key_0 + digit), ALT)
    press(Qt.Key.Key_Return)


def tab(times=1):
    for _time in range(times):
        press(Qt.Key.Key_Tab)


def go_on():
    press(Qt.Key.Key_Return, CONTROL)


def go_to_question(view, field_id):
    """Press Tab until the focus stands in this question."""
    for _stop in range(80):
        if view.editor(field_id).isAncestorOf(QApplication.focusWidget()):
            return
        tab()
    pytest.fail(f"Tab never came to {field_id}")


def test_a_case_is_taken_walked_finished_and_its_letter_printed(qtbot, window, desk, tmp_path, monkeypatch):
    press(Qt.Key.Key_N, CONTROL)
    write("Deirdre Fallon")
    tab()
    write("Mrs")
    tab(3)
    write("Tumble dryer stands still again")
    go_on()
    page = window.pages.page()
    view = page.frame.pane.view

    pick(1)  # they could finish
    pick(2)  # let down
    pick(1, 5)  # regret and an offer to put it right
    write("I am sorry, Mrs Fallon. That was our mistake.")
    go_on()

    assert page.subject().step is Step.REVIEW
    write("Nobody called me back on Friday.")
    go_to_question(view(), "failure_kind")
    pick(1)
    go_to_question(view(), "remedy_sought")
    pick(1)
    go_on()

    assert page.subject().step is Step.RESOLUTION
    pick(1, 2)  # what happened, and why
    go_to_question(view(), "entitlement_kind")
    pick(1)
    go_to_question(view(), "extra")
    write("A bag of pegs")
    tab()
    write("0")
    go_to_question(view(), "all_on_the_spot")
    pick(1)
    go_to_question(view(), "problem_solved")
    pick(1)
    go_to_question(view(), "customer_accepts")
    pick(1)
    go_on()

    assert page.subject().step is Step.LOGGING
    pick(2)
    go_to_question(view(), "finding")
    pick(1)
    go_on()
    assert page.subject().step is None
    letter = page.frame.check.letter
    qtbot.waitUntil(lambda: bool(letter.view.pdf()) and not window.acts.is_busy(), timeout=30_000)
    go_on()

    story = desk.casework.numbered(1)
    assert story.case.logged_at == NOW
    assert {story.walk.entry(step).state for step in Step} == {StepState.DONE}
    assert {one.kind for one in story.follow_ups} == set(FollowUpKind)

    printed = tmp_path / "printed.pdf"

    def print_to_file(pdf, _paper, _preferences, _parent):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        printing.set_page(printer, pdf)
        printing.draw_on(printer, pdf)
        return True

    monkeypatch.setattr(printing, "print_pdf", print_to_file)
    qtbot.waitUntil(lambda: bool(letter.view.pdf()) and not window.acts.is_busy(), timeout=30_000)
    press(Qt.Key.Key_P, CONTROL)
    assert page_count(printed.read_bytes()) == 1
    assert desk.storage.letters.of_case(story.case.id)[0].printed_at == NOW
