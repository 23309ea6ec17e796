"""Acts on letters: made from a case, changed, printed, posted; kept so that a reprint is the same."""

from collections.abc import Sequence
from dataclasses import fields, replace
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.desk import letter_files
from desktop_cs.desk.changes import Result, of_case
from desktop_cs.desk.letter_reading import LetterReading
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.letter import Letter
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import OWN, LetterLook

if TYPE_CHECKING:
    from desktop_cs.paper.letter_sheet import Extras


class LetterWork(LetterReading):
    """Acts on letters; each is one transaction and says what it changed."""

    def pdf(self, record: LetterRecord, shift_mm: tuple[float, float] = (0.0, 0.0)) -> bytes:
        """Return the letter as a PDF of one page.

        Args:
            record: The letter.
            shift_mm: How far this PC's printer wants text-only letters moved, to the right and down.

        Raises:
            UserError: It does not fit the page, or holds what no hand can write.
        """
        return letter_files.as_pdf(_letter(record), record.look, self.extras(record, shift_mm))

    def svg(self, record: LetterRecord) -> bytes:
        """Return the letter as single lines for a pen plotter; raises as `pdf` does."""
        return letter_files.as_svg(_letter(record), record.look, self.extras(record))

    def png(self, record: LetterRecord) -> bytes:
        """Return the letter as a picture; raises as `pdf` does."""
        return letter_files.as_png(_letter(record), record.look, self.extras(record))

    def extras(self, record: LetterRecord, shift_mm: tuple[float, float] = (0.0, 0.0)) -> "Extras":
        """Return what the letter takes besides its look: an own hand, a signature, the mark of practice."""
        from desktop_cs.letters.hand.hand_pack import HandPack  # noqa: PLC0415 (needs numpy, slow to import)
        from desktop_cs.letters.hand.signature import Signature  # noqa: PLC0415 (as above)
        from desktop_cs.paper.letter_sheet import Extras  # noqa: PLC0415 (reportlab only to print)

        hands = self._ground.storage.hands
        own = hands.hand(UUID(hex=record.look.hand[len(OWN) :])) if record.look.hand.startswith(OWN) else None
        drawn = None
        if record.look.signing == "drawn" and record.signature_id is not None:
            drawn = hands.signature(record.signature_id)
        return Extras(
            own=HandPack.from_bytes(own.pack) if own else None,
            signature=Signature.from_text(drawn.strokes) if drawn else None,
            signer=self._signed_as(record) if drawn else "",
            shift_mm=shift_mm,
            practice=self._ground.settings.is_practice,
        )

    def rewrite(self, record: LetterRecord, blocks: Sequence[Block]) -> Result[LetterRecord]:
        """Keep the letter with its words changed."""
        return self._kept(replace(record, text_blocks=tuple(blocks)))

    def restyle(self, record: LetterRecord, look: LetterLook) -> Result[LetterRecord]:
        """Keep the letter with another look.

        Raises:
            UserError: It would take somebody else's hand or signature.
        """
        signature_id = self._signature_for(record, look)
        self._check_own_hand(record, look)
        return self._kept(replace(record, look=look, signature_id=signature_id))

    def printed(self, record: LetterRecord, *, again: bool = False) -> Result[LetterRecord]:
        """Keep the letter as it was printed or saved, so that a reprint is identical.

        Args:
            record: The letter.
            again: Though its case had another letter.

        Raises:
            UserError: Its case had another letter; one per case unless one says so.
        """
        digest = sha256(self.pdf(record)).hexdigest()
        kept = replace(record, printed_at=self._ground.clock.now(), digest=digest)
        with self._ground.storage.transaction(self._ground.actor_id):  # two windows may print at once
            self.check_one_per_case(record, again=again)
            self._ground.storage.letters.save(kept, "letter.printed")
        return Result(kept, of_case(record.case_id))

    def is_as_printed(self, record: LetterRecord) -> bool:
        """Return whether the letter would come out to the byte as it was printed; true before it was.

        A letter that was printed when no digests were kept is not: its strokes are others now.
        """
        return record.printed_at is None or sha256(self.pdf(record)).hexdigest() == record.digest

    def posted(self, record: LetterRecord) -> Result[LetterRecord]:
        """Note that the letter left the shop."""
        return self._kept(replace(record, posted_at=self._ground.clock.now()), "letter.posted")

    def undo(self, before: LetterRecord, after: LetterRecord) -> Result[LetterRecord]:
        """Take back what an act changed; what was done to the letter besides stays.

        Args:
            before: The letter before the act.
            after: The letter as the act kept it.

        Raises:
            UserError: It was changed or printed since, so that more than the act would be lost.
        """
        now = self.kept(before.id)
        acted = [one.name for one in fields(before) if getattr(before, one.name) != getattr(after, one.name)]
        if any(getattr(now, name) != getattr(after, name) for name in acted):
            raise UserError(_("This letter was changed since, so it stays as it is now."))
        if now.printed_at != after.printed_at and acted != ["posted_at"]:
            raise UserError(_("This letter was printed, so it stays as it is on paper."))
        return self._kept(replace(now, **{name: getattr(before, name) for name in acted}), "letter.undone")

    def discard(self, record: LetterRecord) -> Result[None]:
        """Remove a letter that was not printed; its case composes one anew.

        Raises:
            UserError: It was printed: what a customer holds in the hand stays in the register. Or it was
                changed since.
        """
        now = self.kept(record.id)
        if now.printed_at is not None:
            raise UserError(_("This letter was printed, so it stays in the register."))
        if now != record:
            raise UserError(_("This letter was changed since, so it stays as it is now."))
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.letters.forget(record.id)
        return Result(None, of_case(record.case_id))

    def _signature_for(self, record: LetterRecord, look: LetterLook) -> UUID | None:
        if look.signing != "drawn":
            return None
        if record.look.signing == "drawn" and record.signature_id is not None:
            return record.signature_id
        if record.signed_by is None or record.signed_by != self._ground.actor_id:
            raise UserError(_("Only the person who signs can put their own signature under it."), "signing")
        kept = self._ground.storage.hands.signature_of(record.signed_by)
        if kept is None:
            raise UserError(_("You have no signature here yet. Draw it under “My own hand”."), "signing")
        return kept.id

    def _signed_as(self, record: LetterRecord) -> str:
        """Return the words that the signature stands for: the name of the signer, never that of the shop."""
        names = [one.name for one in self._ground.storage.shop.staff() if one.id == record.signed_by]
        lines = [block.text for block in record.text_blocks if block.role is Role.SIGNATURE]
        named = [name for name in names for line in lines if name in line]
        others = [line for line in lines if line != self._ground.settings.name]  # the name was changed since
        return next(iter(named + others), "")

    def _check_own_hand(self, record: LetterRecord, look: LetterLook) -> None:
        if not look.hand.startswith(OWN) or look.hand == record.look.hand:
            return
        hand = self._ground.storage.hands.hand(UUID(hex=look.hand[len(OWN) :]))
        if hand is None or hand.staff_id != self._ground.actor_id:
            raise UserError(_("Only the person whose hand it is writes with it."), "hand")

    def _kept(self, record: LetterRecord, deed: str = "letter.saved") -> Result[LetterRecord]:
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.letters.save(record, deed)
        return Result(record, of_case(record.case_id))


def _letter(record: LetterRecord) -> Letter:
    return Letter(record.language, record.text_blocks, record.seed)
