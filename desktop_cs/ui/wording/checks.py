"""Asking the desk for a wording check; a lexicon that cannot be read is told once, as a notice."""

from collections.abc import Iterable

from desktop_cs.customers.customer import Customer
from desktop_cs.guide.wording_check import WordingCheck
from desktop_cs.ui.actions import Actions


def check_for(
    actions: Actions, languages: Iterable[str], customer: Customer | None = None
) -> WordingCheck | None:
    """Return the check of a text that may be in these languages, the likeliest first.

    None where it failed, which is shown; without one nothing is marked, and typing goes on.
    """
    check = actions.ask(lambda: actions.desk.wording.check(languages, customer))
    for damage in actions.desk.wording.untold_damage():
        actions.refused.emit(damage)
    return check
