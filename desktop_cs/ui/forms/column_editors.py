"""One editor per kind of answer that can also stand as a column of a line."""

from desktop_cs.ui.forms.choice_editors import (
    ChecklistEditor,
    ChoiceEditor,
    ChoicesEditor,
    PersonEditor,
    YesNoEditor,
)
from desktop_cs.ui.forms.day_editors import DayAndTimeEditor, DayEditor
from desktop_cs.ui.forms.editor import Editor
from desktop_cs.ui.forms.text_editors import (
    CodeEditor,
    LongTextEditor,
    MoneyEditor,
    NumberEditor,
    ProductEditor,
    TextEditor,
)

COLUMN_EDITORS: dict[str, type[Editor]] = {
    "text": TextEditor,
    "long_text": LongTextEditor,
    "choice": ChoiceEditor,
    "choices": ChoicesEditor,
    "checklist": ChecklistEditor,
    "day": DayEditor,
    "day_and_time": DayAndTimeEditor,
    "money": MoneyEditor,
    "number": NumberEditor,
    "yes_no": YesNoEditor,
    "person": PersonEditor,
    "product": ProductEditor,
    "code": CodeEditor,
}
