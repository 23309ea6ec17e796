"""Whether the tables within the tables of an answers file are of the right kind."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.steps import Step
from desktop_cs.desk.answers_keys import (
    APPROVAL_KEYS,
    BEFORE_PROMISE_KEYS,
    CUSTOMER_KEYS,
    LIMIT_KEYS,
    STAFF_KEYS,
    unknown_keys,
)
from desktop_cs.forms.near_words import did_you_mean
from desktop_cs.i18n import _
from desktop_cs.letters.languages import WRITTEN_LANGUAGES
from desktop_cs.shop.staff import Role

_OVER = tuple(state for state in PromiseState if state is not PromiseState.OPEN)  # as the case itself was


def customer_problems(customer: object, where: str) -> list[str]:
    """Return what is wrong with a customer: a name, or a table with a name in it."""
    if isinstance(customer, dict):
        problems = unknown_keys(customer, CUSTOMER_KEYS, where)
        if not str(customer.get("name", "")).strip():
            problems.append(_("{where}: a name is needed.").format(where=where))
        if customer.get("language"):
            problems += _choice(f"{where}.language", customer["language"], WRITTEN_LANGUAGES)
        return problems
    if customer is None or isinstance(customer, str):
        return []
    return [_("{where}: write a name or a table.").format(where=where)]


def shape_problems(data: Mapping[str, Any]) -> list[str]:
    """Return a sentence for each table within a table that is of the wrong kind or holds an unknown key.

    Args:
        data: The file, whose own tables are known to be tables.
    """
    return [
        *_shop_problems(data.get("shop", {})),
        *_approval_problems(data.get("resolution", {}).get("approval", {})),
        *(problem for table in data.get("before", ()) for problem in _before_problems(table)),
        *(problem for table in data.get("after", ()) for problem in _after_problems(table)),
    ]


def _shop_problems(shop: Mapping[str, Any]) -> Iterator[str]:
    limits = shop.get("limits", {})
    if not isinstance(limits, dict):
        yield _not_a_table("shop.limits")
        limits = {}
    yield from unknown_keys(limits, tuple(Role), "shop.limits")
    for role, limit in limits.items():
        if isinstance(limit, dict):
            yield from unknown_keys(limit, LIMIT_KEYS, f"shop.limits.{role}")
        else:
            yield _not_a_table(f"shop.limits.{role}")
    staff = shop.get("staff", [])
    if not _is_list_of_tables(staff):
        yield _not_a_list("shop.staff")
        staff = []
    for person in staff:
        yield from unknown_keys(person, STAFF_KEYS, "shop.staff")
        yield from _choice("shop.staff.role", person.get("role", Role.COUNTER), tuple(Role))


def _approval_problems(approval: object) -> Iterator[str]:
    if isinstance(approval, dict):
        yield from unknown_keys(approval, APPROVAL_KEYS, "resolution.approval")
    else:
        yield _not_a_table("resolution.approval")


def _before_problems(table: Mapping[str, Any]) -> Iterator[str]:
    yield from customer_problems(table.get("customer"), "before.customer")
    promises = table.get("promises", [])
    if not _is_list_of_tables(promises):
        yield _not_a_list("before.promises")
        promises = []
    for promise in promises:
        yield from unknown_keys(promise, BEFORE_PROMISE_KEYS, "before.promises")
        yield from _choice("before.promises.state", promise.get("state", PromiseState.KEPT), _OVER)
        if not {"what", "due_at"} <= set(promise):
            yield _("before.promises: a promise needs what and due_at.")


def _after_problems(table: Mapping[str, Any]) -> Iterator[str]:
    answers = table.get("answers", {})
    if not (isinstance(answers, dict) and all(isinstance(given, dict) for given in answers.values())):
        yield _not_a_table("after.answers")
        return
    yield from unknown_keys(answers, tuple(Step), "after.answers")


def _choice(where: str, value: object, known: tuple[str, ...]) -> Iterator[str]:
    if value not in known:
        hint = did_you_mean(str(value), known)
        yield _("{where}: there is no “{value}”{hint}.").format(where=where, value=value, hint=hint)


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def _not_a_table(where: str) -> str:
    return _("{where}: write a table here.").format(where=where)


def _not_a_list(where: str) -> str:
    return _("{where}: write a list of tables here.").format(where=where)
