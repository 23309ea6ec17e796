"""The page of a slip: the very paper that is printed, and a note on the case once it is."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Intake
from desktop_cs.ui.cases.case_page import CasePlace
from desktop_cs.ui.paper import printing
from desktop_cs.ui.paper.pdf_pages import opened_pdf, page_size_mm
from desktop_cs.ui.slips.slip_page import SlipPage


@pytest.fixture
def drawn(qtbot, window):
    """Return a function that waits until the slip at the front is drawn, and gives its page."""

    def waited():
        page = window.pages.page()
        assert isinstance(page, SlipPage)
        qtbot.waitUntil(lambda: page.print.isEnabled() and not window.acts.is_busy(), timeout=20_000)
        return page

    return waited


@pytest.fixture
def page(window, taken, drawn):
    """Return the page with the slip of Mrs Fallon's case, once it is drawn."""
    window.go("slip", taken.id)
    return drawn()


@pytest.fixture
def printer(monkeypatch):
    """Put a printer on the desk that takes everything; return what it was given, as (pdf, paper)."""
    given = []

    def take(pdf, paper, _preferences, _parent):
        given.append((pdf, paper))
        return True

    monkeypatch.setattr(printing, "print_pdf", take)
    return given


def words_on(page):
    with opened_pdf(page.view.pdf()) as document:
        return " ".join(sheet.get_textpage().get_text_bounded() for sheet in document)


def width_mm(page):
    return round(page_size_mm(page.view.pdf())[0])


def events(shop, case):
    return [event.what for event in shop.casework.story(case.id).events]


def test_the_slip_of_the_case_is_shown_and_printing_is_the_next_thing(page):
    assert "For Mrs Fallon" in words_on(page)
    assert "The dryer stands still again" in words_on(page)
    assert page.print.hasFocus()


def test_what_is_printed_is_what_is_seen_and_the_case_notes_it(page, printer, shop, taken, window):
    page.print.click()
    assert printer == [(page.view.pdf(), "80mm")]
    assert events(shop, taken) == ["taken", "told"]


def test_ctrl_p_prints(qtbot, page, printer, shop, taken):
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(printer) == 1
    assert events(shop, taken) == ["taken", "told"]


def test_a_print_that_was_called_off_is_not_noted(page, monkeypatch, shop, taken):
    monkeypatch.setattr(printing, "print_pdf", lambda *_arguments: False)
    page.print.click()
    assert events(shop, taken) == ["taken"]


def test_without_a_printer_a_sentence_says_so_and_nothing_is_noted(page, window, monkeypatch, shop, taken):
    monkeypatch.setattr(printing.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    page.print.click()
    assert window.notices.isVisible()
    assert events(shop, taken) == ["taken"]


def test_the_saved_file_is_the_paper_that_is_seen(page, tmp_path, monkeypatch, shop, taken):
    file = tmp_path / "slip.pdf"
    monkeypatch.setattr(printing.QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    page.save.click()
    assert file.read_bytes() == page.view.pdf()
    assert events(shop, taken) == ["taken"]


def test_a_folder_that_cannot_be_written_is_told(page, window, tmp_path, monkeypatch):
    gone = str(tmp_path / "gone" / "slip.pdf")
    monkeypatch.setattr(printing.QFileDialog, "getSaveFileName", lambda *_args: (gone, ""))
    page.save.click()
    assert window.notices.isVisible()


def test_the_paper_is_remembered_on_this_pc(page, drawn, window, qtbot):
    assert width_mm(page) == 80
    page.papers.buttons()[1].click()
    qtbot.waitUntil(lambda: width_mm(page) == 210, timeout=20_000)
    assert window.preferences.printing.paper("slip") == "A4"
    assert SlipPage(window.acts, window.preferences).papers.choice() == "A4"


def test_a_paper_that_is_gone_leaves_the_first_one(window):
    window.preferences.printing.remember_paper("slip", "A0")
    assert SlipPage(window.acts, window.preferences).papers.choice() == "80mm"


def test_what_is_not_told_yet_leads_to_its_question(page, window, taken):
    assert "Nothing says what caused it, nor by when you will tell." in page.notes.texts()
    page.notes.mending_wanted.emit()
    assert window.pages.place == "case"
    assert window.pages.page().subject() == CasePlace(taken.id, Step.REVIEW)


def test_hard_words_are_listed_beside_the_slip(window, shop, drawn):
    case = shop.casework.take(Intake("You probably used it wrongly", "Ana")).value
    window.go("slip", case.id)
    assert any("used it wrongly" in text for text in drawn().notes.texts())


def test_the_arrow_leads_back_to_the_step_that_one_came_from(window, taken, drawn):
    window.go("case", taken.id)
    window.pages.page().go_to(Step.RESOLUTION)
    window.go("slip", window.pages.page().subject())
    drawn().back.click()
    assert window.pages.page().subject() == CasePlace(taken.id, Step.RESOLUTION)


def test_the_menu_of_a_case_leads_to_its_slip(window, taken, drawn):
    window.go("case", taken.id)
    window.pages.page().frame.header.slip_wanted.emit()
    assert "For Mrs Fallon" in words_on(drawn())


def test_alt_left_leads_back_as_well(qtbot, window, taken, drawn):
    window.go("case", taken.id)
    window.go("slip", window.pages.page().subject())
    qtbot.keyClick(drawn(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.place == "case"


def test_what_changes_meanwhile_is_told_at_once(qtbot, page, window, shop, taken):
    story = shop.casework.story(taken.id)
    window.acts.run(
        lambda: shop.casework.steps.save_answers(story, Step.REVIEW, {"cause_told": "A worn belt."})
    )
    qtbot.waitUntil(lambda: "A worn belt." in words_on(page), timeout=20_000)
    assert "Nothing says what caused it, nor by when you will tell." not in page.notes.texts()


def test_a_cancelled_case_says_why_there_is_no_slip(qtbot, window, shop, taken):
    shop.casework.cancel(taken, "Taken twice")
    window.go("slip", taken.id)
    page = window.pages.page()
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=20_000)
    assert not page.print.isEnabled()
    assert not page.save.isEnabled()
    assert page.back.hasFocus()
    assert page.view.pdf() == b""
    assert any("no slip for this case" in text for text in shown_texts(page))


def shown_texts(page):
    from desktop_cs.ui.widgets.labels import TextLabel

    return [label.text() for label in page.findChildren(TextLabel) if label.isVisible()]


def test_another_case_never_shows_the_slip_before_it(window, shop, page, drawn):
    other = shop.casework.take(Intake("The kettle leaks", "Tom Hill")).value
    window.go("slip", other.id)
    assert not page.print.isEnabled()
    assert "Tom Hill" in words_on(drawn())


def test_the_page_comes_back_as_it_was(page, window, taken):
    assert page.subject() == taken.id
    again = SlipPage(window.acts, window.preferences, window)
    again.load(page.subject())
    assert again.subject() == taken.id
    again.load(None)
    assert again.subject() == taken.id


def test_every_button_has_a_name_for_a_screen_reader(page, unnamed):
    assert unnamed(page) == []
