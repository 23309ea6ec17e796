"""What a customer who waits for a call can be told about their place. Knows no Qt."""

from desktop_cs.i18n import _, ngettext


def queue_words(place: int) -> str:
    """Return the words for a place among those who wait for a call, from 1."""
    before = place - 1
    if not before:
        return _("Nobody waits for a call before them.")
    told = ngettext(
        "{count} person waits for a call before them.", "{count} people wait for a call before them.", before
    )
    return told.format(count=before)
