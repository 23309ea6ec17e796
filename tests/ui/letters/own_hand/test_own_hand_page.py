"""My hand and my signature: from a scan, on the screen, kept for the one person whose they are."""

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest

from desktop_cs.letters.hand.hand_pack import HandPack
from desktop_cs.letters.hand.own.sheet import BASELINE_MM, sheet_pages
from desktop_cs.paper.own_hand_sheet import own_hand_sheet_pdf
from desktop_cs.ui.letters.own_hand import hand_part, signature_part
from desktop_cs.ui.letters.own_hand.hand_part import HandPart
from desktop_cs.ui.letters.own_hand.own_hand_page import OwnHandPage
from desktop_cs.ui.letters.own_hand.signature_part import SignaturePart
from desktop_cs.ui.paper.pdf_pages import page_picture

DOTS_PER_MM = 6


@pytest.fixture
def page(qtbot, window):
    """Return the page, at "My hand", once it is idle."""
    window.go("own_hand")
    made = window.pages.page()
    assert isinstance(made, OwnHandPage)
    idle(qtbot, window)
    return made


def idle(qtbot, window):
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)


@pytest.fixture
def scan(tmp_path):
    """Return the file of a sheet on which every small letter is an upright bar."""
    page = page_picture(own_hand_sheet_pdf("en", "A4"), 0, DOTS_PER_MM * 25.4)
    page.save(str(tmp_path / "blank.png"))
    picture = Image.open(tmp_path / "blank.png").convert("RGB")
    pen = ImageDraw.Draw(picture)
    for box in sheet_pages("en", "A4")[0].boxes:
        if box.text.isalpha() and box.text.islower() and box.text not in "gq":
            x, low = (box.left + 6) * DOTS_PER_MM, (box.top + BASELINE_MM) * DOTS_PER_MM
            pen.line([(x, low), (x + 4, low - 2.8 * DOTS_PER_MM)], fill=(20, 30, 90), width=4)
    picture.save(tmp_path / "scan.png")
    return tmp_path / "scan.png"


def write(pad, *strokes):
    """Draw strokes on a pad with the mouse."""
    for stroke in strokes:
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*stroke[0]))
        for place in stroke[1:]:
            QTest.mouseMove(pad, QPoint(*place))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*stroke[-1]))


def bar(pad):
    """Draw one upright bar on the writing line."""
    line = round(pad.line)
    write(pad, [(100, line - 40), (101, line - 20), (102, line)])


def test_a_scan_becomes_a_hand_that_is_kept_for_its_owner(qtbot, window, page, scan):
    page.hand.load_files([scan])
    idle(qtbot, window)
    assert "letters are read" in page.hand.view.state.text()
    assert "g" in page.hand.view.missing.text() or "not written yet" in page.hand.view.missing.text()
    assert not page.hand.view.specimen.picture().isNull()
    page.hand.view.name_field.setText("My upright hand")
    page.hand.view.keep.click()
    (kept,) = window.acts.desk.hands.own_hands()
    assert kept.name == "My upright hand"
    assert kept.staff_id == window.acts.desk.actor.id
    assert HandPack.from_bytes(kept.pack).place("n") >= 0


def test_nobody_else_sees_it(qtbot, window, page, scan):
    page.hand.load_files([scan])
    idle(qtbot, window)
    page.hand.view.keep.click()
    desk = window.acts.desk
    desk.actor = next(one for one in desk.shop.staff() if one.id != desk.actor.id)
    window.go("own_hand")
    page.load()
    idle(qtbot, window)
    assert "no hand of yours" in page.hand.view.state.text()
    assert not page.hand.view.keep.isVisible()


def test_a_scanned_pdf_and_dropped_files_are_read(qtbot, window, page, scan, tmp_path):
    Image.open(scan).save(tmp_path / "scan.pdf", resolution=DOTS_PER_MM * 25.4)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "scan.pdf"))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.hand.dropEvent(drop)
    idle(qtbot, window)
    assert "letters are read" in page.hand.view.state.text()


def test_files_that_are_no_sheet_are_named_and_the_good_one_is_read(qtbot, window, page, scan, tmp_path):
    (tmp_path / "letter.png").write_bytes(b"not a picture at all")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 torn")
    Image.new("RGB", (800, 600), "white").save(tmp_path / "white.jpg")
    names = ["letter.png", "broken.pdf", "white.jpg", "gone.png"]
    page.hand.load_files([*(tmp_path / name for name in names[:3]), scan])
    idle(qtbot, window)
    told = page.hand.view.problem.sentence
    assert "letter.png is no picture" in told
    assert "broken.pdf is no picture" in told
    assert "white.jpg: There is no page" in told
    assert "letters are read" in page.hand.view.state.text()
    page.hand.load_files([tmp_path])
    assert "not their folder" in page.hand.view.problem.sentence


def test_letters_are_written_one_by_one_and_kept_when_one_stops(qtbot, window, page):
    page.hand.view.write.click()
    writer = page.hand.writer
    assert writer.asked() == "a"
    bar(writer.pad)
    QTest.keyClick(writer, Qt.Key.Key_Return)
    assert writer.asked() == "b"
    QTest.keyClick(writer, Qt.Key.Key_Return)
    assert writer.asked() == "b"  # nothing was written
    bar(writer.pad)
    bar(writer.pad)
    QTest.keyClick(writer, Qt.Key.Key_Backspace)
    assert len(writer.pad.strokes()) == 1
    QTest.keyClick(writer, Qt.Key.Key_Space)
    writer.skip.click()
    assert writer.asked() == "d"
    writer.back.click()
    assert writer.asked() == "b"
    writer.stop.click()
    idle(qtbot, window)
    (kept,) = window.acts.desk.hands.own_hands()
    assert HandPack.from_bytes(kept.pack).characters() == "a"
    page.hand.view.write.click()
    assert writer.asked() == "b"


def test_leaving_the_page_keeps_what_was_written(qtbot, window, page):
    page.hand.view.write.click()
    bar(page.hand.writer.pad)
    page.hand.writer.go_on()
    window.go("today")
    (kept,) = window.acts.desk.hands.own_hands()
    assert HandPack.from_bytes(kept.pack).characters() == "a"


def test_a_letter_is_written_anew_and_the_others_stay(qtbot, window, page, scan):
    page.hand.load_files([scan])
    idle(qtbot, window)
    page.hand.view.keep.click()
    page.hand.view.anew_field.setText("n")
    page.hand.view.anew.click()
    assert page.hand.writer.asked() == "n"
    bar(page.hand.writer.pad)
    page.hand.writer.go_on()
    page.hand.writer.stop.click()
    idle(qtbot, window)
    pack = HandPack.from_bytes(window.acts.desk.hands.own_hands()[-1].pack)
    assert len(pack.forms(pack.place("n"))) == 1
    assert len(pack.forms(pack.place("e"))) == 4


def test_a_hand_is_removed_and_brought_back(qtbot, window, page, scan):
    page.hand.load_files([scan])
    idle(qtbot, window)
    page.hand.view.keep.click()
    page.hand.view.remove.click()
    idle(qtbot, window)
    assert window.acts.desk.hands.own_hands() == []
    window.undo()
    idle(qtbot, window)
    assert len(window.acts.desk.hands.own_hands()) == 1


def test_the_sheet_is_saved_for_the_chosen_paper(window, page, tmp_path, monkeypatch):
    from desktop_cs.ui.paper import printing

    file = tmp_path / "sheet.pdf"
    monkeypatch.setattr(printing.QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    page.hand.view.papers.set_choice("Letter")
    page.hand.view.languages.set_choice("ru")
    page.hand.view.save.click()
    assert file.read_bytes() == own_hand_sheet_pdf("ru", "Letter")


def test_the_scan_is_chosen_from_files(qtbot, window, page, scan, monkeypatch):
    monkeypatch.setattr(hand_part.QFileDialog, "getOpenFileNames", lambda *_args: ([str(scan)], ""))
    page.hand.view.load.click()
    idle(qtbot, window)
    assert "letters are read" in page.hand.view.state.text()


@pytest.fixture
def signing(qtbot, window, page):
    """Return the topic "My signature", once it is idle."""
    page.go_to("signature")
    idle(qtbot, window)
    return page.signature


def sign(pad):
    write(pad, [(60 + 6 * at, round(110 + 40 * np.sin(at / 3))) for at in range(40)])


def test_a_signature_is_seen_with_each_pen_and_kept(qtbot, window, signing):
    sign(signing.pad)
    qtbot.waitUntil(signing.keep.isEnabled, timeout=20_000)
    idle(qtbot, window)
    pictures = [line.picture() for line in signing.previews.values()]
    assert len(pictures) == 3
    assert not any(picture.isNull() for picture in pictures)
    assert pictures[0] != pictures[1] != pictures[2]
    signing.keep.click()
    desk = window.acts.desk
    assert len(desk.hands.signature_of(desk.actor.id).strokes) == 1
    assert "is kept" in signing.state.text()
    signing.remove.click()
    assert desk.hands.signature_of(desk.actor.id) is None
    window.undo()
    assert desk.hands.signature_of(desk.actor.id) is not None


def test_a_signature_that_was_not_kept_is_kept_on_leaving(qtbot, window, signing):
    sign(signing.pad)
    window.go("today")
    desk = window.acts.desk
    assert desk.hands.signature_of(desk.actor.id) is not None


def test_a_tablet_presses_and_its_mouse_events_draw_nothing_twice(signing):
    pad, device = signing.pad, QPointingDevice.primaryPointingDevice()

    def send(kind, x, force):
        where = QPointF(x, 90.0)
        event = QTabletEvent(
            kind,
            device,
            where,
            where,
            force,
            0,
            0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
        )
        pad.tabletEvent(event)

    send(QEvent.Type.TabletPress, 40, 0.1)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 90))
    for at in range(1, 12):
        send(QEvent.Type.TabletMove, 40 + 9 * at, 0.1 + 0.08 * at)
    send(QEvent.Type.TabletRelease, 140, 0.0)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(140, 90))
    (stroke,) = pad.strokes()
    assert len(stroke) == 12
    assert stroke[0][2] == pytest.approx(0.1, abs=0.01)
    assert stroke[-1][2] == pytest.approx(0.98, abs=0.01)


def test_undo_and_clear_take_strokes_away(signing):
    sign(signing.pad)
    bar(signing.pad)
    signing.undo.click()
    assert len(signing.pad.strokes()) == 1
    signing.clear.click()
    assert signing.pad.strokes() == []
    assert not signing.keep.isEnabled()


def test_a_signature_is_taken_from_a_picture(qtbot, window, signing, tmp_path, monkeypatch):
    picture = Image.new("RGB", (900, 500), "white")
    line = [(150 + 6 * at, 250 + 90 * np.sin(at / 9)) for at in range(100)]
    ImageDraw.Draw(picture).line(line, fill=(20, 20, 60), width=8, joint="curve")
    picture.save(tmp_path / "signature.jpg")
    chosen = str(tmp_path / "signature.jpg")
    monkeypatch.setattr(signature_part.QFileDialog, "getOpenFileName", lambda *_args: (chosen, ""))
    signing.trace.click()
    qtbot.waitUntil(signing.keep.isEnabled, timeout=20_000)
    signing.leave()
    desk = window.acts.desk
    assert desk.hands.signature_of(desk.actor.id) is not None


def test_a_picture_without_a_signature_is_refused_in_words(qtbot, window, signing, tmp_path):
    Image.new("RGB", (900, 500), "white").save(tmp_path / "white.png")
    signing.trace_file(tmp_path / "white.png")
    qtbot.waitUntil(lambda: bool(signing.problem.sentence), timeout=20_000)
    assert "No signature is seen" in signing.problem.sentence
    assert not signing.keep.isEnabled()


def test_a_picture_that_is_still_being_read_is_not_shown_to_the_next_person(qtbot, window, signing, tmp_path):
    desk = window.acts.desk
    Image.new("RGB", (900, 500), "white").save(tmp_path / "white.png")
    signing.trace_file(tmp_path / "white.png")
    window.entrance.let_in(next(one for one in desk.shop.staff() if one.id != desk.actor.id))
    idle(qtbot, window)
    assert signing.problem.sentence == ""


def test_whoever_has_not_said_who_they_are_is_asked_to(qtbot, window, page):
    window.acts.desk.actor = None
    for topic, part in (("hand", page.hand.view), ("signature", page.signature)):
        page.load(topic)
        idle(qtbot, window)
        assert "who you are" in part.state.text()
    assert not page.hand.view.load.isEnabled()
    assert not page.signature.pad.isEnabled()


def test_every_control_has_a_name(window, page, unnamed):
    assert unnamed(page) == []
    page.go_to("signature")
    assert unnamed(page) == []


def test_a_topic_is_made_in_turns_of_its_own_and_comes_to_the_front(qtbot, window):
    window.go("own_hand")
    made = window.pages.page()
    assert made.findChild(HandPart) is None
    qtbot.waitUntil(lambda: made.findChild(HandPart) is not None and made.findChild(HandPart).isVisible())
    idle(qtbot, window)
    assert made.findChild(SignaturePart) is None
    made.go_to("signature")
    assert made.findChild(SignaturePart) is None
    qtbot.waitUntil(lambda: made.findChild(SignaturePart) is not None)
    assert made.signature.isVisible()
    assert made.signature.state.text()
    idle(qtbot, window)


def test_whoever_leaves_before_the_topic_is_made_is_not_held_up(qtbot, window):
    window.go("own_hand")
    made = window.pages.page()
    window.go("today")
    qtbot.wait(0)
    assert made.findChild(HandPart) is None
    window.go("own_hand")
    assert made.hand.isVisible()
    idle(qtbot, window)
