"""Which column of a table becomes what in a case: the map as values, and the names it may use."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop_cs.errors import UserError
from desktop_cs.exchange.days import USUAL
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shown import listed

NAMES = (
    "reference",
    "who",
    "one_line",
    "opened_at",
    "logged_at",
    "failure_kind",
    "root_cause",
    "finding",
    "product",
    "serial",
    "repair_status",
    "language",
)
NEEDED = ("one_line", "opened_at")
ANSWERS = MappingProxyType(  # our name -> step and id of the question that asks for the same
    {
        "failure_kind": ("review", "failure_kind"),
        "product": ("review", "product"),
        "serial": ("review", "serial"),
        "root_cause": ("logging", "root_cause"),
        "finding": ("logging", "finding"),
    }
)
CHOICES: Mapping[str, Collection[str]] = MappingProxyType(  # Source: terms.md (Open Repair Data Standard)
    {
        "repair_status": ("fixed", "repairable", "end_of_life", "unknown"),
        "finding": ("upheld", "partly_upheld", "not_upheld"),
    }
)
Questions = Mapping[str, Mapping[str, Collection[str]]]  # step -> id of the question -> ids of its options


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from: columns, else a constant whose gaps in braces are headings.

    `in_line` is the column of a question with lines that the text becomes one line of.
    """

    columns: tuple[str, ...] = ()
    constant: str = ""
    in_line: str = ""


@dataclass(frozen=True, slots=True)
class ImportMap:
    """What becomes what. `origins` and `values` go by our own name, or "step.question" for an answer."""

    source: str
    origins: Mapping[str, Origin]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    delimiter: str = ""
    join: str = " – "
    nothing: frozenset[str] = frozenset()
    day_formats: tuple[str, ...] = USUAL


def map_of_own_names(source: str, headers: Collection[str], questions: Questions | None = None) -> ImportMap:
    """Return the map of a table whose headings are our own names, such as one_line or review.price.

    Args:
        source: Whose references these are.
        headers: The headings of the table; those that are none of our names are passed over.
        questions: The steps and their questions, where they are known.

    Raises:
        UserError: A heading begins with a step and names no question of it.
    """
    answers = [header for header in headers if _is_answer(header, questions)]
    wrong = [
        header for header in answers if questions and header.partition(".")[2] not in _of(header, questions)
    ]
    if wrong:
        sentence = _("No question is called {names}. Mend the heading, or say by a map what the column is.")
        raise UserError(sentence.format(names=listed((f"“{header}”" for header in wrong), language_in_use())))
    own = [header for header in headers if header in NAMES or header in answers]
    origins = {header: Origin(columns=(header,)) for header in own}
    if "customer" in headers:
        origins.setdefault("who", Origin(columns=("customer",)))
    return ImportMap(source, origins)


def _is_answer(header: str, questions: Questions | None) -> bool:
    step, mark, question = header.partition(".")
    named = bool(mark) and step.isidentifier() and question.isidentifier()
    return named and (questions is None or step in questions)


def _of(header: str, questions: Questions) -> Collection[str]:
    return questions[header.partition(".")[0]]
