"""The wording check in the form of a step: in every answer that the customer will read or hear."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop_cs.desk.case_view import Story
from desktop_cs.i18n import language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.forms.editor import Editor
from desktop_cs.ui.forms.field_row import FieldRow
from desktop_cs.ui.forms.form_view import FormView
from desktop_cs.ui.wording.checks import check_for
from desktop_cs.ui.wording.mark_walk import MarkWalk

_SOON_MS = 200  # the page is painted first; a lexicon takes some 20 ms to read
_WRITTEN = {"text", "long_text"}


class WordingHints(QObject):
    """Watches the questions of one form that are `for_customer`, and what is written in their lines.

    Args:
        view: The form on the screen.
        actions: Through which the lexicons are asked for.
    """

    def __init__(self, view: FormView, actions: Actions) -> None:
        super().__init__(view)
        self._actions = actions
        self._walks: dict[str, MarkWalk] = {}
        self._story: Story | None = None
        self._unread: list[str] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read_next)
        view.row_built.connect(self._watch)
        for row in view.built_rows():
            self._watch(row)

    def begin(self, story: Story) -> None:
        """Look at another case. The answers may be in its customer's language or the person's own."""
        self._story = story
        self._unread = self._languages()
        self._soon.start(_SOON_MS)

    def walk(self, field_id: str) -> MarkWalk:
        """Return the marks of an answer; KeyError where no customer reads it, or it is not there yet."""
        return self._walks[field_id]

    def _languages(self) -> list[str]:
        letters = self._story.case.language_of_letters if self._story is not None else ""
        return [language for language in dict.fromkeys((letters, language_in_use())) if language]

    def _read_next(self) -> None:
        """Read one lexicon at a time, so that no key waits for two; then look."""
        if self._unread:
            self._actions.desk.wording.prepare(self._unread.pop(0))
            self._soon.start(0)
            return
        for walk in self._walks.values():
            self._begin(walk)

    def _begin(self, walk: MarkWalk) -> None:
        if self._story is not None and not self._unread:
            walk.begin(check_for(self._actions, self._languages(), self._story.customer))

    def _watch(self, row: FieldRow) -> None:
        if not row.field.for_customer or not _texts(row):
            return
        walk = MarkWalk(row.mark_line(), row)
        self._walks[row.field.id] = walk
        _watch_texts(walk, row)
        row.edited.connect(lambda _field_id: _watch_texts(walk, row))  # lines are added while one types
        if not self._soon.isActive():
            self._begin(walk)


def _watch_texts(walk: MarkWalk, row: FieldRow) -> None:
    for text in _texts(row):
        walk.watch(text)


def _texts(row: FieldRow) -> list[QPlainTextEdit | QLineEdit]:
    """Return what is written in words: the answer itself, or columns of its lines; nothing of other kinds."""
    editors = [row.editor, *row.editor.findChildren(Editor)]
    written = [editor for editor in editors if editor.field.type in _WRITTEN]
    inputs = [widget for editor in written for widget in editor.inputs()]
    return [widget for widget in inputs if isinstance(widget, (QPlainTextEdit, QLineEdit))]
