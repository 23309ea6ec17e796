"""The line by which anyone adds what is kept forgetting to mention, and what becomes of it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.settings.field_line import ProblemLine
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.buttons import link_button, secondary_button
from desktop_cs.ui.widgets.labels import text_label


class PromptLine(QWidget):
    """A question that unfolds to one line; Enter keeps what is typed.

    Signals:
        wanted: A sentence is to be kept.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope = ""
        self._opened: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.open = link_button(_("Something we keep forgetting?"), "plus", self)
        self.open.clicked.connect(self.unfold)
        self._column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_scope(self, scope: str) -> None:
        """Say for which cases the sentence will stand; "" is every case."""
        self._scope = scope
        if self._opened is not None:
            self._told.setText(self._scope_words())

    def unfold(self) -> None:
        """Show the line, with the focus in it."""
        if self._opened is None:
            self._make()
        self.open.hide()
        self._told.setText(self._scope_words())
        if self._opened is not None:
            self._opened.show()
        # Once it stands in its place, so that the panel scrolls all of it into sight.
        QTimer.singleShot(0, self.line, lambda: self.line.setFocus(Qt.FocusReason.OtherFocusReason))

    def fold(self) -> None:
        """Put the line away, empty."""
        if self._opened is not None:
            self.line.clear()
            self.show_problem("")
            self._opened.hide()
        self.open.show()
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say below the line what is not right; "" takes it back."""
        self._problem.show_for(sentence, self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the line away on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.open.isHidden():
            self.fold()
        else:
            super().keyPressEvent(event)

    def _make(self) -> None:
        self._opened = QWidget(self)
        column = QVBoxLayout(self._opened)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        title = text_label(_("What is easily forgotten here?"), "strong", wrap=True, parent=self._opened)
        self.line = QLineEdit(self._opened)
        self.line.setAccessibleName(title.text())
        self.line.setPlaceholderText(_("Such as: ask for the charger too"))
        title.setBuddy(self.line)
        self._problem = ProblemLine(self._opened)
        self._told = text_label("", "caption", wrap=True, parent=self._opened)
        keep = secondary_button(_("Keep it"), parent=self._opened)
        self.line.returnPressed.connect(self._want)
        keep.clicked.connect(self._want)
        for widget in (title, self.line, self._problem, self._told):
            column.addWidget(widget)
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._opened)

    def _want(self) -> None:
        self.wanted.emit(self.line.text())

    def _scope_words(self) -> str:
        if not self._scope:
            return _("It will stand here in every case.")
        return _("It will stand here in cases of: {scope}").format(scope=self._scope)


def keep_prompts(
    line: PromptLine,
    actions: Actions,
    where: Callable[[], tuple[Story | None, Step | None]],
    show_again: Callable[[], None],
) -> None:
    """Let what is typed in the line be kept for the case and the step that are shown, with a way back."""

    def keep(text: str) -> None:
        story, step = where()
        if story is None or step is None:
            return
        prompts = actions.desk.guide.prompts
        kept = actions.attempt(lambda: prompts.add(story, step, text), line.window())
        if isinstance(kept, UserError):
            line.show_problem(str(kept))
            return
        line.fold()
        show_again()
        actions.say_done(
            _("Kept. It stands in the guide from now on."), lambda: prompts.save(replace(kept, active=False))
        )

    line.wanted.connect(keep)
