"""A new PC: the shop is on a stick, and is brought here with all its history."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_cs.desk.kept import Kept, kept_on
from desktop_cs.desk.second_place import FOLDER
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.safety.backup_list import BackupList
from desktop_cs.ui.safety.backup_words import moment_words
from desktop_cs.ui.safety.part_view import PartView
from desktop_cs.ui.widgets.buttons import primary_button
from desktop_cs.ui.widgets.labels import text_label


class BringView(PartView):
    """Asks where the stick is, and shows the backups on it.

    Args:
        actions: Through which the stick is searched.
        parent: The page.

    Signals:
        wanted: This backup is to become the shop on this PC; its `Kept`.
    """

    wanted = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        intro = _("Plug the stick in and show where it is. What lies on it stays as it is.")
        super().__init__(_("Bring my shop from a stick"), intro, parent)
        self._actions = actions
        self.choose = primary_button(_("Show where the stick is…"), "hard-drive", self)
        self.told = text_label("", wrap=True, parent=self)
        self.list = BackupList(self._when, _("Bring this one"), self)
        self.column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.told)
        self.column.addWidget(self.list)
        self.column.addStretch(1)
        self.list.show_backups([])
        self.choose.clicked.connect(self._ask_where)
        self.list.chosen.connect(self.wanted)

    def _ask_where(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where is the stick?"))
        if not chosen:
            return
        self.choose.setEnabled(False)
        self.told.set_role("muted")
        self.told.setText(_("The stick is being searched…"))
        work = self._actions.run_slow(lambda: kept_on(Path(chosen)), self._show)
        work.ended.connect(lambda: self.choose.setEnabled(True))

    def _show(self, backups: list[Kept]) -> None:
        self.list.show_backups(backups)
        found = any(kept.is_whole for kept in backups)
        self.told.set_role("body" if found else "problem")
        self.told.setText(
            _("The newest stands first; usually that is the one.")
            if found
            else _(
                "No whole backup of this program lies there. Show the stick itself, or the folder “{name}” "
                "on it. If it is the right stick, try an older one."
            ).format(name=FOLDER)
        )
        if found:
            self.list.rows[0].button.setFocus()

    def _when(self, moment: datetime) -> str:
        """Return a moment by the clock of this PC: the shop's own time zone comes with it only later."""
        return moment_words(moment.astimezone(), self._actions.desk.clock.now().astimezone())
