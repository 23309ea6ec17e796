"""The kinds of answer that a form can ask for, by the name that forms/*.toml gives them.

Stored text is canonical: ISO days, money as whole minor units, option ids, so that it sorts, compares
and prints without knowing the language.
"""

from collections.abc import Mapping

from desktop_cs.forms.checking import CheckContext, FieldType
from desktop_cs.forms.lines_type import COLUMN_TYPES, LINES_TYPE, line_gaps, lines_of

FIELD_TYPES: Mapping[str, FieldType] = {**COLUMN_TYPES, "lines": LINES_TYPE}
WITH_OPTIONS = frozenset({"choice", "choices", "checklist"})

__all__ = [
    "COLUMN_TYPES",
    "FIELD_TYPES",
    "WITH_OPTIONS",
    "CheckContext",
    "FieldType",
    "line_gaps",
    "lines_of",
]
