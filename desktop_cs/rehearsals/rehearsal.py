"""One rehearsal: scenes, the replies in each, and what they do to the customer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_cs.rehearsals.hints import Hint

MOOD_MOST = 10  # trust and calm run from 0 to this; a number for the rehearsal alone, measured on nobody


class Outcome(StrEnum):
    """How a conversation ends for the customer."""

    AT_PEACE = "at_peace"
    SETTLED = "settled"  # accepted, not at peace
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Mood:
    """How far the customer trusts us and how calm they are, each 0 to MOOD_MOST."""

    trust: int
    calm: int

    def moved(self, trust: int, calm: int) -> "Mood":
        """Return the mood after such a move, kept within its bounds."""
        return Mood(min(max(self.trust + trust, 0), MOOD_MOST), min(max(self.calm + calm, 0), MOOD_MOST))


@dataclass(frozen=True, slots=True)
class Reply:
    """Something that one may say, and what comes of it.

    `then` is what the customer does at once, `because` the reason why it helped or did not, and `better` what
    would have served instead ("" where the reply helped).
    """

    say: str
    to: str
    trust: int
    calm: int
    hint: Hint
    then: str
    because: str
    better: str = ""

    @property
    def helps(self) -> bool:
        """Return whether the conversation is the better for it."""
        return self.hint.helps


@dataclass(frozen=True, slots=True)
class Scene:
    """What the customer does and says; then either replies, or the outcome that ends the conversation."""

    id: str
    does: str
    says: str
    replies: tuple[Reply, ...] = ()
    outcome: Outcome | None = None
    told: str = ""  # of an ending: what becomes of it afterwards


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A conversation with all its ways, in one language; `scenes` by id, in the order of the file."""

    id: str
    title: str
    told: str
    you: str
    mood: Mood
    first: str
    scenes: Mapping[str, Scene]
