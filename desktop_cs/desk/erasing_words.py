"""The words for what is kept about people, why it is held back, and which backups outlive an erasing."""

from collections.abc import Collection, Mapping

from desktop_cs import shown
from desktop_cs.customers.kept_words import Hold, OldBackups
from desktop_cs.i18n import N_, _, language_in_use, ngettext

_KEPT = {
    "customer": N_("Customers"),
    "case": N_("Cases"),
    "recovery_case": N_("Cases"),
    "step_entry": N_("Steps filled in"),
    "case_event": N_("Events"),
    "promise": N_("Promises"),
    "follow_up": N_("Follow-ups"),
    "letter": N_("Letters"),
    "case_request": N_("Requests among staff"),
    "gesture": N_("Ideas for gestures"),
    "attachment": N_("Pictures and files"),
    "draft": N_("Drafts that could not be saved"),
    "prompt": N_("Hints in the guide"),
    "guide_edit": N_("Your own words in the guide"),
}
_HOLDS = {
    Hold.UNFINISHED: N_("not finished"),
    Hold.PROMISE: N_("a promise is open"),
    Hold.FOLLOW_UP: N_("a follow-up is open"),
    Hold.REQUEST: N_("a request is open"),
    Hold.SAFETY: N_("about safety"),
}


def kept_words(name: str) -> str:
    """Return what a sort of thing is called, by the name of its table or of what can be erased."""
    return _(_KEPT[name])


def table_words(name: str) -> str:
    """Return what stands in a table of the records, whichever it is."""
    return kept_words(name) if name in _KEPT else _("Other records ({name})").format(name=name)


def count_words(counts: Mapping[str, int]) -> list[str]:
    """Return how many of what there are, in words, one after the other."""
    return [_("{what}: {count}").format(what=kept_words(name), count=count) for name, count in counts.items()]


def hold_words(holds: Collection[Hold]) -> str:
    """Return why something is held back; "" where nothing holds it."""
    comma = "、" if language_in_use().startswith("zh") else ", "
    return comma.join(_(_HOLDS[hold]) for hold in sorted(holds))


def told_backups(backups: OldBackups, language: str) -> list[str]:
    """Return, in sentences, which copies still hold what was erased, and until when; none where none do."""
    if not backups.count:
        return []
    sentences = [
        ngettext(
            "{count} older backup of the records still holds what was erased. If it is ever brought back, "
            "the same is erased again at once.",
            "{count} older backups of the records still hold what was erased. If one is ever brought back, "
            "the same is erased again at once.",
            backups.count,
        ).format(count=backups.count)
    ]
    if backups.until is not None:
        until = shown.day(backups.until, language)
        sentences.append(
            _("The last of them goes by {day}, as long as a backup is made each month.").format(day=until)
        )
    sentences.append(
        _("Copies that were carried away by hand, printed letters and saved files are not reached from here.")
    )
    return sentences
