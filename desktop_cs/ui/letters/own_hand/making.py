"""Make a hand of samples and a picture of it. Away from the window: it brings numpy with it."""

from collections.abc import Sequence

from PySide6.QtGui import QImage

from desktop_cs.letters.hand.hand_pack import HandPack
from desktop_cs.letters.hand.own.packing import own_pack, samples_of
from desktop_cs.letters.hand.own.sample import Sample
from desktop_cs.ui.letters.own_hand.written_pictures import hand_picture


def made_hand(
    samples: Sequence[Sample], name: str, before: bytes, shown: tuple[str, float]
) -> tuple[bytes, QImage]:
    """Return the pack of a hand and a line written in it; nothing of either before the first letter.

    Args:
        samples: All that the person wrote.
        name: What they call the hand.
        before: Their hand so far, or b"": it tells how near they set letters where no word was written.
        shown: The language of the lines, and pixels for each point.
    """
    if not any(len(sample.text) == 1 and sample.strokes for sample in samples):
        return b"", QImage()
    pack = made_pack(samples, name, before)
    return pack, hand_picture(pack, *shown)


def made_pack(samples: Sequence[Sample], name: str, before: bytes) -> bytes:
    """Return the pack of a hand, without a picture.

    Raises:
        UserError: There is no letter among the samples.
        ShopError: The hand so far is damaged.
    """
    return own_pack(samples, name, HandPack.from_bytes(before) if before else None)


def samples_in(pack: bytes) -> list[Sample]:
    """Return what a hand was made of.

    Raises:
        ShopError: The hand is damaged.
    """
    return samples_of(HandPack.from_bytes(pack))
