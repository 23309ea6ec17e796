"""Invented facts for letters of many cases, shared by the tests of single languages."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_cs.cases.failure_kinds import FAILURE_KINDS
from desktop_cs.letters.facts import LetterFacts, PromiseTold
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.slots import ENTITLEMENTS, OUTCOMES, REASONS, ROOT_CAUSES

COSTS = ("time", "money", "plans", "trust", "health", "face")
FEELINGS = ("angry", "let_down", "worried", "embarrassed", "treated_unfairly", "tired_of_it")


@dataclass(frozen=True, slots=True)
class Typed:
    """What staff of a shop may have typed in one language."""

    customers: Sequence[tuple[str, str]]
    staff: Sequence[str]
    shop: str
    products: Sequence[str]
    gifts: Sequence[str]
    promises: Sequence[str]
    work: Sequence[str]
    ideas: Sequence[str]


def cases(language: str, typed: Typed, count: int, seed: int = 0) -> Iterator[LetterFacts]:
    """Yield facts of every kind of letter, with much and with little known, in a fixed order."""
    chance = random.Random(f"{language} {seed}")
    for number in range(count):
        kind = list(LetterKind)[number % len(LetterKind)]
        yield LetterFacts(
            language=language,
            day=date(2026, 11, 22),
            kind=kind,
            failure_kind=FAILURE_KINDS[number % len(FAILURE_KINDS)],
            entitlement_kind=ENTITLEMENTS[number % len(ENTITLEMENTS)],
            **_people(typed, chance),
            **_told(typed, chance),
            **_result(typed, chance),
        )


def _people(typed: Typed, chance: random.Random) -> Mapping[str, object]:
    customer, form = chance.choice(typed.customers)
    return {
        "customer": customer,
        "form_of_address": form,
        "signer": chance.choice(typed.staff),
        "first_helper": chance.choice((*typed.staff, "")),
        "shop": chance.choice((typed.shop, "")),
    }


def _told(typed: Typed, chance: random.Random) -> Mapping[str, object]:
    return {
        "product": chance.choice((*typed.products, "")),
        "happened_on": chance.choice((None, date(2026, 11, 9))),
        "cost": tuple(chance.sample(COSTS, chance.randint(0, 2))),
        "feelings": tuple(chance.sample(FEELINGS, chance.randint(0, 2))),
        "suggestion": chance.choice((*typed.ideas, "")),
        "finding": chance.choice(("", "upheld", "partly_upheld", "not_upheld")),
        "second_failure": chance.random() < 0.5,
        "happened_again": chance.random() < 0.5,
    }


def _result(typed: Typed, chance: random.Random) -> Mapping[str, object]:
    def promises(day: date) -> tuple[PromiseTold, ...]:
        told = PromiseTold(chance.choice(typed.promises), day, chance.choice(typed.staff))
        return chance.choice(((), (told,)))

    return {
        "suggestion_outcome": chance.choice(OUTCOMES),
        "suggestion_reason": chance.choice(REASONS),
        "suggestion_promise": next(iter(promises(date(2026, 12, 10))), None),
        "root_cause": chance.choice((*ROOT_CAUSES, "")),
        "prevention": chance.random() < 0.5,
        "goodwill": tuple(chance.sample(typed.gifts, chance.randint(0, 2))),
        "extras": tuple(chance.sample(typed.gifts, chance.randint(0, 2))),
        "promises_kept": promises(date(2026, 11, 13)),
        "promises_open": promises(date(2026, 12, 1)),
        "accepts": chance.choice(("gladly", "yes", "reluctantly", "no", "not_asked_yet", "")),
        "problem_solved": chance.choice(("yes", "partly", "not_yet", "cannot_be", "")),
        "is_repair": True,
        "work": tuple(chance.sample(typed.work, chance.randint(0, 2))),
        "repair_status": chance.choice(("fixed", "no_fault_found", "end_of_life", "")),
        "warranty_until": chance.choice((None, date(2026, 12, 30), date(2027, 2, 22))),
    }
