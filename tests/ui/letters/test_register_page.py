"""The register of letters: found, printed again, posted with a way back."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.ui.cover import cover, is_veiled
from desktop_cs.ui.letters.letter_place import LetterPlace

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def register(qtbot, window):
    """Return a function that goes to the register and waits until it is read."""

    def gone():
        window.go("letters")
        qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)
        return window.pages.page().register

    return gone


@pytest.fixture
def printed(shop, walked):
    """Return a function that prints the letter of a new case and gives it as it is kept."""

    def put_out(name="Deirdre Fallon"):
        case = walked(name)
        return shop.letters.printed(shop.letters.of_case(shop.casework.story(case.id))).value

    return put_out


def show_all(qtbot, window, register):
    register.filter.buttons()[2].click()
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)


def test_a_letter_says_to_whom_of_what_kind_and_what_became_of_it(qtbot, window, register, printed):
    printed()
    view = register()
    assert view.list.texts() == []
    show_all(qtbot, window, view)
    assert view.list.texts() == ["Deirdre Fallon, Case 1 · Thank you · Printed 14:00, not posted yet"]
    assert "Printed 14:00" in view.details.text()


def test_what_is_due_today_is_listed_and_seen_and_enter_opens_it(qtbot, window, register, walked, later):
    case = walked()
    later()
    view = register()
    assert view.list.texts() == ["Deirdre Fallon, Case 1 · To be thanked by letter"]
    qtbot.waitUntil(lambda: view.details.view.pdf().startswith(b"%PDF"), timeout=30_000)
    qtbot.keyClick(view.search, Qt.Key.Key_Down)
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert window.pages.place == "letter"
    assert window.pages.page().subject() == LetterPlace(case.id, "letters")


def test_a_name_finds_its_letters(qtbot, window, register, printed):
    printed("Deirdre Fallon")
    printed("Asif Khan")
    view = register()
    view.filter.set_choice("all")
    view.search.setFocus()
    qtbot.keyClicks(view.search, "khan")
    qtbot.waitUntil(lambda: len(view.list.texts()) == 1, timeout=30_000)
    assert view.list.texts()[0].startswith("Asif Khan")
    view.search.setText("")
    qtbot.keyClicks(view.search, "zz")
    qtbot.waitUntil(lambda: view.list.texts() == [], timeout=30_000)
    assert not view.details.isVisible()


def test_posted_is_noted_with_a_way_back(qtbot, window, register, printed, shop):
    record = printed()
    view = register()
    view.filter.buttons()[1].click()
    qtbot.waitUntil(view.details.post.isVisible, timeout=30_000)
    view.details.post.click()
    qtbot.waitUntil(lambda: view.list.texts() == [], timeout=30_000)
    assert shop.letters.kept(record.id).posted_at == shop.clock.now()
    window.undo()
    qtbot.waitUntil(lambda: len(view.list.texts()) == 1, timeout=30_000)
    assert shop.letters.kept(record.id).posted_at is None


def test_a_reprint_is_the_same_to_the_byte(qtbot, window, register, printed, shop, printer):
    record = printed()
    pdf = shop.letters.pdf(record)
    view = register()
    show_all(qtbot, window, view)
    qtbot.keyClick(view.list, Qt.Key.Key_P, CONTROL)
    assert printer == [(pdf, "A5")]
    assert shop.letters.is_as_printed(shop.letters.kept(record.id))


def test_under_the_cover_no_name_is_read(qtbot, window, register, printed):
    printed()
    view = register()
    show_all(qtbot, window, view)
    cover.turn(on=True)
    try:
        assert is_veiled(view.list)
        assert is_veiled(view.details)
    finally:
        cover.turn(on=False)


def test_a_digit_chooses_which_letters_are_listed(qtbot, window, register, printed):
    printed()
    view = register()
    qtbot.keyClick(view.search, Qt.Key.Key_3, ALT)
    qtbot.waitUntil(lambda: len(view.list.texts()) == 1, timeout=30_000)
    assert view.filter.choice() == "all"


def test_every_control_has_a_name(qtbot, window, register, printed, unnamed):
    printed()
    view = register()
    show_all(qtbot, window, view)
    assert unnamed(window.pages.page()) == []


def test_a_second_letter_of_a_case_is_not_printed_before_it_is_asked_for_plainly(
    qtbot, window, register, printed, shop, printer
):
    record = printed()
    second = shop.letters.composed(shop.casework.story(record.case_id), seed=record.seed + 1)
    shop.letters.rewrite(second, second.text_blocks)
    view = register()
    show_all(qtbot, window, view)
    while view.row().key != second.id:
        qtbot.keyClick(view.list, Qt.Key.Key_Down)
    view.details.print.click()
    assert printer == []
    assert window.pages.place == "letter"
