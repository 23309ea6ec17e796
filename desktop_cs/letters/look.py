"""How a letter is written: the hand, the pen, the paper."""

from dataclasses import dataclass

OWN = "own:"  # begins the id of a person's own hand; its key follows


@dataclass(frozen=True, slots=True)
class LetterLook:
    """What a letter looks like; kept with it, so that a reprint is identical.

    Args:
        hand: Id of a hand, or "own:" and the id of a person's own hand; "" is the usual one of the language.
        pen: "ball", "gel" or "fountain".
        degree: How evenly the hand writes: "tidy", "natural" or "hurried".
        ink: "blue_black", "blue" or "black".
        paper: "A4", "A5", "A6" or "Letter".
        ruling: "none", "ruled", "red" (the red lines of Chinese letter paper), or "text_only" for paper that
            has its print already: nothing but the writing, moved by the shop's calibration.
        direction: "across", or "down" for Chinese in columns from the right.
        laser: Solid colour, for halftone dots give a laser printer away; the width varies, not the tone.
        signing: "written" (the hand writes the name), "drawn" (the signature that the signer keeps), or
            "room" to sign by hand.
    """

    hand: str = ""
    pen: str = "ball"
    degree: str = "natural"
    ink: str = "blue_black"
    paper: str = "A5"
    ruling: str = "none"
    direction: str = "across"
    laser: bool = False
    signing: str = "written"
