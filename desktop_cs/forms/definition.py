"""What a form is: plain frozen values, read from forms/*.toml."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

Words = Mapping[str, str]  # language code -> text, e.g. {"en": "Apology"}
Answers = Mapping[str, str]  # field id -> canonical text; an unanswered field is absent or ""


def words_in(words: Words, language: str) -> str:
    """Return the text in this language, in English where it has none, "" where it has neither."""
    return words.get(language) or words.get("en", "")


@dataclass(frozen=True, slots=True)
class Condition:
    """When a question or section is asked.

    Exactly one of the three tests is set beside `field`; or `rule` alone names a rule in Python
    that holds for the case as a whole (such as "second_failure").
    """

    field: str = ""
    one_of: tuple[
        str, ...
    ] = ()  # `is` and `is_one_of`: a choice equals, or a list of choices holds, one of them
    filled: bool | None = None
    rule: str = ""

    def holds(self, answers: Answers, rules: Collection[str] = ()) -> bool:
        """Return whether the condition holds for these answers and the rules that hold for the case."""
        if self.rule:
            return self.rule in rules
        answer = answers.get(self.field, "")
        if self.filled is not None:
            return bool(answer) is self.filled
        return not set(answer.split(",")).isdisjoint(self.one_of)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a choice, choices or checklist field offers; `weighs_most` marks what counts most."""

    id: str
    label: Words
    help: Words
    weighs_most: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One entry of every line of a `lines` field; its type is one of the plain field types."""

    id: str
    type: str
    label: Words
    required: bool
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `id` is stored with every answer, never changes and is never used again.

    `required` is needed to finish (never to keep a draft), `express` stands on the express page too,
    `private` never leaves the shop's own pages, `for_customer` will be read by the customer.
    """

    id: str
    type: str
    label: Words
    help: Words
    required: bool = False
    express: bool = False
    private: bool = False
    for_customer: bool = False
    retired: bool = False
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    visible_when: Condition | None = None
    at_most: int | None = None  # choices: how many may be picked; number: the highest
    at_least: int | None = None  # number: the lowest
    default: str = ""  # canonical text shown before anything is answered; stored only when it is kept
    not_in_future: bool = False

    def is_asked(self, answers: Answers, rules: Collection[str] = ()) -> bool:
        """Return whether staff see this question, given the answers so far."""
        if self.retired:
            return False
        return self.visible_when is None or self.visible_when.holds(answers, rules)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of questions; `folded_until` names a step before which it stays folded."""

    id: str
    title: Words
    help: Words
    fields: tuple[Field, ...]
    folded_until: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form. `version` goes up whenever a field is added, renamed or retired."""

    id: str
    version: int
    title: Words
    intro: Words
    sections: tuple[Section, ...]

    def fields(self) -> Iterator[Field]:
        """Yield every field in reading order, retired ones too."""
        for section in self.sections:
            yield from section.fields

    def field(self, field_id: str) -> Field:
        """Return the field, or raise KeyError."""
        for field in self.fields():
            if field.id == field_id:
                return field
        raise KeyError(field_id)
