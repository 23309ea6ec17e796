"""The letters of the day in one go: ticked, printed or saved, stopped, posted."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop_cs.errors import ShopError
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.ui.cover import cover, is_veiled
from desktop_cs.ui.letters import batch_work
from desktop_cs.ui.paper import printing
from desktop_cs.ui.paper.pdf_pages import opened_pdf, page_count


@pytest.fixture
def names():
    return ["Deirdre Fallon", "Asif Khan", "Maria Costa"]


@pytest.fixture
def batch(qtbot, window, walked, later, names):
    """Return the view with three letters that are due."""
    for name in names:
        walked(name, f"The dryer of {name} stands still")
    later()
    window.go("letters", "today")
    page = window.pages.page()
    qtbot.waitUntil(lambda: len(page.batch.letters.rows) == 3, timeout=30_000)
    return page.batch


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return the folder that is chosen for the files."""
    made = tmp_path / "letters"
    made.mkdir()
    monkeypatch.setattr(batch_work.QFileDialog, "getExistingDirectory", lambda *_args: str(made))
    return made


def over(qtbot, window, batch):
    qtbot.waitUntil(lambda: bool(batch.outcome()) and not window.acts.is_busy(), timeout=60_000)


def printed_ones(shop):
    return [line.to for line in shop.letters.register() if line.record.printed_at is not None]


def test_each_letter_of_the_day_has_a_tick_and_what_it_lacks_is_said(batch, names):
    labels = [row.tick.words.label for row in batch.letters.rows]
    assert [label.split(" · ")[0] for label in labels] == names
    for row in batch.letters.rows:
        assert row.tick.isChecked() == (not row.letter.missing)
        assert row.tick.words.help == " ".join(row.letter.missing)


def test_ticked_letters_are_saved_as_whole_files_and_kept_as_printed(qtbot, window, batch, folder, shop):
    batch.letters.tick_all(ticked=True)
    batch.letters.rows[1].tick.click()
    batch.save.click()
    over(qtbot, window, batch)
    assert sorted(path.suffix for path in folder.iterdir()) == [".pdf", ".pdf"]
    assert all(page_count(path.read_bytes()) == 1 for path in folder.iterdir())
    assert batch.outcome().startswith("2 letters are saved.")
    assert sorted(printed_ones(shop)) == ["Deirdre Fallon", "Maria Costa"]
    assert [row.letter.story.case.who for row in batch.letters.rows] == ["Asif Khan"]


def test_those_that_are_out_are_marked_as_posted_with_a_way_back(qtbot, window, batch, folder, shop):
    batch.letters.tick_all(ticked=True)
    batch.save.click()
    over(qtbot, window, batch)
    assert batch.post.hasFocus()
    batch.post.click()
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)
    assert [line.record.posted_at for line in shop.letters.register()] == [shop.clock.now()] * 3
    window.undo()
    assert [line.record.posted_at for line in shop.letters.register()] == [None] * 3


def test_cancel_stops_between_two_letters_and_leaves_whole_files_only(
    qtbot, window, batch, folder, shop, monkeypatch
):
    write = shop.letter_batches.write

    def write_and_be_stopped(chosen, where, goes_on):
        def stopped_after_one(done):
            if done == 1:
                window.pages.page().work.run.stop()
            return goes_on(done)

        return write(chosen, where, stopped_after_one)

    monkeypatch.setattr(shop.letter_batches, "write", write_and_be_stopped)
    batch.letters.tick_all(ticked=True)
    batch.save.click()
    over(qtbot, window, batch)
    assert batch.outcome() == "1 letter is saved.\nStopped. The others are still on the list."
    assert len(list(folder.iterdir())) == 1
    assert len(printed_ones(shop)) == 1


def test_a_full_disk_is_told_with_how_many_letters_are_whole(qtbot, window, batch, folder, shop, monkeypatch):
    write_bytes = Path.write_bytes

    def full_after_one(path, content):
        if path.parent == folder and list(folder.iterdir()):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", full_after_one)
    batch.letters.tick_all(ticked=True)
    batch.save.click()
    over(qtbot, window, batch)
    assert "1 letter was written and is whole" in batch.outcome()
    assert [path.suffix for path in folder.iterdir()] == [".pdf"]
    assert len(batch.letters.rows) == 2


def test_all_are_printed_one_after_the_other_on_a_printer_that_is_asked_for_once(
    qtbot, window, batch, shop, tmp_path, monkeypatch
):
    asked = []

    def choose(pdf, paper, _preferences, _parent):
        asked.append(paper)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printing.set_page(printer, pdf)
        return printer

    drawn = []
    draw_on = printing.draw_on
    monkeypatch.setattr(printing, "chosen_printer", choose)
    monkeypatch.setattr(printing, "draw_on", lambda printer, pdf: (drawn.append(pdf), draw_on(printer, pdf)))
    batch.letters.tick_all(ticked=True)
    batch.print.click()
    over(qtbot, window, batch)
    assert asked == ["A5"]
    assert len(set(drawn)) == 3
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == 1
    assert len(printed_ones(shop)) == 3
    assert batch.outcome() == "3 letters are printed."


def test_while_a_batch_runs_it_stays_on_the_screen(qtbot, window, batch, folder):
    batch.letters.tick_all(ticked=True)
    batch.save.click()
    assert batch.stop.hasFocus()
    assert not batch.print.isEnabled()
    window.go("today")
    window.go("letters")
    assert window.pages.page().batch.isVisible() or batch.outcome()
    over(qtbot, window, batch)


def test_a_letter_is_opened_from_the_list_and_the_arrow_leads_to_the_register(qtbot, window, batch):
    batch.letters.rows[0].open.click()
    assert window.pages.place == "letter"
    window.go("letters", "today")
    batch.back.click()
    assert window.pages.page().register.isVisible()


def test_every_control_has_a_name(batch, window, unnamed):
    assert unnamed(window.pages.page()) == []


def printer_to(tmp_path, asked):
    """Return what stands for the dialog: it notes the paper and prints into a file."""

    def choose(pdf, paper, _preferences, _parent):
        asked.append(paper)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printing.set_page(printer, pdf)
        return printer

    return choose


def test_print_pressed_twice_prints_once(qtbot, window, batch, shop, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(printing, "chosen_printer", printer_to(tmp_path, asked))
    batch.letters.tick_all(ticked=True)
    batch.print.click()
    batch.print.click()
    over(qtbot, window, batch)
    assert asked == ["A5"]


def test_a_first_letter_that_no_hand_can_write_is_left_out_and_the_others_are_printed(
    qtbot, window, batch, shop, tmp_path, monkeypatch
):
    asked = []
    monkeypatch.setattr(printing, "chosen_printer", printer_to(tmp_path, asked))
    first = batch.letters.rows[0].letter.record
    shop.letters.rewrite(first, [*first.text_blocks, Block(Role.BODY, "\N{PARTY POPPER}")])
    window.pages.page().work.read()
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)
    batch.letters.tick_all(ticked=True)
    batch.print.click()
    over(qtbot, window, batch)
    assert "2 letters are printed." in batch.outcome()
    assert "Left out: Deirdre Fallon" in batch.outcome()
    cover.turn(on=True)
    try:
        assert is_veiled(batch._outcome)
    finally:
        cover.turn(on=False)


def test_closing_waits_for_one_letter_and_not_for_all(qtbot, window, batch, folder, shop, monkeypatch):
    write = shop.letter_batches.write

    def write_and_close(chosen, where, goes_on):
        def closed_after_one(done):
            if done == 1:
                QApplication.instance().aboutToQuit.emit()
            return goes_on(done)

        return write(chosen, where, closed_after_one)

    monkeypatch.setattr(shop.letter_batches, "write", write_and_close)
    batch.letters.tick_all(ticked=True)
    batch.save.click()
    over(qtbot, window, batch)
    assert len(printed_ones(shop)) == 1


def test_a_letter_that_cannot_be_composed_is_named_and_never_ticked(qtbot, window, batch, shop, monkeypatch):
    composed = shop.letters.composed

    def damaged(story, *more):
        if story.case.who == "Asif Khan":
            raise ShopError("thank_you.toml: the file is missing")
        return composed(story, *more)

    monkeypatch.setattr(shop.letters, "composed", damaged)
    window.pages.page().work.read()
    qtbot.waitUntil(lambda: len(batch.letters.rows) == 2, timeout=30_000)
    (row,) = batch.letters.left_out
    assert row.tick.words.label.startswith("Asif Khan · ")
    assert row.tick.words.help == "thank_you.toml: the file is missing"
    batch.letters.tick_all(ticked=True)
    assert [one.story.case.who for one in batch.letters.ticked()] == ["Deirdre Fallon", "Maria Costa"]
    assert not row.tick.isChecked()
    row.open.click()
    assert window.pages.place == "letter"


def test_labels_are_printed_and_the_next_ones_begin_where_the_sheet_is_whole(
    qtbot, window, batch, printer, shop
):
    batch.letters.tick_all(ticked=True)
    batch.labels.click()
    panel = batch.asked
    panel.sheet.setCurrentText("A4 2x7")
    panel.sheet.activated.emit(1)
    panel.first.setCurrentIndex(panel.first.findData(13))
    panel.act.click()
    qtbot.waitUntil(lambda: bool(printer), timeout=30_000)
    ((pdf, paper),) = printer
    assert paper == "labels A4 2x7"
    assert page_count(pdf) == 2
    assert batch.asked is None
    batch.labels.click()
    assert (batch.asked.sheet.currentText(), batch.asked.first.currentData()) == ("A4 2x7", 2)


def test_after_saving_labels_are_for_the_letters_that_are_out(qtbot, window, batch, printer, folder):
    batch.letters.tick_all(ticked=True)
    batch.letters.rows[0].tick.click()
    batch.save.click()
    over(qtbot, window, batch)
    batch.labels.click()
    batch.asked.act.click()
    qtbot.waitUntil(lambda: bool(printer), timeout=30_000)
    with opened_pdf(printer[0][0]) as labels:
        text = labels[0].get_textpage().get_text_range()
    assert "Asif Khan" in text
    assert "Maria Costa" in text
    assert "Deirdre Fallon" not in text


def test_whoever_has_no_address_is_named_where_labels_are_wanted(qtbot, window, batch, printer, shop):
    for row in batch.letters.rows:
        shop.customers.save(replace(row.letter.story.customer, address=""))
    batch.letters.tick_all(ticked=True)
    batch.labels.click()
    with qtbot.waitSignal(window.acts.done) as told:
        batch.asked.act.click()
    assert "Deirdre Fallon has no address yet" in str(told.args)
    assert printer == []
