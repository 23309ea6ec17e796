"""The tables of an answers file and the keys that each of them may hold."""

from collections.abc import Mapping
from typing import Any

from desktop_cs.cases.steps import Step
from desktop_cs.forms.near_words import did_you_mean
from desktop_cs.i18n import _

TABLES = ("case", *Step, "shop", "before", "after")
CASE_KEYS = (
    "customer",
    "reported_by",
    "one_line",
    "how_reached",
    "mood",
    "threatens",
    "language_of_letters",
    "opened_at",
    "owner",
    "reference",
)
CUSTOMER_KEYS = ("name", "form_of_address", "phone", "address", "language")
STEP_KEYS = ("skipped", "done_at")
BEFORE_KEYS = (
    "opened_at",
    "customer",
    "one_line",
    "failure_kind",
    "serial",
    "product",
    "root_cause",
    "logged_at",
    "promises",
)
BEFORE_PROMISE_KEYS = ("what", "made_at", "due_at", "by", "state")
AFTER_KEYS = ("at", "kept", "broken", "closed", "reopened", "answers")
SHOP_KEYS = ("name", "country", "currency", "language", "time_zone", "hours", "limits", "staff")
STAFF_KEYS = ("name", "role", "digits")
APPROVAL_KEYS = ("by", "digits")
LIMIT_KEYS = ("per_case", "per_day")


def unknown_keys(table: Mapping[str, Any], keys: tuple[str, ...], where: str) -> list[str]:
    """Return a sentence for each key of a table that is none of ours, with the nearest one that is."""
    prefix = f"{where}: " if where else ""
    return [
        prefix + _("there is no key “{key}”{hint}.").format(key=key, hint=did_you_mean(key, keys))
        for key in table
        if key not in keys
    ]
