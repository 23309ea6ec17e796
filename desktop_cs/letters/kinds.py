"""The kinds of letters that a shop writes to a customer."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for; its words stand in `resources/letters/<language>/<kind>.toml`."""

    THANK_YOU = "thank_you"
    SORRY = "sorry"
    SUGGESTION = "suggestion"
    GOOD_BYE = "good_bye"
