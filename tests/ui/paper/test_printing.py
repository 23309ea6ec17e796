"""Printing and saving: no printer, a folder that takes nothing, a dialog that is put away."""

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas

from desktop_cs.errors import ShopError
from desktop_cs.ui.paper import printing
from desktop_cs.ui.preferences import Preferences


@pytest.fixture
def pdf(tmp_path):
    """Return a PDF of two pages."""
    canvas = Canvas(str(tmp_path / "two.pdf"), pagesize=(298, 420))
    for words in ("one", "two"):
        canvas.drawString(72, 200, words)
        canvas.showPage()
    canvas.save()
    return (tmp_path / "two.pdf").read_bytes()


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_without_a_printer_it_says_how_to_go_on(pdf, tmp_path, parent, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    with pytest.raises(ShopError, match="Save PDF"):
        printing.print_pdf(pdf, "A5", Preferences(tmp_path), parent)


def test_the_printer_is_remembered_for_each_kind_of_paper(pdf, tmp_path, parent, monkeypatch):
    drawn = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Counter"]))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Accepted)
    monkeypatch.setattr(printing, "draw_on", lambda printer, given: drawn.append((printer, given)))
    monkeypatch.setattr(printing.QPrinter, "printerName", lambda _printer: "Counter")
    preferences = Preferences(tmp_path)
    assert printing.print_pdf(pdf, "A5", preferences, parent) is True
    assert [given for _printer, given in drawn] == [pdf]
    assert (preferences.printing.printer("A5"), preferences.printing.printer("A4")) == ("Counter", "")


def test_a_dialog_that_is_put_away_prints_nothing(pdf, tmp_path, parent, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Counter"]))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)
    monkeypatch.setattr(printing, "draw_on", lambda *_args: pytest.fail("printed"))
    assert printing.print_pdf(pdf, "A5", Preferences(tmp_path), parent) is False


def test_a_file_is_written_whole_or_not_at_all(pdf, tmp_path, parent, monkeypatch):
    target = tmp_path / "missing" / "letter.pdf"
    monkeypatch.setattr(printing.QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    with pytest.raises(ShopError, match=r"letter\.pdf could not be written"):
        printing.save_pdf(pdf, "letter.pdf", parent)
    target.parent.mkdir()
    assert printing.save_pdf(pdf, "letter.pdf", parent) == target
    assert [one.name for one in target.parent.iterdir()] == ["letter.pdf"]
    assert target.read_bytes() == pdf


def test_choosing_no_file_saves_nothing(pdf, parent, monkeypatch):
    monkeypatch.setattr(printing.QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    assert printing.save_pdf(pdf, "letter.pdf", parent) is None
