"""How backups read: when they were made, what is in them, what would be lost by going back. Knows no Qt."""

from collections.abc import Mapping
from datetime import datetime

from desktop_cs import shown
from desktop_cs.i18n import _, language_in_use, ngettext

_MB = 1_000_000


def moment_words(made: datetime, now: datetime) -> str:
    """Return when a backup was made, in wall time: "today, 14:05", "Tue 3 Nov, 09:10"."""
    time = shown.clock_time(made)
    if made.date() == now.date():
        return _("today, {time}").format(time=time)
    return shown.day_and_time(made, language_in_use())


def content_words(counts: Mapping[str, int], size_bytes: int) -> str:
    """Return what is in a backup: cases, customers, letters, and its size."""
    return " · ".join((rows_words(counts), size_words(size_bytes)))


def rows_words(counts: Mapping[str, int]) -> str:
    """Return how many cases, customers and letters there are."""
    cases, customers, letters = (counts.get(name, 0) for name in ("recovery_case", "customer", "letter"))
    return " · ".join(
        (
            ngettext("{count} case", "{count} cases", cases).format(count=cases),
            ngettext("{count} customer", "{count} customers", customers).format(count=customers),
            ngettext("{count} letter", "{count} letters", letters).format(count=letters),
        )
    )


def size_words(size_bytes: int) -> str:
    """Return a size in megabytes, such as "1.4 MB"."""
    size = size_bytes / _MB
    return _("{size} MB").format(size=shown.number(round(size, 0 if size >= 10 else 1), language_in_use()))


def lost_words(changes: int, cases: int) -> str:
    """Return what going back to a backup would take away: changes, and cases taken since."""
    if not changes:
        return _("Nothing was changed since then, so nothing is lost.")
    told = ngettext(
        "{count} change since then would be gone.", "{count} changes since then would be gone.", changes
    ).format(count=changes)
    if not cases:
        return told
    among = ngettext(
        "With them {count} case that was taken since.",
        "With them {count} cases that were taken since.",
        cases,
    )
    return _("{first} {second}").format(first=told, second=among.format(count=cases))
