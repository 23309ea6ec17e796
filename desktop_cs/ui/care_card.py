"""The handle-with-care card above a page: what a colleague should know before they say a word."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.desk.card_work import CareCard
from desktop_cs.followups.care import CareStory
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.cases.case_words import mood_words
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import XL, M, S
from desktop_cs.ui.widgets.buttons import link_button, secondary_button
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.labels import ElidedLabel, text_label


class CareBar(QWidget):
    """One card above the page; read, it folds to a line. It takes no focus by itself and stops no typing.

    Args:
        hours: The shop's hours, for its wall time.
        key: The key by which a card is read; the key itself is the window's.
        parent: The window.

    Signals:
        read: The card was read.
        opened: The case that it tells of is to be shown; its id.
        unfolded: All of it is to be shown again.
    """

    read = Signal()
    opened = Signal(object)
    unfolded = Signal()

    def __init__(self, hours: OpeningHours, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours = hours
        self._key = key
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(XL, S, XL, 0)
        self._card: Card | None = None
        self.card: CareCard | None = None
        keep_private(self)
        self.hide()

    def show_card(
        self, card: CareCard, story: CareStory | None, now: datetime, others: int = 0, *, brief: bool = False
    ) -> None:
        """Show a card: all of it, or without a story one line.

        Args:
            card: Whose, until when, read by whom.
            story: What it tells; None where it was read.
            now: The present moment, in UTC.
            others: How many more cards of this customer or device wait.
            brief: Whether there is room for what helps now alone.
        """
        self.put_away()
        self.card = card
        made = Card("info", M, self)
        made.column.setContentsMargins(M, S, S, S)
        made.column.setSpacing(S // 2)
        folds = (
            [] if story is not None and not brief else [_("Show again") if story is None else _("Show all")]
        )
        made.column.addLayout(self._head(made, card, now, others, folds))
        if story is not None and not brief:
            for line in _lines(story, self._hours, now):
                made.column.addWidget(text_label(line, wrap=True, parent=made))
        elif story is not None:
            made.column.addWidget(ElidedLabel(_helps(story), "body", made))
        self._card = made
        self._column.addWidget(made)
        self.show()

    def put_away(self) -> None:
        """Show no card."""
        self.hide()
        self.card = None
        if self._card is not None:
            self._card.hide()
            self._column.removeWidget(self._card)
            self._card.deleteLater()
            self._card = None

    def _head(
        self, parent: Card, card: CareCard, now: datetime, others: int, folds: Sequence[str]
    ) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(IconLabel("hand-heart", "info", parent=parent))
        line.addWidget(text_label(_title(card, others), "strong", parent=parent))
        line.addWidget(ElidedLabel(self._told(card, now), "muted", parent), 1)
        show = link_button(_("Show case {number}").format(number=card.follow_up.case_number), parent=parent)
        show.clicked.connect(lambda: self.opened.emit(card.case_id))
        line.addWidget(show)
        for words in folds:
            unfold = link_button(words, parent=parent)
            unfold.clicked.connect(self.unfolded)
            line.addWidget(unfold)
        if not card.read_by_me:
            read = secondary_button(_("I have read it  {key}").format(key=self._key), "check", parent)
            read.clicked.connect(self.read)
            line.addWidget(read)
        return line

    def _told(self, card: CareCard, now: datetime) -> str:
        """Return until when the card holds and who has read it."""
        hours, language = self._hours, language_in_use()
        parts = []
        if card.until is not None:
            until = shown.near_moment(hours.wall(card.until), hours.wall(now), language)
            parts.append(_("until {time}").format(time=until))
        names = [
            f"{name} {shown.near_moment(hours.wall(at), hours.wall(now), language)}"
            for name, at in card.readers
        ]
        if names:
            parts.append(_("Read by {names}").format(names=_listed(names)))
        return " · ".join(parts)


def _title(card: CareCard, others: int) -> str:
    who = card.follow_up.who or _("Nobody named")
    told = _("Handle with care: {who}").format(who=who)
    return told if not others else f"{told} (+{others})"


def _lines(story: CareStory, hours: OpeningHours, now: datetime) -> list[str]:
    felt = _listed([mood_words(story.mood) if story.mood else "", story.feelings])
    happened = _("{what}. They felt: {feelings}.") if felt else _("{what}.")
    lines = [happened.format(what=story.happened.rstrip(".。"), feelings=felt)]
    given = _listed([*story.given, *(_promised(one, hours, now) for one in story.promised)])
    if given:
        lines.append(_("Given and promised: {what}.").format(what=given))
    return [*lines, _helps(story)]


def _helps(story: CareStory) -> str:
    between = "" if language_in_use().startswith("zh") else " "
    return _("What helps now: {what}").format(what=between.join(story.helps))


def _listed(parts: Iterable[str]) -> str:
    mark = "、" if language_in_use().startswith("zh") else ", "
    return mark.join(filter(None, parts))


def _promised(promise: Promise, hours: OpeningHours, now: datetime) -> str:
    when = shown.near_moment(hours.wall(promise.due_at), hours.wall(now), language_in_use())
    told = {
        PromiseState.KEPT: _("{what} (kept)"),
        PromiseState.BROKEN: _("{what} (not kept)"),
    }.get(promise.state, _("{what} by {when}"))
    return told.format(what=promise.what, when=when)
