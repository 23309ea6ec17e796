"""The words for what a case is, with what is to be done in its follow-ups."""

from desktop_cs.cases.words import (
    event_words,
    mood_words,
    moods,
    reporters,
    skip_reasons,
    skip_words,
    state_words,
    threats,
    ways_of_reaching,
)
from desktop_cs.followups.words import follow_up_words

__all__ = [
    "event_words",
    "follow_up_words",
    "mood_words",
    "moods",
    "reporters",
    "skip_reasons",
    "skip_words",
    "state_words",
    "threats",
    "ways_of_reaching",
]
