"""Printing a PDF, and saving it as a file."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, QSize, QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_cs.desk.whole_file import write_whole
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.ui.paper.pdf_pages import page_count, page_picture, page_size_mm
from desktop_cs.ui.preferences import Preferences

_DOTS_PER_INCH = 600  # as sharp as an office printer; more only costs time


def print_pdf(pdf: bytes, paper: str, preferences: Preferences, parent: QWidget) -> bool:
    """Print the pages on a printer that the person chooses, and return whether they were sent.

    Args:
        pdf: What is printed; it is drawn by the engine of the preview, so that both are equal.
        paper: Kind of paper; the printer is remembered for it.
        preferences: Where the printer is remembered.
        parent: The window that the dialog belongs to.

    Raises:
        ShopError: There is no printer, or it takes nothing.
    """
    printer = chosen_printer(pdf, paper, preferences, parent)
    if printer is None:
        return False
    draw_on(printer, pdf)
    return True


def chosen_printer(pdf: bytes, paper: str, preferences: Preferences, parent: QWidget) -> QPrinter | None:
    """Return the printer that the person chooses, set up for this page; None when they put the dialog away.

    Printer and tray are remembered for the kind of paper. Arguments as in `print_pdf`.

    Raises:
        ShopError: There is no printer.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise ShopError(
            _("No printer is set up on this PC. Save it as a PDF and print that elsewhere; nothing is lost.")
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    choices = preferences.printing
    if choices.printer(paper) in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(choices.printer(paper))
        printer.setPaperSource(_tray(choices.tray(paper)))
    set_page(printer, pdf)
    dialog = QPrintDialog(printer, parent)
    try:
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return None
    finally:
        dialog.deleteLater()
    set_page(printer, pdf)  # the dialog gives it the printer's usual paper instead
    choices.remember_printer(paper, printer.printerName())
    choices.remember_tray(paper, printer.paperSource().name)
    return printer


def set_page(printer: QPrinter, pdf: bytes) -> None:
    """Give the printer the size of the page, without margins of its own."""
    size = QPageSize(
        QSizeF(*page_size_mm(pdf)), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    printer.setResolution(_DOTS_PER_INCH)


def draw_on(printer: QPrinter, pdf: bytes) -> None:
    """Draw every page on the printer, in its own size where the sheet has room for it.

    Raises:
        ShopError: The printer takes nothing.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise ShopError(
            _("The printer does not answer. Look whether it is on and has paper, then print again.")
        )
    try:
        for number in range(page_count(pdf)):
            if number:
                printer.newPage()
            picture = page_picture(pdf, number, printer.resolution())
            painter.drawImage(_place_on(painter.viewport(), picture.size()), picture)
    finally:
        painter.end()


def _place_on(sheet: QRect, page: QSize) -> QRect:
    """Return where a page goes on a sheet that the printer took instead: never wider than it is, nor cut."""
    if page.width() > sheet.width() or page.height() > sheet.height():
        page = page.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(sheet.topLeft(), page)


def save_pdf(pdf: bytes, name: str, parent: QWidget) -> Path | None:
    """Write the PDF to a file that the person chooses, and return it; None when none was chosen.

    Raises:
        ShopError: It cannot be written there.
    """
    return save_file(pdf, name, (_("Save PDF"), "PDF (*.pdf)"), parent)


def save_file(content: bytes, name: str, words: tuple[str, str], parent: QWidget) -> Path | None:
    """Write a file that the person chooses, and return it; None when none was chosen.

    Args:
        content: What is written.
        name: The name that is proposed.
        words: The title of the dialog, and the kind of file, such as "PDF (*.pdf)".
        parent: The window that the dialog belongs to.

    Raises:
        ShopError: It cannot be written there.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _kind = QFileDialog.getSaveFileName(parent, words[0], str(Path(documents, name)), words[1])
    if not chosen:
        return None
    path = Path(chosen)
    write_whole(path, content)
    return path


def _tray(name: str) -> QPrinter.PaperSource:
    """Return the tray with this name, the printer's own choice where there is none."""
    known = {one.name: one for one in QPrinter.PaperSource}
    return known.get(name, QPrinter.PaperSource.Auto)
