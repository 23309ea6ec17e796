"""The questions of a form on the screen, walked by keyboard: Return goes on, Alt and a digit picks."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Form
from desktop_cs.ui.forms.below_question import BelowQuestion
from desktop_cs.ui.forms.choice_editors import ChoiceEditor
from desktop_cs.ui.forms.draft import Draft
from desktop_cs.ui.forms.editor import Editor, EditorSetting
from desktop_cs.ui.forms.field_row import FieldRow
from desktop_cs.ui.forms.focus_watch import FocusWatch
from desktop_cs.ui.forms.question_list import QuestionList
from desktop_cs.ui.theme.tokens import L


class QuestionWalk(QWidget):
    """Questions in a column, and the ways from one to the next.

    Args:
        form: What it asks.
        language: In which language.
        context: Currency and wall time of the shop.
        staff_names: Who can be chosen as a person.
        parent: The page.
    """

    def __init__(
        self,
        form: Form,
        language: str,
        context: CheckContext,
        staff_names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = Draft(form, replace(context, language=language))
        self._setting = EditorSetting(self._draft.context, tuple(staff_names))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(L)
        self._watch = FocusWatch(self)
        for digit in range(1, 10):
            keys = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda digit=digit: self.pick_choice(digit))
        self._below: dict[str, BelowQuestion] = {}
        self._questions = self._make_questions()

    @property
    def is_built(self) -> bool:
        """Return whether every question that is asked is there; the last are built while nobody waits."""
        return self._questions.is_built

    def built_rows(self) -> list[FieldRow]:
        """Return the questions that are there already; the others follow."""
        return list(self._questions.rows.values())

    def editor(self, field_id: str) -> Editor:
        """Return the widget that edits this answer; KeyError where the form has no such question."""
        return self._questions.row(field_id).editor

    def show_note(self, field_id: str, sentence: str) -> None:
        """Say under the help of a question what holds for this case alone; "" takes it away."""
        self._questions.row(field_id).set_note(sentence)

    def hang_below(self, field_id: str, below: BelowQuestion) -> None:
        """Put a widget below a question, where it stays however the form is shown; KeyError without it."""
        self._below[field_id] = below
        self._questions.hang(field_id, below)

    def focus_field(self, field_id: str) -> None:
        """Put the focus into a question, opening its section."""
        self._questions.unfold(field_id)
        self._questions.row(field_id).editor.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_again(self) -> None:
        """Put the focus back to where it was last; into the first open question where that is gone."""
        last = self._watch.last
        with suppress(RuntimeError):  # a line that was taken away meanwhile
            if last is not None and last.isVisibleTo(self) and last.isEnabled():
                last.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus into the first question without an answer, or into the first of all."""
        seen = self._questions.seen()
        unanswered = [field for field in seen if not self._draft.raw.get(field.id)]
        for field in (unanswered or seen)[:1]:
            self.focus_field(field.id)

    def focus_top(self) -> None:
        """Put the focus into the first question, answered or not."""
        for field in self._questions.seen()[:1]:
            self.focus_field(field.id)

    def pick_choice(self, number: int) -> None:
        """Pick the n-th choice of the question in focus, or of the next unanswered one that shows digits."""
        current = self._questions.rows.get(self._watch.current)
        if current is not None and isinstance(current.editor, ChoiceEditor):
            current.editor.pick_number(number)
            return
        for field_id in [*self._after_current(), *(field.id for field in self._questions.seen())]:
            editor = self._questions.row(field_id).editor
            if isinstance(editor, ChoiceEditor) and not editor.is_short() and not editor.raw():
                editor.pick_number(number)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next question on Return; press the button where one has the focus."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or not plain:
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        else:
            self._go_on()

    def _go_on(self) -> None:
        after = self._after_current()
        if after:
            self.focus_field(after[0])
        else:
            self.focusNextChild()

    def _after_current(self) -> list[str]:
        """Return the questions below the one in focus; none where no question has it."""
        seen = [field.id for field in self._questions.seen()]
        current = self._watch.current
        return seen[seen.index(current) + 1 :] if current in seen else []

    def _make_questions(self) -> QuestionList:
        questions = QuestionList(self._draft, self._setting, self)
        self._column.addWidget(questions)
        questions.show()
        return questions
