"""The backups that there are, the newest first: when, what is in each, where it lies, the way back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.desk.kept import Kept, Where
from desktop_cs.i18n import N_, _, ngettext
from desktop_cs.ui.safety.backup_words import content_words
from desktop_cs.ui.safety.safety_row import SafetyRow
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.buttons import quiet_button

_PLACES = {
    Where.HERE: N_("On this PC"),
    Where.SECOND: N_("In the second place"),
    Where.STICK: N_("On the stick"),
}
_FIRST = 12  # rows; the rest is there on one press


class BackupList(QWidget):
    """Rows of backups.

    Args:
        when: Gives the words for the moment of a backup.
        act: The words of each button.
        parent: The widget that it stands in.

    Signals:
        chosen: One is to be gone back to; its `Kept`.
    """

    chosen = Signal(object)

    def __init__(self, when: Callable[[datetime], str], act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when, self._act = when, act
        self.rows: list[SafetyRow] = []
        self._rest: list[Kept] = []
        self._shop_id: UUID | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.more = quiet_button("", "chevron-down", self)
        self.more.clicked.connect(self._show_rest)
        self._column.addWidget(self.more)

    def show_backups(self, backups: Sequence[Kept], shop_id: UUID | None = None) -> None:
        """Show these; with a shop's id, those of another shop are named and cannot be chosen."""
        self._shop_id = shop_id
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        self._add(backups[:_FIRST])
        self._rest = list(backups[_FIRST:])
        more = ngettext("Show {count} more", "Show {count} more", len(self._rest))
        self.more.setText(more.format(count=len(self._rest)))
        self.more.setVisible(bool(self._rest))

    def _show_rest(self) -> None:
        self.more.hide()
        self._add(self._rest)
        self._rest = []

    def _add(self, backups: Sequence[Kept]) -> None:
        for kept in backups:
            row = self._row(kept)
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)

    def _row(self, kept: Kept) -> SafetyRow:
        when = self._when(kept.made_at)
        row = SafetyRow("save" if kept.where is Where.HERE else "hard-drive", when, self._act, self)
        where = _(_PLACES[kept.where])
        if kept.is_whole and self._shop_id not in (None, kept.shop_id):
            row.show_state(_("Another shop’s: it cannot take the place of this shop’s records."), where)
            row.button.hide()
        elif kept.is_whole:
            row.show_state(content_words(kept.counts, kept.bytes), where)
            row.wanted.connect(lambda: self.chosen.emit(kept))
        else:
            row.show_state(_("Damaged or cut short: it cannot be gone back to."), where, is_wrong=True)
            row.button.hide()
        return row
