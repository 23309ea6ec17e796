"""What the case knows that a letter tells, and what is still needed before it can be written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_cs.i18n import _
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.slots import OUTCOMES, REASONS

PUT_RIGHT = ("yes", "partly")  # of `problem_solved`
ACCEPTED = ("gladly", "yes")  # of `customer_accepts`: at peace
WENT_HOME_AS_IT_CAME = ("no_fault_found", "end_of_life", "repairable")  # of `repair_status`


@dataclass(frozen=True, slots=True)
class PromiseTold:
    """A promise as a letter may tell it: what, in the words of the staff, for which day, and whose it is."""

    what: str
    day: date
    by_whom: str = ""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything a letter is made from; it is right without any of them but the first three.

    Ids are those of the forms: `failure_kind`, `cost` (what_it_cost_them), `feelings` (feeling_named),
    `root_cause`, `entitlement_kind`, `accepts` (customer_accepts), `problem_solved`, `finding`,
    `suggestion_outcome`, `suggestion_reason`; `repair_status` is one of the Open Repair Data Standard or
    "no_fault_found".
    Texts typed by staff (`product`, `one_line`, `goodwill`, `extras`, `suggestion`, `work`, promises) are
    used only where they read well in a sentence.

    Args:
        language: "en", "ru", "zh_CN" or "zh_TW".
        day: The day that stands on the letter.
        signer: Who signs.
        kind: What the letter is for.
        customer: Full name or family name.
        form_of_address: "Mrs", "Mr", "先生", "女士", ..., or "".
        country: Of the shop, such as "US"; decides how a date is written.
        happened_on: The day it went wrong.
        told_on: The day they told us.
        suggestion: What the customer suggested; an answer to it names the thing, no letter quotes the words.
        suggestion_promise: When they will hear what became of it.
        prevention: They were told how it is kept from happening again.
        happened_again: It came back after we had put it right and was put right anew.
        is_repair: It was taken in at the repair desk, or a repair is what was owed.
        work: What was done to the device, each as a thing ("new door seal").
        warranty_until: How long we answer for the repair.
    """

    language: str
    day: date
    signer: str
    kind: LetterKind = LetterKind.THANK_YOU
    customer: str = ""
    form_of_address: str = ""
    country: str = ""
    shop: str = ""
    failure_kind: str = ""
    product: str = ""
    one_line: str = ""
    happened_on: date | None = None
    told_on: date | None = None
    cost: tuple[str, ...] = ()
    feelings: tuple[str, ...] = ()
    suggestion: str = ""
    suggestion_outcome: str = ""
    suggestion_reason: str = ""
    suggestion_promise: PromiseTold | None = None
    finding: str = ""
    root_cause: str = ""
    prevention: bool = False
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
    is_repair: bool = False
    work: tuple[str, ...] = ()
    repair_status: str = ""
    warranty_until: date | None = None


def kinds_for(facts: LetterFacts) -> tuple[LetterKind, ...]:
    """Return the kinds of letters that suit a case, the usual one first; none for a case nobody knows yet.

    Thanks are for a matter that is put right, an apology for any failure. A suggestion gets its answer, and a
    device that was mended, or goes home as it came, its good-bye.
    """
    failed, is_over = bool(facts.failure_kind), facts.problem_solved in PUT_RIGHT
    usual = LetterKind.THANK_YOU if is_over and facts.accepts != "no" else LetterKind.SORRY
    other = LetterKind.SORRY if usual is LetterKind.THANK_YOU else LetterKind.THANK_YOU
    goes_home = facts.is_repair and (is_over or facts.repair_status in WENT_HOME_AS_IT_CAME)
    suiting = (
        (goes_home and not failed, LetterKind.GOOD_BYE),
        (failed, usual),
        (failed, other),
        (facts.suggestion.strip(), LetterKind.SUGGESTION),
        (goes_home and failed, LetterKind.GOOD_BYE),
    )
    return tuple(kind for suits, kind in suiting if suits)


@dataclass(frozen=True, slots=True)
class LetterGap:
    """A fact that a letter still needs.

    Args:
        sentence: What to do about it.
        step: Where it is answered: "review" or "resolution"; "" is the case as a whole.
    """

    sentence: str
    step: str = ""


def missing_facts(facts: LetterFacts) -> list[str]:
    """Return a sentence for each fact that the letter still needs; none when it can be written."""
    return [gap.sentence for gap in gaps_in(facts)]


def gaps_in(facts: LetterFacts) -> list[LetterGap]:
    """Return each fact that the letter still needs with the step that asks for it."""
    of_kind = {
        LetterKind.THANK_YOU: _for_thanks,
        LetterKind.SORRY: _for_an_apology,
        LetterKind.SUGGESTION: _for_an_answer,
        LetterKind.GOOD_BYE: _for_a_good_bye,
    }
    needed = (
        (facts.customer.strip(), LetterGap(_("Who is the letter to? Add the customer's name."))),
        (facts.signer.strip(), LetterGap(_("Who signs it? A letter comes from a person."))),
        *of_kind[facts.kind](facts),
    )
    return [gap for known, gap in needed if not known]


_Needed = Iterable[tuple[object, LetterGap]]
_REVIEW, _RESOLUTION = "review", "resolution"


def _for_thanks(facts: LetterFacts) -> _Needed:
    done = facts.entitlement_kind or facts.goodwill or facts.extras or facts.promises_kept
    return (
        _what_went_wrong(facts),
        (done, LetterGap(_("What was done for them? Note it in Resolution."), _RESOLUTION)),
        _who_helped(facts),
        _something_of_theirs(facts),
    )


def _for_an_apology(facts: LetterFacts) -> _Needed:
    is_over = facts.problem_solved in (*PUT_RIGHT, "cannot_be")
    return (
        _what_went_wrong(facts),
        _put_right_by_now(facts.problem_solved),
        (
            is_over or facts.promises_open,
            LetterGap(
                _("What happens next, and by when? Add a promise with its day in Resolution."), _RESOLUTION
            ),
        ),
        _something_of_theirs(facts),
    )


def _for_an_answer(facts: LetterFacts) -> _Needed:
    outcome, reason = facts.suggestion_outcome, facts.suggestion_reason
    return (
        (facts.suggestion.strip(), LetterGap(_("What did they suggest? Note it in Review."), _REVIEW)),
        (
            outcome in OUTCOMES,
            LetterGap(
                _("What became of the suggestion? Choose it in Review, below the suggestion."), _REVIEW
            ),
        ),
        (
            outcome != "not_now" or reason in REASONS,
            LetterGap(_("Why not for now? Choose the reason in Review, below the suggestion."), _REVIEW),
        ),
        (
            outcome != "looking" or facts.suggestion_promise,
            LetterGap(_("By when will they hear? Give the promise to answer their suggestion a new time.")),
        ),
    )


def _for_a_good_bye(facts: LetterFacts) -> _Needed:
    came_home = facts.work or facts.repair_status in WENT_HOME_AS_IT_CAME
    return (
        (facts.product.strip(), LetterGap(_("Which device goes home? Name the product in Review."), _REVIEW)),
        _put_right_by_now(facts.problem_solved != "not_yet"),
        (
            came_home,
            LetterGap(_("What was done to it? Note the work in Resolution, below the repair."), _RESOLUTION),
        ),
        _who_helped(facts),
    )


def _what_went_wrong(facts: LetterFacts) -> tuple[object, LetterGap]:
    return facts.failure_kind, LetterGap(_("What went wrong? Choose it in Review."), _REVIEW)


def _put_right_by_now(known: object) -> tuple[object, LetterGap]:
    return known, LetterGap(_("Is it put right by now? Say so in Resolution."), _RESOLUTION)


def _who_helped(facts: LetterFacts) -> tuple[object, LetterGap]:
    return facts.first_helper.strip(), LetterGap(_("Who helped them? Name the first helper."))


def _something_of_theirs(facts: LetterFacts) -> tuple[object, LetterGap]:
    sentence = _(
        "Add something only this customer knows: the product, the day, what it cost or how they felt."
    )
    return facts.product or facts.happened_on or facts.cost or facts.feelings, LetterGap(sentence, _REVIEW)
