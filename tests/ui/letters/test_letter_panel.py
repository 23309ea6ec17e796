"""The letter beside the case: what is seen is what is printed and saved."""

from dataclasses import replace

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from desktop_cs.cases.steps import Step
from desktop_cs.letters.plain_text import text_of
from desktop_cs.ui.paper import printing
from desktop_cs.ui.paper.pdf_pages import opened_pdf, page_count, page_size_mm

REAL_PDF = b"%PDF"


@pytest.fixture
def panel(qtbot, window, taken):
    """Return the panel with the letter of the case that was just taken, once it is written."""
    window.go("case", taken.id)
    window.pages.page().go_to(None)
    made = window.pages.page().frame.check.letter
    qtbot.waitUntil(
        lambda: made.view.pdf().startswith(REAL_PDF) and not window.acts.is_busy(), timeout=20_000
    )
    return made


def words_on(pdf):
    with opened_pdf(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_the_letter_is_one_page_for_this_customer(panel):
    assert page_count(panel.view.pdf()) == 1
    assert "Fallon" in words_on(panel.view.pdf())


def test_the_saved_file_is_what_is_seen(panel, tmp_path, monkeypatch):
    file = tmp_path / "letter.pdf"
    monkeypatch.setattr(printing.QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    panel.save.click()
    assert file.read_bytes() == panel.view.pdf()


def test_what_is_printed_is_what_is_seen_and_a_reprint_is_identical(
    panel, window, shop, taken, tmp_path, monkeypatch
):
    sent = []

    def printed(pdf, paper, _preferences, _parent):
        sent.append((pdf, paper))
        return True

    monkeypatch.setattr(printing, "print_pdf", printed)
    panel.print.click()
    panel.print.click()
    assert sent == [(panel.view.pdf(), "A5")] * 2
    (kept,) = shop.storage.letters.of_case(taken.id)
    assert kept.printed_at == shop.clock.now()


def test_words_are_changed_before_printing(qtbot, panel, shop, taken):
    before = panel.view.pdf()
    panel.edit.click()
    QTest.keyClicks(panel.text, "Good day. ")
    panel.edit.click()
    qtbot.waitUntil(lambda: panel.view.pdf() != before, timeout=20_000)
    (kept,) = shop.storage.letters.of_case(taken.id)
    assert text_of(kept.text_blocks, kept.language).startswith("Good day. ")


def test_words_that_hurt_are_marked_while_they_are_written(panel):
    panel.edit.click()
    panel.text.setPlainText("Dear Deirdre,\nThat is our policy.\nTom")
    panel.marks.walk.look_now()
    assert panel.marks.isVisible()
    assert next(mark.use for mark in panel.marks.walk.marks()) == "Mrs Fallon"
    assert len(panel.text.extraSelections()) == 2
    panel.text.setPlainText("Dear Mrs Fallon,\nThank you for telling us.\nTom")
    panel.marks.walk.look_now()
    assert not panel.marks.isVisible()


def test_words_stay_under_the_hand_when_the_case_is_read_again(panel, shop, taken):
    panel.edit.click()
    QTest.keyClicks(panel.text, "Good day. ")
    panel.show_story(shop.casework.story(taken.id))
    assert panel.text.isVisible()
    assert panel.text.toPlainText().startswith("Good day. ")


def test_an_empty_letter_is_not_kept(panel, shop, taken):
    panel.edit.click()
    panel.text.setPlainText("")
    panel.edit.click()
    assert shop.storage.letters.of_case(taken.id) == []


def test_a_cancelled_case_says_why_it_has_no_letter(qtbot, window, shop, taken, panel):
    shop.casework.cancel(taken, "Taken by mistake")
    window.go("case", taken.id)
    qtbot.waitUntil(lambda: not panel.print.isEnabled())
    assert "no letter" in panel.note


def test_printing_on_a_pdf_printer_leaves_one_page_of_its_size(panel, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing.set_page(printer, panel.view.pdf())
    printing.draw_on(printer, panel.view.pdf())
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert page_count(printed) == 1
    assert page_size_mm(printed) == pytest.approx(page_size_mm(panel.view.pdf()), abs=0.5)


def test_the_letter_is_for_the_last_step_too(window, panel):
    window.pages.page().go_to(Step.LOGGING)
    assert not panel.isVisible()


def test_the_calibration_of_this_pc_moves_what_is_printed_on_preprinted_paper(
    panel, window, shop, taken, printer
):
    record = shop.letters.of_case(shop.casework.story(taken.id))
    preprinted = shop.letters.restyle(record, replace(record.look, ruling="text_only")).value
    panel.show_story(shop.casework.story(taken.id))
    window.preferences.printing.remember_shift(3.0, -2.0)
    panel.print.click()
    ((pdf, _paper),) = printer
    assert pdf == shop.letters.pdf(preprinted, (3.0, -2.0)) != shop.letters.pdf(preprinted)
