"""Who and what a case is about, on one line, and what can be done to it as a whole."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.states import CaseAct, may
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.desk import Desk
from desktop_cs.desk.guide_work import called
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.cases.case_words import mood_words, state_words
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.labels import ElidedLabel, Pill


class CaseHeader(QWidget):
    """Title, number, time, and the pills.

    Signals:
        act_wanted: The case is to be closed, reopened or cancelled; the `CaseAct`.
        change_wanted: The header itself is to be changed.
        guide_wanted: The guide is to be shown or put away.
    """

    act_wanted = Signal(object)
    change_wanted = Signal()
    guide_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        words = QVBoxLayout()
        words.setSpacing(XS // 2)
        self._title = ElidedLabel("", "h1", parent=self)
        self._told = ElidedLabel("", "muted", self)
        words.addWidget(self._title)
        words.addWidget(self._told)
        row.addLayout(words, 1)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(S)
        row.addLayout(self._pills)
        self.guide = quiet_button(_("Guide  F1"), "message-circle-heart", self)
        self.guide.clicked.connect(self.guide_wanted)
        row.addWidget(self.guide)
        self.more = quiet_button(_("More"), "chevron-down", self)
        self._menu = QMenu(self.more)
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more)

    def show_story(self, story: Story) -> None:
        """Show this case."""
        case = story.case
        who = called(story) or case.who or _("Nobody by name")
        self._title.setText(f"{who} · {case.product or case.one_line}")
        self._title.setToolTip(case.one_line)
        hours = self._desk.settings.hours
        opened = shown.near_moment(
            hours.wall(case.opened_at), hours.wall(self._desk.clock.now()), language_in_use()
        )
        parts = [
            _("Case {number}").format(number=case.number),
            _("Opened {time}").format(time=opened),
            *([state_words(case.state)] if not case.is_being_worked_on else []),
            *([case.one_line] if case.product else []),
        ]
        self._told.setText("   ·   ".join(parts))
        self._show_pills(story)
        self.setAccessibleName(self.spoken())
        self._fill_menu(story)

    def spoken(self) -> str:
        """Return everything that the header says, as one line."""
        pills = [item.widget() for place in range(self._pills.count()) if (item := self._pills.itemAt(place))]
        words = [pill.text() for pill in pills if isinstance(pill, Pill)]
        return " · ".join([self._title.text(), self._told.text(), *words])

    def _show_pills(self, story: Story) -> None:
        while self._pills.count():
            item = self._pills.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        if story.case.mood:
            self._add_pill(mood_words(story.case.mood), "warn")
        if story.earlier is not None:
            self._add_pill(_("Second time · {days} days").format(days=story.case.earlier_days), "danger")

    def _add_pill(self, words: str, kind: str) -> None:
        pill = Pill(words, kind, self)
        keep_private(pill)
        self._pills.addWidget(pill)

    def _open_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _fill_menu(self, story: Story) -> None:
        self._menu.clear()
        if story.case.is_being_worked_on:
            self._add(_("Change name, line or mood …"), self.change_wanted.emit)
        for act, words in (
            (CaseAct.CLOSE, _("Close with a reason …")),
            (CaseAct.REOPEN, _("Reopen …")),
            (CaseAct.CANCEL, _("Cancel, taken by mistake …")),
        ):
            if may(act, story.case.state):
                self._add(words, partial(self.act_wanted.emit, act))

    def _add(self, words: str, act: Callable[[], None]) -> None:
        action = QAction(words, self._menu)
        action.triggered.connect(lambda _checked=False: act())
        self._menu.addAction(action)
