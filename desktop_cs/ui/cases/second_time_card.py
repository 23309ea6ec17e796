"""The proposal that this is the second time: which case, when, what was found; and what was said of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.desk.second_time import Likeness, Repeat
from desktop_cs.i18n import _, ngettext
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import link_button, set_words
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.labels import text_label


class SecondTimeCard(Card):
    """Proposes and never asserts; either answer can be taken back. Under the cover nothing of it is seen.

    Signals:
        opened: The earlier case is to be shown; its id.
        tied: It is the second time.
        refused: It is not the same.
        taken_back: What was said of it is taken back.
    """

    opened = Signal(object)
    tied = Signal()
    refused = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", M, parent)
        keep_private(self)
        self._repeat: Repeat | None = None
        self._words = text_label("", wrap=True, parent=self)
        self.show_case = link_button("", parent=self)
        self.yes = link_button(_("Tie them"), parent=self)
        self.no = link_button(_("Not the same"), parent=self)
        self.back = link_button(_("Undo"), parent=self)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(IconLabel("refresh-cw", "warn", parent=self))
        line.addWidget(self._words, 1)
        for button in (self.show_case, self.yes, self.no, self.back):
            line.addWidget(button)
        self.column.setContentsMargins(M, S, S, S)
        self.column.addLayout(line)
        self.show_case.clicked.connect(self._open)
        self.yes.clicked.connect(self.tied)
        self.no.clicked.connect(self.refused)
        self.back.clicked.connect(self.taken_back)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, "" where nothing is."""
        return "" if self.isHidden() else self._words.text()

    def propose(self, repeat: Repeat | None, *, with_name: bool) -> None:
        """Propose that this is the second time; None takes the card away.

        Args:
            repeat: The earlier case.
            with_name: Whether the earlier customer is named, where it is not known to be the same person.
        """
        self.setVisible(repeat is not None)
        if repeat is None:
            return
        self._show(repeat, _proposal(repeat, with_name=with_name), said="")

    def show_tied(self, repeat: Repeat) -> None:
        """Say that the case is tied to the earlier one."""
        told = _("The second time: tied to case {number}, {when}. The guide knows it.")
        self._show(repeat, told.format(number=repeat.earlier.number, when=_when(repeat.days)), said="tied")

    def show_refused(self, repeat: Repeat) -> None:
        """Say that the earlier case does not count."""
        told = _("Case {number} does not count: not the same.").format(number=repeat.earlier.number)
        self._show(repeat, told, said="refused")

    def _show(self, repeat: Repeat, words: str, *, said: str) -> None:
        self._repeat = repeat
        self._words.setText(words)
        set_words(self.show_case, _("Show case {number}").format(number=repeat.earlier.number))
        self.yes.setVisible(not said)
        self.no.setVisible(said != "refused")
        self.back.setVisible(said == "refused")
        self.show()

    def _open(self) -> None:
        if self._repeat is not None:
            self.opened.emit(self._repeat.earlier.id)


def _proposal(repeat: Repeat, *, with_name: bool) -> str:
    told = _("This may be the second time: case {number}, {when}, “{line}”.")
    if repeat.likeness is Likeness.FAMILY:
        told = _("Perhaps the second time, in the same family: case {number} of {who}, {when}, “{line}”.")
    elif with_name:
        told = _("This may be the second time: case {number} of {who}, {when}, “{line}”.")
    earlier = repeat.earlier
    words = told.format(
        number=earlier.number, who=earlier.who, when=_when(repeat.days), line=earlier.one_line
    )
    cause = _("Cause noted: {cause}.").format(cause=repeat.cause) if repeat.cause else ""
    return " ".join(filter(None, (words, cause)))


def _when(days: int) -> str:
    if days == 0:
        return _("earlier today")
    return ngettext("{days} day ago", "{days} days ago", days).format(days=days)
