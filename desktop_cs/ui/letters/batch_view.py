"""The letters of the day in one go: ticked, printed or saved, and marked as posted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_cs.i18n import _, ngettext
from desktop_cs.ui.cases.act_panel import ActPanel
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.letters.batch_list import BatchList
from desktop_cs.ui.letters.batch_run import Outcome
from desktop_cs.ui.letters.batch_words import heading, outcome_words, progress_words, warnings_of
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import (
    icon_button,
    primary_button,
    quiet_button,
    secondary_button,
    set_words,
)
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_cs.desk.letter_batch import Batch, BatchLetter


class BatchView(QWidget):
    """Shows the letters of the day and what is done with them; it does nothing itself.

    Signals:
        back_wanted: The register is wanted again.
        print_wanted: The ticked letters are to be printed.
        save_wanted: They are to be saved as PDFs.
        labels_wanted: Labels are to be printed for them, or for those that were just put out.
        stop_wanted: What is under way is to be stopped.
        posted: Those that were printed are posted.
        opened: A letter is to be opened; its `BatchLetter` or `LeftOut`.
    """

    back_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    labels_wanted = Signal()
    stop_wanted = Signal()
    posted = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = icon_button("arrow-left", _("Back to the register"), self)
        self._title = text_label("", "h1", parent=self)
        self.all = quiet_button(_("Tick all"), "square-check", self)
        self.labels = quiet_button(_("Labels …"), "mail", self)
        self.save = secondary_button(_("Save as PDFs …"), "download", self)
        self.print = primary_button(_("Print"), "printer", self)
        self.print.setToolTip("Ctrl+P")
        self.letters = BatchList(self)
        self._count = 0
        self.asked: ActPanel | None = None
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How far it is"))
        self._told = text_label("", "muted", parent=self)
        self.stop = secondary_button(_("Cancel"), "x", self)
        self._running = Card("info", M, self)
        self._after = Card("info", M, self)
        self._outcome = text_label("", wrap=True, parent=self._after)
        keep_private(self._outcome)  # it names whose letter was left out
        self.post = secondary_button("", "mail-check", self._after)
        self._lay_out()
        self._connect()
        for widget in (self._running, self._after, self.all, self.labels, self.save, self.print):
            widget.hide()

    def show_batch(self, batch: "Batch") -> None:
        """Show the letters of a day."""
        self._title.setText(heading(len(batch.letters) + len(batch.left_out)))
        self.letters.show_letters(batch.letters, warnings_of(batch), batch.left_out)

    def begin(self, count: int) -> None:
        """Show that so many letters are under way."""
        self._count = count
        self.bar.setRange(0, count)
        self._after.hide()
        self._running.show()
        self._let(run=False)
        self.show_progress(0)
        self.stop.setEnabled(True)
        self.stop.setFocus()

    def show_progress(self, done: int) -> None:
        """Show that so many are done."""
        self.bar.setValue(done)
        self._told.setText(progress_words(done, self._count))

    def show_stopping(self) -> None:
        """Say that it stops after the letter under way."""
        self.stop.setEnabled(False)
        self._told.setText(_("Stopping after this letter …"))

    def show_outcome(self, outcome: Outcome, *, printed: bool) -> None:
        """Say what became of them; those that are on paper can be marked as posted."""
        self._running.hide()
        self._outcome.setText("\n".join(outcome_words(outcome, printed=printed)))
        done = len(outcome.done)
        words = ngettext("Mark {count} as posted", "Mark {count} as posted", done).format(count=done)
        set_words(self.post, words)
        self.post.setVisible(bool(done))
        self._after.show()
        self._let(run=True)
        (self.post if done else self.back).setFocus()

    def put_outcome_away(self) -> None:
        """Say no more what became of them."""
        self._after.hide()

    def ask(self, panel: ActPanel) -> None:
        """Ask something above the list; an earlier question gives way."""
        self.put_question_away()
        self.asked = panel
        panel.put_away.connect(self.put_question_away)
        self._asking.addWidget(panel)
        panel.show()
        panel.begin()

    def put_question_away(self) -> None:
        """Ask nothing any more."""
        if self.asked is not None:
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None
            self.labels.setFocus()

    def outcome(self) -> str:
        """Return what is said of what became of them, "" before."""
        return "" if self._after.isHidden() else self._outcome.text()

    def chosen(self) -> "Sequence[BatchLetter]":
        """Return the ticked letters."""
        return self.letters.ticked()

    def focus_first(self) -> None:
        """Begin at Print where there is something to print."""
        (self.print if self.print.isEnabled() else self.back).setFocus()

    def _let(self, *, run: bool) -> None:
        self.letters.setEnabled(run)
        for button in (self.print, self.save):
            button.setEnabled(run and bool(self.chosen()))
        self.all.setEnabled(run)
        for button in (self.all, self.save, self.print):
            button.setVisible(bool(self.letters.rows))
        self.labels.setEnabled(run)
        self.labels.setVisible(bool(self.letters.rows) or not self._after.isHidden())

    def _begin_at_print(self) -> None:
        """Go on to what is next, where nobody went anywhere else while the letters were read."""
        if self.back.hasFocus() and self._after.isHidden():
            self.focus_first()

    def _count_again(self) -> None:
        count = len(self.chosen())
        words = ngettext("Print {count} letter", "Print {count} letters", count).format(count=count)
        set_words(self.print, words if count else _("Print"))
        everything = count == len(self.letters.rows)
        set_words(self.all, _("Tick none") if everything and count else _("Tick all"))
        if self._running.isHidden():
            self._let(run=True)

    def _tick_all(self) -> None:
        self.letters.tick_all(ticked=len(self.chosen()) < len(self.letters.rows))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.back)
        head.addWidget(self._title)
        head.addStretch(1)
        for button in (self.all, self.labels, self.save, self.print):
            head.addWidget(button)
        self._running.column.addWidget(self._told)
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        self._running.column.addLayout(line)
        self._after.column.addWidget(self._outcome)
        posting = QHBoxLayout()
        posting.addWidget(self.post)
        posting.addStretch(1)
        self._after.column.addLayout(posting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(self._running)
        column.addWidget(self._after)
        self._asking = QVBoxLayout()
        column.addLayout(self._asking)
        card = Card("surface", S, self)
        card.column.addWidget(FocusScrollArea(self.letters, card), 1)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        for button, wanted in (
            (self.back, self.back_wanted),
            (self.print, self.print_wanted),
            (self.save, self.save_wanted),
            (self.labels, self.labels_wanted),
            (self.stop, self.stop_wanted),
            (self.post, self.posted),
        ):
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit())
        self.all.clicked.connect(lambda _checked=False: self._tick_all())
        self.letters.changed.connect(self._count_again)
        self.letters.filled.connect(self._begin_at_print)
        self.letters.opened.connect(self.opened)
