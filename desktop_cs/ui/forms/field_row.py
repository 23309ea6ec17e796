"""One question on the screen: label, help, editor, and what is not yet right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.forms.definition import Field, words_in
from desktop_cs.i18n import _
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.forms.below_question import BelowQuestion
from desktop_cs.ui.forms.choice_editors import ChoiceEditor
from desktop_cs.ui.forms.editor import Editor, EditorSetting
from desktop_cs.ui.forms.editors import EDITORS
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.cards import IconLabel
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import WrappingLabel, text_label
from desktop_cs.ui.wording.mark_line import MarkLine

_NARROW = {"code", "day", "money", "number", "person"}  # stand beside another question where there is room


class FieldRow(QWidget):
    """A question with its editor.

    Signals:
        edited: The answer was changed by hand (field id).
    """

    edited = Signal(str)

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        if field.private:
            keep_private(self)
        self._problem: QWidget | None = None
        self._sentence = ""
        self._marks: MarkLine | None = None
        self.below: BelowQuestion | None = None
        self.editor: Editor = EDITORS[field.type](field, setting, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self._column.addLayout(self._heading(setting.context.language))
        help_text = words_in(field.help, setting.context.language)
        if help_text:
            self._column.addWidget(text_label(help_text, "caption", wrap=True, parent=self))
        self._note = text_label("", "caption", wrap=True, parent=self)
        self._note.hide()
        self._column.addWidget(self._note)
        self._column.addWidget(self.editor)
        self._column.addStretch(1)
        self.editor.edited.connect(self._on_edited)
        short = isinstance(self.editor, ChoiceEditor) and self.editor.is_short()
        grows = QSizePolicy.Policy.Maximum if short or field.type in _NARROW else QSizePolicy.Policy.Expanding
        policy = QSizePolicy(grows, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def problem(self) -> str:
        """Return the sentence that is shown under the field, or ""."""
        return self._sentence

    def set_raw(self, raw: str) -> None:
        """Show this answer."""
        if raw != self.editor.raw():  # else all of the form would be laid out anew for nothing
            self.editor.set_raw(raw)
        self._mark_needed()

    def set_problem(self, sentence: str) -> None:
        """Show what is not yet right under the field; "" takes it away."""
        if sentence == self._sentence:
            return
        self._sentence = sentence
        if self._problem is not None:
            self._column.removeWidget(self._problem)
            self._problem.deleteLater()
            self._problem = None
        if sentence:
            self._problem = self._problem_line(sentence)
            self._column.insertWidget(self._end(), self._problem)
            self._problem.show()
        self.editor.set_problem(sentence)

    def hang(self, below: BelowQuestion) -> None:
        """Put a widget below the question; it comes and goes with it, shown or not as it is."""
        self._column.insertWidget(self._column.count() - 1, below)
        self.below = below

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in reading order."""
        return self.editor.inputs() + (self.below.stops() if self.below is not None else [])

    @property
    def note(self) -> str:
        """Return what holds for this case alone, or ""."""
        return self._note.text()

    def set_note(self, sentence: str) -> None:
        """Show under the help what holds for this case alone; "" takes it away."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    @property
    def hint(self) -> str:
        """Return what might be worded better, or ""."""
        return self._marks.text() if self._marks is not None else ""

    def mark_line(self) -> MarkLine:
        """Return the line under the editor that says what might be worded better."""
        if self._marks is None:
            self._marks = MarkLine(self)
            self._column.insertWidget(self._column.indexOf(self.editor) + 1, self._marks)
        return self._marks

    def _end(self) -> int:
        """Return the place behind all that belongs to the answer itself."""
        return self._column.indexOf(self.below) if self.below is not None else self._column.count() - 1

    def _heading(self, language: str) -> FlowLayout:
        heading = FlowLayout(gap=(S, 0))
        label = WrappingLabel(words_in(self.field.label, language), "strong", self)
        label.setBuddy(self.editor.focusProxy() or self.editor)
        heading.addWidget(label)
        self._needed = text_label(_("needed"), "needed", parent=self) if self.field.required else None
        if self._needed is not None:
            heading.addWidget(self._needed)
        return heading

    def _problem_line(self, sentence: str) -> QWidget:
        made = QWidget(self)
        made.setMinimumWidth(look().px(240))  # of a narrow question too; else a long sentence would widen it
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
        line = QHBoxLayout(made)
        line.setContentsMargins(0, XS, 0, 0)
        line.setSpacing(S)
        line.addWidget(IconLabel("triangle-alert", "danger", 16, made), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text_label(sentence, "problem", wrap=True, parent=made), 1)
        return made

    def _mark_needed(self) -> None:
        """Say "needed" only as long as there is no answer."""
        if self._needed is not None:
            self._needed.setVisible(not self.editor.raw().strip())

    def _on_edited(self) -> None:
        self._mark_needed()
        self.edited.emit(self.field.id)
