"""Which handle-with-care card stands above the page: of whoever is dealt with now."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from desktop_cs.customers.customer import Customer
from desktop_cs.desk.changes import Changes
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.page_stack import PageStack
from desktop_cs.ui.theme.look import look

if TYPE_CHECKING:
    from desktop_cs.desk.card_work import CareCard
    from desktop_cs.ui.care_card import CareBar
    from desktop_cs.ui.main_window import MainWindow

READ_KEY = "F6"
_FIRST_LOOK_MS, _EVERY_MS = 5_000, 3_600_000  # cards whose date is over are ended while nobody waits
LOW_PX = 690  # a window below has no room for all of a card.  Source: look.md, "The window"
_OF_A_CASE = ("case", "express", "slip")


class CareKeeper(QObject):
    """Shows the card of the customer or device that a page deals with, and notes who read it."""

    def __init__(self, window: "MainWindow", actions: Actions, pages: PageStack) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._pages = pages
        self.bar: CareBar | None = None
        self._cards: list[CareCard] = []
        self._question: Callable[[], list[CareCard]] = list
        self._unfolded = False
        pages.arrived.connect(self._arrived)
        pages.met.connect(self.meet)
        actions.changed.connect(self._hear)
        self._read_key = QShortcut(QKeySequence(READ_KEY), window.inside)
        self._read_key.setEnabled(False)
        self._read_key.activated.connect(self.read)
        for delay, act in ((_FIRST_LOOK_MS, self.end_past), (_EVERY_MS, self.end_past)):
            timer = QTimer(self)
            timer.setSingleShot(delay == _FIRST_LOOK_MS)
            timer.timeout.connect(act)
            timer.start(delay)

    @property
    def card(self) -> "CareCard | None":
        """Return the card above the page, or None."""
        return self.bar.card if self.bar is not None else None

    def meet(self, customer_id: UUID | None, serial: str) -> None:
        """Show the cards of this customer and this device."""
        self._ask(lambda: self._actions.desk.cards.cards_for(customer_id, serial))

    def read(self) -> None:
        """Note that the card above the page was read."""
        card, cards = self.card, self._actions.desk.cards
        if card is None or self._actions.run(lambda: cards.read(card), self) is None:
            return
        self._unfolded = False
        told = _("Read: {who}").format(who=card.follow_up.who)
        self._actions.say_done(told, lambda: cards.unread(card))
        self._ask(self._question)

    def end_past(self) -> None:
        """End the cards whose date is over."""
        if self._actions.desk.settings.is_set_up:
            self._actions.run(self._actions.desk.cards.end_past, self)

    def _arrived(self, place: str) -> None:
        self._unfolded = False
        page = self._pages.page()
        subject = page.subject() if page is not None else None
        case_id = getattr(subject, "case_id", subject)
        if place == "customers" and isinstance(subject, Customer):
            self.meet(subject.id, "")
        elif place in _OF_A_CASE and isinstance(case_id, UUID):
            self._ask(lambda: self._actions.desk.cards.of_case(case_id))
        elif place != "new_case":  # that page says itself whom it deals with
            self._ask(list)

    def _hear(self, changes: Changes, source: object) -> None:
        if self.card is not None and changes.follow_ups and source is not self:
            self._ask(self._question)

    def _ask(self, question: "Callable[[], list[CareCard]]") -> None:
        """Show what this question gives, now and whenever something changes."""
        self._question = question
        self._show(self._actions.ask(question) or [])

    def _show(self, cards: "list[CareCard]") -> None:
        """Show the first card that was not read, with how many more there are; else the newest as a line."""
        self._cards = cards
        unread = [card for card in cards if not card.read_by_me]
        self._read_key.setEnabled(bool(unread) or (bool(cards) and self._unfolded))
        if not cards:
            if self.bar is not None:
                self.bar.put_away()
            return
        card = unread[0] if unread else cards[0]
        desk = self._actions.desk
        is_whole = bool(unread) or self._unfolded
        story = self._actions.ask(lambda: desk.cards.story(card)) if is_whole else None
        brief = not self._unfolded and self._window.height() < look().px(LOW_PX)
        others = max(len(unread) - 1, 0)
        self._made_bar().show_card(card, story, desk.clock.now(), others, brief=brief)

    def _unfold(self) -> None:
        self._unfolded = True
        self._show(self._cards)

    def _made_bar(self) -> "CareBar":
        from desktop_cs.ui.care_card import CareBar  # noqa: PLC0415 (most pages show no card)

        if self.bar is None:
            self.bar = CareBar(self._actions.desk.settings.hours, READ_KEY)
            self._window.add_above_page(self.bar)
            self.bar.read.connect(self.read)
            self.bar.unfolded.connect(self._unfold)
            self.bar.opened.connect(lambda case_id: self._window.go("case", case_id))
        return self.bar
