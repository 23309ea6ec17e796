"""For how many years a shop keeps what: its own decision, off until it is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop_cs.errors import UserError
from desktop_cs.i18n import _

LONGEST_YEARS = 30
_USUAL_YEARS = 3
# How long somebody may still claim something from the shop, in years.  Source: Germany, BGB 195; China, Civil
# Code 188 (both 3); United Kingdom, Limitation Act 1980 s. 5, and Ireland, Statute of Limitations 1957 s. 11
# (6); United States, UCC 2-725 (4); France, Code civil 2224 (5).
_CLAIM_YEARS: Mapping[str, int] = {"GB": 6, "IE": 6, "US": 4, "FR": 5}
_LETTER_YEARS = 1  # the letter has done its work; that it was written stays known
_ANSWER_YEARS = 1


@dataclass(frozen=True, slots=True)
class KeepingTimes:
    """Years for which the words of closed cases are kept; 0 keeps them for good."""

    cases: int = 0
    letters: int = 0
    attachments: int = 0
    follow_ups: int = 0

    @property
    def are_set(self) -> bool:
        """Return whether anything ever goes."""
        return any((self.cases, self.letters, self.attachments, self.follow_ups))


def suggested_times(country: str) -> KeepingTimes:
    """Return what suits most shops in a country: as long as somebody may claim something, and no longer."""
    years = _CLAIM_YEARS.get(country, _USUAL_YEARS)
    return KeepingTimes(years, _LETTER_YEARS, years, _ANSWER_YEARS)


def checked_times(times: KeepingTimes) -> KeepingTimes:
    """Return the times once each of them makes sense.

    Raises:
        UserError: One is below 0 or above 30 years.
    """
    for name in ("cases", "letters", "attachments", "follow_ups"):
        if not 0 <= getattr(times, name) <= LONGEST_YEARS:
            sentence = _("Write whole years from 0 to {most}; 0 keeps everything.")
            raise UserError(sentence.format(most=LONGEST_YEARS), name)
    return times


def years_before(moment: datetime, years: int) -> datetime:
    """Return the same day and time so many years earlier; 28 February stands for a 29th that there is not."""
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:
        return moment.replace(year=moment.year - years, day=28)
