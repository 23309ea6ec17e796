"""The words for a span of time, such as "3 h 20 min". Knows no Qt."""

from desktop_cs.i18n import _, ngettext

_DAYS_FROM_HOURS = 48  # from here on nobody counts in hours


def span_words(minutes: int) -> str:
    """Return a span of so many minutes in words; from two days on in days of 24 hours."""
    if minutes >= _DAYS_FROM_HOURS * 60:
        days = minutes // (60 * 24)  # begun days are not counted, as on Today
        return ngettext("{count} day", "{count} days", days).format(count=days)
    return open_span_words(minutes)


def open_span_words(minutes: int) -> str:
    """Return a span of opening time in words: in hours always, since an open day has no 24 of them."""
    hours, rest = divmod(max(minutes, 0), 60)
    if not hours:
        return _("{count} min").format(count=rest)
    if not rest:
        return _("{count} h").format(count=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
