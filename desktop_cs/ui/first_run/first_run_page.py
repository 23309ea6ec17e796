"""The first run: language and country, the shop, the people; then the day begins."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.desk.bringing_back import Order
from desktop_cs.desk.changes import Result
from desktop_cs.desk.shop_work import Newcomer
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Staff
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.first_run.country_topic import CountryTopic
from desktop_cs.ui.first_run.draft import Draft, first_draft
from desktop_cs.ui.first_run.flow_bar import FlowBar
from desktop_cs.ui.first_run.people_topic import PeopleTopic
from desktop_cs.ui.first_run.shop_topic import ShopTopic
from desktop_cs.ui.first_run.topic import Topic
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL
from desktop_cs.ui.widgets.buttons import set_words
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

if TYPE_CHECKING:
    from desktop_cs.ui.first_run.bring_view import BringView

_WIDEST = 880  # px at text size 1: a line of text stays readable


class FirstRunPage(Page):
    """Three pages in one flow. Nothing is stored before "Begin", nothing typed is lost by going back."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._draft = Draft()
        self.country = CountryTopic(actions, self)
        self.shop = ShopTopic(actions, self)
        self.people = PeopleTopic(actions, self)
        self.topics: tuple[Topic, ...] = (self.country, self.shop, self.people)
        self._stack = QStackedWidget(self)
        for topic in self.topics:
            self._stack.addWidget(FocusScrollArea(_centred(topic), self))
        self.bring: BringView | None = None
        self.bar = FlowBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        self._connect()

    def load(self, subject: object = None) -> None:
        """Begin, or go on with the draft that `subject` gave."""
        if isinstance(subject, Draft):
            self._draft = subject
        elif not self._draft.country:
            self._draft = first_draft()
        self._show()

    def subject(self) -> object:
        """Return all that was typed so far."""
        return self._taken()

    def focus_first(self) -> None:
        """Begin at the first field of the page at the front."""
        self.topics[self._draft.page].focus_first()

    def _connect(self) -> None:
        self.country.language_chosen.connect(self._speak)
        self.country.looking_around.connect(self.practice_wanted)
        self.country.bringing.connect(self._show_bringing)
        self.bar.back_wanted.connect(self._back)
        self.bar.next_wanted.connect(self._next)
        for keys, act in (("Ctrl+Return", self._next), ("Ctrl+Enter", self._next), ("Alt+Left", self._back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _show_bringing(self) -> None:
        """Let a shop that comes from another PC be found on a stick, instead of setting one up."""
        from desktop_cs.ui.first_run.bring_view import BringView  # noqa: PLC0415 (once in the life of a PC)

        if self.bring is None:
            self.bring = BringView(self.actions, self)
            self.bring.left.connect(self._show)
            self.bring.wanted.connect(
                lambda kept: self.bring_back_wanted.emit(Order(kept.folder, other_shop=True))
            )
            self._stack.addWidget(FocusScrollArea(_centred(self.bring), self))
        self._stack.setCurrentIndex(self._stack.count() - 1)
        self.bar.hide()
        self.bring.choose.setFocus()

    def _taken(self) -> Draft:
        return self.topics[self._draft.page].taken(self._draft)

    def _show(self) -> None:
        page = self._draft.page
        self.topics[page].fill(self._draft)
        self._stack.setCurrentIndex(page)
        self.bar.show()
        last = page == len(self.topics) - 1
        self.bar.back.setEnabled(page > 0)
        self.bar.told.setText(self._place_words())
        set_words(self.bar.next, _("Begin") if last else _("Next"))

    def _go(self, page: int) -> None:
        self._draft = replace(self._taken(), page=page)
        self._show()
        self.focus_first()

    def _back(self) -> None:
        if self._draft.page > 0 and self.bar.next.isEnabled():
            self._go(self._draft.page - 1)

    def _next(self) -> None:
        if not self.bar.next.isEnabled():
            return
        wrong = self.topics[self._draft.page].find_problem()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._draft.page < len(self.topics) - 1:
            self._go(self._draft.page + 1)
        else:
            self._begin()

    def _speak(self, language: str) -> None:
        """Have the window built anew in another language; the draft comes along."""
        self.preferences.language = language
        self.look_changed.emit()

    def _begin(self) -> None:
        """Store everything at once, beside the window: hashing the digits takes a moment."""
        self._draft = self._taken()
        settings, people = _settings(self._draft, self.desk.settings), _people(self._draft)
        logo = self._draft.logo
        self._set_busy(busy=True)
        work = self.actions.run_slow(lambda: self._set_up(settings, people, logo), self._begun)
        work.ended.connect(self._on_ended)

    def _set_up(self, settings: ShopSettings, people: list[Newcomer], logo: bytes | None) -> Result[Staff]:
        return self.desk.shop.set_up(settings, people, logo)

    def _begun(self, result: Result[Staff]) -> None:
        self.preferences.language = language_in_use()
        self.preferences.person = result.value.name
        self._draft = Draft()
        self.actions.tell(result.changed, self)
        self.went.emit("today", None)

    def _on_ended(self) -> None:
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.bar.next.setEnabled(not busy)
        self.bar.back.setEnabled(not busy and self._draft.page > 0)
        words = _("Your shop is being set up…") if busy else self._place_words()
        self.bar.told.setText(words)

    def _place_words(self) -> str:
        return _("Page {number} of {count}").format(number=self._draft.page + 1, count=len(self.topics))


def _settings(draft: Draft, before: ShopSettings) -> ShopSettings:
    return replace(
        before,
        name=draft.name.strip(),
        address=draft.address.strip(),
        phone=draft.phone.strip(),
        country=draft.country,
        currency=draft.currency,
        language=language_in_use(),
        letter_paper=draft.letter_paper,
        report_paper=draft.report_paper,
        hours=OpeningHours(before.hours.week, before.hours.closed_days, draft.time_zone),
    )


def _people(draft: Draft) -> list[Newcomer]:
    return [Newcomer(one.name, one.role, one.digits) for one in draft.people if not one.is_empty]


def _centred(topic: QWidget) -> QWidget:
    """Return the page in the middle, no wider than can be read."""
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(XL, XL, XL, XL)
    row.addStretch(1)
    row.addWidget(topic, 100)
    row.addStretch(1)
    topic.setMaximumWidth(look().px(_WIDEST))
    return frame
