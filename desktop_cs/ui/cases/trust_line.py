"""How the next promise of an open case stands: what we aim at, what was told, and trust as it runs down."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_cs import shown
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.desk import Desk
from desktop_cs.desk.waiting_reading import RunningPromise
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.cases.span_words import open_span_words, span_words
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.today.words import shown_trust
from desktop_cs.ui.widgets.labels import ElidedLabel

_MINUTE_MS = 60_000
_LOW = 25  # percent of trust from which on a promise wants to be looked at


class TrustLine(ElidedLabel):
    """One line in the header of a case, refreshed each minute while it is seen; the cover hides it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "caption", parent)
        self._desk = desk
        self._story: Story | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._tell)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        keep_private(self)
        self.hide()

    def show_story(self, story: Story) -> None:
        """Show the next promise of this case; nothing where none is open."""
        self._story = story
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Run down while it is seen."""
        self._minute.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it is not."""
        self._minute.stop()
        super().hideEvent(event)

    def _tell(self) -> None:
        running = self._desk.follow_ups.running(self._story) if self._story else None
        self.setVisible(running is not None)
        if running is None:
            self.setText("")
            return
        self.set_role("danger" if running.clock_minutes < 0 else "warn" if running.trust < _LOW else "ok")
        self.setText(self._words(running))
        self.setAccessibleName(self.text())

    def _words(self, running: RunningPromise) -> str:
        promise, percent = running.promise, shown_trust(running.trust)
        due = self._when(promise.due_at)
        if running.clock_minutes < 0:
            late = _("Told {due}, {span} late · trust {percent} %")
            return late.format(due=due, span=span_words(-running.clock_minutes), percent=percent)
        if promise.aim_at is not None:
            told = _("Aim {aim}, told {due} · trust {percent} %")
            begin = told.format(aim=self._when(promise.aim_at), due=due, percent=percent)
        else:
            begin = _("Told {due} · trust {percent} %").format(due=due, percent=percent)
        left = _("{told} · {span} left, {open} of it open")
        return left.format(
            told=begin,
            span=span_words(running.clock_minutes),
            open=open_span_words(running.working_minutes),
        )

    def _when(self, moment: datetime) -> str:
        hours = self._desk.settings.hours
        return shown.near_moment(hours.wall(moment), hours.wall(self._desk.clock.now()), language_in_use())
