"""A titled group of questions on the screen, which may be folded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_cs.forms.definition import Section, words_in
from desktop_cs.ui.forms.field_row import FieldRow
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import fold_button, turn_chevron
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class SectionView(QWidget):
    """The title, help and questions of a section.

    Args:
        section: What it shows.
        language: In which language.
        may_fold: Whether it has a header to fold it by.
        parent: The form.

    Signals:
        unfolded: It was opened by hand, so its questions are wanted.
    """

    unfolded = Signal()

    def __init__(
        self, section: Section, language: str, *, may_fold: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.section = section
        self._order = [field.id for field in section.fields]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self.header: QPushButton | None = None
        self._add_title(words_in(section.title, language), may_fold=may_fold)
        help_text = words_in(section.help, language)
        self._help = text_label(help_text, "muted", wrap=True, parent=self) if help_text else None
        if self._help is not None:
            self._column.addWidget(self._help)
        self.body = QWidget(self)
        self._rows = FlowLayout(gap=(XL, L), most=2, parent=self.body)
        self._column.addWidget(self.body)
        if may_fold:
            self._on_toggled(False)  # noqa: FBT003 (as Qt's signal says it)

    @property
    def folded(self) -> bool:
        """Return whether its questions are folded away."""
        return self.header is not None and not self.header.isChecked()

    def set_folded(self, *, folded: bool) -> None:
        """Fold or unfold it; does nothing where it has no header."""
        if self.header is not None and self.header.isChecked() is folded:
            self.header.setChecked(not folded)

    def add_row(self, row: FieldRow) -> None:
        """Put a question in its place in the reading order."""
        place = sum(
            self._order.index(other.field.id) < self._order.index(row.field.id) for other in self.rows()
        )
        self._rows.insert_widget(place, row)

    def rows(self) -> list[FieldRow]:
        """Return the questions that are there, in reading order."""
        items = [self._rows.itemAt(place) for place in range(self._rows.count())]
        return [row for item in items if item is not None and isinstance(row := item.widget(), FieldRow)]

    def _add_title(self, title: str, *, may_fold: bool) -> None:
        if may_fold:
            self.header = fold_button(title, "chevron-right", self)
            turn_chevron(self.header)
            self.header.toggled.connect(self._on_toggled)
            self._column.addWidget(self.header, 0, Qt.AlignmentFlag.AlignLeft)
        elif title:
            self._column.addWidget(text_label(title, "lead-strong", wrap=True, parent=self))

    def _on_toggled(self, opened: bool) -> None:
        self.body.setVisible(opened)
        if self._help is not None:
            self._help.setVisible(opened)
        if opened:
            self.unfolded.emit()
