"""What the trail tells, in words: a sentence for each deed, the names of what was changed."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop_cs.forms.definition import Words, words_in
from desktop_cs.i18n import N_, _, language_in_use
from desktop_cs.shown import listed
from desktop_cs.storage.stores.trail_reading import Subject

_DEEDS: Mapping[str, str] = MappingProxyType(
    {
        "case.opened": N_("Took the case"),
        "case.imported": N_("Took the case in from a table"),
        "case.changed": N_("Changed the case"),
        "case.read": N_("Looked at the case"),
        "case.approved": N_("Approved an amount"),
        "case.erased": N_("Erased the words of the case"),
        "name.erased": N_("Took somebody’s name out of the case"),
        "apology.saved": N_("Wrote in the apology"),
        "review.saved": N_("Wrote in the review"),
        "resolution.saved": N_("Wrote in the resolution"),
        "logging.saved": N_("Wrote in the log"),
        "event.logged": N_("Logged the case"),
        "event.closed": N_("Closed the case"),
        "event.reopened": N_("Reopened the case"),
        "event.cancelled": N_("Cancelled the case"),
        "event.told": N_("Told the customer how it stands"),
        "event.handed_over": N_("Handed the case over"),
        "event.tied": N_("Tied the case to an earlier one"),
        "promise.added": N_("Gave a promise"),
        "promise.changed": N_("Changed or settled a promise"),
        "follow_up.added": N_("Planned a follow-up"),
        "follow_up.changed": N_("Changed or did a follow-up"),
        "follow_up.erased": N_("Erased a follow-up"),
        "letter.saved": N_("Wrote a letter"),
        "letter.printed": N_("Printed a letter"),
        "letter.posted": N_("Posted a letter"),
        "letter.undone": N_("Took back the last act on a letter"),
        "letter.removed": N_("Threw a letter away"),
        "letter.erased": N_("Erased a letter"),
        "attachment.added": N_("Added a file"),
        "attachment.removed": N_("Removed a file"),
        "attachment.put_back": N_("Put a file back"),
        "attachment.erased": N_("Erased a file"),
        "customer.added": N_("Wrote down a customer"),
        "customer.changed": N_("Changed a customer’s details"),
        "customer.erased": N_("Erased a customer"),
        "staff.saved": N_("Changed who works here"),
        "staff.signed_in": N_("Signed in"),
        "staff.signed_out": N_("Signed out"),
        "staff.wrong_digits": N_("Wrong digits were typed"),
        "staff.locked_out": N_("Was made to wait after wrong digits"),
        "staff.new_digits": N_("Gave new digits"),
        "staff.left": N_("Does not work here any more"),
        "staff.approved": N_("Approved with digits at the counter"),
        "shop.changed": N_("Changed the settings"),
        "shop.restored": N_("Brought the records back from a backup"),
        "person.handed_out": N_("Gave somebody their own data as a file"),
        "words.forgotten": N_("Made erased words impossible to compare"),
        "keys.phrase_set": N_("Set the pass phrase"),
        "keys.phrase_changed": N_("Changed the pass phrase"),
        "keys.phrase_taken_away": N_("Took the pass phrase away"),
        "keys.sheet_made": N_("Made a recovery sheet"),
        "keys.keychain_put": N_("Put the key into this PC’s keychain"),
        "keys.keychain_taken_away": N_("Took the key out of this PC’s keychain"),
        "own_hand.saved": N_("Kept a handwriting"),
        "signature.saved": N_("Kept a signature"),
        "card.read": N_("Read the handle-with-care card"),
        "card.unread": N_("Marked the handle-with-care card as not read"),
        "revenue.saved": N_("Typed a month’s revenue"),
        "revenue.forgotten": N_("Removed a month’s revenue"),
        "guide.edited": N_("Changed the guide"),
        "prompt.saved": N_("Changed a hint"),
        "manager.called": N_("Called a manager"),
        "manager.came": N_("Came to the counter"),
        "manager.not_needed": N_("Needed no manager any more"),
    }
)
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "event": N_("Noted what happened"),
        "request": N_("Asked or answered a colleague"),
        "gesture": N_("Changed the list of gestures"),
        "letter": N_("Changed a letter"),
        "staff": N_("Changed who works here"),
        "keys": N_("Changed what opens the records"),
    }
)
_TABLES: Mapping[str, str] = MappingProxyType(
    {
        "recovery_case": N_("the case itself"),
        "step_entry": N_("a step"),
        "case_event": N_("what happened"),
        "approval": N_("an approval"),
        "promise": N_("a promise"),
        "follow_up": N_("a follow-up"),
        "letter": N_("a letter"),
        "case_request": N_("a request"),
        "attachment": N_("a file"),
        "customer": N_("a customer"),
        "staff": N_("somebody who works here"),
        "shop": N_("the settings"),
    }
)
_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "who": N_("who"),
        "one_line": N_("what it is about"),
        "state": N_("state"),
        "owner": N_("owner"),
        "customer_id": N_("customer"),
        "failure_kind": N_("kind of failure"),
        "severity": N_("severity"),
        "root_cause": N_("root cause"),
        "amount": N_("amount"),
        "name": N_("name"),
        "phone": N_("phone"),
        "address": N_("address"),
        "language": N_("language"),
        "due_at": N_("when it is due"),
        "settings": N_("settings"),
        "logo": N_("logo"),
    }
)


def deed_words(what: str) -> str:
    """Return what was done, as a short sentence; its own name where a later version noted it."""
    kind = what.partition(".")[0]
    if what.endswith(".undone") and kind == "event":
        return _("Took back what was noted")
    return _(_DEEDS.get(what) or _KINDS.get(kind) or what)


def subject_words(subject: Subject | None) -> str:
    """Return what it was done to: "Case 12", a name, or nothing where it is not there any more."""
    if subject is None:
        return ""
    if subject.case_number is not None:
        return _("Case {number}").format(number=subject.case_number)
    return subject.name


def table_words(table: str) -> str:
    """Return what a row is, for "a promise was changed"."""
    return _(_TABLES.get(table, table))


def field_words(names: tuple[str, ...], labels: Mapping[str, Words]) -> str:
    """Return the names of what was changed, as far as people have a word for them.

    Args:
        names: Of columns and of questions.
        labels: Those of the questions.
    """
    language = language_in_use()
    told = [
        words_in(labels[name], language) if name in labels else _(_COLUMNS[name])
        for name in names
        if name in labels or name in _COLUMNS
    ]
    return listed(dict.fromkeys(told), language)
