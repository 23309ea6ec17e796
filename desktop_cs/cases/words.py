"""The words for what a case is: its state, the customer's mood, how it came in, who reported it."""

from desktop_cs.cases.states import CaseState
from desktop_cs.i18n import N_, _

_STATES = {
    CaseState.DRAFT: N_("Being taken"),
    CaseState.OPEN: N_("Open"),
    CaseState.LOGGED: N_("Logged"),
    CaseState.CLOSED: N_("Closed"),
    CaseState.REOPENED: N_("Reopened"),
    CaseState.CANCELLED: N_("Cancelled"),
}
_MOODS = {
    "calm": N_("Calm"),
    "upset": N_("Upset"),
    "very_upset": N_("Very upset"),
    "in_tears": N_("In tears"),
    "shouting": N_("Shouting"),
}
_REACHED = {
    "counter": N_("At the counter"),
    "phone": N_("By phone"),
    "letter": N_("By letter"),
    "someone_else": N_("Through someone else"),
}
_REPORTERS = {
    "customer": N_("The customer"),
    "colleague": N_("A colleague"),
    "supplier": N_("A supplier"),
    "adviser": N_("An adviser"),
}
_THREATS = {
    "complain_elsewhere": N_("To complain elsewhere"),
    "sue": N_("To go to court"),
    "post_it": N_("To post it"),
}
_EVENTS = {
    "taken": N_("Taken"),
    "approved": N_("Approved"),
    "logged": N_("Logged"),
    "closed": N_("Closed"),
    "reopened": N_("Reopened"),
    "cancelled": N_("Cancelled"),
    "express": N_("Taken on one page"),
    "told": N_("The customer was told"),
    "handed_over": N_("Handed over"),
    "not_reached": N_("Not reached"),
    "left_word": N_("Word was left"),
    "tied": N_("Tied to an earlier case"),
    "not_the_same": N_("Found not to be the same as an earlier case"),
}
_SKIPS = {
    "in_a_hurry": N_("The customer is in a hurry"),
    "done_by_colleague": N_("A colleague did it before"),
    "by_letter_or_phone": N_("It came by letter or phone"),
    "not_wanted": N_("The customer does not want it"),
}


def state_words(state: CaseState) -> str:
    """Return the word for a state."""
    return _(_STATES[state])


def mood_words(mood: str) -> str:
    """Return the words for a mood."""
    return _(_MOODS[mood]) if mood in _MOODS else mood


def moods() -> list[tuple[str, str]]:
    """Return all moods as (id, words)."""
    return [(key, _(words)) for key, words in _MOODS.items()]


def ways_of_reaching() -> list[tuple[str, str]]:
    """Return all ways in which a case comes in, as (id, words)."""
    return [(key, _(words)) for key, words in _REACHED.items()]


def reporters() -> list[tuple[str, str]]:
    """Return everybody who may report a case, as (id, words)."""
    return [(key, _(words)) for key, words in _REPORTERS.items()]


def threats() -> list[tuple[str, str]]:
    """Return what a customer may threaten with, as (id, words)."""
    return [(key, _(words)) for key, words in _THREATS.items()]


def skip_reasons() -> list[tuple[str, str]]:
    """Return the ready reasons for skipping a step, as (id, words)."""
    return [(key, _(words)) for key, words in _SKIPS.items()]


def skip_words(reason: str) -> str:
    """Return the words for the reason of a skipped step, which may be the person's own."""
    return _(_SKIPS[reason]) if reason in _SKIPS else reason


def event_words(what: str) -> str:
    """Return the word for something that was done with a case as a whole."""
    kind, _mark, _detail = what.partition(".")  # a try is noted with its follow-up: "left_word.wrap_up"
    return _(_EVENTS[kind]) if kind in _EVENTS else what
