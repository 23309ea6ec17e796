"""What letters are called on the screen: kinds, and what became of them."""

from datetime import datetime

from desktop_cs import shown
from desktop_cs.i18n import N_, _, language_in_use
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.shop.opening_hours import OpeningHours

_KINDS = {
    LetterKind.THANK_YOU: N_("Thank you"),
    LetterKind.SORRY: N_("Sorry"),
    LetterKind.SUGGESTION: N_("Answer to a suggestion"),
    LetterKind.GOOD_BYE: N_("Good-bye of a repair"),
}


def kind_words(kind: LetterKind) -> str:
    """Return what a kind of letter is called."""
    return _(_KINDS[kind])


def state_words(record: LetterRecord, hours: OpeningHours, now: datetime) -> str:
    """Return what became of a letter, such as "Printed 14:05, not posted yet"."""
    if record.posted_at is not None:
        return _("Posted {when}").format(when=_when(record.posted_at, hours, now))
    if record.printed_at is not None:
        return _("Printed {when}, not posted yet").format(when=_when(record.printed_at, hours, now))
    return _("Written {when}, not printed yet").format(when=_when(record.made_at, hours, now))


def history_words(record: LetterRecord, hours: OpeningHours, now: datetime) -> list[str]:
    """Return a line for each thing that happened to a letter."""
    lines = [_("Written {when}").format(when=_when(record.made_at, hours, now))]
    if record.printed_at is not None:
        lines.append(_("Printed {when}").format(when=_when(record.printed_at, hours, now)))
    if record.posted_at is not None:
        lines.append(_("Posted {when}").format(when=_when(record.posted_at, hours, now)))
    return lines


def _when(moment: datetime, hours: OpeningHours, now: datetime) -> str:
    return shown.near_moment(hours.wall(moment), hours.wall(now), language_in_use())
