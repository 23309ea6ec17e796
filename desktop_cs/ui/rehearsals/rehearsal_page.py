"""Rehearse a hard conversation: choose one, answer, see where it leads, take it back, try it otherwise."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSlider, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.rehearsals.rehearsing import Rehearsing
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.rehearsals.end_view import EndView
from desktop_cs.ui.rehearsals.rehearsal_list import RehearsalList
from desktop_cs.ui.rehearsals.talk_bar import TalkBar
from desktop_cs.ui.rehearsals.talk_view import TalkView
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L
from desktop_cs.ui.widgets.choice_button import OneChoice
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)
_PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_READING_PX = 960  # longer lines are hard to read
_View = RehearsalList | TalkView | EndView


class RehearsalPage(Page):
    """The list, a conversation, or its end; nothing that is played is kept but the day, on this PC."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self.play: Rehearsing | None = None
        self.view: _View | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._content = QWidget()
        self._inside = QHBoxLayout(self._content)
        self._inside.setContentsMargins(XL, L, XL, L)
        self._inside.addStretch(1)
        self.scroll_area = FocusScrollArea(self._content, self)
        column.addWidget(self.scroll_area, 1)
        self.bar = TalkBar(self)
        column.addWidget(self.bar)
        self.bar.list_wanted.connect(self.show_list)
        self.bar.back_wanted.connect(self.take_back)
        self.bar.again_wanted.connect(self._play_again)

    def load(self, subject: object = None) -> None:
        """Show the list, or the conversation as it stood: its id and the replies taken."""
        self.play = None
        if isinstance(subject, tuple):
            rehearsal_id, taken = subject
            rehearsal = self.actions.ask(lambda: self.desk.rehearsals.named(rehearsal_id))
            self.play = Rehearsing(rehearsal, taken) if rehearsal is not None else None
        self._show()

    def subject(self) -> object:
        """Return the id of the conversation and the replies taken, or None for the list."""
        return (self.play.rehearsal.id, self.play.taken) if self.play is not None else None

    def show_list(self) -> None:
        """Leave the conversation and show all of them."""
        self.play = None
        self._show()

    def begin(self, rehearsal_id: str) -> None:
        """Begin a conversation."""
        rehearsal = self.actions.ask(lambda: self.desk.rehearsals.named(rehearsal_id))
        if rehearsal is not None:
            self._go_on(Rehearsing(rehearsal))

    def take_back(self) -> None:
        """Take the last reply back."""
        if self.play is not None and self.play.taken:
            self._go_on(self.play.taken_back())

    def toggle_guide(self) -> None:
        """Show one's part in the conversation, or put it away."""
        if isinstance(self.view, TalkView):
            self.view.toggle_part()

    def focus_first(self) -> None:
        """Put the focus on the first choice; at the end, on "Play again"."""
        if isinstance(self.view, TalkView):
            self.view.focus_first()
        elif isinstance(self.view, RehearsalList):
            self.view.group.setFocus()
        else:
            self.bar.again.setFocus()
            self.scroll_area.verticalScrollBar().setValue(0)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z from the window while there is a reply to take back."""
        is_shortcut = event.type() == QEvent.Type.ShortcutOverride
        if is_shortcut and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.setAccepted(self.play is not None and bool(self.play.taken))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer on a digit or on Return; take the last reply back on Ctrl+Z."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        elif event.key() in _DIGITS and not event.modifiers() & _MODIFIERS:
            self._pick(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick_focused()
        elif event.key() in _PAGES:
            self.scroll_area.verticalScrollBar().triggerAction(_PAGES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _pick(self, event: QKeyEvent) -> None:
        choices = self._choices()
        buttons = choices.buttons() if choices is not None else []
        number = event.key() - Qt.Key.Key_0
        if number <= len(buttons) and not event.isAutoRepeat():
            buttons[number - 1].click()

    def _pick_focused(self) -> None:
        """Take the choice in focus, unless it has just come there by a Return that took the one before."""
        focused = QApplication.focusWidget()
        if isinstance(focused, OneChoice) and not focused.led_to and self.isAncestorOf(focused):
            focused.click()

    def _choices(self) -> ChoiceGroup | None:
        if isinstance(self.view, TalkView):
            return self.view.replies
        return self.view.group if isinstance(self.view, RehearsalList) else None

    def _answer(self, number: int) -> None:
        if self.play is not None:
            self._go_on(self.play.with_reply(number))

    def _play_again(self) -> None:
        if self.play is not None:
            self._go_on(self.play.again())

    def _go_on(self, play: Rehearsing) -> None:
        self.play = play
        if play.is_over:
            day = self.desk.settings.hours.wall(self.desk.clock.now()).date()
            self.preferences.note_rehearsed(play.rehearsal.id, day)
        self._show()
        self.focus_first()

    def _show(self) -> None:
        """Put the view of now in the place of the one before."""
        before, self.view = self.view, self._made()
        if before is not None:
            before.hide()
            self._inside.removeWidget(before)
            before.deleteLater()
        if self.view is not None:
            self.view.setMaximumWidth(look().px(_READING_PX))
            self._inside.insertWidget(0, self.view, 1000)
            self.view.show()
        self.bar.setVisible(self.play is not None)
        if self.play is not None:
            self.bar.show_turns(len(self.play.taken), over=self.play.is_over)
        self.scroll_area.verticalScrollBar().setValue(0)
        if isinstance(self.view, TalkView):
            self.view.announce()

    def _made(self) -> _View | None:
        if self.play is None:
            found = self.actions.ask(self.desk.rehearsals.all)
            listed = RehearsalList(found or (), self.preferences.rehearsed_on, self._content)
            listed.chosen.connect(self.begin)
            return listed
        if self.play.is_over:
            return EndView(self.play, self._content)
        talk = TalkView(self.play, self._content)
        talk.answered.connect(self._answer)
        return talk
