"""One letter on its page: what is seen is printed; words and look change, each with a way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_cs.cases.steps import Step
from desktop_cs.desk.changes import Changes
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.look import LetterLook
from desktop_cs.letters.plain_text import text_of
from desktop_cs.ui.cases.case_page import CasePlace
from desktop_cs.ui.cover import cover, is_veiled
from desktop_cs.ui.letters.letter_place import LetterPlace
from desktop_cs.ui.paper import printing
from desktop_cs.ui.paper.pdf_pages import opened_pdf, page_count

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def written(qtbot, window):
    """Return a function that waits until the letter at the front is written, and gives its page."""

    def waited():
        page = window.pages.page()
        qtbot.waitUntil(lambda: bool(page.frame.preview.pdf()) and not window.acts.is_busy(), timeout=30_000)
        return page

    return waited


@pytest.fixture
def case(walked):
    return walked()


@pytest.fixture
def page(window, case, written):
    """Return the page with the letter to Mrs Fallon, once it is written."""
    window.go("letter", case.id)
    return written()


def words_on(page):
    with opened_pdf(page.frame.preview.pdf()) as document:
        return " ".join(sheet.get_textpage().get_text_range() for sheet in document)


def kept(shop, case):
    return shop.storage.letters.of_case(case.id)


def in_black(page):
    """Choose black ink, as its picture under “Hand and paper” does."""
    page.frame.look_part.look_wanted.emit(LetterLook(ink="black"), "Black")


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)


def test_the_letter_is_one_page_for_this_customer_and_printing_is_the_next_thing(page):
    assert page_count(page.frame.preview.pdf()) == 1
    assert "Fallon" in words_on(page)
    assert page.frame.print.hasFocus()


def test_it_is_found_by_its_own_id_too(window, shop, case, written):
    record = shop.letters.printed(shop.letters.of_case(shop.casework.story(case.id))).value
    window.go("letter", LetterPlace(record.id, "letters"))
    assert "Fallon" in words_on(written())


def test_what_is_printed_is_what_is_seen_and_a_reprint_is_identical(page, printer, shop, case):
    page.frame.print.click()
    page.frame.print.click()
    assert printer == [(page.frame.preview.pdf(), "A5")] * 2
    (record,) = kept(shop, case)
    assert record.printed_at == shop.clock.now()


def test_ctrl_p_prints(qtbot, page, printer):
    qtbot.keyClick(page, Qt.Key.Key_P, CONTROL)
    assert len(printer) == 1


def test_a_print_that_was_called_off_is_not_noted(page, monkeypatch, shop, case):
    monkeypatch.setattr(printing, "print_pdf", lambda *_arguments: False)
    page.frame.print.click()
    assert kept(shop, case) == []


def test_every_word_can_be_changed_and_the_page_follows(qtbot, window, page, shop, case):
    before = page.frame.preview.pdf()
    page.frame.words.text.setPlainText(
        page.frame.words.text.toPlainText().replace("With kind", "Come again. With kind")
    )
    QTest.keyClicks(page.frame.words.text, "Good day. ")
    qtbot.waitUntil(lambda: page.frame.preview.pdf() != before, timeout=30_000)
    (record,) = kept(shop, case)
    assert text_of(record.text_blocks, "en").startswith("Good day. ")


def test_what_was_typed_last_is_kept_when_the_page_is_left(window, page, shop, case):
    QTest.keyClicks(page.frame.words.text, "Good day. ")
    window.go("today")
    (record,) = kept(shop, case)
    assert text_of(record.text_blocks, "en").startswith("Good day. ")


def test_an_empty_letter_is_not_kept_and_it_says_so(page, shop, case):
    page.frame.words.text.setPlainText("")
    page.frame.words.flush()
    assert "empty" in page.frame.words.problem()
    assert kept(shop, case) == []


def test_what_no_hand_can_write_is_told_and_not_printed(qtbot, window, page, printer):
    page.frame.words.text.setPlainText(
        "Dear Mrs Fallon,\n\nThank you \N{SMILING FACE WITH OPEN MOUTH}\n\nTom"
    )
    page.frame.words.flush()
    qtbot.waitUntil(lambda: bool(page.frame.words.problem()), timeout=30_000)
    assert not page.frame.print.isEnabled()
    page.frame.words.text.setPlainText("Dear Mrs Fallon,\n\nThank you.\n\nTom")
    page.frame.words.flush()
    qtbot.waitUntil(page.frame.print.isEnabled, timeout=30_000)
    assert page.frame.words.problem() == ""


def test_other_words_say_the_same_otherwise_and_ctrl_z_brings_the_first_back(qtbot, window, page):
    before = page.frame.words.text.toPlainText()
    page.frame.words.other.click()
    settle(qtbot, window)
    assert page.frame.words.text.toPlainText() != before
    assert "Fallon" in page.frame.words.text.toPlainText()
    window.undo()
    settle(qtbot, window)
    assert page.frame.words.text.toPlainText() == before


def test_the_program_writes_it_as_it_would_and_own_words_come_back(qtbot, window, page):
    as_composed = page.frame.words.text.toPlainText()
    QTest.keyClicks(page.frame.words.text, "Good day. ")
    page.frame.words.usual.click()
    assert page.frame.words.text.toPlainText() == as_composed
    window.undo()
    assert page.frame.words.text.toPlainText().startswith("Good day. ")


def test_another_kind_has_other_words(qtbot, window, page, shop, case):
    combo = page.frame.words.kind
    combo.setCurrentIndex(combo.findData(LetterKind.SORRY))
    combo.activated.emit(combo.currentIndex())
    (record,) = kept(shop, case)
    assert record.kind is LetterKind.SORRY
    assert "The letter is now: Sorry" in [label.text() for label in window.toast.findChildren(QLabel)]
    window.undo()
    assert shop.letters.of_case(shop.casework.story(case.id)).kind is LetterKind.THANK_YOU
    assert combo.currentData() == "thank_you"


def test_another_language_is_written_in_the_hand_of_that(qtbot, window, page, shop, case):
    combo = page.frame.words.language
    combo.setCurrentIndex(combo.findData("zh_CN"))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, window)
    (record,) = kept(shop, case)
    assert (record.language, record.look.direction) == ("zh_CN", "across")
    assert "您好" in words_on(page)


def test_what_is_missing_is_said_and_leads_to_its_step(qtbot, window, taken, written):
    window.go("letter", taken.id)
    page = written()
    for sentence, step in (
        ("What was done for them? Note it in Resolution.", Step.RESOLUTION),
        ("What went wrong? Choose it in Review.", Step.REVIEW),
    ):
        window.go("letter", taken.id)
        assert sentence in page.frame.words.missing.texts()
        (way,) = (
            button
            for button in page.frame.words.missing.findChildren(QPushButton)
            if button.accessibleDescription() == sentence
        )
        way.click()
        assert window.pages.page().subject() == CasePlace(taken.id, step)


def test_words_that_hurt_are_marked(page):
    page.frame.words.text.setPlainText("Dear Deirdre,\nThat is our policy.\nTom")
    page.frame.words.marks.walk.look_now()
    assert page.frame.words.marks.isVisible()


def test_a_salutation_in_a_language_that_is_not_checked_is_not_marked(qtbot, window, page):
    combo = page.frame.words.language
    combo.setCurrentIndex(combo.findData("ru"))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, window)
    page.frame.words.marks.walk.look_now()
    assert "Fallon" in page.frame.words.text.toPlainText()
    assert not page.frame.words.marks.isVisible()


def test_another_ink_is_kept_and_taken_back(qtbot, window, page, shop, case):
    page.frame.show_part("look")
    qtbot.waitUntil(lambda: page.frame.look_part.is_built, timeout=30_000)
    before = page.frame.preview.pdf()
    page.frame.look_part.questions["ink"].pick_number(3)
    qtbot.waitUntil(lambda: page.frame.preview.pdf() != before, timeout=30_000)
    assert kept(shop, case)[0].look.ink == "black"
    window.undo()
    assert kept(shop, case)[0].look.ink == "blue_black"
    assert page.frame.look_part.questions["ink"].choice() == "blue_black"


def test_a_printed_letter_stays_as_it_is_until_one_says_so(page, printer):
    page.frame.print.click()
    assert "so that a reprint is the same" in page.frame.state.text()
    assert page.frame.words.text.isReadOnly()
    page.frame.state.change.click()
    assert not page.frame.words.text.isReadOnly()


def test_a_printed_letter_is_posted_and_that_is_taken_back(page, printer, shop, case, window):
    assert not page.frame.state.post.isVisible()
    page.frame.print.click()
    page.frame.state.post.click()
    assert kept(shop, case)[0].posted_at == shop.clock.now()
    assert "Posted 14:00" in page.frame.state.text()
    assert page.frame.back.hasFocus()
    window.undo()
    assert kept(shop, case)[0].posted_at is None


def test_a_second_letter_is_asked_for_plainly(qtbot, page, printer, shop, case, window):
    page.frame.print.click()
    page.frame.state.another.click()
    panel = page.frame.state.asked()
    assert QApplication.focusWidget() is panel.act
    panel.act.click()
    settle(qtbot, window)
    assert len(kept(shop, case)) == 2
    page.frame.print.click()
    assert len(printer) == 1
    page.frame.state.asked().act.click()
    assert len(printer) == 2
    assert all(record.printed_at for record in kept(shop, case))


def test_esc_puts_the_question_about_a_second_letter_away(qtbot, page, printer):
    page.frame.print.click()
    page.frame.state.another.setFocus()
    page.frame.state.another.click()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.frame.state.asked() is None
    assert page.frame.state.another.hasFocus()


@pytest.mark.parametrize(
    ("kind", "begins", "counts"), [("pdf", b"%PDF", 1), ("svg", b"<", 1), ("png", b"\x89PNG", 0)]
)
def test_it_is_saved_as_what_is_chosen(page, tmp_path, monkeypatch, shop, case, kind, begins, counts):
    file = tmp_path / f"letter.{kind}"
    monkeypatch.setattr(printing.QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    next(act for act in page.frame.save.menu().actions() if act.data() == kind).trigger()
    assert file.read_bytes().startswith(begins)
    assert len(kept(shop, case)) == counts


def test_an_envelope_is_printed_and_its_size_is_first_the_next_time(page, printer, window):
    act = next(act for act in page.frame.envelope.menu().actions() if act.data() == "C6")
    act.trigger()
    ((pdf, paper),) = printer
    assert (pdf[:4], paper) == (b"%PDF", "envelope C6")
    assert window.preferences.printing.paper("envelope") == "C6"


def test_the_keys_of_the_parts_and_of_the_choices(qtbot, window, page, shop, case):
    qtbot.keyClick(page, Qt.Key.Key_2, CONTROL)
    qtbot.waitUntil(lambda: page.frame.look_part.is_built, timeout=30_000)
    question = page.frame.look_part.questions["pen"]
    question.button("ball").setFocus()
    qtbot.keyClick(question.button("ball"), Qt.Key.Key_3, ALT)
    assert kept(shop, case)[0].look.pen == "fountain"
    qtbot.keyClick(page, Qt.Key.Key_1, CONTROL)
    assert page.frame.words.isVisible()


def test_alt_and_a_digit_picks_a_hand_as_soon_as_hands_are_looked_at(qtbot, page, shop, case):
    qtbot.mouseClick(page.frame.parts.buttons()[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.frame.look_part.questions["hand"].keys()) == 3, timeout=30_000)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, ALT)
    assert kept(shop, case)[0].look.hand == "orchard"


def test_a_cancelled_case_says_why_it_has_no_letter(window, shop, taken):
    shop.casework.cancel(taken, "Taken twice")
    window.go("letter", taken.id)
    page = window.pages.page()
    assert not page.frame.print.isEnabled()
    assert page.frame.back.hasFocus()


@pytest.mark.parametrize("came_from", ["letters", "today", "case"])
def test_the_arrow_leads_back_to_where_one_came_from(window, case, written, came_from):
    window.go("letter", LetterPlace(case.id, came_from))
    written().frame.back.click()
    assert window.pages.place == came_from


def test_more_beside_the_case_leads_here(qtbot, window, case, written):
    window.go("case", case.id)
    panel = window.pages.page().frame.check.letter
    qtbot.waitUntil(panel.more.isEnabled, timeout=30_000)
    panel.more.click()
    assert window.pages.place == "letter"
    assert "Fallon" in words_on(written())


def test_under_the_cover_neither_name_nor_letter_is_seen(page):
    cover.turn(on=True)
    try:
        assert is_veiled(page.frame.words.text)
        assert is_veiled(page.frame.preview)
    finally:
        cover.turn(on=False)


def test_every_control_has_a_name(qtbot, window, page, unnamed):
    page.frame.show_part("look")
    qtbot.waitUntil(lambda: page.frame.look_part.is_built, timeout=30_000)
    settle(qtbot, window)
    assert unnamed(page) == []


def test_the_focus_is_never_lost_when_a_letter_is_locked(qtbot, window, page, printer):
    page.frame.show_part("look")
    qtbot.waitUntil(lambda: page.frame.look_part.is_built, timeout=30_000)
    page.frame.look_part.questions["pen"].button("ball").setFocus()
    qtbot.keyClick(page, Qt.Key.Key_P, CONTROL)
    assert QApplication.focusWidget() is page.frame.print


def test_a_letter_that_nobody_kept_yet_is_shown_again_when_its_case_changes(qtbot, window, page, case):
    window.acts.tell(Changes(cases=frozenset({case.id})))
    settle(qtbot, window)
    assert page.frame.print.isEnabled()
    assert "Fallon" in page.frame.words.text.toPlainText()


def test_words_that_were_just_typed_survive_a_change_from_elsewhere(window, page, shop, case):
    QTest.keyClicks(page.frame.words.text, "Good day. ")
    window.acts.tell(Changes(cases=frozenset({case.id})))
    (record,) = kept(shop, case)
    assert text_of(record.text_blocks, "en").startswith("Good day. ")
    assert page.frame.words.text.toPlainText().startswith("Good day. ")


def test_blanks_between_two_words_being_typed_stay_under_the_hand(page):
    text = page.frame.words.text
    text.moveCursor(QTextCursor.MoveOperation.End)
    text.moveCursor(QTextCursor.MoveOperation.PreviousBlock)
    text.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClicks(text, " Good day. ")
    before = (text.toPlainText(), text.textCursor().position())
    page.frame.words.flush()
    assert (text.toPlainText(), text.textCursor().position()) == before


def test_words_that_cannot_be_kept_are_not_printed_as_the_ones_before(page, printer):
    page.frame.words.text.setPlainText("")
    page.frame.print.click()
    assert printer == []
    assert not page.frame.print.isEnabled()


def test_ctrl_z_takes_back_the_ink_and_not_the_words_that_were_typed_after_it(window, page, shop, case):
    in_black(page)
    QTest.keyClicks(page.frame.words.text, "Good day. ")
    page.frame.words.flush()
    window.undo()
    (record,) = kept(shop, case)
    assert record.look.ink == "blue_black"
    assert text_of(record.text_blocks, "en").startswith("Good day. ")


def test_a_printed_letter_stays_in_the_register_whatever_is_taken_back(window, page, printer, shop, case):
    in_black(page)
    page.frame.print.click()
    window.undo()
    (record,) = kept(shop, case)
    assert record.printed_at is not None
    assert shop.letters.is_as_printed(record)


def test_a_question_that_names_the_customer_is_veiled(page, printer):
    page.frame.print.click()
    page.frame.state.another.click()
    cover.turn(on=True)
    try:
        assert is_veiled(page.frame.state.asked())
    finally:
        cover.turn(on=False)


def test_every_new_letter_is_for_the_printer_of_this_pc(qtbot, window, shop, case, written, printer):
    window.preferences.printing.remember_laser(laser=True)
    window.go("letter", case.id)
    page = written()
    page.frame.print.click()
    page.frame.state.another.click()
    page.frame.state.asked().act.click()
    assert [record.look.laser for record in kept(shop, case)] == [True, True]
