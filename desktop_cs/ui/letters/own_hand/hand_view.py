"""What stands on "My hand": how it looks now, and the ways to write it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.letters.own_hand.picture_line import PictureLine
from desktop_cs.ui.settings.field_line import ProblemLine
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class HandView(QWidget):
    """The hand so far, the sheet on paper, and writing on the screen.

    Signals:
        anew_wanted: Letters are to be written anew; all of them as one text.
        language_chosen: Another alphabet was chosen.
    """

    anew_wanted = Signal(str)
    language_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.specimen = PictureLine(_("A line in your hand"), 84, self)
        self.state = text_label("", "body", wrap=True, parent=self)
        self.missing = text_label("", "muted", wrap=True, parent=self)
        self.problem = ProblemLine(self)
        self.name_field = QLineEdit(self)
        self.name_field.setMaxLength(60)
        self.name_field.setAccessibleName(_("Name of the hand"))
        self.name_field.setPlaceholderText(_("My hand"))
        self.keep = primary_button(_("Keep this hand"), "check", self)
        self.remove = quiet_button(_("Remove my hand"), parent=self)
        self.languages = OneOf([("en", _("Latin")), ("ru", _("Russian and Latin"))], _("Alphabet"), self)
        self.languages.set_choice("en")
        self.papers = OneOf([("A4", "A4"), ("Letter", "Letter")], _("Paper of the sheet"), self)
        self.papers.set_choice("A4")
        self.print = secondary_button(_("Print the sheet"), "printer", self)
        self.save = quiet_button(_("Save PDF"), "download", self)
        self.load = secondary_button(_("Load the scan…"), "upload", self)
        self.write = secondary_button(_("Write on the screen"), "pen-line", self)
        self.anew_field = QLineEdit(self)
        self.anew_field.setAccessibleName(_("Letters to write anew"))
        self.anew_field.setPlaceholderText(_("such as g q"))
        self.anew_field.setMaxLength(40)
        self.anew = quiet_button(_("Write them anew"), "refresh-cw", self)
        self._lay_out()
        self.languages.chosen.connect(lambda _key: self.language_chosen.emit())
        self.name_field.textEdited.connect(lambda _text: self.language_chosen.emit())
        self.anew.clicked.connect(lambda _checked=False: self._ask_anew())
        self.anew_field.returnPressed.connect(self._ask_anew)

    def name(self) -> str:
        """Return what the hand is called."""
        return self.name_field.text().strip() or _("My hand")

    def language(self) -> str:
        """Return which alphabet is written: "en" or "ru"."""
        return self.languages.choice()

    def paper(self) -> str:
        """Return the paper of the sheet."""
        return self.papers.choice()

    def show_hand(self, name: str) -> None:
        """Show what the kept hand is called."""
        self.name_field.setText(name)
        self.anew_field.clear()

    def show_busy(self, sentence: str) -> None:
        """Say what is being done, or was done."""
        self.state.setText(sentence)

    def show_state(self, count: int, missing: str, *, may: bool, kept: bool) -> None:
        """Show how far the hand is.

        Args:
            count: Of how many letters and signs there are samples.
            missing: A sentence about the others, or "".
            may: Whether somebody acts here whose hand it could be.
            kept: Whether a hand is kept.
        """
        for widget in (
            self.print,
            self.save,
            self.load,
            self.write,
            self.name_field,
            self.anew,
            self.anew_field,
        ):
            widget.setEnabled(may)
        for widget in (self.name_field, self.keep, self.anew, self.anew_field):
            widget.setVisible(count > 0)
        self.specimen.setVisible(count > 0)
        self.remove.setVisible(kept)
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
        if not may:
            self.state.setText(_("Say first who you are: tap your name at the bottom left."))
        elif not count:
            self.state.setText(_("There is no hand of yours yet. Write the letters once, on paper or here."))
        elif not self.state.text() or kept:
            told = _("{count} letters and signs are written in your hand.")
            self.state.setText(told.format(count=count))

    def _lay_out(self) -> None:
        told = _(
            "Write each letter a few times, and your letters come out in your own hand. It is yours: only "
            "you write with it, and only you change it. For Chinese it covers Latin letters and figures, as "
            "nobody writes thousands of signs on a sheet; the Chinese signs come from the usual hand."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, M, L)
        column.setSpacing(M)
        column.addWidget(text_label(told, "muted", wrap=True, parent=self))
        column.addWidget(self._hand_card())
        column.addWidget(self._paper_card())
        column.addWidget(self._screen_card())
        column.addStretch(1)

    def _hand_card(self) -> Card:
        card = Card("surface", L, self)
        card.column.addWidget(self.specimen)
        card.column.addWidget(self.state)
        card.column.addWidget(self.missing)
        card.column.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.name_field, 1)
        row.addWidget(self.keep)
        row.addWidget(self.remove)
        card.column.addLayout(row)
        return card

    def _paper_card(self) -> Card:
        card = Card("quiet", L, self)
        card.column.addWidget(text_label(_("On paper"), "strong", parent=card))
        told = _(
            "Print the sheet, write it with a dark pen, scan or photograph it, and load or drop it here."
        )
        card.column.addWidget(text_label(told, "muted", wrap=True, parent=card))
        row = QHBoxLayout()
        row.setSpacing(S)
        for words, field in ((_("Alphabet"), self.languages), (_("Paper"), self.papers)):
            row.addWidget(text_label(words, "caption-strong", parent=card))
            row.addWidget(field)
            row.addSpacing(L)
        row.addStretch(1)
        card.column.addLayout(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self.print, self.save, self.load):
            buttons.addWidget(button)
        buttons.addStretch(1)
        card.column.addLayout(buttons)
        return card

    def _screen_card(self) -> Card:
        card = Card("quiet", L, self)
        card.column.addWidget(text_label(_("On the screen"), "strong", parent=card))
        told = _("With a tablet’s pen or the mouse, letter by letter. It is kept as you go; go on any time.")
        card.column.addWidget(text_label(told, "muted", wrap=True, parent=card))
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.write)
        row.addStretch(1)
        row.addWidget(self.anew_field)
        row.addWidget(self.anew)
        card.column.addLayout(row)
        return card

    def _ask_anew(self) -> None:
        self.anew_wanted.emit(self.anew_field.text())
