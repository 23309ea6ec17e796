"""The wording check under what is typed for the customer: quiet, a moment after the last key."""

import json

from PySide6.QtCore import QObject, QTimer

from desktop_cs.desk.desk import Desk
from desktop_cs.forms.definition import Field, Form
from desktop_cs.i18n import language_in_use
from desktop_cs.ui.forms.form_view import FormView

_PAUSE_MS = 500  # after the last key: nobody is corrected in the middle of a word
_WRITTEN = ("text", "long_text")


class WordingHints(QObject):
    """Watches one form and says under a question what a customer should better not read.

    Args:
        view: The form on the screen.
        form: What it asks; only answers that are `for_customer` are looked at.
        desk: Which knows the lexicons.
    """

    def __init__(self, view: FormView, form: Form, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._fields = {field.id: field for field in form.fields() if field.for_customer and _columns(field)}
        self._touched: set[str] = set()
        self._language = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        view.edited.connect(self._on_edited)

    def begin(self, language: str) -> None:
        """Look at another case, whose letters are in this language."""
        self._language = language
        self._touched = set(self._fields)
        self._pause.start()

    def _on_edited(self, field_id: str) -> None:
        if field_id in self._fields:
            self._touched.add(field_id)
            self._pause.start()

    def _look(self) -> None:
        raw = self._view.raw_answers()
        for field_id in self._touched:
            text = written_in(self._fields[field_id], raw.get(field_id, ""))
            self._view.show_hint(field_id, self._hint(text))
        self._touched = set()

    def _hint(self, text: str) -> str:
        """Return the first mark in words; the text may be in the customer's language or the person's own."""
        for language in dict.fromkeys((self._language, language_in_use())):
            for mark in self._desk.guide.marks(text, language) if text and language else ():
                better = f" → {mark.better}" if mark.better else ""
                return f"“{text[mark.start : mark.end]}”: {mark.reason}{better}"
        return ""


def written_in(field: Field, raw: str) -> str:
    """Return the words in an answer: the answer itself, or the written columns of its lines."""
    if field.type != "lines" or not raw:
        return raw
    lines = json.loads(raw)
    return "\n".join(line[column] for line in lines for column in _columns(field) if line.get(column))


def _columns(field: Field) -> tuple[str, ...]:
    """Return what is written in words: the answer itself, or columns of its lines; nothing of other kinds."""
    if field.type in _WRITTEN:
        return (field.id,)
    return tuple(column.id for column in field.columns if column.type in _WRITTEN)
