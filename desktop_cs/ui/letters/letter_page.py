"""One letter: its words and its look on the left, the page as it will be printed on the right."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Changes
from desktop_cs.errors import DeskError, UserError
from desktop_cs.i18n import _
from desktop_cs.letters.letter import letter_from_text
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import LetterLook
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.case_page import CasePlace
from desktop_cs.ui.letters.letter_changes import LetterChanges
from desktop_cs.ui.letters.letter_frame import LetterFrame
from desktop_cs.ui.letters.letter_place import LetterPlace
from desktop_cs.ui.letters.letter_words import history_words
from desktop_cs.ui.letters.look_part import Signer
from desktop_cs.ui.letters.page_writer import PageWriter
from desktop_cs.ui.letters.put_out import PutOut
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences


class LetterPage(Page):
    """One letter, before it is printed and after; `load` takes a `LetterPlace`, or the id of either."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._place: LetterPlace | None = None
        self._story: Story | None = None
        self._record: LetterRecord | None = None
        self._unlocked: UUID | None = None  # the printed letter that is changed all the same
        self.frame = LetterFrame(actions, preferences, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.changes = LetterChanges(actions, self, laser=lambda: preferences.printing.is_laser)
        self.writer = PageWriter(actions, self)
        self.out = PutOut(actions, preferences, self)
        self._connect()

    def pieces(self) -> Iterator[Callable[[], object]]:
        """Yield the questions about the look; each is made while nobody does anything."""
        yield from self.frame.look_part.pieces()

    def load(self, subject: object = None) -> None:
        """Show this letter, or that of a case; None shows the one that was shown before."""
        if isinstance(subject, UUID):
            subject = LetterPlace(subject)
        if isinstance(subject, LetterPlace):
            if self._place is None or subject.id != self._place.id:
                self._show_nothing("")
            self._place = subject
        if self._place is not None:
            self._read(partial(self.changes.found, self._place.id))

    def subject(self) -> object:
        """Return where the letter is found again."""
        if self._record is None or self._place is None:
            return self._place
        return replace(self._place, id=self._record.case_id)

    def hear(self, changes: Changes) -> None:
        """Tell what is known now; what is being typed stays."""
        self.frame.words.flush()
        record = self._record
        if record is not None and (changes.settings or record.case_id in changes.cases):
            self._read(partial(self.changes.found_again, record))

    def leave(self) -> bool:
        """Keep what was typed last."""
        self.frame.words.flush()
        self.frame.words.end()
        self.frame.look_part.forget_specimens()
        return True

    def focus_first(self) -> None:
        """Begin at Print where the letter is ready, at the words where something is missing."""
        if self._record is None:
            self.frame.back.setFocus()
        else:
            self.frame.print.setFocus()

    def _read(self, find: Callable[[], tuple[LetterRecord, Story]]) -> None:
        """Read a letter; a case without one says why."""
        try:
            self._record, self._story = find()
        except DeskError as refusal:
            self._show_nothing(str(refusal))
            return
        self._show()

    def _show(self) -> None:
        record, story = self._record, self._story
        if record is None or story is None:
            return
        hours, now = self.desk.settings.hours, self.desk.clock.now()
        printed, posted = record.printed_at is not None, record.posted_at is not None
        locked = printed and self._unlocked != record.id
        self.frame.show_title(_to(story), story.case.number)
        self.frame.state.show_state(
            history_words(record, hours, now), printed=printed, posted=posted, locked=locked
        )
        self.frame.words.show_letter(record, story.customer, may_change=not locked)
        self.frame.words.show_missing([] if printed else self.desk.letters.gaps(story, record.kind))
        signer = Signer(self.desk.hands.own_hands, partial(self.changes.may_draw, record))
        self.frame.look_part.show_letter(record, signer, may_change=not locked)
        self.writer.write(record, self.preferences.printing.shift_mm)
        if self.isVisible() and self.window().focusWidget() is None:
            self.frame.print.setFocus()  # what had the focus is locked with the letter

    def _show_nothing(self, reason: str) -> None:
        self._record = self._story = None
        self.writer.forget()
        self.frame.show_nothing(reason)

    def _take(self, record: LetterRecord | None) -> None:
        """Show the letter as it is kept now."""
        if record is not None:
            self._record = record
            self._show()

    def _retype(self, text: str) -> None:
        """Keep words that were typed; their way back is the text's own."""
        record = self._record
        if record is None:
            return
        try:
            blocks = letter_from_text(text, record.language, record.seed).blocks
        except UserError as refusal:
            self.frame.show_refusal(str(refusal))  # what would be printed is not what stands here
            return
        self._take(self.changes.keep(lambda letters: letters.rewrite(record, blocks)))

    def _change(self, change: Callable[[LetterRecord, Story], LetterRecord | None]) -> None:
        """Keep the letter changed by the program, with the way back."""
        self.frame.words.flush()
        if self._record is not None and self._story is not None:
            self._take(change(self._record, self._story) or self._record)

    def _unlock(self) -> None:
        if self._record is not None:
            self._unlocked = self._record.id
            self._show()
            self.frame.words.text.setFocus()

    def _another(self) -> None:
        """Write a second letter for the same case, once it was asked for plainly."""
        record, story = self._record, self._story
        if record is None or story is None:
            return

        def begin() -> None:
            self._take(self.changes.another(record, story))
            self.frame.words.kind.setFocus()

        question = _("{who} has had a letter about this case. One letter says it once. Write another one?")
        self.frame.state.ask_plainly(question.format(who=_to(story)), _("Write another letter"), begin)

    def _put_out(self, act: "PuttingOut") -> None:
        """Print or save; a second letter of the same case asks plainly first."""
        self.frame.words.flush()
        record, story = self._record, self._story
        if record is None or story is None or not self.frame.print.isEnabled():
            return
        if record.printed_at is not None or not self.desk.letters.others(record):
            act(record, again=False)
            return
        question = _("{who} has had a letter about this case. One letter says it once. Print this one too?")
        self.frame.state.ask_plainly(
            question.format(who=_to(story)), _("Print this one too"), lambda: act(record, again=True)
        )

    def _save(self, kind: str) -> None:
        name = f"letter-{self._story.case.number}" if self._story else "letter"

        def save(record: LetterRecord, *, again: bool) -> object:
            return self.out.save_letter(record, kind, name, again=again)

        self._put_out(save)

    def _go_back(self) -> None:
        place = self._place
        if place is not None and place.came_from != "case":
            self.went.emit(place.came_from, None)
        elif self._record is not None:
            self.went.emit("case", self._record.case_id)

    def _go_to_step(self, step: object) -> None:
        if self._record is not None:
            case_id = self._record.case_id
            self.went.emit("case", CasePlace(case_id, step) if step else case_id)  # type: ignore[arg-type]  # a Step

    def _connect(self) -> None:
        frame, changes = self.frame, self.changes
        for signal, act in (
            (frame.back.clicked, lambda _checked=False: self._go_back()),
            (frame.print.clicked, lambda _checked=False: self._put_out(self.out.print_letter)),
            (frame.file_wanted, self._save),
            (
                frame.envelope_wanted,
                lambda size: self._record and self.out.print_envelope(self._record, size),
            ),
            (frame.state.posted, frame.back.setFocus),  # not the change of a letter that is gone
            (frame.state.posted, partial(self._change, lambda record, _story: changes.posted(record))),
            (frame.state.change_wanted, self._unlock),
            (frame.state.another_wanted, self._another),
            (frame.words.typed, self._retype),
            (frame.words.kind_wanted, lambda kind: self._change(partial(changes.to_kind, kind=kind))),
            (
                frame.words.language_wanted,
                lambda code: self._change(partial(changes.to_language, language=code)),
            ),
            (frame.words.other_wanted, partial(self._change, changes.other_words)),
            (frame.words.usual_wanted, partial(self._change, changes.usual_words)),
            (frame.words.step_wanted, self._go_to_step),
            (frame.look_part.look_wanted, lambda *wanted: self._change(_restyling(changes, *wanted))),
            (frame.look_part.own_hand_wanted, lambda: self.went.emit("own_hand", None)),
            (self.writer.wrote, frame.show_page),
            (self.writer.refused, frame.show_refusal),
            (self.out.put_out, self._take),
        ):
            signal.connect(act)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(frame.print.click)


class PuttingOut(Protocol):
    """Prints or saves a letter; `again` though its case had another one."""

    def __call__(self, record: LetterRecord, /, *, again: bool) -> object:
        """Do it."""


def _restyling(
    changes: LetterChanges, look: LetterLook, told: str
) -> Callable[[LetterRecord, Story], LetterRecord | None]:
    return lambda record, _story: changes.restyle(record, look, told)


def _to(story: Story) -> str:
    """Return whom a letter is to, as people of the shop say it."""
    return story.case.who or (story.customer.name if story.customer else "") or _("Nobody named")
