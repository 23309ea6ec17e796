"""How the rows of the safety page read. Knows no Qt."""

from desktop_cs.desk.safety_reading import SafetyState
from desktop_cs.i18n import _, ngettext


def backup_words(state: SafetyState) -> str:
    """Return how many backups there are, and whether the newest has everything."""
    if state.newest_at is None:
        return _("None yet. The first is made by itself within the hour; you can also make it now.")
    count = ngettext(
        "{count} backup beside the data.", "{count} backups beside the data.", state.backups
    ).format(count=state.backups)
    if state.record.check_problems:
        return count  # nobody knows what damaged records hold that it does not
    if not state.changes:
        return _("{count} The newest holds everything.").format(count=count)
    lacks = ngettext(
        "The newest lacks {changes} change.", "The newest lacks {changes} changes.", state.changes
    ).format(changes=state.changes)
    return _("{first} {second}").format(first=count, second=lacks)


def second_place_words(state: SafetyState) -> str:
    """Return where the second place is, and what it asks of people."""
    if not state.record.second_place:
        return _("A stick or a share, in case this PC is lost. None is chosen yet.")
    if state.record.second_at is None:
        return _("{place} · nothing lies there yet.").format(place=state.record.second_place)
    return _("{place} · used by itself whenever it can be reached.").format(place=state.record.second_place)


def check_words(state: SafetyState) -> str:
    """Return what the last check found."""
    record = state.record
    if record.check_at is None and not record.check_problems:
        return _("Reads every record each week and says whether all is sound.")
    if not record.check_problems:
        return _("All records and the newest backup are sound.")
    found = ngettext("{count} problem was found.", "{count} problems were found.", record.check_problems)
    return found.format(count=record.check_problems)


def drill_words(state: SafetyState) -> str:
    """Return what the last drill found."""
    record = state.record
    if record.drill_at is None:
        return _("Once a month the newest backup is brought back for trial, in a folder of its own.")
    if record.drill_problems:
        return _("The backup did not come back whole. Make a new one, then try again.")
    return _("The backup came back whole.")


def keys_words(state: SafetyState) -> str:
    """Return what opens the records; when the sheet was made stands beside it."""
    if not state.keys.has_phrase:
        return _("No pass phrase: whoever takes this PC, or a backup, can read the records.")
    if not state.keys.has_sheet:
        return _("A pass phrase locks the records. There is no recovery sheet yet: print one.")
    return _("A pass phrase locks the records; the recovery sheet opens them if it is forgotten.")
