"""What the case knows that a letter tells, and what is still needed before it can be written."""

from dataclasses import dataclass
from datetime import date

from desktop_cs.i18n import _


@dataclass(frozen=True, slots=True)
class PromiseTold:
    """A promise as a letter may tell it: what, in the words of the staff, and the day it is for."""

    what: str
    day: date


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything a letter is made from; it is right without any of them but the first three.

    Ids are those of the forms: `failure_kind`, `cost` (what_it_cost_them), `feelings` (feeling_named),
    `entitlement_kind`, `accepts` (customer_accepts), `problem_solved`, `finding`.
    Texts typed by staff (`product`, `one_line`, `goodwill`, `extras`, promises) are used only where they read
    well in a sentence.

    Args:
        language: "en" or "zh_CN".
        day: The day that stands on the letter.
        signer: Who signs.
        customer: Full name or family name.
        form_of_address: "Mrs", "Mr", "先生", "女士", ..., or "".
        country: Of the customer, such as "US"; decides how a date is written.
        happened_on: The day it went wrong.
        suggestion: What the customer suggested; thanked for, never quoted.
        happened_again: It came back after we had put it right and was put right anew.
    """

    language: str
    day: date
    signer: str
    customer: str = ""
    form_of_address: str = ""
    country: str = ""
    shop: str = ""
    failure_kind: str = ""
    product: str = ""
    one_line: str = ""
    happened_on: date | None = None
    cost: tuple[str, ...] = ()
    feelings: tuple[str, ...] = ()
    suggestion: str = ""
    finding: str = ""
    entitlement_kind: str = ""
    goodwill: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    first_helper: str = ""
    promises_kept: tuple[PromiseTold, ...] = ()
    promises_open: tuple[PromiseTold, ...] = ()
    accepts: str = ""
    problem_solved: str = ""
    second_failure: bool = False
    happened_again: bool = False


def missing_facts(facts: LetterFacts) -> list[str]:
    """Return a sentence for each fact that the letter still needs; none when it can be written."""
    needed = (
        (facts.customer, _("Who is the letter to? Add the customer's name.")),
        (facts.signer, _("Who signs it? A letter comes from a person.")),
        (facts.failure_kind, _("What went wrong? Choose it in Review.")),
        (_done(facts), _("What was done for them? Note it in Resolution.")),
        (facts.first_helper, _("Who helped them? Name the first helper.")),
        (
            _personal(facts),
            _("Add something only this customer knows: the product, the day, what it cost or how they felt."),
        ),
    )
    return [sentence for known, sentence in needed if not known]


def _done(facts: LetterFacts) -> bool:
    return bool(facts.entitlement_kind or facts.goodwill or facts.extras or facts.promises_kept)


def _personal(facts: LetterFacts) -> bool:
    return bool(facts.product or facts.happened_on or facts.cost or facts.feelings)
