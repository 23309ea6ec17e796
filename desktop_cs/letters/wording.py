"""Make the text of a thank-you letter from the facts of a case.

The letter thanks, names what they told us in our words, says sorry plainly, says what was done and who
helped, and what happens next. Nothing is quoted, sold or promised that the case does not hold. Which of
several ways of saying each thing is used depends on the seed, so that two letters differ and the same one
stays the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from desktop_cs.letters.addressing import addressed_as, full_date, near_date
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.facts import LetterFacts, PromiseTold, missing_facts
from desktop_cs.letters.free_text import means_several, named_gift, named_matter, named_thing
from desktop_cs.letters.templates import ENTITLEMENTS, FAILURE_KINDS, LetterTemplates, load_templates
from desktop_cs.phrases import filled

__all__ = [
    "LetterFacts",
    "LetterTemplates",
    "PromiseTold",
    "compose",
    "length_of",
    "load_templates",
    "missing_facts",
]

_AT_PEACE = ("gladly", "yes")
_NOT_AT_PEACE = ("reluctantly", "no")
_NOT_PUT_RIGHT = ("not_yet", "cannot_be")
_OURS = ("upheld", "partly_upheld")
_MOST_GIFTS = 2  # more would read like a bill


@dataclass(frozen=True, slots=True)
class _Place:
    """One sentence of the letter: where it stands, and how early it is given up (0: never)."""

    slot: str
    paragraph: int
    rank: int = 0


_WORTH_ROOM = (1, 2)  # ranks for whose sake others are said more shortly: what was given, what it cost
_WARMTH = _Place("warmth", 2, 9)  # only where the letter would be too short without it


def compose(facts: LetterFacts, templates: LetterTemplates, seed: int) -> tuple[Block, ...]:
    """Return the parts of the letter, ready for `letters.letter.Letter`.

    Missing facts are left out, never invented; ask `missing_facts` first.

    Args:
        facts: What the case knows.
        templates: The words of the letter's language.
        seed: Any whole number; another number words it otherwise.
    """
    values = _values(facts, templates)
    head, foot = _frame(facts, templates, values, seed)
    places = [*_opening(facts, values), *_middle(facts, values), *_ending(facts, values)]
    told = _told(places, templates, values, seed, length_of((*head, *foot), templates))
    return (*head, *_paragraphs([*places, _WARMTH], told, templates), *foot)


def length_of(blocks: Iterable[Block], templates: LetterTemplates) -> int:
    """Return how long a letter is, in words, or in characters where its language counts so."""
    return sum(_length(block.text, templates) for block in blocks)


def _length(text: str, templates: LetterTemplates) -> int:
    return len("".join(text.split())) if templates.counts_characters else len(text.split())


def _values(facts: LetterFacts, templates: LetterTemplates) -> dict[str, str]:
    """Return what fills the gaps; "" for what is not known or does not read well."""
    product = named_thing(facts.product, templates)
    words = templates.words
    named = words["thing"]["known"].replace("{product}", product) if product else ""
    thing = words["thing"]["again" if named and not means_several(product, templates) else "unknown"]
    who = (
        words["who"]["named"].replace("{helper}", facts.first_helper)
        if facts.first_helper
        else words["who"]["us"]
    )
    if facts.first_helper and facts.first_helper == facts.signer:
        who = words["who"]["me"]
    gifts = list(filter(None, (named_gift(gift, templates) for gift in (*facts.extras, *facts.goodwill))))
    open_promise = facts.promises_open[0] if facts.promises_open else None
    kept = facts.promises_kept[-1] if facts.promises_kept else None
    return {
        "thing": thing,
        "Thing": _with_capital(thing),
        "about": _about(facts, named, templates),
        "when": near_date(facts.happened_on, facts.country, templates) if facts.happened_on else "",
        "who": who,
        "Who": _with_capital(who),
        "costs": _joined([words["costs"].get(cost, "") for cost in facts.cost], templates, "cost_"),
        "feeling": _joined([words["feelings"].get(feeling, "") for feeling in facts.feelings], templates),
        "gifts": _joined(gifts[:_MOST_GIFTS], templates),
        "gift": gifts[0] if gifts else "",
        "what": named_gift(open_promise.what, templates) if open_promise else "",
        "day": near_date(open_promise.day, facts.country, templates) if open_promise else "",
        "kept_day": near_date(kept.day, facts.country, templates) if kept else "",
        "name": addressed_as(facts.customer, facts.form_of_address, templates),
    }


def _about(facts: LetterFacts, thing: str, templates: LetterTemplates) -> str:
    """Return what they came about: the product, or the line of the case where it reads well in a sentence."""
    line = "" if thing else named_matter(facts.one_line, templates)
    return templates.words["thing"]["one_line"].replace("{line}", line) if line else thing


def _joined(words: list[str], templates: LetterTemplates, kind: str = "") -> str:
    """Return the words as one phrase; a language may join some kinds in their own way."""
    words = list(dict.fromkeys(word for word in words if word))
    join = templates.words["join"]
    comma, last = (join.get(f"{kind}{name}", join[name]) for name in ("comma", "last"))
    return last.join([comma.join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _frame(
    facts: LetterFacts, templates: LetterTemplates, values: Mapping[str, str], seed: int
) -> tuple[list[Block], list[Block]]:
    """Return what stands above and below the body, as the language is used to it."""
    day = Block(Role.DATE, full_date(facts.day, facts.country, templates))
    slot = "salutation" if values["name"] else "salutation_nameless"
    salutation = Block(Role.SALUTATION, _chosen(slot, templates, values, seed)[0])
    signed = [Block(Role.SIGNATURE, line) for line in (facts.signer, facts.shop) if line]
    closing = Block(Role.CLOSING, _chosen("closing", templates, values, seed)[0])
    if templates.counts_characters:
        greeting = Block(Role.GREETING, templates.words["address"]["greeting"])
        wish = Block(Role.CLOSING_FLUSH, templates.words["address"]["wish"])
        return [salutation, greeting], [closing, wish, *reversed(signed), day]
    return [day, salutation], [closing, *signed]


def _opening(facts: LetterFacts, values: Mapping[str, str]) -> list[_Place]:
    """Return thanks, what went wrong and the apology."""
    not_upheld = facts.finding == "not_upheld"
    sorry = "ours" if facts.finding in _OURS else "not_upheld" if not_upheld else "plain"
    wanted = [
        (values["about"], _Place("thanks_about", 0)),
        (not values["about"], _Place("thanks", 0)),
        (
            facts.failure_kind in FAILURE_KINDS,
            _Place(f"{'not_upheld' if not_upheld else 'happened'}.{facts.failure_kind}", 0),
        ),
        (facts.happened_again and not not_upheld, _Place("came_back", 0)),  # else it was none of our repair
        (facts.second_failure and not facts.happened_again, _Place("second_time", 0)),
        (values["costs"], _Place("cost", 0, 2 if values["about"] else 1)),
        (values["feeling"], _Place("feeling", 0, 3)),
        (True, _Place(f"sorry.{sorry}", 0)),
    ]
    return [place for asked, place in wanted if asked]


def _middle(facts: LetterFacts, values: Mapping[str, str]) -> list[_Place]:
    """Return what was done and who helped."""
    done = facts.entitlement_kind if facts.entitlement_kind in ENTITLEMENTS else "none"
    if done == "repair" and facts.problem_solved in _NOT_PUT_RIGHT:
        done = "none"  # the repair is still to come, or failed: nothing is told as done that is not
    wanted = [
        (True, _Place(f"done.{done}", 1)),
        (values["gifts"], _Place("gifts", 1, 1)),
        (facts.goodwill and not values["gifts"], _Place("gifts_unnamed", 1, 3)),
        (values["kept_day"], _Place("kept", 1, 5)),
    ]
    return [place for asked, place in wanted if asked]


def _ending(facts: LetterFacts, values: Mapping[str, str]) -> list[_Place]:
    """Return what happens next and the last words; peace that is not known is neither claimed nor denied."""
    step = "not_at_peace" if facts.accepts in _NOT_AT_PEACE else "at_peace"
    if values["day"]:
        step = "open" if values["what"] else "open_day"
    put_right = facts.accepts in _AT_PEACE and facts.problem_solved not in _NOT_PUT_RIGHT
    mood = "at_peace" if put_right else "not_at_peace"
    wanted = [
        (True, _Place(f"next.{step}", 2)),
        (facts.suggestion.strip(), _Place("suggestion", 2, 4)),
        (True, _Place(f"close.{mood}", 2)),
    ]
    return [place for asked, place in wanted if asked]


def _told(
    places: list[_Place], templates: LetterTemplates, values: Mapping[str, str], seed: int, framed: int
) -> dict[str, str]:
    """Return the sentence of each slot that fits; what may be given up is, the last rank first.

    Args:
        places: Every sentence that could be said.
        templates: The words of the language.
        values: What fills the gaps.
        seed: Chooses among the ways of saying it.
        framed: How long the letter is without its body.
    """
    ways = {place.slot: _chosen(place.slot, templates, values, seed) for place in [*places, _WARMTH]}
    room = templates.most - framed
    told = {place.slot: ways[place.slot][0] for place in places if place.rank == 0}
    told = _shortened(told, ways, room, templates)
    for place in sorted((place for place in places if place.rank), key=lambda place: place.rank):
        for sentence in ways[place.slot]:
            longer = {**told, place.slot: sentence}
            if place.rank in _WORTH_ROOM:
                longer = _shortened(longer, ways, room, templates)
            if _total(longer, templates) <= room:
                told = longer
                break
    if framed + _total(told, templates) < templates.least:
        told[_WARMTH.slot] = ways[_WARMTH.slot][0]
    return told


def _total(told: Mapping[str, str], templates: LetterTemplates) -> int:
    return sum(_length(sentence, templates) for sentence in told.values())


def _shortened(
    told: Mapping[str, str], ways: Mapping[str, list[str]], room: int, templates: LetterTemplates
) -> dict[str, str]:
    """Return the sentences, as few as need be said in another way, so that they fit if they can."""
    shorter = dict(told)
    shortest = {slot: min(_length(way, templates) for way in ways[slot]) for slot in told}
    for slot in sorted(told, key=lambda slot: shortest[slot] - _length(told[slot], templates)):
        excess = _total(shorter, templates) - room
        if excess <= 0:
            break
        enough = max(shortest[slot], _length(told[slot], templates) - excess)
        shorter[slot] = next(way for way in ways[slot] if _length(way, templates) <= enough)
    return shorter


def _chosen(slot: str, templates: LetterTemplates, values: Mapping[str, str], seed: int) -> list[str]:
    """Return the ways of saying it with their gaps filled, the one that the seed prefers first."""
    ways = templates.sentences[slot]
    first = int.from_bytes(sha256(f"{seed} {slot}".encode()).digest()[:8], "big") % len(ways)
    return [filled(way, values) for way in (*ways[first:], *ways[:first])]


def _paragraphs(places: list[_Place], told: Mapping[str, str], templates: LetterTemplates) -> list[Block]:
    space = "" if templates.counts_characters else " "
    bodies: dict[int, list[str]] = {}
    for place in places:
        if place.slot in told:
            bodies.setdefault(place.paragraph, []).append(told[place.slot])
    return [Block(Role.BODY, space.join(bodies[number])) for number in sorted(bodies)]
