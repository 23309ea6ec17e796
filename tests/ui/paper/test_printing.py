"""Printing and saving: no printer, a folder that takes nothing, a dialog that is put away."""

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop_cs.errors import ShopError
from desktop_cs.ui.paper import printing
from desktop_cs.ui.paper.pdf_pages import opened_pdf
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
    with pytest.raises(ShopError, match="Save it as a PDF") as told:
        printing.print_pdf(pdf, "A5", Preferences(tmp_path), parent)
    assert "“" not in str(told.value)  # the button for that is called otherwise on each page


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


def test_the_tray_of_a_kind_of_paper_is_taken_up_again(pdf, tmp_path, parent, monkeypatch):
    taken = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Counter"]))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Accepted)
    monkeypatch.setattr(printing.QPrinter, "printerName", lambda _printer: "Counter")
    monkeypatch.setattr(printing.QPrinter, "setPaperSource", lambda _printer, tray: taken.append(tray))
    monkeypatch.setattr(printing.QPrinter, "paperSource", lambda _printer: QPrinter.PaperSource.Manual)
    preferences = Preferences(tmp_path)
    printing.chosen_printer(pdf, "A5", preferences, parent)
    printing.chosen_printer(pdf, "A5", preferences, parent)
    assert taken == [QPrinter.PaperSource.Manual]
    assert (preferences.printing.tray("A5"), preferences.printing.tray("A4")) == ("Manual", "")


def test_the_page_keeps_its_size_though_the_dialog_takes_the_usual_paper(pdf, tmp_path, parent, monkeypatch):
    def accepted(dialog):
        dialog.printer().setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Counter"]))
    monkeypatch.setattr(QPrintDialog, "exec", accepted)
    printer = printing.chosen_printer(pdf, "A5", Preferences(tmp_path), parent)
    size = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    assert (size.width(), size.height()) == pytest.approx((298, 420), abs=1)


@pytest.mark.parametrize(
    ("sheet", "width"), [(QPageSize.PageSizeId.A4, 100), (QPageSize.PageSizeId.A6, 100 * 105 / 148)]
)
def test_on_another_sheet_a_page_keeps_its_size_or_its_proportions(tmp_path, sheet, width):
    canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(148 * mm, 210 * mm))
    canvas.rect(0, 0, 100 * mm, 210 * mm, stroke=0, fill=1)
    canvas.save()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page = (tmp_path / "page.pdf").read_bytes()
    printing.set_page(printer, page)
    printer.setPageSize(QPageSize(sheet))
    printing.draw_on(printer, page)
    with opened_pdf((tmp_path / "printed.pdf").read_bytes()) as printed:
        picture = printed[0].render(scale=1 / mm, grayscale=True)
        top = bytes(picture.buffer)[picture.stride * 20 :][: picture.width]
    assert sum(grey < 128 for grey in top) == pytest.approx(width, abs=2)


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


@pytest.mark.parametrize("height_mm", [81, 100, 190, 297, 640])
def test_a_roll_comes_out_as_long_as_its_slip_and_in_its_own_size(tmp_path, height_mm):
    canvas = Canvas(str(tmp_path / "slip.pdf"), pagesize=(80 * mm, height_mm * mm))
    canvas.rect(10 * mm, 5 * mm, 60 * mm, (height_mm - 10) * mm, fill=1)
    canvas.save()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    slip = (tmp_path / "slip.pdf").read_bytes()
    printing.set_page(printer, slip)
    printing.draw_on(printer, slip)
    with opened_pdf((tmp_path / "printed.pdf").read_bytes()) as printed:
        page = printed[0]
        assert [length / mm for length in page.get_size()] == pytest.approx([80, height_mm], abs=0.5)
        picture = page.render(scale=1 / mm, grayscale=True)
        middle = bytes(picture.buffer)[40 :: picture.stride][:height_mm]
    inked = [at for at, grey in enumerate(middle) if grey < 128]
    assert (inked[0], height_mm - inked[-1]) == (pytest.approx(5, abs=2), pytest.approx(5, abs=2))
