"""What each kind of letter says, in which order, and what it gives up first where the page is full.

Every letter has three paragraphs: what it is about, what was or will be done, and what comes next.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop_cs.cases.failure_kinds import FAILURE_KINDS
from desktop_cs.letters.facts import ACCEPTED, PUT_RIGHT, WENT_HOME_AS_IT_CAME, LetterFacts
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.slots import DEVICES, ENTITLEMENTS, OUTCOMES, REASONS, ROOT_CAUSES
from desktop_cs.letters.templates import LetterTemplates

_NOT_AT_PEACE = ("reluctantly", "no")
_NOT_PUT_RIGHT = ("not_yet", "cannot_be")
_OURS = ("upheld", "partly_upheld")

Values = Mapping[str, str]
Wanted = Iterable[tuple[object, "Place"]]


@dataclass(frozen=True, slots=True)
class Place:
    """One sentence of the letter: where it stands, and how early it is given up (0: never)."""

    slot: str
    paragraph: int
    rank: int = 0


WARMTH = Place("warmth", 2, 9)  # only where the letter would be too short without it


def places_of(facts: LetterFacts, values: Values, templates: LetterTemplates) -> list[Place]:
    """Return every sentence that a letter of this kind could say, in their order.

    Args:
        facts: What the case knows.
        values: What fills the gaps; a sentence about what is not known is no place.
        templates: The words of the language, which tell one kind of device from another.
    """
    if facts.kind is LetterKind.GOOD_BYE:
        wanted = _good_bye(facts, values, device_kind(facts.product, templates))
    else:
        wanted = _OUTLINES[facts.kind](facts, values)
    return [place for asked, place in wanted if asked]


def device_kind(product: str, templates: LetterTemplates) -> str:
    """Return which kind of device a product is by the words in its name; "other" where none tells."""
    name = product.lower()
    words = set(name.replace("-", " ").split())
    for device in DEVICES:
        known = templates.lists.get(f"devices.{device}", ())
        if any(word in (name if templates.counts_characters else words) for word in known):
            return device
    return "other"


def _thank_you(facts: LetterFacts, values: Values) -> Wanted:
    put_right = facts.accepts in ACCEPTED and facts.problem_solved not in _NOT_PUT_RIGHT
    return (
        (values["about"], Place("thanks_about", 0)),
        (not values["about"], Place("thanks", 0)),
        *_what_happened(facts, values),
        (True, Place(f"done.{_done(facts)}", 1)),
        *_gifts(facts, values, 1),
        (values["kept_day"], Place("kept", 1, 5)),
        (True, Place(f"next.{_next(facts, values)}", 2)),
        (facts.suggestion.strip(), Place("suggestion", 2, 4)),
        (True, Place(f"close.{'at_peace' if put_right else 'not_at_peace'}", 2)),
    )


def _sorry(facts: LetterFacts, values: Values) -> Wanted:
    """Say it plainly also where it is not put right: nothing is told as done that is not."""
    ours = facts.finding != "not_upheld"
    solved = facts.problem_solved
    return (
        (values["about"], Place("why_about", 0)),
        (not values["about"], Place("why", 0)),
        *_what_happened(facts, values),
        (ours and facts.root_cause in ROOT_CAUSES, Place(f"cause.{facts.root_cause}", 1, 2)),
        (solved in PUT_RIGHT, Place(f"done.{_done(facts)}", 1)),
        (solved == "partly", Place("state.partly", 1)),
        (solved in _NOT_PUT_RIGHT, Place(f"state.{solved}", 1)),
        (ours and facts.prevention, Place("prevention", 1, 3)),
        *_gifts(facts, values, 4),
        (values["kept_day"], Place("kept", 1, 6)),
        (
            True,
            Place(f"next.{_next(facts, values) if solved == 'yes' or values['day'] else 'not_at_peace'}", 2),
        ),
        (ours, Place("forgive", 2)),
    )


def _suggestion(facts: LetterFacts, values: Values) -> Wanted:
    outcome = facts.suggestion_outcome
    hears_by = outcome == "looking" and values["day"]
    return (
        (values["idea"], Place("thanks_idea", 0)),
        (not values["idea"], Place("thanks", 0)),
        (True, Place("noted", 0, 1)),
        (outcome in OUTCOMES, Place(f"outcome.{outcome}", 1)),
        (outcome == "not_now" and facts.suggestion_reason in REASONS, Place(_reason(facts), 1)),
        (outcome in OUTCOMES, Place("hear.day" if hears_by else f"hear.{outcome}", 2)),
        (True, Place("close", 2)),
    )


def _good_bye(facts: LetterFacts, values: Values, device: str) -> Wanted:
    as_it_came = facts.repair_status in WENT_HOME_AS_IT_CAME or facts.problem_solved == "cannot_be"
    nothing_found = facts.repair_status == "no_fault_found"
    return (
        (values["product"], Place("home", 0)),
        (not values["product"], Place("home_unnamed", 0)),
        (nothing_found, Place("nothing_found", 0)),
        (as_it_came and not nothing_found, Place("not_mended", 0)),
        (not as_it_came and values["work"], Place("work", 0)),
        (not as_it_came and not values["work"], Place("work_unnamed", 0)),
        (not as_it_came and values["warranty_day"], Place("warranty", 1, 1)),
        (not as_it_came or nothing_found, Place(f"care.{device}", 1)),
        *_gifts(facts, values, 4),
        (values["kept_day"], Place("kept", 1, 6)),
        (values["day"] or as_it_came, Place(f"next.{_next(facts, values)}", 2)),
        (not (values["day"] or as_it_came), Place("ask", 2)),
        (True, Place("close", 2)),
    )


_OUTLINES: dict[LetterKind, Callable[[LetterFacts, Values], Wanted]] = {
    LetterKind.THANK_YOU: _thank_you,
    LetterKind.SORRY: _sorry,
    LetterKind.SUGGESTION: _suggestion,
}


def _what_happened(facts: LetterFacts, values: Values) -> Wanted:
    """Return what went wrong, what it meant to them, and the apology."""
    not_upheld = facts.finding == "not_upheld"
    sorry = "ours" if facts.finding in _OURS else "not_upheld" if not_upheld else "plain"
    told = "not_upheld" if not_upheld else "happened"
    return (
        (facts.failure_kind in FAILURE_KINDS, Place(f"{told}.{facts.failure_kind}", 0)),
        (facts.happened_again and not not_upheld, Place("came_back", 0)),  # else it was none of our repair
        (facts.second_failure and not facts.happened_again, Place("second_time", 0)),
        (values["costs"], Place("cost", 0, 2 if values["about"] else 1)),
        (values["feeling"], Place("feeling", 0, 3)),
        (True, Place(f"sorry.{sorry}", 0)),
    )


def _gifts(facts: LetterFacts, values: Values, rank: int) -> Wanted:
    return (
        (values["gifts"], Place("gifts", 1, rank)),
        (facts.goodwill and not (values["gifts"] or values["what"]), Place("gifts_unnamed", 1, rank + 2)),
    )


def _done(facts: LetterFacts) -> str:
    """Return what was done, where it is done: a repair that is still to come, or failed, is not."""
    done = facts.entitlement_kind if facts.entitlement_kind in ENTITLEMENTS else "none"
    return "none" if done == "repair" and facts.problem_solved in _NOT_PUT_RIGHT else done


def _next(facts: LetterFacts, values: Values) -> str:
    """Return what happens next; peace that is not known is neither claimed nor denied."""
    if values["day"]:
        return "open" if values["what"] else "open_day"
    return "not_at_peace" if facts.accepts in _NOT_AT_PEACE else "at_peace"


def _reason(facts: LetterFacts) -> str:
    return f"reason.{facts.suggestion_reason}"
