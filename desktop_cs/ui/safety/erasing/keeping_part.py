"""The lower half of the page: for how long words are kept, and what is past that."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.customers.kept_words import Preview
from desktop_cs.desk.changes import Result
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.shop.keeping_times import KeepingTimes
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.safety.erasing.keeping_card import KeepingCard
from desktop_cs.ui.safety.erasing.preview_card import PreviewCard
from desktop_cs.ui.safety.progress_card import ProgressCard
from desktop_cs.ui.safety.watch import Watch
from desktop_cs.ui.theme.tokens import M


class KeepingPart(QWidget):
    """The times, and the preview below them.

    Args:
        actions: Through which everything is read and done.
        page: The page; what it changed is no news to it.

    Signals:
        erased: Something went that backups may still hold.
        case_opened: A case of the preview is to be looked at; its id.
    """

    erased = Signal()
    case_opened = Signal(object)

    def __init__(self, actions: Actions, page: QWidget) -> None:
        super().__init__(page)
        self._actions, self._page = actions, page
        self._desk = actions.desk
        self.preview: PreviewCard | None = None
        self.progress = ProgressCard(self)
        self.times = KeepingCard(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.times)
        self.times.changed.connect(self._save)
        self.times.suggestion_wanted.connect(self._take_suggestion)
        self.times.look_wanted.connect(self._look)

    def begin(self) -> None:
        """Show the times as they are kept, and no preview."""
        self._forget()
        retention = self._desk.retention
        self.times.show_times(retention.times(), retention.suggested())

    def _save(self, times: KeepingTimes) -> None:
        retention = self._desk.retention
        before = retention.times()
        if self._actions.run(lambda: retention.save_times(times), self._page) is not None:
            told = _("The times are saved. Nothing was erased by that.")
            self._actions.say_done(told, lambda: retention.save_times(before))
        self.begin()

    def _take_suggestion(self) -> None:
        """Keep the suggested times, and go on to what would go: the button of the suggestion is gone now."""
        self._save(self._desk.retention.suggested())
        self.times.look.setFocus()

    def _look(self) -> None:
        self._forget()
        self.times.look.setEnabled(False)
        work = self._actions.run_slow(self._desk.retention.preview, self._show)
        work.ended.connect(lambda: self.times.look.setEnabled(True))

    def _show(self, preview: Preview) -> None:
        self._forget()
        card = self.preview = PreviewCard(preview, self._day, self)
        card.given.connect(self._carry_out)
        card.opened.connect(self._open)
        card.put_away.connect(self._put_away)
        self._column.addWidget(card)
        card.show()
        card.back.setFocus()

    def _open(self, number: int) -> None:
        story = self._actions.ask(lambda: self._desk.casework.numbered(number))
        if story is not None:
            self.case_opened.emit(story.case.id)

    def _put_away(self) -> None:
        self._forget()
        self.times.look.setFocus()

    def _forget(self) -> None:
        if self.preview is not None:
            self.preview.hide()
            self._column.removeWidget(self.preview)
            self.preview.deleteLater()
            self.preview = None

    def _carry_out(self, preview: Preview, released: tuple[UUID, ...]) -> None:
        if self.preview is not None:
            self.preview.setEnabled(False)
        retention, watch = self._desk.retention, Watch(self)
        self.progress.begin(_("The words are being erased…"), watch, may_stop=False)
        work = self._actions.run_slow(
            lambda: retention.carry_out(preview, released, watch), self._carried_out
        )
        work.ended.connect(self.progress.hide)
        work.ended.connect(self._put_away)

    def _carried_out(self, result: Result[int]) -> None:
        self._actions.forget_ways_back()
        self._actions.tell(result.changed, self._page)
        told = ngettext("{count} thing erased.", "{count} things erased.", result.value)
        self._actions.say_done(told.format(count=result.value))
        self.erased.emit()

    def _day(self, moment: datetime) -> str:
        return shown.day(self._desk.settings.hours.wall(moment).date(), language_in_use())
