"""A step of the guide to be edited, with the guide beside it as it will stand."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.steps import Step
from desktop_cs.desk.desk import Desk
from desktop_cs.errors import UserError
from desktop_cs.guide.advice import PARTS, SAY, Advice, Hint
from desktop_cs.guide.edits import GuideEdit
from desktop_cs.guide.procedure import FILES
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.settings.field_line import FieldLine, walk_with_tab
from desktop_cs.ui.settings.guide_chooser import GuideChooser, GuidePlace
from desktop_cs.ui.settings.guide_preview import GuidePreview
from desktop_cs.ui.settings.hint_list import HintList
from desktop_cs.ui.settings.hint_text import HintText
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.widgets.notice_bar import NoticeBar

_PREVIEW_MS = 150  # after the last key: nobody reads the preview while typing


class GuideEditor(QWidget):
    """Four lists of hints with their reasons; saved when a field is left and all of it can be shown.

    Args:
        section: Through which everything is stored, in the name of whoever may.
    """

    def __init__(self, section: Section) -> None:
        super().__init__(section)
        self._section = section
        self._place = GuidePlace("any", Step.APOLOGY, language_in_use())
        self._stored: GuideEdit | None = None
        self._is_saving = False  # what is heard meanwhile is its own echo
        self._pieces: list[Callable[[], object]] = []
        self._saved = Advice()
        self.chooser = GuideChooser(self._desk, self)
        self.lists = {part: HintList(*_list_words(part), self) for part in PARTS}
        self.because = HintText(_("Why this way?"), parent=self)
        self.state = text_label("", "caption", wrap=True, parent=self)
        self.back = secondary_button(_("Back to the shipped text"), "undo-2", self)
        self.preview = GuidePreview(self)
        self._notice: NoticeBar | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_preview)
        self._form = QWidget(self)
        self._build()
        self._connect()

    def load(self) -> None:
        """Show what is stored now; what is being typed stays as long as that was not changed."""
        if not self._is_saving and self._stored != self._read():
            self._show()

    def keep(self) -> bool:
        """Store what is typed, and return whether it could be; else it is said where it is not right."""
        self._show_rest()
        advice, place = self.advice(), self._place
        if advice == self._saved:
            self._show_faults(advice)
            return True
        if self._show_faults(advice):
            return False
        before = self._read()
        editing = self._desk.guide.editing
        self._is_saving = True
        done = self._section.do(lambda: editing.save(place.language, place.file, place.step, advice))
        self._is_saving = False
        if isinstance(done, UserError):
            self._section.acts.refused.emit(done)
            return False
        self._saved = advice
        self._note(done)
        self._section.tell_saved(_("The guide is saved."), lambda: editing.put_back(before))
        return True

    def advice(self) -> Advice:
        """Return the advice as it is typed."""
        parts = {part: one.hints() for part, one in self.lists.items()}
        return Advice(because=self.because.text(), **parts)

    def focus_fault(self) -> None:
        """Put the focus where the first thing is not right."""
        any(one.focus_fault() for one in self.lists.values())

    def set_allowed(self, *, allowed: bool) -> None:
        """Let the text be changed or only read; choosing and the preview are everybody's."""
        self._form.setEnabled(allowed)

    def show_preview(self) -> None:
        """Fill the preview from what is typed."""
        place, editing = self._place, self._desk.guide.editing
        known, wording = self.preview.known.isChecked(), self.preview.wording
        self.preview.show_guide(
            editing.page(place.language, place.file, place.step, self.advice(), wording, known=known)
        )

    @property
    def _desk(self) -> Desk:
        return self._section.desk

    def _read(self) -> GuideEdit:
        return self._desk.guide.editing.stored(self._place.language, self._place.file, self._place.step)

    def _show(self) -> None:
        """Fill everything anew with the text of the place."""
        place = self._place
        self.chooser.show_place(place)
        guides = self._desk.guide.guides(place.language)
        self._saved = self._desk.guide.editing.advice(place.language, place.file, place.step)
        self._note(self._read())
        self.preview.wording = 0
        self._pieces = [
            *(piece for part, one in self.lists.items() for piece in _filling(one, self._saved.hints(part))),
            partial(self.because.setPlainText, self._saved.because),
            self.show_preview,
            *(partial(guides.shipped, file, place.step) for file in FILES),  # reads one file after the other
            self._show_problems,
        ]
        QTimer.singleShot(0, self, self._show_piece)

    def _show_piece(self) -> None:
        """Fill in the next piece; one at a time, so that nobody waits for all of them."""
        if self._pieces:
            self._pieces.pop(0)()
            QTimer.singleShot(0, self, self._show_piece)

    def _show_rest(self) -> None:
        """Fill in at once what is not filled in yet."""
        while self._pieces:
            self._pieces.pop(0)()

    def _note(self, edit: GuideEdit) -> None:
        """Say whose text it is."""
        self._stored = edit
        own = bool(edit.text.strip())
        day = shown.day(self._desk.settings.hours.wall(edit.edited_at).date(), language_in_use())
        told = _("Your own text, of {day}.").format(day=day) if own else _("This is the shipped text.")
        empty = _("A list that is empty takes what stands under “Every case”.")
        self.state.setText(told if self._place.file == "any" else f"{told} {empty}")
        self.back.setVisible(own)

    def _show_problems(self) -> None:
        """Say on top what cannot be read of the files, or of what was saved earlier."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        problems = self._section.acts.ask(lambda: self._desk.guide.problems(self._place.language))
        if problems:
            told = _("Some of the guide cannot be read")
            self._notice = NoticeBar(told, "\n".join(problems), kind="warn", parent=self)
            self._notice.put_away.connect(self._notice.hide)
            self._lines.insertWidget(0, self._notice)

    def _show_faults(self, advice: Advice) -> bool:
        """Say of each list what is not right, and return whether anything is not."""
        faults = self._desk.guide.editing.faults(self._place.file, advice)
        for part, one in self.lists.items():
            one.show_faults([fault for fault in faults if fault.part == part])
        return bool(faults)

    def _go(self) -> None:
        """Show the text that was chosen, once this one could be left."""
        wanted = self.chooser.place()
        if wanted == self._place:
            return
        if not self.keep():
            self.chooser.show_place(self._place)
            self.focus_fault()
            return
        self._place = wanted
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    def _reset(self) -> None:
        before, place, editing = self._read(), self._place, self._desk.guide.editing
        done = self._section.do(lambda: editing.reset(place.language, place.file, place.step))
        if isinstance(done, UserError):
            self._section.acts.refused.emit(done)
            return
        self._show()
        self.chooser.kinds.setFocus(Qt.FocusReason.OtherFocusReason)
        told = _("The shipped text is back.")
        self._section.tell_saved(told, lambda: editing.put_back(before))

    def _preview_soon(self) -> None:
        """Let the preview follow the typing, with the very wording that is being written."""
        wordings = self.lists[SAY].lines()
        here = next((number for number, line in enumerate(wordings) if line.text.hasFocus()), None)
        if here is not None:
            self.preview.wording = here
        self._soon.start(_PREVIEW_MS)

    def _build(self) -> None:
        self._lines = QVBoxLayout(self._form)
        self._lines.setContentsMargins(0, 0, L, XL)
        self._lines.setSpacing(L)
        self._lines.addWidget(self.state)
        self._lines.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for one in self.lists.values():
            self._lines.addWidget(one)
        told = _("One sentence on why this step is taken this way.")
        self._lines.addWidget(FieldLine(_("Why this way?"), self.because, help=told, parent=self))
        self._lines.addStretch(1)
        self._scroll = FocusScrollArea(self._form, self)
        body = QHBoxLayout()
        body.setSpacing(M)
        body.addWidget(self._scroll, 1)
        body.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.chooser)
        column.addLayout(body, 1)
        ends = [
            one.add for one in self.lists.values()
        ]  # each line of a list is walked through before its end
        walk_with_tab([*self.chooser.combos(), self.back, *ends, self.because, self.preview.known])

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._go)
        for one in self.lists.values():
            one.edited.connect(self._preview_soon)
            one.settled.connect(self.keep)
        self.because.textChanged.connect(self._preview_soon)
        self.because.left.connect(self.keep)
        self.preview.wanted.connect(self.show_preview)
        self.back.clicked.connect(self._reset)


def _filling(one: HintList, hints: Sequence[Hint]) -> Iterator[Callable[[], object]]:
    """Yield the making of each line of a list, then the filling of all of them."""
    for _line in hints:
        yield partial(one.make_ready, len(hints))
    yield partial(one.show_hints, hints)


def _list_words(part: str) -> tuple[str, str]:
    """Return what a list is called, and how its lines are written."""
    if part == SAY:
        return _("You could say"), _(
            "{customer} becomes the customer’s name, {feeling} what they feel. Put each, with its comma, into"
            " [square brackets]: what stands in them is left out when we do not know it. Like this:"
            " I am sorry[, {customer}]."
        )
    words = {
        "listen_for": _("Listen for"),
        "better_not": _("Better not say"),
        "may_offer": _("You may offer"),
    }
    return words[part], ""
