"""What a reply shows: a habit that helps a conversation, or one that hurts it.

Source: practice.md 1 to 4 of the design (Apology before questions, explained before given, honest about
limits, the customer chooses, and the kinds of the wording check).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from desktop_cs.i18n import N_


class Hint(StrEnum):
    """A habit; `helps` says on which side it stands."""

    ON_THEIR_SIDE = "on_their_side"
    LISTENING = "listening"
    OWNING_UP = "owning_up"
    ASKING_FIRST = "asking_first"
    EXPLAINED_FIRST = "explained_first"
    HONEST_LIMIT = "honest_limit"
    PROMISE_KEPT_SMALL = "promise_kept_small"
    THEY_CHOOSE = "they_choose"
    A_LITTLE_MORE = "a_little_more"
    FINDING_OUT = "finding_out"
    HELPLESS = "helpless"
    HARD = "hard"
    POLICY_TALK = "policy_talk"
    COURTROOM = "courtroom"
    SELLING = "selling"
    BLAME = "blame"
    BUT = "but"
    GIVEN_UNEXPLAINED = "given_unexplained"
    AGAINST_THE_SHOP = "against_the_shop"
    EMPTY_PROMISE = "empty_promise"
    GUESSING = "guessing"
    BELITTLING = "belittling"
    PASSED_ON = "passed_on"
    MONEY_FIRST = "money_first"

    @property
    def helps(self) -> bool:
        """Return whether the habit helps the conversation."""
        return self in _HELPING


_HELPING = frozenset(
    {
        Hint.ON_THEIR_SIDE,
        Hint.LISTENING,
        Hint.OWNING_UP,
        Hint.ASKING_FIRST,
        Hint.EXPLAINED_FIRST,
        Hint.HONEST_LIMIT,
        Hint.PROMISE_KEPT_SMALL,
        Hint.THEY_CHOOSE,
        Hint.A_LITTLE_MORE,
        Hint.FINDING_OUT,
    }
)

WORDS: Mapping[Hint, str] = MappingProxyType(
    {
        Hint.ON_THEIR_SIDE: N_("On their side"),
        Hint.LISTENING: N_("Listened to the end"),
        Hint.OWNING_UP: N_("Owned the mistake"),
        Hint.ASKING_FIRST: N_("Asked before offering"),
        Hint.EXPLAINED_FIRST: N_("Explained before giving"),
        Hint.HONEST_LIMIT: N_("Honest about a limit"),
        Hint.PROMISE_KEPT_SMALL: N_("A promise that holds"),
        Hint.THEY_CHOOSE: N_("Let them choose"),
        Hint.A_LITTLE_MORE: N_("A little more than owed"),
        Hint.FINDING_OUT: N_("Offered to find out"),
        Hint.HELPLESS: N_("Helpless"),
        Hint.HARD: N_("Hard"),
        Hint.POLICY_TALK: N_("Policy talk"),
        Hint.COURTROOM: N_("Courtroom"),
        Hint.SELLING: N_("Selling"),
        Hint.BLAME: N_("Blame"),
        Hint.BUT: N_("“Sorry, but”"),
        Hint.GIVEN_UNEXPLAINED: N_("Given without a word"),
        Hint.AGAINST_THE_SHOP: N_("Against the shop"),
        Hint.EMPTY_PROMISE: N_("A promise in the air"),
        Hint.GUESSING: N_("Guessed"),
        Hint.BELITTLING: N_("Made it small"),
        Hint.PASSED_ON: N_("Sent away"),
        Hint.MONEY_FIRST: N_("Money first"),
    }
)
