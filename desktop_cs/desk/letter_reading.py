"""What is asked about letters: the one of a case, the register, what is due; nothing is changed."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop_cs import places
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.letter_facts import facts_of
from desktop_cs.desk.waiting_reading import letters_due_by
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.facts import LetterFacts, LetterGap, gaps_in
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import LetterLook
from desktop_cs.letters.templates import LetterTemplates, load_templates
from desktop_cs.letters.wording import compose
from desktop_cs.storage.stores.letter_store import RegisterLine
from desktop_cs.storage.uuid7 import uuid7

_MOST_SEARCHED = 5000  # lines of the register that a search looks through
_SEEDS = 2**31


class LetterReading:
    """Questions about letters."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._read: dict[tuple[str, LetterKind], LetterTemplates] = {}

    def of_case(self, story: Story, kind: LetterKind | None = None, *, laser: bool = False) -> LetterRecord:
        """Return the letter of a case: the newest that was kept, else one composed from what is known now.

        Args:
            story: The case.
            kind: Only a letter of this kind; None for any, and a thank-you where none was kept.
            laser: A letter that is composed now will come out of a laser printer.

        Raises:
            UserError: The case was taken in from another program, or was cancelled.
        """
        kept = [
            one
            for one in self._ground.storage.letters.of_case(story.case.id)
            if kind is None or one.kind is kind
        ]
        if kept:
            return kept[-1]
        record = self.composed(story, kind or LetterKind.THANK_YOU)
        return replace(record, look=replace(record.look, laser=laser))

    def composed(
        self, story: Story, kind: LetterKind = LetterKind.THANK_YOU, seed: int | None = None
    ) -> LetterRecord:
        """Return a letter composed anew from the case.

        Args:
            story: The case.
            kind: What it is for.
            seed: Words and strokes follow it; None is the case's own.

        Raises:
            UserError: As in `of_case`.
        """
        case, now = story.case, self._ground.clock.now()
        if case.imported_from or case.state == "cancelled":
            raise UserError(
                _("There is no letter for this case: it was taken in from a table, or cancelled.")
            )
        language = case.language_of_letters
        usual = (case.id.int + list(LetterKind).index(kind)) % _SEEDS
        seed = usual if seed is None else seed % _SEEDS
        look, signature_id = self._usual_look(language, story)
        return LetterRecord(
            id=uuid7(),
            case_id=case.id,
            language=language,
            text_blocks=compose(self._facts(story, kind), self._templates(language, kind), seed),
            seed=seed,
            look=look,
            made_at=now,
            kind=kind,
            signed_by=case.first_helper or case.owner,
            signature_id=signature_id,
        )

    def missing(self, story: Story, kind: LetterKind = LetterKind.THANK_YOU) -> list[str]:
        """Return a sentence for each thing that a letter of this kind still needs to be a good one."""
        return [gap.sentence for gap in self.gaps(story, kind)]

    def gaps(self, story: Story, kind: LetterKind = LetterKind.THANK_YOU) -> list[LetterGap]:
        """Return each thing that a letter of this kind still needs, with the step that asks for it."""
        return gaps_in(self._facts(story, kind))

    def usual_look(self, language: str) -> LetterLook:
        """Return how the shop's letters in a language usually look."""
        settings = self._ground.settings
        return LetterLook(
            hand=settings.letter_hands.get(language, ""),
            pen=settings.letter_pen,
            degree=settings.letter_degree,
            ink=settings.letter_ink,
            paper=settings.letter_paper,
            ruling=settings.letter_ruling,
            signing=settings.letter_signing,
        )

    def kept(self, letter_id: UUID) -> LetterRecord:
        """Return a letter of the register.

        Raises:
            UserError: There is no such one any more.
        """
        record = self._ground.storage.letters.get(letter_id)
        if record is None:
            raise UserError(_("This letter is no longer kept. Go back and open its case."))
        return record

    def others(self, record: LetterRecord) -> list[LetterRecord]:
        """Return the other letters of the same case that were printed; one per case is the rule."""
        kept = self._ground.storage.letters.of_case(record.case_id)
        return [one for one in kept if one.id != record.id and one.printed_at is not None]

    def check_one_per_case(self, record: LetterRecord, *, again: bool = False) -> None:
        """Refuse a second letter of a case, before anything of it leaves the program.

        Args:
            record: The letter.
            again: Though its case had another letter.

        Raises:
            UserError: Its case had another letter; one per case unless one says so.
        """
        if again or record.printed_at is not None:
            return
        others = self.others(record)
        if others:
            day = self._ground.settings.hours.wall(others[-1].printed_at or others[-1].made_at).date()
            sentence = _(
                "This case has had a letter already, on {day}. One letter per case, unless you say so."
            )
            raise UserError(sentence.format(day=day.isoformat()), "again")

    def register(self, text: str = "", limit: int = 200) -> list[RegisterLine]:
        """Return the letters that were kept, newest first.

        Args:
            text: Part of the customer's name, or the number of a case; "" for all.
            limit: At most so many.
        """
        sought = text.strip().casefold()
        if not sought:
            return self._ground.storage.letters.newest(limit)
        lines = self._ground.storage.letters.newest(_MOST_SEARCHED)
        found = [one for one in lines if sought in one.to.casefold() or sought == str(one.case_number)]
        return found[:limit]

    def due(self, day: date | None = None) -> list[UUID]:
        """Return the cases whose letter is due by the end of a day (None is today), oldest first."""
        today = self._ground.settings.hours.wall(self._ground.clock.now()).date()
        return [case.id for case in letters_due_by(self._ground, day or today)]

    def _facts(self, story: Story, kind: LetterKind) -> LetterFacts:
        return replace(facts_of(story, self._ground.settings, self._ground.clock.now()), kind=kind)

    def _usual_look(self, language: str, story: Story) -> tuple[LetterLook, UUID | None]:
        """Return the usual look and the signature it bears: only the signer puts theirs under a letter."""
        look = self.usual_look(language)
        if look.signing != "drawn":
            return look, None
        signer = story.case.first_helper or story.case.owner
        kept = None
        if signer is not None and signer == self._ground.actor_id:
            kept = self._ground.storage.hands.signature_of(signer)
        return (look, kept.id) if kept else (replace(look, signing="written"), None)

    def _templates(self, language: str, kind: LetterKind) -> LetterTemplates:
        """Return the words of letters of a kind in a language, read once."""
        key = (language, kind)
        if key not in self._read:
            self._read[key] = load_templates(places.resources_dir() / "letters", language, kind)
        return self._read[key]
