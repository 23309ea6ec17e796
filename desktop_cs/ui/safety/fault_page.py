"""Reports of faults: read whole before they are sent, saved to be sent by hand. Nothing is sent by itself."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_cs.desk.whole_file import write_whole
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.logs.report import reports_in
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import icon_button, primary_button
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.labels import text_label


class FaultPage(Page):
    """The reports, one at a time; `load` takes the path of one that is to be shown."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._reports: list[Path] = []
        self.back = icon_button("arrow-left", _("Back to Safety"), self)
        self.save = primary_button(_("Save the report"), "download", self)
        self.choice = Combo(_("Report"), self)
        self.choice.setMinimumWidth(look().px(280))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("The report"))
        self.told = text_label("", "muted", wrap=True, parent=self)
        self._build()
        self.back.clicked.connect(lambda: self.went.emit("safety", None))
        self.save.clicked.connect(self._save)
        self.choice.currentIndexChanged.connect(self._show)

    def load(self, subject: object = None) -> None:
        """Show this report, or the newest."""
        self._reports = reports_in(self.desk.storage.folder)
        self.choice.blockSignals(True)  # noqa: FBT003 (Qt takes no keywords here)
        self.choice.clear()
        self.choice.addItems([path.stem for path in self._reports])
        self.choice.setCurrentIndex(
            self._reports.index(subject) if isinstance(subject, Path) and subject in self._reports else 0
        )
        self.choice.blockSignals(False)  # noqa: FBT003 (as above)
        self._show()

    def focus_first(self) -> None:
        """Begin at the text."""
        self.text.setFocus()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.back)
        head.addWidget(text_label(_("Reports of faults"), "h1", parent=self), 1)
        head.addWidget(self.choice)
        head.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.text, 1)
        column.addStretch()  # keeps the head at the top while there is no report

    def _show(self) -> None:
        path = self._chosen()
        for widget in (self.choice, self.save, self.text):
            widget.setVisible(path is not None)
        if path is None:
            self.told.setText(_("There are no reports."))
            return
        self.told.setText(
            _(
                "This is all that the report says: lines of the program, versions, numbers. No name, no text "
                "of a customer. Nothing is sent by itself: save it and send it to whoever helps you."
            )
        )
        self.text.setPlainText("")
        with suppress(OSError):
            self.text.setPlainText(path.read_text("utf-8", "replace"))

    def _chosen(self) -> Path | None:
        place = self.choice.currentIndex()
        return self._reports[place] if 0 <= place < len(self._reports) else None

    def _save(self) -> None:
        path = self._chosen()
        if path is None:
            return
        target, _kind = QFileDialog.getSaveFileName(self, _("Save the report"), path.name)
        if not target:
            return
        content = self.text.toPlainText().encode()
        try:
            write_whole(Path(target), content)
        except ShopError as failure:
            self.actions.refused.emit(failure)
        else:
            self.actions.say_done(_("The report is saved as {file}.").format(file=Path(target).name))
