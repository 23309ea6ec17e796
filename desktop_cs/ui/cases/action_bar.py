"""The fixed bar at the bottom of a case: back, what is saved, the next action. It never leaves the screen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_cs.cases.states import CaseAct, may
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.forms.definition import Form, words_in
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button, set_words
from desktop_cs.ui.widgets.cards import IconLabel
from desktop_cs.ui.widgets.labels import ElidedLabel, text_label


class ActionBar(QFrame):
    """Back, saved, skip, later, next.

    Signals:
        back_wanted: The step before.
        skip_wanted: This step is to be skipped, with a reason.
        later_wanted: The case is to be put aside.
        next_wanted: On to the next step, or finish.
        retry_wanted: Saving failed and is to be tried again.
        copy_wanted: Saving failed and a copy of the data is to be saved elsewhere.
        reopen_wanted: The case is over and is to be taken up again.
        led_back: The button in focus goes away; the work goes on where the person was before.
    """

    back_wanted = Signal()
    skip_wanted = Signal()
    later_wanted = Signal()
    next_wanted = Signal()
    retry_wanted = Signal()
    copy_wanted = Signal()
    reopen_wanted = Signal()
    led_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(M)
        self.back = secondary_button(_("Back"), "arrow-left", self)
        self.back.setToolTip("Alt+Left")
        self._icon = IconLabel("hard-drive", "ok", parent=self)
        self._saved = ElidedLabel("", "muted", self)
        self.retry = secondary_button(_("Try again"), parent=self)
        self.copy = secondary_button(_("Save a copy"), parent=self)
        self.skip = quiet_button(_("Skip this step"), parent=self)
        self.later = quiet_button(_("Finish later"), parent=self)
        self.reopen = secondary_button(_("Reopen"), "undo-2", self)
        self.reopen.hide()
        self._keys = text_label("Ctrl+Enter", "caption", parent=self)
        self.next = primary_button("", parent=self)
        self.next.setMinimumWidth(look().px(190))
        left: tuple[QWidget, ...] = (self.back, self._icon, self._saved, self.retry, self.copy)
        right: tuple[QWidget, ...] = (self.skip, self.later, self.reopen, self._keys, self.next)
        for widget in left:
            self._row.addWidget(widget)
        self._row.addStretch(1)
        for widget in right:
            self._row.addWidget(widget)
        for button, signal in (
            (self.back, self.back_wanted),
            (self.skip, self.skip_wanted),
            (self.later, self.later_wanted),
            (self.next, self.next_wanted),
            (self.retry, self.retry_wanted),
            (self.copy, self.copy_wanted),
            (self.reopen, self.reopen_wanted),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self.show_saved("")
        self.set_low(low=False)

    def show_saved(self, time: str) -> None:
        """Say since when everything is stored; "" says nothing."""
        self._saved.set_role("muted")
        self._saved.setText(_("Saved on this PC at {time}").format(time=time) if time else "")
        self._icon.setVisible(bool(time))
        if self.retry.hasFocus() or self.copy.hasFocus():  # else the next button had it, and Enter skipped
            self.led_back.emit()
        self.retry.hide()
        self.copy.hide()

    def show_unsaved(self) -> None:
        """Say that the last change is not stored, and how to go on."""
        self._saved.set_role("late")
        self._saved.setText(_("Not saved yet. What you typed stays here."))
        self._icon.hide()
        self.retry.show()
        self.copy.show()

    def show_story(self, story: Story, step: Step | None, forms: Mapping[str, Form]) -> None:
        """Show what can be done next in this case, at this step; None is "check, then finish"."""
        working = story.case.is_being_worked_on
        self.skip.setVisible(working and step is not None and not story.walk.entry(step).is_passed)
        self.later.setVisible(working)
        self.reopen.setVisible(may(CaseAct.REOPEN, story.case.state))
        after = story.walk.after(step) if step else None
        if not working:
            self.set_next("")
        elif step is None:
            self.set_next(_("Finish"))
        elif after is None:
            self.set_next(_("Check, then finish"))
        else:
            title = words_in(forms[after].title, language_in_use())
            self.set_next(_("Next: {step}").format(step=title))

    def set_next(self, words: str) -> None:
        """Say what the next action is; "" where there is none."""
        set_words(self.next, words)
        self.next.setVisible(bool(words))
        self._keys.setVisible(bool(words))

    def set_low(self, *, low: bool) -> None:
        """Take less height where the window is low."""
        margin = S - 2 if low else M - 2
        self._row.setContentsMargins(XL, margin, XL, margin)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look().colour("line"))
