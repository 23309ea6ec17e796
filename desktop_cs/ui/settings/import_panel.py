"""Taking in past cases: choose a table, see what would come in, take it in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.desk.import_work import ImportReport
from desktop_cs.i18n import _, ngettext
from desktop_cs.places import resources_dir
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.buttons import secondary_button, set_words
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

_MOST_PROBLEMS = 5  # shown; the rest is counted
_OTHER = "other"


class ImportPanel(QWidget):
    """A table and its map; first words of what would come in, then "Take in".

    Args:
        acts: Through which everything is done.
        signer: Does an act in the name of whoever may; called in another thread.
        parent: The widget that it stands in.
    """

    def __init__(
        self, acts: Actions, signer: Callable[[Callable[[], Any]], Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._signer = signer
        self._table: Path | None = None
        self.choose = secondary_button(_("Choose a table…"), "file-text", self)
        self.maps = Combo(_("What the columns mean"), self)
        self.maps.addItem(_("Columns have our own names"), None)
        for path in sorted((resources_dir() / "import_maps").glob("*.toml")):
            self.maps.addItem(_("As in {name}").format(name=path.stem), path)
        self.maps.addItem(_("Another map…"), _OTHER)
        self.told = text_label("", wrap=True, parent=self)
        self.take_in = secondary_button("", "download", self)
        self.take_in.hide()
        row = FlowLayout(gap=(S, S))
        row.addWidget(self.choose)
        row.addWidget(self.maps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(row)
        column.addWidget(self.told)
        bottom = FlowLayout()
        bottom.addWidget(self.take_in)
        column.addLayout(bottom)
        self.choose.clicked.connect(self._ask_table)
        self.maps.activated.connect(self._map_chosen)
        self.take_in.clicked.connect(self._take_in)

    def _ask_table(self) -> None:
        kinds = _("Tables") + " (*.csv *.tsv *.txt)"
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose the table with past cases"), "", kinds)
        if chosen:
            self._table = Path(chosen)
            self._try()

    def _map_chosen(self) -> None:
        if self.maps.currentData() == _OTHER:
            kinds = _("Maps") + " (*.toml)"
            chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose the map"), "", kinds)
            if not chosen:
                self.maps.setCurrentIndex(0)
                return
            place = self.maps.count() - 1
            self.maps.insertItem(place, Path(chosen).name, Path(chosen))
            self.maps.setCurrentIndex(place)
        if self._table is not None:
            self._try()

    def _try(self) -> None:
        """Say what would come in; nothing is changed."""
        self._run(dry_run=True)

    def _take_in(self) -> None:
        self._run(dry_run=False)

    def _run(self, *, dry_run: bool) -> None:
        table, chosen_map = self._table, self.maps.currentData()
        if table is None:
            return
        self.take_in.hide()
        self._set_busy(busy=True)
        self.told.setText(_("{name} is being read…").format(name=table.name))
        read = partial(self._acts.desk.imports.import_cases, table, chosen_map, dry_run=dry_run)
        then = self._show_trial if dry_run else self._show_done
        work = self._acts.run_slow(partial(self._signer, read), then)
        work.ended.connect(self._ended)

    def _ended(self) -> None:
        self._set_busy(busy=False)
        self.told.setText("")

    def _set_busy(self, *, busy: bool) -> None:
        self.choose.setEnabled(not busy)
        self.maps.setEnabled(not busy)

    def _show_trial(self, report: ImportReport) -> None:
        would = ngettext("{count} case would come in.", "{count} cases would come in.", report.new)
        self.told.setText(_words(would, report))
        words = ngettext("Take in {count} case", "Take in {count} cases", report.new)
        set_words(self.take_in, words.format(count=report.new))
        self.take_in.setVisible(report.new > 0)

    def _show_done(self, report: ImportReport) -> None:
        came = ngettext("{count} case has come in.", "{count} cases have come in.", report.new)
        kept = _("A copy of the data as it was before lies in “copies” beside it.")
        self.told.setText(f"{_words(came, report)}\n{kept}")
        self._acts.tell(EVERYTHING, self.window())


def _words(first: str, report: ImportReport) -> str:
    """Return what an import did or would do, in sentences of their own lines."""
    lines = [first.format(count=report.new)]
    if report.known:
        told = ngettext("{count} is here already.", "{count} are here already.", report.known)
        lines.append(told.format(count=report.known))
    if report.bad:
        told = ngettext("{count} row cannot be used.", "{count} rows cannot be used.", report.bad)
        lines.append(told.format(count=report.bad))
    lines += report.problems[:_MOST_PROBLEMS]
    more = len(report.problems) - _MOST_PROBLEMS
    if more > 0:
        lines.append(ngettext("and {count} more remark", "and {count} more remarks", more).format(count=more))
    return "\n".join(lines)
