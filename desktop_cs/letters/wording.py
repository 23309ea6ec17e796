"""Make the text of a letter from the facts of a case.

Nothing is quoted, sold or promised that the case does not hold. Which of several ways of saying each thing is
used depends on the seed, so that two letters differ and the same one stays the same.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from desktop_cs.letters.addressing import full_date
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.facts import LetterFacts, PromiseTold, kinds_for, missing_facts
from desktop_cs.letters.gap_values import gap_values
from desktop_cs.letters.outlines import WARMTH, Place, places_of
from desktop_cs.letters.slots import ALWAYS_KNOWN
from desktop_cs.letters.templates import LetterTemplates, load_templates
from desktop_cs.phrases import filled, firm_gaps

__all__ = [
    "LetterFacts",
    "LetterTemplates",
    "PromiseTold",
    "compose",
    "kinds_for",
    "length_of",
    "load_templates",
    "missing_facts",
]

_OPENING_WORDS, _OPENING_SIGNS = 2, 3  # two sentences that begin so alike are noticed
_WORTH_ROOM = (1, 2)  # ranks for whose sake others are said more shortly: what was given, what it cost


def compose(facts: LetterFacts, templates: LetterTemplates, seed: int) -> tuple[Block, ...]:
    """Return the parts of the letter, ready for `letters.letter.Letter`.

    Missing facts are left out, never invented; ask `missing_facts` first.

    Args:
        facts: What the case knows.
        templates: The words of the letter's language and kind.
        seed: Any whole number; another number words it otherwise.
    """
    values = gap_values(facts, templates)
    head, foot = (_frame(end, facts, templates, values, seed) for end in ("head", "foot"))
    places = places_of(facts, values, templates)
    told = _told(places, templates, values, seed, length_of((*head, *foot), templates))
    return (*head, *_paragraphs([*places, WARMTH], told, templates), *foot)


def length_of(blocks: Iterable[Block], templates: LetterTemplates) -> int:
    """Return how long a letter is, in words, or in characters where its language counts so."""
    return sum(_length(block.text, templates) for block in blocks)


def _length(text: str, templates: LetterTemplates) -> int:
    return len("".join(text.split())) if templates.counts_characters else len(text.split())


def _frame(
    end: str, facts: LetterFacts, templates: LetterTemplates, values: Mapping[str, str], seed: int
) -> list[Block]:
    """Return what stands above ("head") or below ("foot") the body, as the language is used to it."""
    words = templates.words["frame"]
    signed = words.get("signer", "{signer}").replace("{signer}", facts.signer) if facts.signer else ""
    blocks = {
        "date": [Block(Role.DATE, full_date(facts.day, facts.country, templates))],
        "salutation": [Block(Role.SALUTATION, _salutation(templates, values, seed))],
        "greeting": [Block(Role.GREETING, words.get("greeting", ""))],
        "closing": _closing(templates, values, seed),
        "signer": [Block(Role.SIGNATURE, signed)],
        "shop": [Block(Role.SIGNATURE, facts.shop)],
    }
    asked = [block for part in templates.lists[f"frame.{end}"] for block in blocks[part]]
    return [block for block in asked if block.text]


def _salutation(templates: LetterTemplates, values: Mapping[str, str], seed: int) -> str:
    knows = "salutation_dear" in templates.sentences and values["dear"]
    slot = "salutation_dear" if knows else "salutation"
    return _chosen(slot if values["name"] else "salutation_nameless", templates, values, seed)[0]


def _closing(templates: LetterTemplates, values: Mapping[str, str], seed: int) -> list[Block]:
    """Return the closing words; after a line break stands what is flush with the margin (敬礼 after 此致)."""
    closing, _break, wish = _chosen("closing", templates, values, seed)[0].partition("\n")
    return [Block(Role.CLOSING, closing), Block(Role.CLOSING_FLUSH, wish)]


def _told(
    places: list[Place], templates: LetterTemplates, values: Mapping[str, str], seed: int, framed: int
) -> dict[str, str]:
    """Return the sentence of each slot that fits; what may be given up is, the last rank first.

    Args:
        places: Every sentence that could be said.
        templates: The words of the language.
        values: What fills the gaps.
        seed: Chooses among the ways of saying it.
        framed: How long the letter is without its body.
    """
    ways = _all_ways([*places, WARMTH], templates, values, seed)
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
        told[WARMTH.slot] = ways[WARMTH.slot][0]
    return told


def _all_ways(
    places: Iterable[Place], templates: LetterTemplates, values: Mapping[str, str], seed: int
) -> dict[str, list[str]]:
    """Return the ways of saying each thing; those that begin like one said before it come last."""
    ways: dict[str, list[str]] = {}
    begun: set[str] = set()
    for place in places:
        found = _chosen(place.slot, templates, values, seed)
        ways[place.slot] = sorted(found, key=lambda way: _opening(way, templates) in begun)
        begun.add(_opening(ways[place.slot][0], templates))
    return ways


def _opening(sentence: str, templates: LetterTemplates) -> str:
    if templates.counts_characters:
        return sentence[:_OPENING_SIGNS]
    return " ".join(sentence.lower().split()[:_OPENING_WORDS])


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
    """Return the ways of saying it with their gaps filled, the one that the seed prefers first.

    A way with a gap that is not known, outside square brackets, is none.
    """
    ways = [
        way
        for way in templates.sentences[slot]
        if all(values[gap] or gap in ALWAYS_KNOWN for gap in firm_gaps(way))
    ]
    chance = sha256(f"{seed} {templates.kind} {slot}".encode()).digest()[:8]
    first = int.from_bytes(chance, "big") % len(ways)
    return [filled(way, values) for way in (*ways[first:], *ways[:first])]


def _paragraphs(places: list[Place], told: Mapping[str, str], templates: LetterTemplates) -> list[Block]:
    space = "" if templates.counts_characters else " "
    bodies: dict[int, list[str]] = {}
    for place in places:
        if place.slot in told:
            bodies.setdefault(place.paragraph, []).append(told[place.slot])
    return [Block(Role.BODY, space.join(bodies[number])) for number in sorted(bodies)]
