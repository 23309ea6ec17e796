"""What the sections of Settings have in common: each holds one topic and saves when a field is left."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.desk.changes import Result
from desktop_cs.desk.desk import Desk
from desktop_cs.errors import UserError
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.tokens import XL, L
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

T = TypeVar("T")


class Section(QWidget):
    """One topic of Settings.

    Args:
        acts: Through which everything is read and done.
        preferences: What this PC remembers.
        title: What the section is about.
        intro: A sentence below the title, or "".
        parent: The widget that it stands in.

    Signals:
        saved: Something was stored.
        look_changed: The window is to be built anew.
        practice_wanted: The practice shop is to be opened.
        went: Another place is wanted at the front; its name, and what is to be shown there.
    """

    saved = Signal()
    look_changed = Signal()
    practice_wanted = Signal()
    went = Signal(str, object)
    widest_px = 820  # at text size 1: no wider than can be read
    for_everybody = False  # whether it holds something that needs no manager

    def __init__(
        self,
        acts: Actions,
        preferences: Preferences,
        title: str,
        intro: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.acts = acts
        self.preferences = preferences
        self.signer: Callable[[Callable[[], Any]], Any] = lambda act: act()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text_label(title, "h1", wrap=True, parent=self))
        if intro:
            column.addWidget(text_label(intro, "muted", wrap=True, parent=self))
        self.card = Card("surface", XL, self)
        self.card.column.setSpacing(L)
        column.addWidget(self.card)
        column.addStretch(1)

    @property
    def desk(self) -> Desk:
        """Return the opened shop."""
        return self.acts.desk

    def pieces(self) -> Iterator[Callable[[], object]]:
        """Yield the making of what is not there yet: done one by one, before the section is first shown."""
        yield from ()

    def load(self) -> None:
        """Show what is stored now."""

    def leave(self) -> bool:
        """Store what is not stored yet; return whether the section may be left."""
        return True

    def set_allowed(self, *, allowed: bool) -> None:
        """Let it be changed or only read, as the person at the screen is a manager or not."""
        self.card.setEnabled(allowed)

    def do(self, act: Callable[[], Result[T]]) -> T | UserError:
        """Return what an act gives, done in the name of whoever may, or the refusal for its field."""
        done: T | UserError = self.signer(lambda: self.acts.attempt(act, self.window()))
        return done

    def keep(self, words: str, **changes: object) -> UserError | None:
        """Store changed settings with the way back, and return the refusal when there is one.

        Args:
            words: What was changed, for the word at the bottom of the window.
            changes: Attributes of the settings with their new values; equal ones are left out.
        """
        before = self.desk.settings
        changed = {name: value for name, value in changes.items() if getattr(before, name) != value}
        if not changed:
            return None
        done = self.do(lambda: self._save(changed))
        if isinstance(done, UserError):
            return done
        old = {name: getattr(before, name) for name in changed}
        self.tell_saved(words, lambda: self._save(old))
        return None

    def tell_saved(self, words: str, back: Callable[[], Result[Any]] | None) -> None:
        """Say that something was stored, with the way back."""
        self.saved.emit()
        self.acts.say_done(words, None if back is None else lambda: self._taken_back(back))

    def _taken_back(self, back: Callable[[], Result[Any]]) -> Result[Any]:
        """Go a way back in the name of whoever may, as long as Settings are open for them."""
        gone: Result[Any] = self.signer(back)
        return gone

    def _save(self, changes: dict[str, Any]) -> Result[ShopSettings]:
        return self.desk.shop.save_settings(replace(self.desk.settings, **changes))
