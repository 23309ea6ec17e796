"""What has been typed into a form so far, and which questions follow from it. Knows no Qt."""

from collections.abc import Collection, Mapping

from desktop_cs.forms import answers
from desktop_cs.forms.answers import Checked
from desktop_cs.forms.definition import Condition, Field, Form
from desktop_cs.forms.field_types import FIELD_TYPES, CheckContext


class Draft:
    """The answers of one form as they were typed, right or not.

    Args:
        form: The form.
        context: The shop's surroundings.
    """

    def __init__(self, form: Form, context: CheckContext) -> None:
        self.form = form
        self.context = context
        self.rules: frozenset[str] = frozenset()
        self.raw: dict[str, str] = {}
        self._deciding = {
            field.visible_when.field for field in form.fields() if field.visible_when is not None
        }
        self.set_stored({})

    def set_stored(self, stored: Mapping[str, str]) -> None:
        """Take stored answers; a question without one shows its default."""
        self.raw = {}
        for field in self.form.fields():
            known = stored.get(field.id) or ("" if field.retired else field.default)
            if known:
                self.raw[field.id] = FIELD_TYPES[field.type].as_typed(field, known, self.context)

    def check(self) -> Checked:
        """Return the answers checked: those to store, and a sentence for each that is not yet right."""
        return answers.check(self.form, self.raw, self.context, self.rules)

    def asked(self) -> list[Field]:
        """Return the questions that staff see now, in reading order."""
        stored = self.check().stored
        return [field for field in self.form.fields() if field.is_asked(stored, self.rules)]

    def decides(self, field_id: str) -> bool:
        """Return whether other questions depend on this one."""
        return field_id in self._deciding

    def set_rules(self, rules: Collection[str]) -> None:
        """Take the rules that hold for the case."""
        self.rules = frozenset(rules)

    def is_folded(self, until: str) -> bool:
        """Return whether a section that waits for this step still waits."""
        return bool(until) and not Condition(rule=f"{until}_passed").holds({}, self.rules)
