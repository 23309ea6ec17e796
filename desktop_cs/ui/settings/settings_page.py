"""Settings: topics on the left, one of them at the front, everything saved when its field is left."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.desk.changes import Changes
from desktop_cs.i18n import N_, _
from desktop_cs.shop.staff import Staff
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.entry.trying import Trying
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.manager_line import ManagerLine
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.settings.section_rail import SectionRail
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M, S
from desktop_cs.ui.widgets.cards import IconLabel
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: the section that shows it ("module:class"), its icon and its words."""

    section: str
    icon: str
    words: str


TOPICS = {
    "shop": Topic("shop_section:ShopSection", "store", N_("Shop")),
    "paper": Topic("paper_section:PaperSection", "file-text", N_("Paper")),
    "hours": Topic("hours_section:HoursSection", "clock", N_("Hours")),
    "care": Topic("care_section:CareSection", "phone", N_("Keeping in touch")),
    "limits": Topic("limits_section:LimitsSection", "shield-check", N_("Limits")),
    "budget": Topic("budget_section:BudgetSection", "chart-column", N_("Budget")),
    "gestures": Topic("gestures_section:GesturesSection", "gift", N_("Gestures")),
    "guide": Topic("guide_section:GuideSection", "message-circle-heart", N_("Guide")),
    "people": Topic("people_section:PeopleSection", "users", N_("People")),
    "window": Topic("window_section:WindowSection", "sun", N_("Window")),
    "data": Topic("data_section:DataSection", "hard-drive", N_("Data")),
}


class SettingsPage(Page):
    """The shop's decisions. Only a manager changes them; how this PC's window looks is everybody's."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._name = "shop"
        self._manager: Staff | None = None  # who opened Settings for this visit
        self._sections: dict[str, Section] = {}
        self._rooms: dict[str, FocusScrollArea] = {}  # where each section stands
        self._pieces_left: Iterator[Callable[[], object]] = iter(())  # until the topic is at the front
        self._is_coming = False  # the topic that was chosen is not at the front yet
        self.rail = SectionRail(self)
        for name, topic in TOPICS.items():
            self.rail.add(name, topic.icon, _(topic.words))
        self.rail.setFixedWidth(look().px(180))
        self.rail.chosen.connect(self.go_to)
        self.manager_line = ManagerLine(actions, self)
        self._trying = Trying(actions, self)
        self._trying.right.connect(self._open)
        self._trying.refused.connect(lambda refusal, _about: self.manager_line.digits.show_refusal(refusal))
        prove = self.desk.people.manager_by_digits
        self.manager_line.given.connect(lambda digits: self._trying.begin(partial(prove, digits)))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(QWidget(self._stack))  # at the front until the first section is made
        self._saved_icon = IconLabel("hard-drive", "ok", parent=self)
        self.saved = text_label("", "muted", parent=self)
        self._build()

    def load(self, subject: object = None) -> None:
        """Show a topic, by its name, as it is stored now; what a manager opened is closed again."""
        self._name = subject if isinstance(subject, str) and subject in TOPICS else self._name
        self._manager = None
        self._trying.forget()
        self.manager_line.digits.begin_anew()
        self.desk.forget_settings()
        self._show_saved("")
        self._show()

    def subject(self) -> object:
        """Return the name of the topic at the front."""
        return self._name

    def hear(self, changes: Changes) -> None:
        """Show again what was changed elsewhere, or taken back."""
        if changes.settings:
            self.section().load()
            self._show_allowed()

    def leave(self) -> bool:
        """Store what the focus is still in."""
        return self._is_coming or not self._may_change() or self.section().leave()

    def focus_first(self) -> None:
        """Begin at the topics."""
        self.rail.item(self._name).setFocus(Qt.FocusReason.OtherFocusReason)

    def section(self) -> Section:
        """Return the section at the front; one that is being made in pieces is finished at once."""
        for piece in self._pieces_left:
            piece()
        return self._sections[self._name]

    def go_to(self, name: str) -> None:
        """Show another topic, once this one could be left."""
        if not self.leave():
            self.rail.show_chosen(self._name)
            return
        self._name = name
        self._show()

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(M)
        right.addWidget(self.manager_line)
        right.addWidget(self._stack, 1)
        right.addLayout(_side_by_side(self._saved_icon, self.saved))
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, L, XL, S)
        row.setSpacing(L)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def _show(self) -> None:
        """Bring the topic to the front: at once where it is made, else in pieces that hold nobody up."""
        is_made = self._name in self._sections
        self._is_coming = True
        self._pieces_left = self._pieces(self._name)
        self.rail.show_chosen(self._name)
        self._show_allowed()
        if is_made:
            self.section()
        else:
            QTimer.singleShot(0, self, self._do_piece)

    def _do_piece(self) -> None:
        piece = next(self._pieces_left, None)
        if piece is not None:
            piece()
            QTimer.singleShot(0, self, self._do_piece)

    def _pieces(self, name: str) -> Iterator[Callable[[], object]]:
        if name not in self._sections:
            yield partial(import_module, _module(name))
            yield partial(self._make, name)
        yield from self._sections[name].pieces()
        yield partial(self._bring, name)

    def _make(self, name: str) -> None:
        """Make a section where it will stand: each move to another parent would dress it anew."""
        make: Callable[..., Section] = getattr(
            import_module(_module(name)), TOPICS[name].section.split(":")[1]
        )
        frame = QWidget()
        room = self._rooms[name] = FocusScrollArea(frame, self._stack)
        self._stack.addWidget(room)
        section = make(self.actions, self.preferences, frame)
        section.setMaximumWidth(look().px(section.widest_px))
        section.signer = self._signed
        section.saved.connect(self._on_saved)
        section.look_changed.connect(self.look_changed)
        section.practice_wanted.connect(self.practice_wanted)
        section.went.connect(self.went)
        _put_left(section, frame)
        self._sections[name] = section

    def _bring(self, name: str) -> None:
        self._is_coming = False
        self._sections[name].load()
        self._stack.setCurrentWidget(self._rooms[name])
        self._show_allowed()

    def _show_allowed(self) -> None:
        allowed = self._may_change()
        if not self._is_coming:
            self.section().set_allowed(allowed=allowed)
        self.manager_line.setVisible(not allowed and self._name != "window")

    def _may_change(self) -> bool:
        """Return whether a manager is here, or nobody is a manager yet."""
        if self._manager is not None or (self.desk.actor is not None and self.desk.actor.is_manager):
            return True
        return not any(one.is_manager for one in self.desk.shop.staff())

    def _open(self, manager: Staff) -> None:
        """Open Settings for this visit: these were a manager's digits."""
        had_focus = self.manager_line.digits.has_focus()
        self._manager = manager
        self._show_allowed()
        if had_focus:
            self.focus_first()

    def _signed(self, act: Callable[[], T]) -> T:
        """Do an act in the name of the manager who opened Settings, so that the trail says who it was."""
        with self.desk.in_the_name_of(self._manager):
            return act()

    def _on_saved(self) -> None:
        now = self.desk.settings.hours.wall(self.desk.clock.now())
        self._show_saved(shown.clock_time(now))
        self._show_allowed()

    def _show_saved(self, time: str) -> None:
        self.saved.setText(_("Saved on this PC at {time}").format(time=time) if time else "")
        self._saved_icon.setVisible(bool(time))


def _module(name: str) -> str:
    return f"desktop_cs.ui.settings.{TOPICS[name].section.partition(':')[0]}"


def _put_left(section: Section, frame: QWidget) -> None:
    """Put the section at the left of its frame, no wider than can be read."""
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, M, 0)
    row.addWidget(section, 100)
    row.addStretch(1)


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(S)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line
