"""Who and what a case is about, on two lines, how its next promise stands, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.desk import Desk
from desktop_cs.desk.guide_work import called
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.cases.case_menu import CaseMenu, waiting_of
from desktop_cs.ui.cases.case_words import state_words
from desktop_cs.ui.cases.header_pills import PillWords, care_words, pills_of
from desktop_cs.ui.cases.trust_line import TrustLine
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.labels import ElidedLabel, Pill


class CaseHeader(QWidget):
    """Title, number, time, the next promise, and the pills.

    Signals:
        act_wanted: The case is to be closed, reopened or cancelled; the `CaseAct`.
        talk_wanted: Somebody is to be told or asked something; the `CaseTalk`.
        change_wanted: The header itself is to be changed.
        slip_wanted: The progress slip is to be printed.
        guide_wanted: The guide is to be shown or put away.
    """

    act_wanted = Signal(object)
    talk_wanted = Signal(object)
    change_wanted = Signal()
    slip_wanted = Signal()
    guide_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title = ElidedLabel("", "h1", parent=self)
        self._told = ElidedLabel("", "muted", self)
        self.trust = TrustLine(desk, self)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(S)
        self.guide = quiet_button(_("Guide  F1"), "message-circle-heart", self)
        self.guide.clicked.connect(self.guide_wanted)
        self.more = quiet_button(_("More"), "chevron-down", self)
        self.menu = CaseMenu(self.more)
        self.menu.act_wanted.connect(self.act_wanted)
        self.menu.talk_wanted.connect(self.talk_wanted)
        self.menu.change_wanted.connect(self.change_wanted)
        self.menu.slip_wanted.connect(self.slip_wanted)
        self.more.clicked.connect(self._open_menu)
        self._lay_out()

    def show_story(self, story: Story) -> None:
        """Show this case."""
        case = story.case
        who = called(story) or case.who or _("Nobody by name")
        self._title.setText(f"{who} · {case.product or case.one_line}")
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
        requests = self._desk.requests.of_case(case.id)
        self._show_pills(pills_of(story, requests, self._desk))
        self.trust.show_story(story)
        self.setToolTip(care_words(story, self._desk))
        self.setAccessibleName(self.spoken())
        actor = self._desk.actor_id
        mine = [one for one in waiting_of(requests) if one.asked_by == actor]
        waiting = [one for one in self._desk.requests.waiting() if one.case_id == case.id]
        self.menu.fill(case, mine, waiting)

    def spoken(self) -> str:
        """Return everything that the header says, as one line."""
        pills = [item.widget() for place in range(self._pills.count()) if (item := self._pills.itemAt(place))]
        words = [pill.text() for pill in pills if isinstance(pill, Pill)]
        said = [self._title.text(), self._told.text(), self.trust.text(), *words, self.toolTip()]
        return " · ".join(one for one in said if one)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(S)
        first.addWidget(self._title, 1)
        first.addLayout(self._pills)
        first.addWidget(self.guide)
        first.addWidget(self.more)
        second.addWidget(self._told, 1)
        second.addWidget(self.trust)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS // 2)
        column.addLayout(first)
        column.addLayout(second)

    def _show_pills(self, pills: list[PillWords]) -> None:
        while self._pills.count():
            item = self._pills.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for words in pills:
            pill = Pill(words.words, words.kind, self)
            pill.setToolTip(words.behind)
            if words.private:
                keep_private(pill)
            self._pills.addWidget(pill)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
