"""The end of a rehearsal: how it went for the customer, and reply by reply what helped and what did not."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import N_, _
from desktop_cs.rehearsals.hints import WORDS
from desktop_cs.rehearsals.rehearsal import Outcome
from desktop_cs.rehearsals.rehearsing import Rehearsing, Turn
from desktop_cs.ui.rehearsals.mood_line import told_move
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.labels import Pill, text_label

_OUTCOMES: Mapping[Outcome, tuple[str, str, str]] = MappingProxyType(
    {
        Outcome.AT_PEACE: (N_("The customer is at peace"), "circle-check", "ok"),
        Outcome.SETTLED: (N_("Settled, but not at peace"), "circle-alert", "warn"),
        Outcome.LOST: (N_("A customer is lost"), "circle-alert", "danger"),
    }
)


class EndView(QWidget):
    """What became of the conversation.

    Args:
        play: A conversation that is over.
        parent: The page.
    """

    def __init__(self, play: Rehearsing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play = play
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        self._add_ending(column, play)
        for number, turn in enumerate(play.turns, start=1):
            column.addWidget(TurnCard(number, turn, self))
        column.addStretch(1)

    def _add_ending(self, column: QVBoxLayout, play: Rehearsing) -> None:
        words, icon, colour = _OUTCOMES[play.scene.outcome or Outcome.SETTLED]
        for text in (play.turns[-1].reply.then, play.scene.does):
            column.addWidget(text_label(text, "muted", wrap=True, parent=self))
        column.addWidget(text_label(play.scene.says, "h1", wrap=True, parent=self))
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(IconLabel(icon, colour, 20, self), 0, Qt.AlignmentFlag.AlignTop)
        self.outcome = text_label(_(words), "lead-strong", wrap=True, parent=self)
        line.addWidget(self.outcome, 1)
        column.addLayout(line)
        column.addWidget(text_label(play.scene.told, "body", wrap=True, parent=self))
        column.addSpacing(S)
        column.addWidget(text_label(_("What helped, and what did not"), "h2", wrap=True, parent=self))


class TurnCard(Card):
    """One reply that was taken, whether it helped, why, and what would have been better.

    Args:
        number: Which turn it was, from 1.
        turn: The turn.
        parent: The page.
    """

    def __init__(self, number: int, turn: Turn, parent: QWidget | None = None) -> None:
        super().__init__("line", L, parent)
        reply = turn.reply
        head = QHBoxLayout()
        head.setSpacing(S)
        verdict = _("Helped: {habit}") if reply.helps else _("Did not help: {habit}")
        icon, colour = ("circle-check", "ok") if reply.helps else ("circle-alert", "warn")
        head.addWidget(IconLabel(icon, colour, 18, self))
        head.addWidget(Pill(verdict.format(habit=_(WORDS[reply.hint])), colour, self))
        head.addStretch(1)
        head.addWidget(text_label(told_move(turn.before, turn.after), "caption", parent=self))
        self.column.addLayout(head)
        said = _("{number}. You: {words}").format(number=number, words=reply.say)
        self.column.addWidget(text_label(said, "strong", wrap=True, parent=self))
        self.column.addWidget(text_label(reply.because, "body", wrap=True, parent=self))
        if reply.better:
            self.column.addLayout(self._better(reply.better))

    def _better(self, words: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(IconLabel("lightbulb", "primary", 18, self), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(
            text_label(_("Better: {words}").format(words=words), "body", wrap=True, parent=self), 1
        )
        return line
