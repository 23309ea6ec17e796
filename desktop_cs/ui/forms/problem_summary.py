"""What is not yet right, gathered above a form when it is more than one thing."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.i18n import ngettext
from desktop_cs.ui.theme.tokens import XS, L, M, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.labels import text_label


class ProblemSummary(Card):
    """One line per question, each a way to it.

    Args:
        problems: (question, sentence) by field id, in reading order.
        parent: The form.

    Signals:
        chosen: A line was pressed (field id).
    """

    chosen = Signal(str)

    def __init__(self, problems: Mapping[str, tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("danger", M, parent)
        self.column.setContentsMargins(L, M, L, S)
        self.column.setSpacing(XS)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(IconLabel("triangle-alert", "danger", parent=self))
        count = len(problems)
        words = ngettext("{count} answer needs another look", "{count} answers need another look", count)
        title = text_label(words.format(count=count), "strong", wrap=True, parent=self)
        head.addWidget(title, 1)
        self.column.addLayout(head)
        self.setAccessibleName(title.text())
        for field_id, (question, sentence) in problems.items():
            self._add(field_id, question, sentence)

    def _add(self, field_id: str, question: str, sentence: str) -> None:
        way = quiet_button(question, parent=self)
        way.setAccessibleDescription(sentence)
        way.clicked.connect(lambda: self.chosen.emit(field_id))
        self.column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
