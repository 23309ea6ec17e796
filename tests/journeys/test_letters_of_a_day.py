"""The letters of a day by keys alone: from Today to the page of one, and all of them printed and posted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.steps import Step
from desktop_cs.clock import FixedClock
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.shop.staff import Role
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.main_window import MainWindow
from desktop_cs.ui.paper import printing
from desktop_cs.ui.paper.pdf_pages import page_count
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme import apply_theme

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ANSWERS = {
    Step.APOLOGY: {
        "listened_to_end": "yes",
        "feeling_named": "let_down",
        "parts_said": "regret,repair_offer",
    },
    Step.REVIEW: {
        "in_their_words": '[{"text":"Nobody called me back."}]',
        "failure_kind": "faulty",
        "remedy_sought": "repair",
    },
    Step.RESOLUTION: {
        "explained": "what_happened,why",
        "entitlement_kind": "repair",
        "extra": '[{"gesture":"A bag of pegs","cost":"0"}]',
        "all_on_the_spot": "yes",
        "problem_solved": "yes",
        "customer_accepts": "gladly",
    },
    Step.LOGGING: {"root_cause": "part", "finding": "upheld"},
}


@pytest.fixture
def desk(tmp_path):
    """Return a shop that put things right for three customers two weeks ago."""
    made = open_desk(tmp_path / "shop", FixedClock(datetime(2026, 11, 3, 14, 0, tzinfo=UTC)))
    made.shop.save_settings(replace(made.settings, name="Corner Shop"))
    made.actor = made.shop.add_staff("Mara Bell", Role.MANAGER, "2580").value
    for name in ("Deirdre Fallon", "Asif Khan", "Maria Costa"):
        who = Customer(uuid7(), name, form_of_address="Mrs")
        case = made.casework.take(Intake(f"The dryer of {name} stands still", newcomer=who)).value
        for step, answers in ANSWERS.items():
            made.casework.steps.save_answers(made.casework.story(case.id), step, answers)
            if step is not Step.LOGGING:
                made.casework.steps.finish_step(made.casework.story(case.id), step)
        made.casework.finish(made.casework.story(case.id))
    made.clock.moment += timedelta(days=15)
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


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """Put a printer on the desk that prints into files; return the function that reads what it printed."""
    count = []

    def choose(pdf, _paper, _preferences, _parent):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printing.set_page(printer, pdf)
        return printer

    draw_on = printing.draw_on

    def draw(printer, pdf):
        count.append(pdf)
        printer.setOutputFileName(str(tmp_path / f"printed-{len(count)}.pdf"))
        draw_on(printer, pdf)

    monkeypatch.setattr(printing, "chosen_printer", choose)
    monkeypatch.setattr(printing, "draw_on", draw)
    return lambda: [page_count(path.read_bytes()) for path in sorted(tmp_path.glob("printed-*.pdf"))]


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def tab_to(name):
    """Press Tab until the focus stands on what a screen reader calls so."""
    met = []
    for _stop in range(60):
        met.append(QApplication.focusWidget().accessibleName() or type(QApplication.focusWidget()).__name__)
        if met[-1] == name:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab never came to {name}: {met}")


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=60_000)


def test_one_letter_from_today_then_all_the_others_are_printed_and_posted(qtbot, window, desk, paper):
    qtbot.waitUntil(lambda: bool(window.pages.page().also.view.rows), timeout=60_000)
    settle(qtbot, window)
    tab_to("To the letter: Deirdre Fallon")
    press(Qt.Key.Key_Return)
    assert window.pages.place == "letter"
    page = window.pages.page()
    qtbot.waitUntil(lambda: bool(page.frame.preview.pdf()), timeout=60_000)
    settle(qtbot, window)

    tab_to("Words of the letter")
    press(Qt.Key.Key_End, CONTROL)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "P.S. The pegs are blue.")
    settle(qtbot, window)
    press(Qt.Key.Key_2, CONTROL)
    qtbot.waitUntil(lambda: page.frame.look_part.is_built, timeout=60_000)
    settle(qtbot, window)
    tab_to("Ballpoint pen")
    press(Qt.Key.Key_3, ALT)
    settle(qtbot, window)
    press(Qt.Key.Key_P, CONTROL)
    assert paper() == [1]
    (first,) = [line.record for line in desk.letters.register() if line.record.printed_at]
    assert (first.look.pen, first.text_blocks[-1].text) == ("fountain", "P.S. The pegs are blue.")
    tab_to("Mark as posted")
    press(Qt.Key.Key_Space)
    assert desk.letters.kept(first.id).posted_at == desk.clock.now()

    window.navigation.button("letters").setFocus()
    press(Qt.Key.Key_Space)
    settle(qtbot, window)
    tab_to("Letters for today")
    press(Qt.Key.Key_Space)
    batch = window.pages.page().batch
    qtbot.waitUntil(lambda: len(batch.letters.rows) == 2 and not window.acts.is_busy(), timeout=60_000)
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(batch.outcome()), timeout=60_000)
    settle(qtbot, window)
    assert paper() == [1, 1, 1]
    press(Qt.Key.Key_Space)
    settle(qtbot, window)
    assert [line.record.posted_at for line in desk.letters.register()] == [desk.clock.now()] * 3
    assert desk.letters.due() == []
