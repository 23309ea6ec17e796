"""Columns of a case that follow from its answers: what is listed, searched and counted."""

from collections.abc import Mapping
from dataclasses import replace

from desktop_cs.cases.case import Case
from desktop_cs.cases.steps import Step

# Key beside the answers that holds, as JSON, what could not be read yet and what another answer hides.
AS_TYPED = "as_typed"

_COLUMNS: dict[Step, tuple[tuple[str, str], ...]] = {
    Step.REVIEW: (("failure_kind", "failure_kind"), ("serial", "serial"), ("severity", "severity")),
    Step.RESOLUTION: (("problem_solved", "problem_solved"), ("customer_accepts", "customer_accepts")),
    Step.LOGGING: (("root_cause", "root_cause"), ("finding", "finding")),
}


def with_answers(case: Case, step: Step, answers: Mapping[str, str]) -> Case:
    """Return the case with the columns that this step's answers decide."""
    columns = {column: answers.get(field_id, "") for field_id, column in _COLUMNS.get(step, ())}
    if step is Step.REVIEW:
        columns["product"] = answers.get("product") or answers.get("device", "")
    return replace(case, **columns) if columns else case  # type: ignore[arg-type]  # every column here is a text


def changed_fields(before: Case, after: Case) -> tuple[str, ...]:
    """Return the names of the header fields that differ."""
    return tuple(name for name in Case.__slots__ if getattr(before, name) != getattr(after, name))
