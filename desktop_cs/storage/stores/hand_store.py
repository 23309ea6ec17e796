"""Keep the hands and signatures that people of the shop wrote themselves."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from desktop_cs.letters.letter_record import KeptSignature, OwnHand
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.later_records import OwnHandRow, SignatureRow
from desktop_cs.storage.tables.rows import row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, upsert_sql

_HANDS_OF = Statement(
    lambda: (
        OwnHandRow.select().where(OwnHandRow.staff_id == GIVEN).order_by(OwnHandRow.made_at, OwnHandRow.id)
    )
)
_HAND = Statement(lambda: OwnHandRow.select().where(OwnHandRow.id == GIVEN))
_SIGNATURES_OF = Statement(
    lambda: (
        SignatureRow.select()
        .where(SignatureRow.staff_id == GIVEN)
        .order_by(SignatureRow.made_at, SignatureRow.id)
    )
)
_SIGNATURE = Statement(lambda: SignatureRow.select().where(SignatureRow.id == GIVEN))
_NOT_IN_VALUE = frozenset({"shop_id"})


class HandStore:
    """Own hands and signatures in the file of one shop; what was written with them keeps them."""

    def __init__(self, file: ShopFile, trail: Trail) -> None:
        self._file = file
        self._trail = trail

    def save_hand(self, hand: OwnHand) -> None:
        """Keep a new or changed hand."""
        row = row_of(OwnHandRow, hand, {"shop_id": self._file.shop_id})
        self._file.write(upsert_sql(OwnHandRow, ("id",)), row)
        self._trail.note("own_hand.saved", hand.id)

    def hand(self, hand_id: UUID) -> OwnHand | None:
        """Return a hand, also one that is no longer in use; None when there is no such one."""
        rows = self._file.rows(_HAND.sql, (hand_id.bytes,))
        return _hand(rows[0]) if rows else None

    def hands_of(self, staff_id: UUID) -> list[OwnHand]:
        """Return the hands that a person uses, oldest first."""
        hands = map(_hand, self._file.rows(_HANDS_OF.sql, (staff_id.bytes,)))
        return [hand for hand in hands if hand.in_use]

    def save_signature(self, signature: KeptSignature) -> None:
        """Keep a person's signature; the one before is no longer in use."""
        self.put_away_signature(signature.staff_id)
        self._keep(signature)

    def put_away_signature(self, staff_id: UUID) -> KeptSignature | None:
        """Use a person's signature no longer under new letters, and return it; None where there is none."""
        before = self.signature_of(staff_id)
        if before is not None:
            self._keep(replace(before, in_use=False))
        return before

    def signature(self, signature_id: UUID) -> KeptSignature | None:
        """Return a signature, also one that is no longer in use; None when there is no such one."""
        rows = self._file.rows(_SIGNATURE.sql, (signature_id.bytes,))
        return _signature(rows[0]) if rows else None

    def signature_of(self, staff_id: UUID) -> KeptSignature | None:
        """Return the signature that a person uses, or None."""
        kept = map(_signature, self._file.rows(_SIGNATURES_OF.sql, (staff_id.bytes,)))
        return next((one for one in kept if one.in_use), None)

    def _keep(self, signature: KeptSignature) -> None:
        row = row_of(SignatureRow, signature, {"shop_id": self._file.shop_id})
        self._file.write(upsert_sql(SignatureRow, ("id",)), row)
        self._trail.note("signature.saved", signature.id)


def _hand(row: Sequence[object]) -> OwnHand:
    return OwnHand(**values_of(OwnHandRow, row, _NOT_IN_VALUE))


def _signature(row: Sequence[object]) -> KeptSignature:
    return KeptSignature(**values_of(SignatureRow, row, _NOT_IN_VALUE))
