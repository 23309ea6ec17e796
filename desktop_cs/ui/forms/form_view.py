"""Shows any form, tells which answer changed or was left, and says what is not yet right."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_cs.forms.answers import Checked
from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Form, words_in
from desktop_cs.ui.forms.editor import EditorSetting
from desktop_cs.ui.forms.lines_editor import LinesEditor
from desktop_cs.ui.forms.problem_summary import ProblemSummary
from desktop_cs.ui.forms.question_list import QuestionList
from desktop_cs.ui.forms.question_walk import QuestionWalk

_RELEASE_MS = 30  # how soon to look again whether the mouse button was let go


class FormView(QuestionWalk):
    """A form on the screen.

    Nothing is said about an answer while it is typed: about its format when its question is left, about what
    is missing when the page asks for it with `show_problems`. Ctrl+Enter is left to the page.

    Args:
        form: What it asks.
        language: In which language.
        context: Currency and wall time of the shop.
        staff_names: Who can be chosen as a person.
        parent: The page.

    Signals:
        edited: An answer was changed by hand (field id).
        left_field: The focus left a question (field id).
        row_built: A question is there now (its `FieldRow`), for the first time or anew.
    """

    edited = Signal(str)
    left_field = Signal(str)
    row_built = Signal(object)

    def __init__(
        self,
        form: Form,
        language: str,
        context: CheckContext,
        staff_names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._summary: ProblemSummary | None = None
        super().__init__(form, language, context, staff_names, parent)
        self._watch.left.connect(self._on_left)

    def set_rules(self, rules: Collection[str]) -> None:
        """Take the rules that hold for the case; questions and sections come and go at once."""
        self._draft.set_rules(rules)
        self._questions.update_folding()
        self._questions.refresh()

    def set_answers(self, stored: Mapping[str, str]) -> None:
        """Show stored answers; a question without one shows its default."""
        self._draft.set_stored(stored)
        self._questions.fill()

    def set_raw_answers(self, raw: Mapping[str, str]) -> None:
        """Show answers as they were typed, right or not; the way back from `raw_answers`."""
        self._draft.raw = dict(raw)
        self._questions.fill()

    def raw_answers(self) -> dict[str, str]:
        """Return every answer as it was typed, right or not, those of hidden questions too."""
        return {field_id: raw for field_id, raw in self._draft.raw.items() if raw}

    def check(self) -> Checked:
        """Return the answers checked: those to store, and a sentence for each that is not yet right."""
        return self._draft.check()

    def show_in(self, language: str, context: CheckContext) -> None:
        """Show the form in another language, or for another wall time; every answer stays as it was typed."""
        self._draft.context = replace(context, language=language)
        self._rebuild(replace(self._setting, context=self._draft.context))

    def set_now(self, now: datetime, moments: Sequence[datetime] = ()) -> None:
        """Take the wall time of the shop, and what is offered with one press for what is still to come.

        Args:
            now: The wall time, without a zone.
            moments: Days with a time of the shop; none offers days alone.
        """
        before, self._draft.context = self._setting, replace(self._draft.context, now=now)
        self._setting = replace(before, context=self._draft.context, quick_moments=tuple(moments))
        same_day = before.context.now.date() == now.date()
        if not same_day or before.quick_moments != self._setting.quick_moments:
            self._questions.take_setting(self._setting)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is not yet right under each question; two or more also above the form, the first in focus.

        Args:
            problems: A sentence by field id; empty takes all of them away.
        """
        ordered = [field for field in self._draft.form.fields() if field.id in problems]
        for field in ordered:
            self._questions.row(field.id)
        for field_id, row in self._questions.rows.items():
            row.set_problem(problems.get(field_id, ""))
        language = self._draft.context.language
        self._summarise(
            {field.id: (words_in(field.label, language), problems[field.id]) for field in ordered}
        )
        if ordered:
            self.focus_field(ordered[0].id)

    def seal_lines(self, field_id: str, *, sealed: bool) -> None:
        """Let the lines of an answer only be added to, or be changed again."""
        editor = self._questions.row(field_id).editor
        if isinstance(editor, LinesEditor):
            editor.seal(sealed=sealed)

    def fill_lines(self, field_id: str, cells: Mapping[str, str]) -> None:
        """Fill these columns of every line that is written in and has none of them yet."""
        editor = self._questions.row(field_id).editor
        if isinstance(editor, LinesEditor) and editor.fill_empty(cells):
            self._draft.raw[field_id] = editor.raw()

    def _make_questions(self) -> QuestionList:
        questions = super()._make_questions()
        questions.edited.connect(self._on_edited)
        questions.built.connect(self.row_built)
        for row in questions.rows.values():
            self.row_built.emit(row)
        return questions

    def _rebuild(self, setting: EditorSetting) -> None:
        current = self._watch.current
        self._setting = setting
        self._summarise({})
        before = self._questions
        self._questions = self._make_questions()
        for field_id, below in self._below.items():
            is_seen = not below.isHidden()  # to be moved hides it
            self._questions.hang(field_id, below)
            below.setVisible(is_seen)
        before.hide()
        before.deleteLater()
        if current:
            self.focus_field(current)

    def _summarise(self, problems: Mapping[str, tuple[str, str]]) -> None:
        if self._summary is not None:
            self._summary.hide()
            self._summary.deleteLater()
            self._summary = None
        if len(problems) > 1:
            self._summary = ProblemSummary(problems, self)
            self._summary.chosen.connect(self.focus_field)
            self._column.insertWidget(0, self._summary)
            self._summary.show()

    def _on_edited(self, field_id: str) -> None:
        row = self._questions.row(field_id)
        self._draft.raw[field_id] = row.editor.raw()
        if row.problem and field_id not in self.check().problems and row.editor.raw():
            row.set_problem("")
        if self._draft.decides(field_id):
            self._questions.refresh()
        self.edited.emit(field_id)

    def _on_left(self, field_id: str) -> None:
        self._say_problem(field_id)
        self.left_field.emit(field_id)

    def _say_problem(self, field_id: str) -> None:
        """Say what is wrong with the format of an answer; never while a button is being pressed.

        The sentence moves what stands below it, so a click under way would miss.
        """
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(_RELEASE_MS, self, lambda: self._say_problem(field_id))
            return
        row = self._questions.rows.get(field_id)
        if row is not None and row.editor.raw().strip():
            row.set_problem(self.check().problems.get(field_id, ""))
        if not any(row.problem for row in self._questions.rows.values()):
            self._summarise({})
