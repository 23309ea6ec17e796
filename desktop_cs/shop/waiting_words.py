"""How long to wait, in words."""

from desktop_cs.i18n import _, ngettext


def wait_words(seconds: int) -> str:
    """Return a wait such as "45 seconds", "2 minutes" or "1 minute and 5 seconds"."""
    minutes, rest = divmod(seconds, 60)
    some = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    few = ngettext("{count} second", "{count} seconds", rest).format(count=rest)
    if not minutes:
        return few
    return _("{minutes} and {seconds}").format(minutes=some, seconds=few) if rest else some
