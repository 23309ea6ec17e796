"""What staff keep forgetting to mention, as a list that a manager looks after."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.cases.steps import Step
from desktop_cs.desk.guide_words import file_words, step_words
from desktop_cs.errors import UserError
from desktop_cs.guide.edits import Prompt
from desktop_cs.guide.procedure import FAILURE_KINDS
from desktop_cs.i18n import _
from desktop_cs.ui.settings.field_line import ProblemLine, fix_width
from desktop_cs.ui.settings.hint_text import HintText
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.tokens import XL, XS, L, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label


class PromptRow(QWidget):
    """One prompt: what is said, and for which product, kind of failure and step it shows.

    Args:
        prompt: What it is about; it is kept with its id.
        section: Gives the words of kinds and steps.
        parent: The widget that it stands in.

    Signals:
        settled: A field was left; the prompt as it is typed.
        retired: It is no longer to be shown.
    """

    settled = Signal(object)
    retired = Signal()

    def __init__(self, prompt: Prompt, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = prompt
        forms = section.desk.forms
        self.text = HintText(_("What is easily forgotten"), parent=self)
        self.product = QLineEdit(self)
        self.product.setPlaceholderText(_("Every product"))
        self.product.setAccessibleName(_("Product, or how its serial number begins"))
        self.product.setToolTip(self.product.accessibleName())
        fix_width(self.product, 200)
        self.kinds = Combo(_("Kind of failure"), self)
        self.kinds.addItem(_("Every kind"), "")
        for kind in FAILURE_KINDS:
            self.kinds.addItem(file_words(forms, kind), kind)
        self.steps = Combo(_("Step"), self)
        for step in Step:
            self.steps.addItem(step_words(forms, step), step.value)
        self.gone = quiet_button(_("No longer show"), parent=self)
        self._problem = ProblemLine(self)
        where = FlowLayout(gap=(S, S))
        for widget in (self.product, self.kinds, self.steps, self.gone):
            where.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.text)
        column.addLayout(where)
        column.addWidget(self._problem)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_prompt(prompt)
        self.text.left.connect(self._settle)
        self.text.entered.connect(self._settle)
        self.product.editingFinished.connect(self._settle)
        self.kinds.activated.connect(self._settle)
        self.steps.activated.connect(self._settle)
        self.gone.clicked.connect(self.retired)

    def show_prompt(self, prompt: Prompt) -> None:
        """Show the prompt as it is stored now."""
        self.prompt = prompt
        if self.text.text() != prompt.text:
            self.text.setPlainText(prompt.text)
        self.product.setText(prompt.product)
        self.kinds.setCurrentIndex(max(self.kinds.findData(prompt.failure_kind), 0))
        self.steps.setCurrentIndex(max(self.steps.findData(prompt.step), 0))
        self.show_problem("")

    def typed(self) -> Prompt:
        """Return the prompt as it is typed."""
        return replace(
            self.prompt,
            text=self.text.text(),
            product=" ".join(self.product.text().split()),
            failure_kind=self.kinds.currentData(),
            step=self.steps.currentData(),
        )

    def show_problem(self, sentence: str) -> None:
        """Say below what is not right; "" takes it back."""
        self._problem.show_for(sentence, self.text)

    def _settle(self) -> None:
        if self.typed() != self.prompt:
            self.settled.emit(self.typed())


class PromptRows(QWidget):
    """All prompts in use, and below them those that are no longer shown.

    Args:
        section: Through which everything is stored, in the name of whoever may.
    """

    def __init__(self, section: Section) -> None:
        super().__init__(section)
        self._section = section
        self._rows: list[PromptRow] = []
        holder = QWidget(self)
        self._list, self._former = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(XL)
        self._former.setSpacing(S)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, L, L)
        lines.setSpacing(L)
        told = _(
            "Anyone can add one beside a case: “Something we keep forgetting?” Here they are looked after."
        )
        lines.addWidget(text_label(told, "muted", wrap=True, parent=self))
        lines.addLayout(self._list)
        lines.addLayout(self._former)
        lines.addStretch(1)
        self._holder = holder
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FocusScrollArea(holder, self))

    def rows(self) -> list[PromptRow]:
        """Return the prompts in use, as they stand on the page."""
        return list(self._rows)

    def load(self) -> None:
        """Show what is stored now; rows that stay keep the focus."""
        everything = self._section.desk.guide.prompts.all()
        here = [one for one in everything if one.active]
        if [row.prompt.id for row in self._rows] == [one.id for one in here] and here:
            for row, one in zip(self._rows, here, strict=True):
                if row.prompt != one:
                    row.show_prompt(one)
        else:
            self._fill(here)
        self._fill_former([one for one in everything if not one.active])

    def keep(self) -> bool:
        """Store what the focus is still in, and return whether all of it could be."""
        changed = [row for row in self.rows() if row.typed() != row.prompt]
        return [row for row in changed if not self._keep(row, row.typed())] == []

    def set_allowed(self, *, allowed: bool) -> None:
        """Let them be changed or only read."""
        self._holder.setEnabled(allowed)

    def _fill(self, prompts: list[Prompt]) -> None:
        _clear(self._list)
        self._rows = [PromptRow(one, self._section, self._holder) for one in prompts]
        for row in self._rows:
            row.settled.connect(lambda typed, row=row: self._keep(row, typed))
            row.retired.connect(lambda row=row: self._retire(row))
            self._list.addWidget(row)
        if not prompts:
            self._list.addWidget(text_label(_("Nothing yet."), wrap=True, parent=self._holder))

    def _fill_former(self, prompts: list[Prompt]) -> None:
        _clear(self._former)
        if prompts:
            self._former.addWidget(text_label(_("No longer shown"), "lead-strong", parent=self._holder))
        for one in prompts:
            self._former.addWidget(self._former_row(one))

    def _former_row(self, prompt: Prompt) -> QWidget:
        made = QWidget(self._holder)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(text_label(prompt.text, wrap=True, parent=made), 1)
        again = quiet_button(_("Show again"), parent=made)
        again.setAccessibleName(_("Show again: {text}").format(text=prompt.text))
        again.clicked.connect(lambda: self._store(replace(prompt, active=True), prompt, _("It shows again.")))
        row.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _keep(self, row: PromptRow, typed: Prompt) -> bool:
        refusal = self._store(typed, row.prompt, _("What is easily forgotten is saved."))
        row.show_problem(str(refusal) if refusal else "")
        return refusal is None

    def _retire(self, row: PromptRow) -> None:
        before = row.prompt
        self._store(replace(before, active=False), before, _("It no longer shows."))

    def _store(self, prompt: Prompt, before: Prompt, words: str) -> UserError | None:
        """Store a prompt with the way back, and return the refusal when there is one."""
        prompts = self._section.desk.guide.prompts
        done = self._section.do(lambda: prompts.save(prompt))
        if isinstance(done, UserError):
            return done
        self.load()
        self._section.tell_saved(words, lambda: prompts.save(before))
        return None


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            with QSignalBlocker(widget):  # taking the focus out of it is no leaving by hand
                widget.hide()
            widget.deleteLater()
