"""Moving to a new PC, in three plain steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.safety.part_view import PartView
from desktop_cs.ui.safety.progress_card import ProgressCard
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import primary_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_NUMBER_PX = 24


class MoveView(PartView):
    """What to do here, and what on the new PC.

    Signals:
        save_wanted: A backup is to be made on a stick.
        sheet_wanted: The pass phrase and the recovery sheet are wanted.
    """

    save_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        intro = _("Nothing is changed on this PC: it stays as it is until you no longer need it.")
        super().__init__(_("Move to a new PC"), intro, parent)
        self.save = primary_button(_("Save to a stick…"), "save", self)
        self.sheet = secondary_button(_("Show the keys"), "key-round", self)
        self.progress = ProgressCard(self)
        self.told = text_label("", "strong", wrap=True, parent=self)
        self.told.hide()
        self._add(
            "1",
            _("Save everything to a stick"),
            _("Plug a stick into this PC. All cases, customers, letters, files and people go onto it."),
            self.save,
        )
        self._add(
            "2",
            _("Have the pass phrase or the recovery sheet in hand"),
            _("If the records have a pass phrase, the new PC asks for it, or for the code on the sheet."),
            self.sheet,
        )
        self._add(
            "3",
            _("On the new PC: “Bring my shop from a stick”"),
            _(
                "Install the program there and start it: the first page offers it. Sign in with your digits "
                "as always. When all is there, erase the program’s data on this PC."
            ),
        )
        self.column.addStretch(1)
        self.save.clicked.connect(self.save_wanted)
        self.sheet.clicked.connect(self.sheet_wanted)

    def show_saved(self, words: str) -> None:
        """Say where everything lies now."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _add(self, number: str, title: str, told: str, button: QWidget | None = None) -> None:
        card = Card("surface", L, self)
        words = QVBoxLayout()
        words.setSpacing(S)
        words.addWidget(text_label(title, "lead-strong", wrap=True, parent=card))
        words.addWidget(text_label(told, wrap=True, parent=card))
        if button is not None:
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if button is self.save:
            words.addWidget(self.progress)
            words.addWidget(self.told)
        line = QHBoxLayout()
        line.setSpacing(M)
        place = text_label(number, "h1", parent=card)
        place.setFixedWidth(look().px(_NUMBER_PX))
        line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        card.column.addLayout(line)
        self.column.addWidget(card)
