"""The month in words: what a manager should know before looking at any figure."""

from collections.abc import Callable, Mapping

from desktop_cs import shown
from desktop_cs.i18n import N_, _, ngettext
from desktop_cs.summary.causes import pareto
from desktop_cs.summary.month import MonthFigures

FEW = 20  # below this many cases a percentage says more than is known
OWN_LABELS = {  # no form asks for it; it comes in with records of repairs. Source: terms.md
    "repair_status": {
        "fixed": N_("Fixed"),
        "repairable": N_("Could be repaired"),
        "end_of_life": N_("Beyond repair"),
        "unknown": N_("Not known"),
    }
}
Labels = Mapping[str, Mapping[str, str]]  # id of a question -> id of an option -> what people read


def headline(figures: MonthFigures, language: str) -> str:
    """Return the month in one sentence."""
    if not figures.done:
        return _("No case was done in this month.")
    sentence = ngettext(
        "{count} case was done in this month.", "{count} cases were done in this month.", figures.done
    )
    return sentence.format(count=shown.number(figures.done, language))


def findings(figures: MonthFigures, labels: Labels, language: str) -> tuple[str, ...]:
    """Return the sentences that follow the headline, the most telling first, each only with ground."""
    told = [tell(figures, labels, language) for tell in _FINDINGS]
    return tuple(sentence for sentence in told if sentence)


def label_of(labels: Labels, question: str, option: str) -> str:
    """Return what people read for an option; a plain form of its id where the forms know it no longer."""
    label = labels.get(question, {}).get(option)
    own = OWN_LABELS.get(question, {}).get(option)
    return label or (_(own) if own else option.replace("_", " ") or _("not noted"))


def of_all(count: int, total: int, language: str) -> str:
    """Return a count out of a total, with its share where the total is large enough to bear one."""
    texts = {"count": shown.number(count, language), "total": shown.number(total, language)}
    if total < FEW:
        return _("{count} of {total}").format(**texts)
    # Only none and all of them are shown as 0 and 100 percent.
    share = count / total if count in (0, total) else min(max(count / total, 0.01), 0.99)
    return _("{count} of {total} ({share})").format(share=shown.percent(share, language), **texts)


def _most_frequent(figures: MonthFigures, labels: Labels, language: str) -> str:
    causes = pareto(figures.by_failure_kind)
    if len(causes) < 2 or not causes[0].id or causes[0].count == causes[1].count:
        return ""
    total = sum(cause.count for cause in causes)
    sentence = _("Most frequent: “{kind}”, {count}.")
    kind = label_of(labels, "failure_kind", causes[0].id)
    return sentence.format(kind=kind, count=of_all(causes[0].count, total, language))


def _promises(figures: MonthFigures, _labels: Labels, language: str) -> str:
    total = figures.promises_kept + figures.promises_broken
    if not total:
        return ""
    if not figures.promises_broken:
        sentence = ngettext(
            "The one promise that was settled was kept.",
            "Every promise that was settled was kept ({total}).",
            total,
        )
        return sentence.format(total=shown.number(total, language))
    sentence = _("Promises kept: {count}.")
    return sentence.format(count=of_all(figures.promises_kept, total, language))


def _second_failures(figures: MonthFigures, _labels: Labels, language: str) -> str:
    sentence = ngettext(
        "{count} was a second failure: start with that one.",
        "{count} were second failures: start with those.",
        figures.second_failures,
    )
    return (
        sentence.format(count=shown.number(figures.second_failures, language))
        if figures.second_failures
        else ""
    )


def _still_open(figures: MonthFigures, _labels: Labels, language: str) -> str:
    sentence = ngettext("{count} case was left open.", "{count} cases were left open.", figures.still_open)
    return sentence.format(count=shown.number(figures.still_open, language)) if figures.still_open else ""


def _budget(figures: MonthFigures, _labels: Labels, language: str) -> str:
    budget = figures.budget
    if budget is None:
        return ""
    if budget.typed_in:
        told = _("The revenue was typed in {currency} and is not counted, so there is no budget.")
        return told.format(currency=budget.typed_in)
    if budget.amount is None or budget.left is None:
        return ""
    texts = {
        "amount": shown.money(budget.amount, budget.currency, language),
        "spent": shown.money(budget.spent, budget.currency, language),
        "over": shown.money(abs(budget.left), budget.currency, language),
    }
    if budget.left < 0:
        return _("The budget of {amount} was exceeded by {over}.").format(**texts)
    return _("Of the budget of {amount}, {spent} was spent.").format(**texts)


def _thanks(figures: MonthFigures, _labels: Labels, language: str) -> str:
    told = _("Thank you, {author}, for the idea “{idea}”.")
    blank = "" if language.startswith("zh") else " "
    return blank.join(told.format(author=one.author, idea=one.name) for one in figures.adopted)


def _imported(figures: MonthFigures, _labels: Labels, language: str) -> str:
    if not figures.imported:
        return ""
    if figures.imported == figures.done:
        return _("They came in from another program, which keeps no promises and no follow-ups.")
    sentence = ngettext(
        "{count} came in from another program.", "{count} came in from another program.", figures.imported
    )
    return sentence.format(count=shown.number(figures.imported, language))


def _nothing(figures: MonthFigures, _labels: Labels, _language: str) -> str:
    if figures != MonthFigures(figures.month):
        return ""
    return _("Nothing was opened, promised or given either.")


_FINDINGS: tuple[Callable[[MonthFigures, Labels, str], str], ...] = (
    _most_frequent,
    _second_failures,
    _promises,
    _still_open,
    _budget,
    _imported,
    _thanks,
    _nothing,
)
