"""The initials that somebody is known by."""


def initials_of(name: str) -> str:
    """Return two signs of a name: first letters, or in Chinese, which has no capitals, the given name."""
    has_capitals = name.lower() != name.upper()
    return "".join(word[0] for word in name.split()[:2]).upper() if has_capitals else name[-2:]
