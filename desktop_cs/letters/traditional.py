"""Whether a text is written in the characters that Taiwan writes with."""

_HAN = ("\u3400", "\u9fff")
# Source: Big5, the character set of Taiwan: its 5,401 frequent characters stand at A440 to C67E. Those beyond
# are rare there, and some of them look like simplified ones ("机").
_FREQUENT = (b"\xa4\x40", b"\xc6\x7e")


def is_traditional(text: str) -> bool:
    """Return whether every Chinese character of a text is one that Taiwan uses every day."""
    return all(_is_frequent(sign) for sign in text if _HAN[0] <= sign <= _HAN[1])


def _is_frequent(sign: str) -> bool:
    place = sign.encode("big5", errors="ignore")
    return _FREQUENT[0] <= place <= _FREQUENT[1]
