"""All backups of the shop, and going back to one of them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.desk.kept import Kept
from desktop_cs.desk.second_place import FOLDER
from desktop_cs.i18n import _
from desktop_cs.ui.safety.backup_list import BackupList
from desktop_cs.ui.safety.part_view import PartView
from desktop_cs.ui.safety.restore_panel import RestorePanel
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.labels import text_label


class BackupsView(PartView):
    """The list, and above it the one question before going back.

    Args:
        when: Gives the words for the moment of a backup.
        lost_words: Says what going back to a backup would take away; None where it may not be gone back to.
        parent: The page.

    Signals:
        wanted: A backup is to take the place of the records; its `Kept`.
        stick_wanted: Those on a stick that lies in a drawer are wanted.
    """

    wanted = Signal(object)
    stick_wanted = Signal()

    def __init__(
        self,
        when: Callable[[datetime], str],
        lost_words: Callable[[Kept], str | None],
        parent: QWidget | None = None,
    ) -> None:
        intro = _(
            "Each holds everything as it was at that moment. Going back keeps what is there now beside it."
        )
        super().__init__(_("Backups"), intro, parent)
        self._when, self._lost_words = when, lost_words
        self.panel: RestorePanel | None = None
        self._none = text_label("", wrap=True, parent=self)
        self.list = BackupList(when, _("Restore…"), self)
        self.stick = secondary_button(_("Choose a backup on a stick…"), "hard-drive", self)
        self.list.chosen.connect(self._ask)
        self.stick.clicked.connect(self.stick_wanted)
        self.column.addWidget(self._none)
        self.column.addWidget(self.list)
        self.column.addWidget(self.stick, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_backups(self, backups: Sequence[Kept], shop_id: UUID) -> None:
        """Show those of the shop's own places."""
        none = _("There is no backup yet. The first is made by itself within the hour.")
        self._show(backups, shop_id, "" if backups else none)

    def show_stick(self, backups: Sequence[Kept], shop_id: UUID) -> None:
        """Show those on a stick instead, and lead to the newest that can be gone back to."""
        none = _(
            "No whole backup of this program lies there. Show the stick itself, or the folder “{name}” "
            "on it. If it is the right stick, try an older one."
        ).format(name=FOLDER)
        found = any(kept.is_whole for kept in backups)
        self._show(backups, shop_id, "" if found else none)
        offered = [row.button for row in self.list.rows if row.button.isVisibleTo(row)]
        (offered or [self.stick])[0].setFocus()

    def _show(self, backups: Sequence[Kept], shop_id: UUID, none: str) -> None:
        self.put_question_away()
        self._none.setText(none)
        self._none.setVisible(bool(none))
        self.list.show_backups(backups, shop_id)

    def put_question_away(self) -> None:
        """Leave everything as it is."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def _ask(self, kept: Kept) -> None:
        self.put_question_away()
        lost = self._lost_words(kept)
        if lost is None:
            return
        self.panel = RestorePanel(self._when(kept.made_at), lost, self)
        self.panel.given.connect(lambda: self.wanted.emit(kept))
        self.panel.put_away.connect(self.put_question_away)
        self.column.insertWidget(2, self.panel)
        self.panel.show()
        self.panel.back.setFocus()
