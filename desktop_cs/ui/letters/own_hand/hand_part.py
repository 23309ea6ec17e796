"""My hand: print the sheet and load its scan, or write on the screen; see it at once, name it, keep it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.desk.changes import Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, ngettext
from desktop_cs.letters.hand.own.gathering import Gathered, told_missing
from desktop_cs.letters.hand.own.sample import Sample
from desktop_cs.letters.letter_record import OwnHand
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.own_hand.file_kinds import PICTURES, are_files
from desktop_cs.ui.letters.own_hand.hand_view import HandView
from desktop_cs.ui.letters.own_hand.letter_writer import LetterWriter
from desktop_cs.ui.letters.own_hand.sheet_out import SheetOut
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

if TYPE_CHECKING:
    from desktop_cs.ui.letters.own_hand.scan_files import Scans

_KEPT_EACH = 20  # letters on the screen: no more than these can be lost
_SCALE = 2.4  # pixels for each point


class HandPart(QWidget):
    """The hand of whoever acts.

    Args:
        actions: Through which everything is read and done.
        preferences: Where the printer is remembered.
        parent: The page.
    """

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._kept: OwnHand | None = None
        self._gathered = Gathered()
        self._pack = b""  # made of what is gathered; b"" before the first letter
        self._changed = 0  # letters since the hand was kept
        self._working = 0  # counts what was asked of the worker, so that only the last answer counts
        self.view = HandView(self)
        self.writer = LetterWriter(self)
        self._stack = QStackedWidget(self)
        self._room = FocusScrollArea(self.view, self)  # kept: it was once collected too early
        self._stack.addWidget(self._room)
        self._stack.addWidget(self.writer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setAcceptDrops(True)
        self._sheet = SheetOut(self.view, actions, preferences)
        self._connect()

    def load(self) -> None:
        """Show the hand that is kept, and go on with it."""
        hands = self._actions.ask(self._actions.desk.hands.own_hands) or []
        self._kept = hands[-1] if hands else None
        self._changed = 0
        self._stack.setCurrentWidget(self._room)
        self.view.show_hand(self._kept.name if self._kept else "")
        self.view.problem.show_for("")
        if self._kept is None:
            self._take_samples([])
            return
        pack = self._kept.pack
        self._do(lambda: _samples_in(pack), self._take_samples)

    def leave(self) -> None:
        """Keep what was written and not kept yet."""
        if self._changed and self._gathered.count():
            from desktop_cs.ui.letters.own_hand.making import made_pack  # noqa: PLC0415 (numpy)

            self._working += 1  # a picture that is under way is of no use any more
            before = self._kept.pack if self._kept else b""
            self._pack = made_pack(self._gathered.samples(), self.view.name(), before)
            self._keep_hand()

    def load_files(self, paths: list[Path]) -> None:
        """Read the pages of the sheet in these files."""
        if not are_files(paths):
            self.view.problem.show_for(_("Choose the pictures of the pages, not their folder."))
            return
        language = self.view.language()
        self.view.show_busy(_("Reading the scan…"))

        def read() -> "Scans":
            from desktop_cs.ui.letters.own_hand.scan_files import read_scans  # noqa: PLC0415 (numpy)

            return read_scans(paths, language)

        self._do(read, self._take_scans)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read files that were dropped."""
        self.load_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _connect(self) -> None:
        view = self.view
        for button, act in (
            (view.load, self._choose),
            (view.write, self._write),
            (view.keep, self._keep),
            (view.remove, self._remove),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        view.anew_wanted.connect(self._write_anew)
        view.language_chosen.connect(self._show_state)
        self.writer.written.connect(self._on_written)
        self.writer.taken_back.connect(lambda text: self._gathered.take_back(text))  # noqa: PLW0108 (of that time)
        self.writer.stopped.connect(self._stop_writing)

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Do work away from the window; what was asked before is not told any more."""
        self._working += 1
        working = self._working

        def take(given: object) -> None:
            if working == self._working:
                then(given)

        slow = self._actions.run_slow(work, take)
        self.destroyed.connect(slow.cancel)

    def _take_samples(self, samples: list[Sample]) -> None:
        self._gathered = Gathered(samples)
        self._make()

    def _take_scans(self, scans: "Scans") -> None:
        read: list[str] = []
        for page in scans.pages:
            self._gathered.add_page(page.samples)
            self._changed += len(page.samples)
            read.append(_told_read(page.page.number, len(page.samples)))
        self.view.show_busy(" ".join(read))
        self.view.problem.show_for("\n".join(scans.refusals))
        self._make()

    def _make(self, then: Callable[[], object] | None = None) -> None:
        """Make the hand of what is gathered, and a picture of it."""
        samples, name, kept = self._gathered.samples(), self.view.name(), self._kept
        language, scale = self.view.language(), _SCALE * look().text_size

        def made() -> tuple[bytes, QImage]:
            from desktop_cs.ui.letters.own_hand.making import made_hand  # noqa: PLC0415 (numpy)

            return made_hand(samples, name, kept.pack if kept else b"", (language, scale))

        def take(given: tuple[bytes, QImage]) -> None:
            self._pack = given[0]
            self.view.specimen.show_picture(given[1])
            self._show_state()
            if then is not None:
                then()

        self._do(made, take)

    def _show_state(self) -> None:
        may = self._actions.desk.actor is not None
        missing = self._gathered.missing(self.view.language()) if self._gathered.count() else []
        self.view.show_state(
            self._gathered.count(), told_missing(missing), may=may, kept=self._kept is not None
        )
        is_new = self._changed > 0 or (self._kept is not None and self.view.name() != self._kept.name)
        self.view.keep.setEnabled(may and bool(self._pack) and is_new)

    def _on_written(self, sample: Sample) -> None:
        self._gathered.add(sample)
        self._changed += 1
        if self._changed % _KEPT_EACH == 0:
            self._make(then=self._keep_hand)

    def _write(self) -> None:
        """Begin to write on the screen, or go on."""
        letters = self._gathered.to_write(self.view.language())
        if letters:
            self.writer.ask_for(letters)
            self._stack.setCurrentWidget(self.writer)
            self.writer.setFocus()
        else:
            self.view.show_busy(_("Every letter is written. Name one to write it anew."))

    def _write_anew(self, letters: str) -> None:
        asked = [letter for letter in dict.fromkeys(letters) if not letter.isspace()]
        if asked:
            self.writer.ask_for([letter for letter in asked for _time in range(3)])
            for letter in asked:
                self._gathered.forget(letter)
            self._stack.setCurrentWidget(self.writer)
            self.writer.setFocus()

    def _stop_writing(self) -> None:
        self._stack.setCurrentWidget(self._room)
        self._make(then=self._keep_hand if self._changed else None)
        self.view.write.setFocus()

    def _keep(self) -> None:
        if self._keep_hand():
            self._actions.say_done(_("Your hand is kept. Choose it beside a letter."))

    def _keep_hand(self) -> bool:
        """Keep the hand as it is now, and return whether it is kept."""
        hands, pack, name, kept = self._actions.desk.hands, self._pack, self.view.name(), self._kept
        if not pack:
            return False
        done = self._actions.attempt(lambda: hands.save_own_hand(name, pack, kept), self.window())
        if isinstance(done, UserError):
            self.view.problem.show_for(str(done))
            return False
        self._kept = done
        self._changed = 0
        self._show_state()
        return True

    def _remove(self) -> None:
        kept, hands = self._kept, self._actions.desk.hands
        if kept is None or self._actions.run(lambda: hands.remove_own_hand(kept.id), self.window()) is None:
            return
        self.load()

        def back() -> Result[OwnHand]:
            return hands.undo_removal(kept)

        self._actions.say_done(_("Your hand is removed; letters written with it stay as they are."), back)

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Load the scan…"), "", PICTURES)
        if chosen:
            self.load_files([Path(name) for name in chosen])


def _samples_in(pack: bytes) -> list[Sample]:
    from desktop_cs.ui.letters.own_hand.making import samples_in  # noqa: PLC0415 (numpy)

    return samples_in(pack)


def _told_read(number: int, count: int) -> str:
    sentence = ngettext(
        "Page {number}: {count} letter is read.", "Page {number}: {count} letters are read.", count
    )
    return sentence.format(number=number, count=count)
