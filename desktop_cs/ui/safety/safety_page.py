"""Safety: whether the shop's data is safe today, in one sentence, and what was done for it when."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.desk.bringing_back import Order
from desktop_cs.desk.kept import Kept, kept_on
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.safety.backup_words import lost_words, moment_words
from desktop_cs.ui.safety.backups_view import BackupsView
from desktop_cs.ui.safety.figures_view import FiguresView
from desktop_cs.ui.safety.move_view import MoveView
from desktop_cs.ui.safety.overview import Overview
from desktop_cs.ui.safety.safety_acts import SafetyActs
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

_WIDEST_PX = 920


class SafetyPage(Page):
    """The answer with its rows; the backups; moving to a new PC. One of them has the page at a time."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self.overview = Overview(self._when, self)
        self.backups = BackupsView(self._when, self._lost, self)
        self.move_away = MoveView(self)
        self.figures = FiguresView(self)
        self.acts = SafetyActs(actions, self.overview, self.move_away, self._when)
        self._stack = QStackedWidget(self)
        self._areas = [
            FocusScrollArea(_framed(view), self)
            for view in (self.overview, self.backups, self.move_away, self.figures)
        ]
        for area in self._areas:
            self._stack.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.overview.wanted.connect(self._begin)
        self.backups.wanted.connect(lambda kept: self.bring_back_wanted.emit(Order(kept.folder)))
        self.backups.stick_wanted.connect(self._show_stick)
        self.move_away.save_wanted.connect(self.acts.save_to_stick)
        self.acts.ended.connect(self._refresh)
        self.move_away.sheet_wanted.connect(lambda: self.went.emit("keys", None))
        for view in (self.backups, self.move_away, self.figures):
            view.left.connect(self._show_overview)

    def load(self, subject: object = None) -> None:
        """Ask how the data stands now; `subject` "backups" shows them at once."""
        self._show_overview()
        self._areas[0].verticalScrollBar().setValue(0)  # the answer first, wherever somebody read before
        if subject == "backups":
            self._show_backups()

    def focus_first(self) -> None:
        """Begin at what is done first."""
        self.overview.first.button.setFocus()

    def _begin(self, row: str) -> None:
        """Do what the button of a row says."""
        acts: dict[str, Callable[[], None]] = {
            "backup": self.acts.back_up,
            "second": self.acts.choose_second_place,
            "check": self.acts.check,
            "drill": self.acts.try_out,
            "restore": self._show_backups,
            "move": self._show_moving,
            "salvage": self._salvage,
            "figures": self._show_figures,
        }
        acts.get(row, lambda: self.went.emit(row, None))()

    def _show_overview(self) -> None:
        safety = self.desk.safety
        today, state = self.actions.ask(safety.today), self.actions.ask(safety.state)
        if today is not None and state is not None:
            self.overview.show_state(today, state)
        self._stack.setCurrentIndex(0)

    def _refresh(self) -> None:
        """Read again how the data stands, where that is shown."""
        if self._stack.currentIndex() == 0:
            self._show_overview()

    def _show_moving(self) -> None:
        self._stack.setCurrentIndex(2)
        self.move_away.save.setFocus()

    def _show_figures(self) -> None:
        self.figures.show_figures()
        self._stack.setCurrentIndex(3)
        self.figures.back.setFocus()

    def _show_backups(self) -> None:
        """Show the backups here at once, those of the second place as soon as it answers."""
        safety = self.desk.safety
        self.backups.show_backups(self.actions.ask(safety.here) or [], self.desk.storage.shop_id)
        self._stack.setCurrentIndex(1)
        self.actions.run_slow(safety.everywhere, self._show_everywhere)

    def _show_everywhere(self, backups: list[Kept]) -> None:
        if self.backups.panel is None:
            self.backups.show_backups(backups, self.desk.storage.shop_id)

    def _show_stick(self) -> None:
        """Show the backups on a stick that is not the second place, such as one from a drawer."""
        chosen = QFileDialog.getExistingDirectory(self, _("Where is the stick?"))
        if chosen:
            shop_id = self.desk.storage.shop_id
            self.actions.run_slow(
                lambda: kept_on(Path(chosen)), lambda found: self.backups.show_stick(found, shop_id)
            )

    def _lost(self, kept: Kept) -> str | None:
        """Return what going back to a backup takes away; None, which is told, where whoever acts may not."""
        if not self._may_bring_back():
            return None
        later = self.actions.ask(lambda: self.desk.safety.later(kept))
        if later is None:
            return _(
                "This backup does not lead up to today’s records: all that was changed since it was made "
                "would be gone."
            )
        return lost_words(later.changes, later.cases_taken)

    def _salvage(self) -> None:
        if self._may_bring_back():
            self.salvage_wanted.emit()

    def _may_bring_back(self) -> bool:
        """Return whether whoever acts may; a refusal is told."""
        return self.actions.ask(self.desk.safety.allow_restore) is not None

    def _when(self, moment: datetime) -> str:
        hours = self.desk.settings.hours
        return moment_words(hours.wall(moment), hours.wall(self.desk.clock.now()))


def _framed(view: QWidget) -> QWidget:
    """Return a view with room around it, no wider than can be read."""
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(XL, XL, XL, XL)
    row.addWidget(view, 100)
    row.addStretch(1)
    view.setMaximumWidth(look().px(_WIDEST_PX))
    return frame
