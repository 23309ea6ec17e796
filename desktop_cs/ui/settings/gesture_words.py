"""The catalogue of gestures, in words."""

from desktop_cs import shown
from desktop_cs.cases.gestures import Gesture, GestureKind
from desktop_cs.i18n import N_, _, language_in_use

_KINDS = {
    GestureKind.GOODWILL: N_("To put it right"),
    GestureKind.EXTRA: N_("Surprise on top"),
    GestureKind.EITHER: N_("Either"),
}


def kind_words(kind: GestureKind) -> str:
    """Return on which line a gesture of this kind is given."""
    return _(_KINDS[kind])


def cost_words(cost: int, currency: str) -> str:
    """Return what a gesture costs the shop, in minor units of its currency."""
    return shown.money(cost, currency, language_in_use()) if cost else _("free")


def idea_words(gesture: Gesture, author: str) -> str:
    """Return whose idea it is, or what is still to be said about a shipped gesture."""
    if gesture.idea_by is None:
        return _("Comes with the program. Say what it costs here.")
    return _("Idea of {author}").format(author=author) if author else _("Somebody’s idea")
