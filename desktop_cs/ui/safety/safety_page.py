"""Safety: whether the shop's data is safe today, in one sentence, and what was done for it when."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.safety.answer_card import AnswerCard
from desktop_cs.ui.safety.safety_row import SafetyRow
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, M
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

_WIDEST_PX = 920


class SafetyPage(Page):
    """The answer, and a row for each thing that keeps the data safe."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        content = QWidget(self)
        content.setMaximumWidth(look().px(_WIDEST_PX))
        rows = QVBoxLayout(content)
        rows.setContentsMargins(XL, XL, XL, XL)
        rows.setSpacing(M)
        self.answer = AnswerCard(content)
        self.backups = SafetyRow("hard-drive", _("Backups on this PC"), _("Back up now"), content)
        self.keys = SafetyRow("key-round", _("Pass phrase and recovery sheet"), _("Show the keys"), content)
        self.trail = SafetyRow("list-checks", _("Trail"), _("Read the trail"), content)
        self.erasing = SafetyRow("user", _("Erasing and retention"), _("Show what can be erased"), content)
        for widget in (self.answer, self.backups, self.keys, self.trail, self.erasing):
            rows.addWidget(widget)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FocusScrollArea(content, self))
        self.backups.wanted.connect(self._back_up)
        for row, place in ((self.keys, "keys"), (self.trail, "trail"), (self.erasing, "erasing")):
            row.wanted.connect(lambda place=place: self.went.emit(place, None))

    def load(self, subject: object = None) -> None:  # noqa: ARG002 (the page has one face)
        """Ask how the data stands now."""
        safety = self.desk.safety
        today, backups = self.actions.ask(safety.today), self.actions.ask(safety.backups) or []
        if today is not None:
            self.answer.show_today(today)
        told = ngettext(
            "{count} backup lies beside the data.", "{count} backups lie beside the data.", len(backups)
        )
        wall = self.desk.settings.hours.wall
        when = shown.day_and_time(wall(backups[0].made_at), language_in_use()) if backups else ""
        self.backups.show_state(told.format(count=len(backups)), when)
        self.trail.show_state(_("Who changed what, and when; in an unbroken chain."))
        self.erasing.show_state(_("Whom you may forget, and how long what is kept."))
        self.keys.show_state(_("What opens the records when this PC is gone."))

    def focus_first(self) -> None:
        """Begin at the backup."""
        self.backups.button.setFocus()

    def _back_up(self) -> None:
        self.backups.button.setEnabled(False)
        work = self.actions.run_slow(self.desk.safety.back_up_now, lambda _folder: self.load())
        work.ended.connect(self._backed_up)

    def _backed_up(self) -> None:
        self.backups.button.setEnabled(True)
