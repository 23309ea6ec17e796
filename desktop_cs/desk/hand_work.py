"""Acts on a person's own hand and signature; only they themselves change them."""

from dataclasses import replace
from uuid import UUID

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.signature import Signature
from desktop_cs.letters.letter_record import KeptSignature, OwnHand
from desktop_cs.letters.look import OWN
from desktop_cs.storage.uuid7 import uuid7

_LONGEST_NAME = 60


class HandWork:
    """Acts on own hands and signatures; each is one transaction."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def own_hands(self) -> list[OwnHand]:
        """Return the hands of the person who acts, oldest first."""
        actor = self._ground.actor_id
        return self._ground.storage.hands.hands_of(actor) if actor else []

    def save_own_hand(self, name: str, pack: bytes, hand: OwnHand | None = None) -> Result[OwnHand]:
        """Keep a hand of the person who acts.

        What was written with the hand before keeps it: then a changed pack is a new hand, and the old one is
        no longer offered. A hand that no letter was written with is written over.

        Args:
            name: What they call it.
            pack: The pack of its pen strokes.
            hand: The hand that it takes the place of, or None.

        Raises:
            UserError: Nobody acts, the name is empty, or the hand is somebody else's.
        """
        called = " ".join(name.split())[:_LONGEST_NAME]
        if not called:
            raise UserError(_("Give your hand a name, such as “My round hand”."), "name")
        kept = OwnHand(uuid7(), self._owner(), called, pack, self._ground.clock.now())
        if hand is not None and (hand.pack == pack or not self._has_letters(self._mine(hand))):
            kept = replace(self._mine(hand), name=called, pack=pack)
        with self._ground.storage.transaction(self._ground.actor_id):
            if hand is not None and kept.id != hand.id:
                self._ground.storage.hands.save_hand(replace(self._mine(hand), in_use=False))
            self._ground.storage.hands.save_hand(kept)
        return Result(kept, Changes(settings=True))

    def remove_own_hand(self, hand_id: UUID) -> Result[OwnHand]:
        """Offer a hand no longer; letters that were written with it can be printed again all the same.

        Raises:
            UserError: There is no such one, or it is somebody else's.
        """
        hand = self._ground.storage.hands.hand(hand_id)
        if hand is None:
            raise UserError(_("This hand is no longer kept."))
        return self._saved(replace(self._mine(hand), in_use=False))

    def undo_removal(self, hand: OwnHand) -> Result[OwnHand]:
        """Offer a hand again that was just removed."""
        return self._saved(replace(self._mine(hand), in_use=True))

    def signature_of(self, staff_id: UUID) -> Signature | None:
        """Return the signature that a person uses, or None."""
        kept = self._ground.storage.hands.signature_of(staff_id)
        return Signature.from_text(kept.strokes) if kept else None

    def save_signature(self, signature: Signature) -> Result[KeptSignature]:
        """Keep the signature of the person who acts; the one before stays under the letters that bear it.

        Raises:
            UserError: Nobody acts.
        """
        kept = KeptSignature(uuid7(), self._owner(), signature.to_text(), self._ground.clock.now())
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.hands.save_signature(kept)
        return Result(kept, Changes(settings=True))

    def remove_signature(self) -> Result[KeptSignature | None]:
        """Put the signature of the person who acts under no new letter, and return it.

        Raises:
            UserError: Nobody acts.
        """
        with self._ground.storage.transaction(self._ground.actor_id):
            removed = self._ground.storage.hands.put_away_signature(self._owner())
        return Result(removed, Changes(settings=True))

    def undo_signature_removal(self, removed: KeptSignature) -> Result[KeptSignature]:
        """Use a signature again that was just removed.

        Raises:
            UserError: Somebody else acts by now: nobody gets another person's signature.
        """
        if removed.staff_id != self._owner():
            raise UserError(_("Only the person whose signature it is brings it back."))
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.hands.save_signature(removed)
        return Result(removed, Changes(settings=True))

    def _saved(self, hand: OwnHand) -> Result[OwnHand]:
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.hands.save_hand(hand)
        return Result(hand, Changes(settings=True))

    def _has_letters(self, hand: OwnHand) -> bool:
        return self._ground.storage.letters.are_written_with(OWN + hand.id.hex)

    def _owner(self) -> UUID:
        if self._ground.actor_id is None:
            raise UserError(_("Say first who you are: tap your name at the bottom left."))
        return self._ground.actor_id

    def _mine(self, hand: OwnHand) -> OwnHand:
        if hand.staff_id != self._owner():
            raise UserError(_("Only the person whose hand it is changes it."))
        return hand
