"""Pictures and files on the page of a case, as people add, look at, save and remove them."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.storage.attachments.pool import ATTACHMENTS
from desktop_cs.ui.cover import cover, is_veiled

# PySide6 6.12 wants a point of fractions there, which 6.11 does not take.
pytestmark = pytest.mark.filterwarnings("ignore:.*QDragEnterEvent.*deprecated:DeprecationWarning")
COPY = Qt.DropAction.CopyAction
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clipboard():
    """Return the clipboard, empty before and after."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


@pytest.fixture
def settled(qtbot, window, page):
    """Return a function that waits until nothing is being added or drawn."""
    return lambda: qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)


def names_in(page):
    return [tile.attachment.name for tile in page.files.strip.tiles() if hasattr(tile, "attachment")]


def drop(page, content):
    """Drag something into the window and let it go over the middle of the page."""
    middle = page.frame.rect().center()
    window = page.window().windowHandle()
    place = page.frame.mapTo(page.window(), middle)
    coming = QDragEnterEvent(place, COPY, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, coming)
    if page.files.drop.isVisible():
        let_go = QDropEvent(
            QPointF(middle), COPY, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(page.files.drop, let_go)
        assert let_go.isAccepted()


def test_a_case_without_files_says_how_to_add_some(page):
    assert page.files.strip.tiles() == []
    assert "Ctrl+V" in page.files.strip._hint.text()
    assert page.files.strip._hint.isVisible()


def test_files_that_are_chosen_are_added_and_shown_and_taken_back(
    page, file, stored, settled, window, monkeypatch
):
    paths = [str(file("a.txt")), str(file("b.txt", b"another"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: (paths, ""))
    QTest.mouseClick(page.files.strip.add, Qt.MouseButton.LeftButton)
    settled()
    assert stored() == names_in(page) == ["a.txt", "b.txt"]
    assert not page.files.strip._hint.isVisible()
    assert window.toast._label.text() == "2 files are added."
    window.acts.undo()
    assert stored() == names_in(page) == []


def test_tab_leads_from_the_plus_to_the_files_that_were_just_added(
    qtbot, page, file, settled, window, monkeypatch
):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    paths = [str(file("a.txt")), str(file("b.txt", b"another"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: (paths, ""))
    strip = page.files.strip
    strip.add.setFocus()
    strip.add.click()
    settled()
    for tile in strip.tiles():
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert tile.hasFocus()


def test_nothing_is_added_when_none_is_chosen(page, stored, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: ([], ""))
    QTest.mouseClick(page.files.strip.add, Qt.MouseButton.LeftButton)
    assert not page.files.adding.is_busy
    assert stored() == []


def test_what_is_refused_is_said_and_the_rest_is_added(
    page, file, stored, settled, window, tmp_path, dragged
):
    drop(page, dragged(tmp_path / "gone.txt", file("a.txt"), file("empty.txt", b"")))
    settled()
    assert stored() == ["a.txt"]
    said = window.notices._notice.findChildren(type(page.files.strip._hint))
    words = " ".join(label.text() for label in said)
    assert "“gone.txt” cannot be opened" in words
    assert "“empty.txt” is empty" in words


def test_files_dropped_anywhere_on_the_page_are_added(page, file, stored, settled, dragged):
    drop(page, dragged(file()))
    assert not page.files.drop.isVisible()
    settled()
    assert stored() == ["bill.txt"]


def test_a_dropped_file_reaches_no_text_field(page, file, settled, dragged):
    page.go_to("review")
    field = QApplication.focusWidget()
    drop(page, dragged(file()))
    settled()
    assert field.toPlainText() == ""


def test_words_that_are_dragged_are_left_to_the_fields(page, stored):
    words = QMimeData()
    words.setText("from another program")
    drop(page, words)
    assert not page.files.drop.isVisible()
    assert stored() == []


def test_a_dropped_picture_without_a_file_is_added(page, stored, settled, shop, taken):
    content, picture = QMimeData(), QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("green"))
    content.setImageData(picture)
    drop(page, content)
    settled()
    assert stored() == ["Pasted picture 2026-11-03 14.00.00.png"]
    assert shop.attachments.of_case(taken.id)[0].kind == "png"


def test_a_copied_picture_is_pasted_also_while_a_field_is_in_use(page, clipboard, stored, settled):
    page.go_to("review")
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("green"))
    clipboard.setImage(picture)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    settled()
    assert len(stored()) == 1


def test_copied_files_are_pasted(page, clipboard, file, stored, settled, dragged):
    clipboard.setMimeData(dragged(file("a.txt")))
    page.files.strip.setFocus()
    QTest.keyClick(page.files.strip, Qt.Key.Key_V, CTRL)
    settled()
    assert stored() == ["a.txt"]


def test_copied_words_go_into_the_field_in_use(page, clipboard, stored):
    page.go_to("review")
    field = QApplication.focusWidget()
    clipboard.setText("He said it hums.")
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    assert field.toPlainText() == "He said it hums."
    assert stored() == []


def test_the_words_of_a_spreadsheet_are_meant_not_its_picture(page, clipboard):
    page.go_to("review")
    content = QMimeData()
    content.setText("12.50")
    content.setImageData(QImage(9, 9, QImage.Format.Format_RGB32))
    clipboard.setMimeData(content)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    assert QApplication.focusWidget().toPlainText() == "12.50"
    assert not page.files.adding.is_busy


def test_more_than_four_say_how_many_and_all_stand_below_the_large_view(page, have, taken, settled):
    for number in range(12):
        have(f"{number}.txt", bytes([65 + number]))
    page.load(taken.id)
    tiles = page.files.strip.tiles()
    assert [len(tiles), tiles[-1].text(), tiles[-1].accessibleName()] == [4, "+9", "9 more files"]
    QTest.mouseClick(tiles[-1], Qt.MouseButton.LeftButton)
    viewer = page.files.viewer
    assert viewer.isVisible()
    assert viewer.file().name == "3.txt"
    assert [tile.attachment.name for tile in viewer.row._tiles] == [f"{number}.txt" for number in range(12)]
    settled()


def test_thumbnails_are_drawn_one_after_the_other_and_known_the_next_time(
    page, have, taken, png, settled, shop
):
    pictures = [have(f"{name}.png", png(name)) for name in ("red", "blue")]
    page.load(taken.id)
    settled()
    assert [tile.has_picture() for tile in page.files.strip.tiles()] == [True, True]
    assert all(shop.attachments.known_thumbnail(one) for one in pictures)


def test_a_picture_is_shown_large_with_what_it_is(page, have, taken, png, settled, qtbot):
    have("red.png", png("red"))
    page.load(taken.id)
    QTest.keyClick(page.files.strip.tiles()[0], Qt.Key.Key_Return)
    viewer = page.files.viewer
    qtbot.waitUntil(lambda: viewer._middle.currentWidget() is viewer.picture, timeout=30_000)
    settled()
    assert viewer.head.spoken().startswith("red.png · Picture (PNG) · ")
    assert viewer.head.spoken().endswith("added 14:00 by Tom Reed")
    assert viewer.picture.picture().pixelColor(5, 5) == QColor("red")
    viewer.put_away()
    assert viewer.picture.picture().isNull()


def test_enlarging_draws_it_finer(page, have, taken, png, settled, qtbot):
    have("red.png", png("red", size=(3000, 2000)))
    page.load(taken.id)
    page.files.open(page.files._files[0])
    settled()
    viewer = page.files.viewer
    whole = viewer.picture.picture().width()
    QTest.keyClick(viewer, Qt.Key.Key_Plus)
    settled()
    assert whole < viewer.picture.picture().width() <= 3000
    assert viewer.picture.zoom > 1
    for _press in range(12):
        QTest.keyClick(viewer, Qt.Key.Key_Plus)
        settled()
    assert viewer.picture.picture().width() == 3000


def test_a_text_is_read_and_an_unknown_file_says_what_to_do(page, have, taken, settled):
    text, other = have("a.txt", b"The dryer hums."), have("b.zip", b"PK\x03\x04")
    page.load(taken.id)
    page.files.open(text)
    settled()
    viewer = page.files.viewer
    assert viewer.text.toPlainText() == "The dryer hums."
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.file() == other
    assert "Save a copy" in viewer.words.text()
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    settled()
    assert viewer._middle.currentWidget() is viewer.text


def test_a_picture_of_a_phone_that_is_not_shown_says_how_to_take_one_that_is(page, have, taken):
    have("IMG_0001.HEIC", b"\0\0\0\x18ftypheic")
    page.load(taken.id)
    page.files.open(page.files._files[0])
    assert "take its pictures as JPEG" in page.files.viewer.words.text()


def test_what_is_damaged_is_said_where_it_would_be_shown(page, have, taken, png, settled, shop, window):
    have("red.png", png("red"))
    for path in (shop.storage.folder / ATTACHMENTS).rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")
    page.load(taken.id)
    page.files.open(page.files._files[0])
    settled()
    assert "add it again" in page.files.viewer.words.text()
    assert window.notices._notice is None


def test_escape_closes_the_large_view_alone_and_gives_the_focus_back(page, have, taken, settled):
    have("a.txt", b"words")
    page.load(taken.id)
    page.focus_first()
    before = QApplication.focusWidget()
    page.files.open(page.files._files[0])
    settled()
    QTest.keyClick(page.files.viewer, Qt.Key.Key_Escape)
    assert not page.files.viewer.isVisible()
    assert QApplication.focusWidget() is before


def test_going_on_to_the_next_step_closes_the_large_view(page, have, taken, settled):
    have("a.txt", b"words")
    page.load(taken.id)
    page.files.open(page.files._files[0])
    settled()
    page.go_to("review")
    assert not page.files.viewer.isVisible()


def test_a_removed_file_gives_way_to_its_neighbour_and_comes_back(page, have, taken, stored, settled, window):
    for name in ("a.txt", "b.txt", "c.txt"):
        have(name, name.encode())
    page.load(taken.id)
    page.files.open(page.files._files[1])
    settled()
    viewer = page.files.viewer
    QTest.mouseClick(viewer.head.remove, Qt.MouseButton.LeftButton)
    assert stored() == names_in(page) == ["a.txt", "c.txt"]
    assert viewer.file().name == "c.txt"
    assert window.toast._label.text() == "“b.txt” is removed."
    settled()
    window.acts.undo()
    assert stored() == names_in(page) == ["a.txt", "b.txt", "c.txt"]
    assert [one.name for one in viewer.files()] == ["a.txt", "b.txt", "c.txt"]


def test_removing_the_last_one_closes_the_large_view(page, have, taken, settled):
    have("a.txt", b"words")
    page.load(taken.id)
    page.files.open(page.files._files[0])
    settled()
    QTest.mouseClick(page.files.viewer.head.remove, Qt.MouseButton.LeftButton)
    assert not page.files.viewer.isVisible()
    assert names_in(page) == []
    assert page.files.strip.add.hasFocus()


def test_a_copy_is_saved_where_the_person_says(
    page, have, taken, settled, window, tmp_path, monkeypatch, shared_data
):
    content = (shared_data / "attachments" / "exif_gps.jpg").read_bytes()
    have("here.jpg", content)
    page.load(taken.id)
    page.files.open(page.files._files[0])
    settled()
    assert "carries the place" in page.files.viewer.head.spoken()
    asked = []

    def choose(_parent, _title, proposed):
        asked.append(proposed)
        return str(tmp_path / "copy.jpg"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.mouseClick(page.files.viewer.head.save, Qt.MouseButton.LeftButton)
    settled()
    assert asked[0].endswith("here.jpg")
    assert (tmp_path / "copy.jpg").read_bytes() == content
    assert "the place where it was taken" in window.toast._label.text()


def test_what_is_added_elsewhere_appears(page, have, shop, window):
    have("a.txt", b"words")
    window.acts.tell(EVERYTHING)
    assert names_in(page) == ["a.txt"]


def test_another_case_has_its_own_files(page, have, shop, taken, window):
    have("a.txt", b"words")
    page.load(taken.id)
    from desktop_cs.customers.customer import Customer
    from desktop_cs.desk.casework import Intake
    from desktop_cs.storage.uuid7 import uuid7

    other = shop.casework.take(Intake("A kettle leaks", newcomer=Customer(uuid7(), "Ann"), mood="calm")).value
    window.go("case", other.id)
    assert names_in(window.pages.page()) == []


def test_the_cover_hides_them(page, have, taken, settled):
    have("a.txt", b"words")
    page.load(taken.id)
    page.files.open(page.files._files[0])
    settled()
    cover.turn(on=True)
    try:
        assert is_veiled(page.files.strip.tiles()[0])
        assert is_veiled(page.files.viewer.text)
    finally:
        cover.turn(on=False)


def test_every_control_has_a_name(page, have, taken, settled, unnamed):
    for name in ("a.txt", "b.txt"):
        have(name, name.encode())
    page.load(taken.id)
    page.files.open(page.files._files[0])
    settled()
    assert unnamed(page) == []
    assert page.files.strip.tiles()[0].accessibleName() == "Text: a.txt, 5 bytes"


def test_a_press_beside_the_squares_takes_the_focus_from_the_field(page):
    QTest.mouseClick(
        page.files.strip, Qt.MouseButton.LeftButton, pos=QPoint(2, page.files.strip.height() - 2)
    )
    assert page.files.strip.hasFocus()
