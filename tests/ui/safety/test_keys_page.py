"""The page that says who can open the records, and changes it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from desktop_cs.desk.desk import open_desk
from desktop_cs.storage.opening import open_database
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.paper import printing
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.safety.keys_page import KeysPage

PHRASE = "my aunt feeds three grey hens"
OTHER = "three hens in the morning rain"


@pytest.fixture
def led(shop):
    """Return the shop with its manager acting."""
    shop.actor = next(one for one in shop.shop.staff() if one.is_manager)
    return shop


@pytest.fixture
def locked(led):
    """Return the shop, locked with the pass phrase."""
    work = led.keys.locking(PHRASE, PHRASE)
    led.close()
    work(lambda _share: None)
    desk = open_desk(led.storage.folder, led.clock, secret=PHRASE)
    desk.actor = led.actor
    yield desk
    desk.close()


@pytest.fixture
def page_of(qtbot, tmp_path):
    """Return a function that shows the page on a shop."""

    def shown(desk):
        page = KeysPage(Actions(desk), Preferences(tmp_path))
        qtbot.addWidget(page)
        page.resize(1262, 697)
        page.show()
        page.load()
        return page

    return shown


def said(page):
    """Return all that can be read on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def give(page, phrase, again):
    """Type a pass phrase twice and press the button."""
    QTest.keyClicks(page.phrase.phrase, phrase)
    QTest.keyClicks(page.phrase.again, again)
    page.phrase.set_phrase.click()


def test_open_records_are_told_in_a_sentence_and_no_sheet_is_offered(led, page_of):
    page = page_of(led)
    assert "whoever has this PC" in page.answer.sentence.text()
    assert not page.sheet.begin.isEnabled()
    assert not page.keychain.isVisible()
    assert not page.phrase.away.isVisible()


def test_what_happens_when_each_is_lost_stands_on_the_page(led, page_of):
    told = said(page_of(led))
    for words in (
        "pass phrase is forgotten",
        "sheet is lost",
        "seen one of them",
        "keychain, is gone",
        "both lost",
    ):
        assert words in told


def test_enter_leads_from_the_phrase_to_the_same_once_more(qtbot, led, page_of):
    page = page_of(led)
    QTest.keyClicks(page.phrase.phrase, PHRASE + "\r")
    assert page.phrase.again_line.problem == ""
    QTest.keyClicks(page.phrase.again, PHRASE)
    with qtbot.waitSignal(page.lock_wanted):
        QTest.keyClick(page.phrase.again, Qt.Key.Key_Return)


def test_the_first_pass_phrase_is_handed_up_and_wiped_from_the_fields(qtbot, led, page_of):
    page = page_of(led)
    with qtbot.waitSignal(page.lock_wanted) as heard:
        give(page, PHRASE, PHRASE)
    assert callable(heard.args[0])
    assert (page.phrase.phrase.text(), page.phrase.again.text()) == ("", "")


@pytest.mark.parametrize(
    ("phrase", "again", "line"),
    [("hens", "hens", "line"), ("password1", "password1", "line"), (PHRASE, OTHER, "again_line")],
)
def test_what_cannot_be_taken_is_said_at_its_field(qtbot, led, page_of, phrase, again, line):
    page = page_of(led)
    with qtbot.assertNotEmitted(page.lock_wanted):
        give(page, phrase, again)
    assert getattr(page.phrase, line).problem


def test_how_good_it_is_is_told_while_it_is_typed(led, page_of):
    page = page_of(led)
    told = []
    for part in ("gre", "y hen", "s in the rain"):
        QTest.keyClicks(page.phrase.phrase, part)
        told.append(page.phrase.good.text())
    assert len(set(told)) == 3
    assert told[-1] == "Strong."


def test_a_locked_shop_without_a_sheet_asks_for_one_first(locked, page_of):
    page = page_of(locked)
    assert "no recovery sheet" in page.answer.sentence.text()
    assert page.sheet.begin.isEnabled()


def test_a_sheet_counts_once_two_of_its_groups_are_typed_back(locked, page_of):
    page = page_of(locked)
    page.sheet.begin.click()
    making = page.sheet.making
    code = making.code
    first, second = making._asked
    making.fields[0].setText(code.groups[first].lower())
    making.fields[1].setText("00000")
    making.keep.click()
    assert "not as on the sheet" in making.lines[1].problem
    assert not locked.keys.state().has_sheet
    making.fields[1].setText(code.groups[second])
    making.keep.click()
    assert locked.keys.state().has_sheet
    assert making.code is None
    assert page.focusWidget() is page.back  # so that the page shows the answer
    assert "there is a recovery sheet" in page.answer.sentence.text()


def test_tab_leads_from_the_saved_sheet_through_its_groups(qtbot, locked, page_of, monkeypatch, tmp_path):
    page = page_of(locked)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.sheet.begin.click()
    making = page.sheet.making
    file = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(file), ""))
    making.save.click()
    assert file.read_bytes().startswith(b"%PDF")
    assert making.fields[0].hasFocus()  # the next step
    stops = []
    for _stop in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops == [making.fields[1], making.keep]
    making.save.setFocus()
    QTest.keyClick(making.save, Qt.Key.Key_Tab)
    assert making.fields[0].hasFocus()


def test_without_a_printer_the_way_left_is_the_file_and_without_a_file_nothing_moves_on(
    qtbot, locked, page_of, monkeypatch
):
    page = page_of(locked)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.sheet.begin.click()
    making = page.sheet.making
    monkeypatch.setattr(printing.QPrinterInfo, "availablePrinterNames", list)
    making.print.click()
    assert making.save.hasFocus()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: ("", ""))
    making.save.click()
    assert making.save.hasFocus()


def test_a_sheet_that_was_put_away_leaves_no_trace_of_its_code(locked, page_of):
    page = page_of(locked)
    page.sheet.begin.click()
    code = page.sheet.making.code
    page.sheet.making.fields[0].setText(code.groups[0])
    page.leave()
    assert page.sheet.making.code is None
    assert page.sheet.making.fields[0].text() == ""
    assert not locked.keys.state().has_sheet


def test_a_second_sheet_can_be_begun_after_the_first_was_put_away(locked, page_of):
    page = page_of(locked)
    for _time in range(3):
        page.sheet.begin.click()
        assert len(page.sheet.making.lines) == 2
        assert page.sheet.making.fields[0].isVisible()
        page.sheet.making.leave.click()


def test_the_pass_phrase_is_changed_at_once(locked, page_of):
    page = page_of(locked)
    give(page, OTHER, OTHER)
    assert page.phrase.phrase.text() == ""
    open_database(locked.storage.folder, OTHER).close_everywhere()


def test_after_a_leak_it_is_changed_with_a_new_key(qtbot, locked, page_of):
    page = page_of(locked)
    page.phrase.leaked.setChecked(True)
    with qtbot.waitSignal(page.lock_wanted):
        give(page, OTHER, OTHER)


def test_taking_it_away_is_asked_once_and_then_done(locked, page_of):
    page = page_of(locked)
    page.phrase.away.click()
    assert page.phrase.asking.isVisible()
    assert locked.keys.state().has_phrase
    page.phrase.asking.meant.emit()
    assert not locked.keys.state().has_phrase
    assert "whoever has this PC" in page.answer.sentence.text()


def test_somebody_at_the_counter_reads_it_and_changes_nothing(shop, page_of):
    page = page_of(shop)
    assert "Only a manager" in page.refused.text()
    assert not page.phrase.isEnabled()
    assert not page.sheet.isEnabled()


def test_every_control_has_a_name(locked, page_of, unnamed):
    page = page_of(locked)
    page.sheet.begin.click()
    page.phrase.away.click()
    assert unnamed(page) == []


def test_nothing_on_the_page_is_out_of_the_reach_of_translators(pseudo_language, led, page_of):
    plain = [text for text in said(page_of(led)).split("\n") if text.isascii() and text.strip()]
    assert plain == []
