"""Letters: the register of all of them, and those of the day in one go."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.desk.changes import Changes
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.batch_view import BatchView
from desktop_cs.ui.letters.batch_work import BatchWork
from desktop_cs.ui.letters.letter_changes import LetterChanges
from desktop_cs.ui.letters.letter_place import LetterPlace
from desktop_cs.ui.letters.put_out import PutOut
from desktop_cs.ui.letters.register_view import RegisterView
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.tokens import XL, L

TODAY = "today"  # the subject that shows the letters of the day


class RegisterPage(Page):
    """The register of letters; `load` takes "today" for the letters of the day, None for what was shown."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self.register = RegisterView(actions, preferences, self)
        self.batch = BatchView(self)
        self.work = BatchWork(actions, preferences, self.batch, self)
        self.changes = LetterChanges(actions, self)
        self.out = PutOut(actions, preferences, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.register)
        self._stack.addWidget(self.batch)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.addWidget(self._stack)
        self._connect()

    def load(self, subject: object = None) -> None:
        """Show the register, or the letters of the day; a batch under way stays on the screen."""
        if self.work.run.is_running or subject == TODAY:
            self._show_today()
        else:
            self._show_register()

    def subject(self) -> object:
        """Return what is shown."""
        return TODAY if self._is_today() else None

    def hear(self, changes: Changes) -> None:
        """Read again what changed elsewhere, or was taken back."""
        if not (changes.cases or changes.customers or changes.follow_ups):
            return
        if self._is_today() and not self.work.run.is_running:
            self.work.read()
        elif not self._is_today():
            self.register.read()

    def focus_first(self) -> None:
        """Begin at the search, or at Print."""
        if self._is_today():
            self.batch.focus_first()
        else:
            self.register.search.setFocus()

    def _is_today(self) -> bool:
        return self._stack.currentWidget() is self.batch

    def _show_register(self) -> None:
        self._stack.setCurrentWidget(self.register)
        self.register.read()

    def _show_today(self) -> None:
        self._stack.setCurrentWidget(self.batch)
        if not self.work.run.is_running:
            self.work.begin_anew()
            self.work.read()

    def _go_to_today(self) -> None:
        self._show_today()
        self.batch.focus_first()

    def _go_to_register(self) -> None:
        if not self.work.run.is_running:
            self._show_register()
            self.register.search.setFocus()

    def _open(self) -> None:
        row = self.register.row()
        if row is not None:
            self.went.emit("letter", LetterPlace(row.key, "letters"))

    def _print(self) -> None:
        """Print what is in front: the ticked letters of the day, or the chosen one again."""
        if self._is_today():
            self.work.print()
            return
        record = row.record if (row := self.register.row()) is not None else None
        if record is None or (record.printed_at is None and self.desk.letters.others(record)):
            self._open()  # a second letter of a case is asked for plainly there
        else:
            self.out.print_letter(record)

    def _post(self) -> None:
        row = self.register.row()
        if row is not None and row.record is not None and self.changes.posted(row.record) is not None:
            self.register.read()

    def _print_envelope(self, size: str) -> None:
        row = self.register.row()
        if row is not None and row.record is not None:
            self.out.print_envelope(row.record, size)

    def _connect(self) -> None:
        details = self.register.details
        for signal, act in (
            (self.register.today_wanted, self._go_to_today),
            (self.register.opened, self._open),
            (details.print_wanted, self._print),
            (details.posted, self._post),
            (details.envelope_wanted, self._print_envelope),
            (self.batch.back_wanted, self._go_to_register),
            (
                self.batch.opened,
                lambda one: self.went.emit("letter", LetterPlace(one.story.case.id, "letters")),
            ),
            (self.out.put_out, lambda _record: self.register.read()),
        ):
            signal.connect(act)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print)
