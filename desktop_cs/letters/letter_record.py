"""A letter of a case as it is kept."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_cs.letters.blocks import Block
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.look import LetterLook


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """A letter of a case: words, look and seed write it again just so. Times in UTC.

    Args:
        id: Its key.
        case_id: The case that it is about.
        language: Of its words.
        text_blocks: Its parts, from the top.
        seed: Of the hand.
        look: Hand, pen and paper.
        made_at: When its words were first kept or composed.
        kind: What it is for.
        signed_by: Whose name stands under it.
        signature_id: The drawn signature that it bears, as it was on that day.
        printed_at: When it was last printed or saved.
        posted_at: When it left the shop.
        digest: SHA-256 of the PDF that was printed, in hexadecimal; "" before.
    """

    id: UUID
    case_id: UUID
    language: str
    text_blocks: tuple[Block, ...]
    seed: int
    look: LetterLook
    made_at: datetime
    kind: LetterKind = LetterKind.THANK_YOU
    signed_by: UUID | None = None
    signature_id: UUID | None = None
    printed_at: datetime | None = None
    posted_at: datetime | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class OwnHand:
    """A person's own hand: the pack of pen strokes made from what they wrote.

    Args:
        id: Its key.
        staff_id: Whose it is.
        name: What they call it.
        pack: The pack, as `letters.hand.hand_pack` reads it.
        made_at: When it was made, in UTC.
        in_use: Whether it is offered; letters that were written with it keep it otherwise.
    """

    id: UUID
    staff_id: UUID
    name: str
    pack: bytes
    made_at: datetime
    in_use: bool = True


@dataclass(frozen=True, slots=True)
class KeptSignature:
    """A person's signature.

    Args:
        id: Its key.
        staff_id: Whose it is.
        strokes: As `letters.hand.signature` writes them.
        made_at: When it was drawn, in UTC.
        in_use: Whether it stands under new letters.
    """

    id: UUID
    staff_id: UUID
    strokes: str
    made_at: datetime
    in_use: bool = True
