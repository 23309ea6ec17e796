"""Commands in the search field: whatever can be done from here, found by the beginnings of its words.

Never the only way to anything: each command has its button, its menu or its key.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence, QShortcut

from desktop_cs.i18n import N_, _
from desktop_cs.ui.cover import cover
from desktop_cs.ui.places import PLACES

if TYPE_CHECKING:
    from desktop_cs.ui.main_window import MainWindow
    from desktop_cs.ui.pages.page import Page

ONLY = ">"  # before the first word: commands alone.  Source: look.md, "search field"
MOST_BESIDE = 3  # commands shown below what was found; with ">" all that fit
_KEYS = {  # what a page does on a key of its own
    "Ctrl+P": (N_("Print"), "printer"),
    "Ctrl+E": (N_("Small matter: one page"), "clock"),
    "Ctrl+1": (N_("Go to the apology"), "hand-heart"),
    "Ctrl+2": (N_("Go to the review"), "ear"),
    "Ctrl+3": (N_("Go to the resolution"), "gift"),
    "Ctrl+4": (N_("Go to the log"), "file-text"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its words, what does it, its key where it has one, its icon."""

    words: str
    act: Callable[[], object]
    keys: str = ""
    icon: str = "chevron-right"


def commands(window: "MainWindow") -> list[Command]:
    """Return everything that can be done now: on the page at the front first, then everywhere."""
    page = window.pages.page() if window.pages is not None else None
    return [*(_of_page(page) if page is not None else ()), *_everywhere(window)]


def fitting(offered: Iterable[Command], typed: str) -> list[Command]:
    """Return the commands in which every word that was typed begins a word; in Chinese, stands anywhere.

    Those that begin with what was typed come first.
    """
    asked = typed.removeprefix(ONLY).casefold().split()
    found = [one for one in offered if all(_stands_in(word, one.words.casefold()) for word in asked)]
    return sorted(found, key=lambda one: not one.words.casefold().startswith(" ".join(asked)))


def _stands_in(word: str, words: str) -> bool:
    if not word.isascii() and word in words:
        return True
    return any(part.startswith(word) for part in words.replace("(", " ").split())


def _of_page(page: "Page") -> list[Command]:
    found = [Command(*_shown(act)) for act in page.commands()]
    for shortcut in page.findChildren(QShortcut):
        keys = shortcut.key().toString(QKeySequence.SequenceFormat.PortableText)
        if keys in _KEYS and shortcut.isEnabled():
            words, icon = _KEYS[keys]
            found.append(Command(_(words), shortcut.activated.emit, keys, icon))
    return found


def _everywhere(window: "MainWindow") -> list[Command]:
    places = [
        Command(_(place.words), partial(window.go, name), icon=place.icon or "chevron-right")
        for name, place in PLACES.items()
        if place.words
    ]
    covers = _("Take the cover off") if cover.is_on else _("Cover: the customer can see the screen")
    found = [
        Command(_("New case"), lambda: window.go("new_case"), "Ctrl+N", "plus"),
        *places,
        *_people(window),
        Command(covers, cover.toggle, "F9", "eye-off"),
        Command(_("All keys"), window.help.show_keys, "F1 F1", "keyboard"),
        Command(_("Take back the last thing"), window.undo, "Ctrl+Z", "undo-2"),
    ]
    if window.acts is not None and not window.acts.desk.settings.is_practice:
        found.append(Command(_("Open the practice shop"), window.practice_wanted.emit, icon="store"))
    return found


def _people(window: "MainWindow") -> Sequence[Command]:
    """Return a command for everybody else who works here."""
    if window.acts is None or window.entrance is None:
        return ()
    desk = window.acts.desk
    return [
        Command(
            _("Switch person: {name}").format(name=person.name),
            partial(window.entrance.change_person, person),
            icon="user",
        )
        for person in desk.shop.staff()
        if person != desk.actor
    ]


def _shown(act: QAction) -> tuple[str, Callable[[], object], str]:
    """Return an act of a menu: its words as they are read, without the mark of its letter, and its key."""
    words, _tab, keys = act.text().partition("\t")
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&"), act.trigger, keys
