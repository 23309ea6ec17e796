"""Which gestures to offer first: cheap before dear, then how customers took them, then what suits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop_cs.cases.gestures import Gesture, GestureKind

GOODWILL, EXTRA = "goodwill", "extra"  # the lines of a resolution, ids of its form
FEW = 3  # in fewer cases than this, how a gesture was taken may be chance
# How a customer took what was given, as points.  Source: steps.md, `customer_accepts`.
TAKEN = {"gladly": 2, "yes": 1, "reluctantly": 0, "no": -1}
_UNTRIED = TAKEN["yes"]  # what is not known to fall flat deserves a try


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often customers took a gesture in which way: an answer of `customer_accepts` -> cases."""

    answers: Mapping[str, int] = field(default_factory=dict)

    @property
    def cases(self) -> int:
        """Return in how many cases it was given and the customer's answer is known."""
        return sum(count for answer, count in self.answers.items() if answer in TAKEN)

    @property
    def mean(self) -> float | None:
        """Return how it was taken, from 2 (gladly) to -1 (no); None in too few cases to tell."""
        if self.cases < FEW:
            return None
        return sum(TAKEN.get(answer, 0) * count for answer, count in self.answers.items()) / self.cases


@dataclass(frozen=True, slots=True)
class Offer:
    """A gesture that can be offered now.

    `needs_manager` where it is beyond what may still be given, `taken` as in `Evidence.mean`, `suits` where
    it answers what matters most to this customer.
    """

    gesture: Gesture
    needs_manager: bool = False
    taken: float | None = None
    suits: bool = False


def name_key(name: str) -> str:
    """Return how a gesture is known again, whoever typed it: without its case and needless blanks."""
    return " ".join(name.split()).casefold()


def ranked(
    gestures: Iterable[Gesture],
    line: str,
    taken: Mapping[str, Evidence],
    matters: str,
    room: int | None,
) -> list[Offer]:
    """Return what can be given on a line, the best first.  Source: practice.md 3 (S11).

    What nobody has to be asked for comes first, then cheap before dear; prices within one doubling count as
    the same, so that nobody passes over what is taken gladly for a few coins. What is equally dear is
    ordered by how it was taken, then by whether it suits, then by its price and name.

    Args:
        gestures: The catalogue.
        line: "goodwill" or "extra".
        taken: How gestures were taken, by `name_key`.
        matters: What matters most to the customer, an id of the review form, or "".
        room: What may still be given without asking, minor units; None for no limit.
    """
    kinds = (GestureKind.EITHER, GestureKind(line))
    offers = [_offer(one, taken, matters, room) for one in gestures if one.is_offered and one.kind in kinds]
    return sorted(offers, key=_place)


def _offer(gesture: Gesture, taken: Mapping[str, Evidence], matters: str, room: int | None) -> Offer:
    return Offer(
        gesture,
        needs_manager=room is not None and gesture.cost > max(room, 0),
        taken=taken.get(name_key(gesture.name), Evidence()).mean,
        suits=bool(matters) and matters in gesture.suits.split(","),
    )


def _place(offer: Offer) -> tuple[bool, int, float, bool, int, str]:
    mean = _UNTRIED if offer.taken is None else offer.taken
    gesture = offer.gesture
    doublings = gesture.cost.bit_length()  # 0 for free; one more each time the price doubles
    return (offer.needs_manager, doublings, -mean, not offer.suits, gesture.cost, gesture.name.casefold())
