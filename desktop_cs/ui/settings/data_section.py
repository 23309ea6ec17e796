"""Settings, Data: where the records lie, a copy, a check, past cases, the practice shop."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.import_panel import ImportPanel
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.labels import TextLabel, text_label


class DataSection(Section):
    """Everybody may save a copy and check; only a manager takes in past cases."""

    for_everybody = True

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(acts, preferences, _("Data"), _("Everything stays on this PC."), parent)
        self.where = _selectable(str(self.desk.shop.data_folder), self)
        self._add(_("Where it lies"), "", self.where)
        self.copy = secondary_button(_("Save a copy…"), "save", self)
        self.copied = _selectable("", self)
        a_copy = _(
            "All cases, customers and letters in a folder of its own, best on a stick or another disk."
        )
        self._add(_("A copy"), a_copy, self.copy, self.copied)
        self.check = secondary_button(_("Check the data"), "shield-check", self)
        self.checked = _selectable("", self)
        self._add(
            _("A check"), _("Reads every record and says whether all is sound."), self.check, self.checked
        )
        self.past_cases = ImportPanel(acts, lambda act: self.signer(act), self)
        self._add(
            _("Past cases"),
            _("From a table (CSV) of another program. They come in as closed, without follow-ups."),
            self.past_cases,
        )
        self.practice = secondary_button(_("Open the practice shop"), "store", self)
        self.rehearse = secondary_button(_("Rehearse a hard conversation"), "message-circle-heart", self)
        self._add(
            _("Practice"),
            _("A shop of its own with invented cases to try things out. Your records stay apart."),
            self.practice,
            self.rehearse,
        )
        self.copy.clicked.connect(self._ask_where)
        self.check.clicked.connect(self._check)
        self.practice.clicked.connect(self.practice_wanted)
        self.rehearse.clicked.connect(lambda: self.went.emit("rehearsal", None))

    def load(self) -> None:
        """Offer the practice shop where this is not it."""
        self.practice.setEnabled(not self.desk.settings.is_practice)

    def set_allowed(self, *, allowed: bool) -> None:
        """Only past cases need a manager."""
        self.past_cases.setEnabled(allowed)

    def _add(self, title: str, told: str, *widgets: QWidget) -> None:
        """Add a block with a title, a sentence and what belongs to it."""
        block = QVBoxLayout()
        block.setSpacing(S)
        block.addWidget(text_label(title, "lead-strong", parent=self))
        if told:
            block.addWidget(text_label(told, "muted", wrap=True, parent=self))
        for widget in widgets:
            wide = isinstance(widget, TextLabel | ImportPanel)
            block.addWidget(widget, 0, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)
        self.card.column.addLayout(block)

    def _ask_where(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where is the copy to be saved?"))
        if not chosen:
            return
        self.copy.setEnabled(False)
        self.copied.setText(_("The copy is being made and checked. You can go on working."))
        work = self.acts.run_slow(lambda: self.desk.shop.save_copy(Path(chosen)), self._show_copy)
        work.ended.connect(self._copy_ended)

    def _copy_ended(self) -> None:
        self.copy.setEnabled(True)
        self.copied.setText("")

    def _show_copy(self, folder: Path) -> None:
        self.copied.setText(_("The copy is saved and checked: {folder}").format(folder=folder))
        self.saved.emit()

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.checked.setText(_("Every record is being read. You can go on working."))
        work = self.acts.run_slow(self.desk.shop.check_records, self._show_check)
        work.ended.connect(self._check_ended)

    def _check_ended(self) -> None:
        self.check.setEnabled(True)
        self.checked.setText("")

    def _show_check(self, problems: list[str]) -> None:
        self.checked.set_role("problem" if problems else "body")
        self.checked.setText("\n".join(problems) or _("All records are sound."))


def _selectable(text: str, parent: QWidget) -> TextLabel:
    label = text_label(text, wrap=True, parent=parent)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
