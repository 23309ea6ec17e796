"""A letter leaves the program: on paper, as a file, with its envelope."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_cs.desk.letter_envelopes import letter_envelope
from desktop_cs.errors import DeskError
from desktop_cs.i18n import N_, _
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences

ENVELOPES = {  # Source: design/letters.md, "What a letter needs"
    "DL": N_("DL, 110 x 220 mm"),
    "C6": N_("C6, 114 x 162 mm"),
    "C5": N_("C5, 162 x 229 mm"),
    "#10": N_("No. 10, 4 1/8 x 9 1/2 in"),
    "CN DL": N_("DL in China, 110 x 220 mm"),
    "CN ZL": N_("ZL in China, 120 x 230 mm"),
}
FILES = {  # what a letter is saved as: the words of the menu and of the dialog
    "pdf": (N_("PDF"), "PDF (*.pdf)"),
    "svg": (N_("Lines for a pen plotter (SVG)"), "SVG (*.svg)"),
    "png": (N_("Picture (PNG)"), "PNG (*.png)"),
}
_COUNTS_AS_PRINTED = ("pdf", "svg")  # a picture is only looked at


class PutOut(QObject):
    """Prints and saves letters, and has each kept as it was printed.

    Args:
        actions: Through which letters are written and kept.
        preferences: Where printers, trays and the calibration are remembered.
        page: The page; the dialogs belong to its window.

    Signals:
        put_out: A letter was printed or saved; the `LetterRecord` as it is kept now.
    """

    put_out = Signal(object)

    def __init__(self, actions: Actions, preferences: Preferences, page: QWidget) -> None:
        super().__init__(page)
        self._actions, self._preferences, self._page = actions, preferences, page
        self._letters = actions.desk.letters

    def print_letter(self, record: LetterRecord, *, again: bool = False) -> bool:
        """Print a letter and return whether it was sent.

        Args:
            record: The letter.
            again: Though its case had another one.
        """
        from desktop_cs.ui.paper.printing import print_pdf  # noqa: PLC0415 (the printing part of Qt only when printing)

        def made() -> bytes:
            self._letters.check_one_per_case(record, again=again)
            return self._letters.pdf(record, self._preferences.printing.shift_mm)

        pdf = self._actions.ask(made)
        if pdf is None:
            return False
        try:
            sent = print_pdf(pdf, record.look.paper, self._preferences, self._page)
        except DeskError as failure:
            self._actions.refused.emit(failure)
            return False
        if sent:
            self._keep_printed(record, _("The letter is on its way to the printer."), again=again)
        return sent

    def save_letter(self, record: LetterRecord, kind: str, name: str, *, again: bool = False) -> bool:
        """Save a letter as a file and return whether it was.

        Args:
            record: The letter.
            kind: "pdf", "svg" or "png".
            name: Of the file, without its ending.
            again: Though its case had another one.
        """
        from desktop_cs.ui.paper.printing import save_file  # noqa: PLC0415 (as above)

        makers = {"pdf": self._letters.pdf, "svg": self._letters.svg, "png": self._letters.png}

        def made() -> bytes:
            if kind in _COUNTS_AS_PRINTED:
                self._letters.check_one_per_case(record, again=again)
            return makers[kind](record)

        content = self._actions.ask(made)
        if content is None:
            return False
        try:
            path = save_file(content, f"{name}.{kind}", (_("Save the letter"), FILES[kind][1]), self._page)
        except DeskError as failure:
            self._actions.refused.emit(failure)
            return False
        if path is None:
            return False
        told = _("The letter is saved as {file}.").format(file=path.name)
        if kind in _COUNTS_AS_PRINTED:
            self._keep_printed(record, told, again=again)
        else:
            self._actions.say_done(told)
        return True

    def print_envelope(self, record: LetterRecord, size: str) -> bool:
        """Print the envelope of a letter and return whether it was sent; it counts for nothing."""
        from desktop_cs.ui.paper.printing import print_pdf  # noqa: PLC0415 (as above)

        pdf = self._actions.ask(lambda: letter_envelope(self._actions.desk, record, size))
        if pdf is None:
            return False
        self._preferences.printing.remember_paper("envelope", size)
        try:
            sent = print_pdf(pdf, f"envelope {size}", self._preferences, self._page)
        except DeskError as failure:
            self._actions.refused.emit(failure)
            return False
        if sent:
            self._actions.say_done(_("The envelope is on its way to the printer."))
        return sent

    def _keep_printed(self, record: LetterRecord, told: str, *, again: bool) -> None:
        if not self._letters.is_as_printed(record):
            told += " " + _("It is not the same as before: its words, its look or the program changed since.")
        kept = self._actions.run(lambda: self._letters.printed(record, again=again), self._page)
        if kept is not None:
            self.put_out.emit(kept)
            self._actions.say_done(told)


def envelope_menu(button: QPushButton, preferences: Preferences) -> QMenu:
    """Return a menu of envelopes for a button, the one last used first; `triggered` tells it in `data`."""
    last = preferences.printing.paper("envelope")
    sizes = sorted(ENVELOPES, key=lambda size: size != last)
    return _menu(button, [(size, _("Envelope {size}").format(size=_(ENVELOPES[size]))) for size in sizes])


def file_menu(button: QPushButton) -> QMenu:
    """Return a menu of what a letter can be saved as; `triggered` tells the kind in `data`."""
    return _menu(
        button,
        [(kind, _("Save as: {kind}").format(kind=_(words))) for kind, (words, _dialog) in FILES.items()],
    )


def _menu(button: QPushButton, entries: list[tuple[str, str]]) -> QMenu:
    menu = QMenu(button)
    for key, words in entries:
        act = QAction(words, menu)
        act.setData(key)
        menu.addAction(act)
    button.setMenu(menu)
    return menu
