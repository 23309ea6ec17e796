"""The questions of a form: those in sight are built at once, the others while nothing else is to do.

Folded ones come last of all; they are there before anybody unfolds them.
"""

from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.forms.definition import Field, words_in
from desktop_cs.ui.forms.below_question import BelowQuestion
from desktop_cs.ui.forms.draft import Draft
from desktop_cs.ui.forms.editor import EditorSetting
from desktop_cs.ui.forms.field_row import FieldRow
from desktop_cs.ui.forms.section_view import SectionView
from desktop_cs.ui.theme.tokens import XL, S
from desktop_cs.ui.widgets.labels import text_label

_FEW = 3
_AT_ONCE = 2  # questions built with the form; forms are mostly made before they are seen, in small pieces


class QuestionList(QWidget):
    """Title, sections and questions of a draft.

    Args:
        draft: What is asked, and what was typed so far.
        setting: What editors are told.
        parent: The form.

    Signals:
        edited: An answer was changed by hand (field id).
        built: A question is there now (its `FieldRow`).
    """

    edited = Signal(str)
    built = Signal(object)

    def __init__(self, draft: Draft, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._setting = setting
        self._sections: dict[str, SectionView] = {}
        self._asked: dict[str, Field] = {}
        self._waiting: list[Field] = []
        self.rows: dict[str, FieldRow] = {}
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._build_next)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XL)
        self._add_titles()
        for section in draft.form.sections:
            self._add_section(
                SectionView(section, self._language, may_fold=bool(section.folded_until), parent=self)
            )
        self._column.addStretch(1)
        self.refresh()
        for _number in range(_AT_ONCE):
            self._build_next()
        self._order_tabs()

    def refresh(self) -> None:
        """Show exactly the questions that are asked now."""
        asked = self._asked = {field.id: field for field in self._draft.asked()}
        for row in self.rows.values():
            row.setVisible(row.field.id in asked)
        for view in set(self._sections.values()):
            view.setVisible(any(field.id in asked for field in view.section.fields))
        unbuilt = [field for field_id, field in asked.items() if field_id not in self.rows]
        seen = [field for field in unbuilt if not self._sections[field.id].folded]
        self._waiting = seen + [field for field in unbuilt if field not in seen]
        if len(seen) <= _FEW:  # what one answer brings up appears with it
            for _field in seen:
                self._build_next()
            if seen:
                self._order_tabs()
        if self._waiting:
            self._idle.start()

    @property
    def is_built(self) -> bool:
        """Return whether every question that is asked is there."""
        return not self._waiting

    def update_folding(self) -> None:
        """Fold and unfold the sections by the rules that hold now."""
        for view in set(self._sections.values()):
            view.set_folded(folded=self._draft.is_folded(view.section.folded_until))

    def fill(self) -> None:
        """Show the draft's answers anew."""
        for row in self.rows.values():
            row.set_raw(self._draft.raw.get(row.field.id, ""))
            row.set_problem("")
        self.refresh()

    def row(self, field_id: str) -> FieldRow:
        """Return a question's row, built now if it was not yet."""
        if field_id not in self.rows:
            self._build(self._draft.form.field(field_id))
            self._order_tabs()
        return self.rows[field_id]

    def hang(self, field_id: str, below: BelowQuestion) -> None:
        """Put a widget below a question."""
        self.row(field_id).hang(below)
        self._order_tabs()

    def take_setting(self, setting: EditorSetting) -> None:
        """Go on in other surroundings, such as on the next day or with other moments offered."""
        self._setting = setting
        for row in self.rows.values():
            row.editor.take_setting(setting)
        self._order_tabs()

    def unfold(self, field_id: str) -> None:
        """Open the section that this question stands in."""
        self._sections[field_id].set_folded(folded=False)

    def seen(self) -> list[Field]:
        """Return the questions that are asked and not folded away, in reading order."""
        return [field for field in self._draft.asked() if not self._sections[field.id].folded]

    @property
    def _language(self) -> str:
        return self._draft.context.language

    def _add_titles(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(S)
        for words, role in ((self._draft.form.title, "h2"), (self._draft.form.intro, "muted")):
            if text := words_in(words, self._language):
                titles.addWidget(text_label(text, role, wrap=True, parent=self))
        if titles.count():
            self._column.addLayout(titles)

    def _add_section(self, view: SectionView) -> None:
        for field in view.section.fields:
            self._sections[field.id] = view
        view.set_folded(folded=self._draft.is_folded(view.section.folded_until))
        view.unfolded.connect(self.refresh)
        self._column.addWidget(view)

    def _build_next(self) -> None:
        if self._waiting:
            field = self._waiting.pop(0)
            if field.id not in self.rows:
                self._build(field)
        if not self._waiting:
            self._idle.stop()
            self._order_tabs()

    def _build(self, field: Field) -> None:
        view = self._sections[field.id]
        row = FieldRow(field, self._setting, view.body)
        row.set_raw(self._draft.raw.get(field.id, ""))
        for widget in row.findChildren(QWidget):
            widget.ensurePolished()  # now, rather than all at once when the step is shown
        row.edited.connect(self.edited)
        self.rows[field.id] = row
        view.add_row(row)
        row.setVisible(field.id in self._asked)
        self.built.emit(row)

    def _order_tabs(self) -> None:
        """Have Tab go in reading order, whatever was built first."""
        stops: list[QWidget] = []
        for view in dict.fromkeys(self._sections.values()):
            stops += [view.header] if view.header is not None else []
            stops += [widget for row in view.rows() for widget in row.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
