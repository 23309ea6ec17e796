"""What becomes of every column when a person is erased: the one list that decides it.

A house test fails where a column is in no list here, so that whoever adds one has to say what it holds.
Kept are ids, counts, money, kinds and times: without the words they name nobody, and the months stay right
(GDPR, recital 26: what cannot be tied to a person any more is no personal data).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Fate(StrEnum):
    """What becomes of the value in a column."""

    KEPT = "kept"  # an id, a count, money, a kind, a time
    LISTED = "listed"  # one word of a fixed list; anything else in its place was typed, and goes
    EMPTIED = "emptied"
    WORD = "word"  # a neutral word takes its place, since a list shows it
    UNTIED = "untied"  # it ties the row to the person, and becomes nothing
    ANSWERS = "answers"  # what was typed goes, what was chosen from a list or counted stays
    BLOCKS = "blocks"  # the words of a letter become one neutral word
    REASON = "reason"  # goes, but for the number of another case
    IDEA = "idea"  # goes, unless the shop has taken it into its catalogue
    CODE = "code"  # becomes a check sum, by which an import knows that the case was here
    GOES = "goes"  # with its whole row
    OF_SHOP = "of_shop"  # words of the shop or of its people, not of a customer; searched for names


_ROW = {"id": Fate.KEPT, "shop_id": Fate.KEPT}


def _kept(*columns: str) -> dict[str, Fate]:
    return dict.fromkeys(columns, Fate.KEPT)


def _listed(*columns: str) -> dict[str, Fate]:
    return dict.fromkeys(columns, Fate.LISTED)


def _emptied(*columns: str) -> dict[str, Fate]:
    return dict.fromkeys(columns, Fate.EMPTIED)


def _of_shop(*columns: str) -> dict[str, Fate]:
    return dict.fromkeys(columns, Fate.OF_SHOP)


_CASE = _kept(
    "number", "place", "state", "opened_at", "language_of_letters", "opened_by", "owner", "first_helper",
    "hands_passed", "earlier_case_id", "earlier_days", "logged_at", "closed_at", "imported_from",
) | _listed(
    "reported_by", "how_reached", "mood", "threatens", "failure_kind", "severity", "root_cause", "finding",
    "problem_solved", "customer_accepts", "repair_status",
) | _emptied("product", "serial", "close_reason")  # fmt: skip
_CASE |= {"who": Fate.WORD, "one_line": Fate.WORD, "customer_id": Fate.UNTIED, "reference": Fate.CODE}

FATES: Mapping[str, Mapping[str, Fate]] = MappingProxyType(
    {
        "customer": dict.fromkeys(
            ("id", "shop_id", "name", "form_of_address", "phone", "address", "language", "place", "seen_at"),
            Fate.GOES,
        ),
        "recovery_case": _ROW | _CASE,
        "step_entry": _ROW
        | _kept("case_id", "step", "state", "form_version", "done_at", "done_by")
        | _kept("goodwill", "extra", "money_back", "suspected_abuse")
        | {"answers": Fate.ANSWERS, "skip_reason": Fate.LISTED},
        "case_event": _ROW | _kept("case_id", "at", "what", "by") | {"reason": Fate.REASON},
        "approval": _ROW | _kept("case_id", "amount", "staff_id", "at"),
        "promise": _ROW
        | _kept("case_id", "made_at", "due_at", "aim_at", "state", "settled_at", "kind")
        | _emptied("by_whom", "told_as")
        | {"what": Fate.WORD},
        "follow_up": _ROW
        | _kept("case_id", "kind", "due_at", "until", "staff_id", "state", "as_call")
        | _kept("done_at", "done_by", "form_version")
        | {"answers": Fate.ANSWERS, "satisfied": Fate.LISTED},
        "letter": _ROW
        | _kept("case_id", "language", "seed", "look", "made_at", "kind")
        | _kept("signed_by", "signature_id", "printed_at", "posted_at")
        | _emptied("digest")
        | {"text_blocks": Fate.BLOCKS},
        "case_request": _ROW
        | _kept("case_id", "kind", "asked_at", "asked_by", "asked_of", "amount", "promise_id", "state")
        | _kept("answered_at", "answered_by")
        | _emptied("words", "answer"),
        "gesture": _ROW
        | _kept("cost", "kind", "state", "on_hold", "idea_by", "case_id", "added_at")
        | _kept("adopted_by", "adopted_at")
        | _listed("suits")
        | {"name": Fate.IDEA},
        "attachment": dict.fromkeys(
            ("id", "shop_id", "case_id", "content_id", "name", "added_at", "added_by", "removed_at"),
            Fate.GOES,
        ),
        "attachment_content": dict.fromkeys(
            ("id", "shop_id", "digest", "sealing_key", "kind", "bytes", "has_place", "thumbnail"), Fate.GOES
        ),
        "card_reading": _ROW | _kept("follow_up_id", "staff_id", "at"),
        "trail": _ROW | _kept("place", "act_id", "at", "by", "what", "row_id", "fields", "digest", "link"),
        "trail_key": _ROW | _kept("key"),
        "trail_salt": dict.fromkeys(("id", "shop_id", "salt", "since"), Fate.GOES),
        "wrong_tries": _ROW | _kept("staff_id", "wrong", "at_ms"),
        "erasure": _ROW | _kept("row_id", "what", "at", "by", "of_id"),
        "shop": _kept("id", "made_at") | _of_shop("settings", "logo"),
        "staff": _ROW | _kept("role", "active", "language") | _of_shop("name", "digits_hash"),
        "revenue": _ROW | _kept("month", "amount", "currency"),
        "guide_edit": _ROW
        | _kept("language", "file", "step", "edited_at", "edited_by")
        | _of_shop("text"),
        "prompt": _ROW
        | _kept("step", "failure_kind", "added_at", "added_by", "active")
        | _of_shop("text", "product"),
        "own_hand": _ROW | _kept("staff_id", "made_at", "in_use") | _of_shop("name", "pack"),
        "signature": _ROW | _kept("staff_id", "made_at", "in_use") | _of_shop("strokes"),
    }
)  # fmt: skip

# Which column ties the rows of a table to a case; these tables hold all words of a case.
OF_CASE: Mapping[str, str] = MappingProxyType(
    {
        "recovery_case": "id",
        "step_entry": "case_id",
        "case_event": "case_id",
        "promise": "case_id",
        "follow_up": "case_id",
        "letter": "case_id",
        "case_request": "case_id",
        "gesture": "case_id",
    }
)

# The search indexes: their rows are written anew from what is left, then merged so that no word stays behind.
INDEXES = ("case_words", "customer_words")

# Answers that stay, by id of the question: chosen from a list, counted, or a day. All others go, also those
# of questions that nobody has thought of yet. A house test holds this against the forms.
KEPT_ANSWERS = frozenset(
    {
        "listened_to_end", "feeling_named", "parts_said", "times_told", "immediate_need",
        "failure_kind", "failure_nature", "happened_at", "remedy_sought", "what_matters_most",
        "what_it_cost_them", "severity", "suggestion_outcome", "suggestion_reason", "price",
        "earlier_repair_elsewhere", "basic_questions", "sure_or_checking", "suspected_abuse",
        "explained", "entitlement_kind", "entitlement_value", "repair_warranty_until", "charged", "refused",
        "all_on_the_spot", "problem_solved", "customer_accepts",
        "root_cause", "finding", "where_it_started", "why_leaving", "hard_on_me",
        "reached", "told_result", "still_solved", "satisfied", "would_come_again", "would_recommend",
        "came_back_and_spent",
    }
)  # fmt: skip
# Lines of which only the money stays: what was given, without what it was called.
KEPT_COSTS = frozenset({"goodwill", "extra"})
