"""The conversation as it stands: what was just said, what the customer says now, and what one may answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.rehearsals.rehearsing import Rehearsing, Turn
from desktop_cs.ui.rehearsals.mood_line import MoodLine
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.labels import text_label


class TalkView(QWidget):
    """One scene of a rehearsal.

    Args:
        play: Where the conversation has come to; not its end.
        parent: The page.

    Signals:
        answered: A reply was chosen; its number, from 1.
    """

    answered = Signal(int)

    def __init__(self, play: Rehearsing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play = play
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(self._head(play))
        self.part = self._part(play)
        self.part.setVisible(not play.turns)  # once, and again with F1
        column.addWidget(self.part)
        if play.turns:
            column.addWidget(self._before(play.turns[-1]))
        self._add_customer(column, play)
        self.replies = self._replies(play)
        column.addWidget(self.replies)
        column.addStretch(1)

    def focus_first(self) -> None:
        """Put the focus on the first reply; Return takes it, as it takes what arrows lead to."""
        first = self.replies.buttons()[0]
        first.setFocus()
        first.led_to = first.hasFocus()

    def announce(self) -> None:
        """Have a screen reader say what happened and what the customer says."""
        turns, scene = self.play.turns, self.play.scene
        told = " ".join(
            part for part in (turns[-1].reply.then if turns else "", scene.does, scene.says) if part
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def toggle_part(self) -> None:
        """Show what one is and may do in this conversation, or put it away."""
        self.part.setVisible(self.part.isHidden())

    def _head(self, play: Rehearsing) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(text_label(play.rehearsal.title, "h2", wrap=True, parent=self), 1)
        self.mood = MoodLine(self)
        self.mood.show_mood(play.mood)
        head.addWidget(self.mood, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _part(self, play: Rehearsing) -> Card:
        card = Card("quiet", M, self)
        card.column.addWidget(text_label(_("Your part"), "caption-strong", parent=card))
        card.column.addWidget(text_label(play.rehearsal.you, "body", wrap=True, parent=card))
        return card

    def _before(self, turn: Turn) -> QWidget:
        """Return what was said last, and what the customer did at once."""
        told = QWidget(self)
        column = QVBoxLayout(told)
        column.setContentsMargins(L, 0, 0, 0)
        column.setSpacing(S)
        said = _("You: {words}").format(words=turn.reply.say)
        column.addWidget(text_label(said, "muted", wrap=True, parent=told))
        column.addWidget(text_label(turn.reply.then, "lead", wrap=True, parent=told))
        return told

    def _add_customer(self, column: QVBoxLayout, play: Rehearsing) -> None:
        if play.scene.does:
            column.addWidget(text_label(play.scene.does, "muted", wrap=True, parent=self))
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(IconLabel("user", "primary", 24, self), 0, Qt.AlignmentFlag.AlignTop)
        self.says = text_label(play.scene.says, "h1", wrap=True, parent=self)
        line.addWidget(self.says, 1)
        column.addLayout(line)

    def _replies(self, play: Rehearsing) -> ChoiceGroup:
        choices = [
            (str(number), ChoiceWords(reply.say)) for number, reply in enumerate(play.scene.replies, 1)
        ]
        group = ChoiceGroup(choices, Mark.DIGIT, in_line=1, parent=self)
        group.setAccessibleName(_("What you may answer"))
        group.picked.connect(lambda: self.answered.emit(int(group.ids()[0])))
        return group
