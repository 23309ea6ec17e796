"""How the keys stand, in a sentence; and what happens when each of them is lost."""

from desktop_cs import shown
from desktop_cs.desk.key_work import KeyState, Strength
from desktop_cs.i18n import _, language_in_use


def state_words(state: KeyState) -> tuple[str, str]:
    """Return how the keys stand as "ok", "warn" or "danger", and a sentence that says so."""
    if not state.has_phrase:
        told = _("Open: whoever has this PC, this folder or a backup can read everything.")
        return "warn", told
    if state.renewal_due:
        return "danger", _("Locking was interrupted: the records still have their old key.")
    if not state.has_sheet:
        return "danger", _("Locked, but there is no recovery sheet: a forgotten pass phrase would be final.")
    return "ok", _("Locked with a pass phrase, and there is a recovery sheet.")


def since_words(state: KeyState) -> str:
    """Return since when pass phrase and sheet are what they are, "" for open records."""
    language = language_in_use()
    told = []
    if state.phrase_at is not None:
        told.append(_("Pass phrase set on {day}.").format(day=shown.day(state.phrase_at.date(), language)))
    if state.sheet_made_at is not None:
        made = shown.day(state.sheet_made_at.date(), language)
        told.append(_("Recovery sheet made on {day}.").format(day=made))
    gap = "" if language.startswith("zh") else " "
    return gap.join(told)


def strength_words(strength: Strength) -> tuple[str, str]:
    """Return the role of a label and what to say while a pass phrase is typed, without blame."""
    words = {
        Strength.TOO_SHORT: ("muted", _("A little longer: four words are easy to keep and hard to guess.")),
        Strength.KNOWN: ("warn", _("Thieves try this one among the first. Add a word or two of your own.")),
        Strength.FAIR: ("warn", _("It will do. A word more makes it good.")),
        Strength.GOOD: ("ok", _("Good.")),
        Strength.STRONG: ("ok", _("Strong.")),
    }
    return words[strength]


def loss_words() -> tuple[tuple[str, str], ...]:
    """Return what may be lost, and what happens then."""
    return (
        (
            _("The pass phrase is forgotten"),
            _("The recovery sheet opens the records. Set a new pass phrase then; the sheet stays good."),
        ),
        (
            _("The recovery sheet is lost"),
            _(
                "Make a new one here: the lost one opens neither the records nor the backups in reach from "
                "then on. If a stranger may have it, set a new pass phrase too, as below."
            ),
        ),
        (
            _("Somebody else may have seen one of them"),
            _(
                "Set a new pass phrase and tick that it may be known: the records get a new key, and old "
                "pass phrase, sheet and keychain open nothing of them any more."
            ),
        ),
        (
            _("This PC, or its keychain, is gone"),
            _("A backup and the pass phrase, or the sheet, are enough on any other PC."),
        ),
        (
            _("Pass phrase and sheet are both lost"),
            _(
                "Then nobody can open the records, the makers of this program included. So: the sheet "
                "belongs where the contracts are, and one more person should know where."
            ),
        ),
    )
