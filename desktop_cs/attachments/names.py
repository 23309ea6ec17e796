"""What a file is called: shown to people and proposed when it is saved, never used to find it here."""

import unicodedata

LONGEST = 120  # signs; every file system takes that, also with a folder before it
NAMELESS = "file"
_JOINERS = "\u200c\u200d"  # they are part of words in Persian and Hindi, and of emoji
_HIDDEN = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}  # control, direction, halves of signs, no signs, ends
_NOT_IN_NAMES = '<>:"|?*'  # Source: Microsoft, "Naming Files, Paths, and Namespaces"
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³")}


def clean_name(name: str) -> str:
    """Return a name without folders, hidden signs and what a file system would not take.

    Signs that turn the direction of text are left out: with them "gpj.exe" reads as "exe.jpg".
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(sign for sign in last if sign in _JOINERS or unicodedata.category(sign) not in _HIDDEN)
    plain = "".join("_" if sign in _NOT_IN_NAMES else sign for sign in seen)
    words = _fitting(" ".join(unicodedata.normalize("NFC", plain).split()).strip(". "))
    if words.partition(".")[0].rstrip().upper() in _DEVICES:
        words = f"_{words}"
    return words if words.strip(_JOINERS + " .") else NAMELESS


def _fitting(name: str) -> str:
    """Return a name of at most LONGEST signs; what is behind its last dot stays where that is an ending."""
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        return name[:LONGEST].rstrip(". ")
    return stem[: LONGEST - len(ending) - 1].rstrip(". ") + dot + ending
