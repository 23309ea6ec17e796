"""Acts on progress slips: what a case tells its customer on paper, at any time."""

import json
from dataclasses import dataclass, replace
from uuid import UUID

from desktop_cs import places
from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.case_code import scan_code
from desktop_cs.cases.promises import Promise, PromiseKind, PromiseState, renewed_key, with_renewed
from desktop_cs.cases.silence import TOLD
from desktop_cs.cases.steps import Step
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Result, of_case
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.step_promises import APPROVAL, CHECKING, NEED, SUGGESTION, key_of
from desktop_cs.desk.trail_work import TrailWork
from desktop_cs.desk.wording_work import WordingWork
from desktop_cs.errors import UserError
from desktop_cs.i18n import LANGUAGES, _, language_in_use
from desktop_cs.letters.addressing import addressed_as
from desktop_cs.letters.templates import load_templates
from desktop_cs.slips.slip import PromiseOnSlip, Slip, is_in_other_script
from desktop_cs.slips.words import SlipWords, load_slip_words


@dataclass(frozen=True, slots=True)
class SlipMark:
    """Words that a customer should better not read, why, and what to write instead, if anything."""

    words: str
    reason: str
    better: str


class SlipWork:
    """What is told on slips; printing one is an honest word of progress."""

    def __init__(self, ground: Ground, wording: WordingWork) -> None:
        self._ground = ground
        self._wording = wording
        self._words: dict[str, SlipWords] = {}

    def slip(self, story: Story) -> Slip:
        """Return what the slip of a case tells as it stands now, in the customer's language.

        Raises:
            UserError: The case was taken in from another program, or was cancelled.
        """
        case, now, settings = story.case, self._ground.clock.now(), self._ground.settings
        if case.imported_from or case.state == "cancelled":
            raise UserError(_("There is no slip for this case: it was taken in from a table, or cancelled."))
        review = story.answers(Step.REVIEW)
        resolution = story.walk.entry(Step.RESOLUTION)
        answer, promises = self._open_promises(story)
        return Slip(
            language=_language_of_slip(case),
            number=case.number,
            code=_code(case),
            at=settings.hours.wall(now),
            shop=settings.name,
            address=settings.address,
            phone=settings.phone,
            customer=self._addressed(story),
            problem=case.one_line,
            in_their_words=_their_words(review.get("in_their_words", "")),
            cause=review.get("cause_told", ""),
            answer=answer,
            remedy=story.remedies.entitlement_kind if resolution.is_passed else "",
            solved=case.problem_solved if resolution.is_passed else "",
            promises=promises,
            kept=self._kept_promises(story),
            prevention=review.get("prevention_told", ""),
            ask_for=self._whom_to_ask(story),
        )

    def pdf(self, story: Story, paper: str) -> bytes:
        """Return the slip as a PDF on "80mm" (a roll), "A4" or "Letter".

        Raises:
            UserError: There is no slip for this case, or no such paper.
            ShopError: The words of slips in this language cannot be used.
        """
        from desktop_cs.paper.slip_sheet import slip_pdf  # noqa: PLC0415 (reportlab only to print)

        slip = replace(self.slip(story), trail=TrailWork(self._ground).anchor_line())
        words, logo = self._words_of(slip.language), self._ground.storage.shop.logo()
        return slip_pdf(slip, words, paper, logo, practice=self._ground.settings.is_practice)

    def marks(self, slip: Slip, customer: Customer | None = None) -> list[SlipMark]:
        """Return what a customer should better not read, in what staff wrote for this slip.

        The customer's own words stay as they are. Staff may have written in their own language. Where the
        form of address of `customer` is known, the name is to stand with it.
        """
        check = self._wording.check((slip.language, language_in_use()), customer)
        found = [
            SlipMark(text[mark.start : mark.end], mark.reason, mark.better)
            for text in slip.written()
            for mark in check.marks(text)
        ]
        return list(dict.fromkeys(found))

    def gaps(self, slip: Slip) -> list[str]:
        """Return a sentence for each thing that the slip cannot tell honestly yet."""
        told = []
        if not slip.cause and slip.answer is None:
            told.append(_("Nothing says what caused it, nor by when you will tell."))
        late = [
            one for one in (*slip.promises, *((slip.answer,) if slip.answer else ())) if slip.is_late(one)
        ]
        if late:
            told.append(_("A promise is late, and the slip says so. Agree a new time first."))
        if not slip.promises and slip.solved not in ("yes", "cannot_be"):
            told.append(_("No promise says by when it is put right."))
        if slip.cause and not slip.prevention:
            told.append(_("Nothing says how it is kept from happening again."))
        sentence = _("“{words}” is not in the customer’s language.")
        told += [
            sentence.format(words=text) for text in slip.written() if is_in_other_script(text, slip.language)
        ]
        return told

    def printed(self, story: Story) -> Result[CaseEvent]:
        """Note that a slip was printed: an honest word of progress counts as a reply of its own."""
        event = CaseEvent(
            story.case.id, self._ground.clock.now(), TOLD, self._ground.actor_id, _("Progress slip printed")
        )
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.cases.add_event(event)
        return Result(event, of_case(story.case.id))

    def _open_promises(self, story: Story) -> tuple[PromiseOnSlip | None, tuple[PromiseOnSlip, ...]]:
        """Return the promise to tell what caused it, if it is open, and all others, the soonest first."""
        checking = _made_by(story, CHECKING)
        left_out = checking | _made_by(story, NEED)
        found = sorted(
            (one for one in story.promises if one.state is PromiseState.OPEN), key=lambda one: one.due_at
        )
        answer = next((one for one in found if one.id in checking), None)
        others = tuple(self._told(one, story) for one in found if one.id not in left_out)
        return (self._told(answer, story) if answer else None), others

    def _kept_promises(self, story: Story) -> tuple[PromiseOnSlip, ...]:
        """Return what was promised and done, in that order; a seat and water is not worth a line."""
        small = _made_by(story, CHECKING) | _made_by(story, NEED)
        kept = [one for one in story.promises if one.state is PromiseState.KEPT and one.id not in small]
        return tuple(
            self._told(one, story) for one in sorted(kept, key=lambda one: one.settled_at or one.due_at)
        )

    def _told(self, promise: Promise, story: Story) -> PromiseOnSlip:
        """Return a promise with the time that was told; words said about an earlier time hold no more."""
        wall = self._ground.settings.hours.wall
        renewed = any(renewed_key(one.id, promise.due_at) == promise.id for one in story.promises)
        about = _about(promise, story)
        return PromiseOnSlip(
            what="" if about else promise.what,
            made=wall(promise.made_at),
            due=wall(promise.due_at),
            told_as="" if renewed else promise.told_as,
            by_whom=promise.by_whom,
            done=wall(promise.settled_at) if promise.settled_at else None,
            about=about,
        )

    def _addressed(self, story: Story) -> str:
        """Return the customer's name with the form of address of their language, or ""."""
        if story.customer is None:
            return ""
        templates = load_templates(places.resources_dir() / "letters", _language_of_slip(story.case))
        return addressed_as(story.customer.name, story.customer.form_of_address, templates)

    def _whom_to_ask(self, story: Story) -> tuple[str, ...]:
        """Return the owner, and the first helper whom the customer knows; nobody who left the shop."""
        here = {one.id: one.name for one in self._ground.storage.shop.staff() if one.active}
        asked = dict.fromkeys((story.case.owner, story.case.first_helper))
        return tuple(here[one] for one in asked if one in here)

    def _words_of(self, language: str) -> SlipWords:
        """Return the words of slips in a language, read once."""
        if language not in self._words:
            self._words[language] = load_slip_words(places.resources_dir() / "slips", language)
        return self._words[language]


def _language_of_slip(case: Case) -> str:
    """Return the customer's language, else the nearest one that there are words of slips for."""
    if case.language_of_letters in LANGUAGES:
        return case.language_of_letters
    return "zh_CN" if case.language_of_letters.startswith("zh") else language_in_use()


def _their_words(stored: str) -> tuple[str, ...]:
    """Return what the customer said, line by line, without who noted it."""
    return tuple(line["text"] for line in json.loads(stored or "[]") if line.get("text"))


def _made_by(story: Story, answer: str) -> set[UUID]:
    """Return the key of the promise that an answer made, and of those that took its place by a new time."""
    return with_renewed({key_of(story.case.id, answer)}, story.promises)


def _about(promise: Promise, story: Story) -> str:
    """Return what a promise is about that the program made in the words of the staff's language, else ""."""
    if promise.kind is PromiseKind.CALLBACK:
        return "callback"
    made = {"approval": APPROVAL, "suggestion": SUGGESTION}
    return next((about for about, answer in made.items() if promise.id in _made_by(story, answer)), "")


def _code(case: Case) -> str:
    """Return the digits of the bars, or "" where the number is too long to be scanned."""
    try:
        return scan_code(case.number)
    except ValueError:
        return ""
