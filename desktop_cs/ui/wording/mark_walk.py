"""From one mark to the next by key, through the texts of one question."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from desktop_cs.guide.wording_check import Mark, WordingCheck
from desktop_cs.i18n import _
from desktop_cs.ui.wording.mark_line import MarkLine
from desktop_cs.ui.wording.marked_text import MarkedText

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class MarkWalk(QObject):
    """Shows the marks of some texts, one at a time, in the line below them.

    F7 goes to the next mark and selects its words, Alt+Enter puts the better wording in their place.

    Args:
        line: Where a mark is said.
        parent: Who owns the walk.
    """

    def __init__(self, line: MarkLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._texts: dict[QObject, MarkedText] = {}
        self._check: WordingCheck | None = None
        self._current: tuple[MarkedText, Mark] | None = None
        self._place = 0  # of the current mark in its text
        self._told = ""
        line.use_wanted.connect(self.use)
        line.next_wanted.connect(self.go_on)

    def watch(self, edit: QPlainTextEdit | QLineEdit) -> None:
        """Look at this text too; once more does nothing."""
        if edit in self._texts:
            return
        text = MarkedText(edit, self)
        self._texts[edit] = text
        text.changed.connect(self._on_changed)
        text.shifted.connect(lambda: self._on_shifted(text))
        text.cursor_moved.connect(lambda: self._follow(text))
        text.pointed_at.connect(lambda mark: self._show(text, mark))
        edit.installEventFilter(self)
        edit.destroyed.connect(lambda: self._forget(edit))
        text.begin(self._check)

    def begin(self, check: WordingCheck | None) -> None:
        """Look at all texts with this check from now on, or no more with None."""
        self._check = check
        for text in self._texts.values():
            text.begin(check)

    def look_now(self) -> None:
        """Look at all texts without waiting for a pause."""
        for text in self._texts.values():
            text.look_now()

    def marks(self) -> list[Mark]:
        """Return all marks in reading order."""
        return [mark for _text, mark in self._all()]

    def sentence(self) -> str:
        """Return what is said of the mark on show, or ""."""
        if self._current is None:
            return ""
        text, mark = self._current
        every = self._all()
        told = _("“{words}”: {reason} → {better}").format(
            words=text.words(mark), reason=mark.reason, better=mark.better
        )
        if len(every) == 1:
            return told
        place = every.index(self._current) + 1
        return _("{number} of {count}: {told}").format(number=place, count=len(every), told=told)

    def go_on(self) -> None:
        """Select the words of the mark on show; where they are selected already, those of the next."""
        every = self._all()
        if not every:
            return
        here = every.index(self._current) if self._current in every else -1
        if here < 0 or _is_selected(*every[here]):
            here = (here + 1) % len(every)
        self._take(every[here])
        text, mark = every[here]
        text.select(mark)
        self._say()
        announced = QAccessibleAnnouncementEvent(text.edit, self._line.text())
        QAccessible.updateAccessibility(announced)

    def use(self) -> None:
        """Put the better wording of the mark on show in the place of its words."""
        if self._current is not None:
            text, mark = self._current
            text.use(mark)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F7 and Alt+Enter from a text that has marks, before they become anybody's shortcut."""
        if not isinstance(event, QKeyEvent) or self._current is None:
            return super().eventFilter(watched, event)
        act = {"next": self.go_on, "use": self.use}.get(_wanted(event))
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            act()
            return True
        return False

    def _all(self) -> list[tuple[MarkedText, Mark]]:
        return [(text, mark) for text in self._texts.values() for mark in text.marks]

    def _on_changed(self) -> None:
        """Show the mark next to the cursor; where nobody writes, stay at the one on show, or at the first."""
        every = self._all()
        near = [(text, mark) for text, mark in every if text.edit.hasFocus()]
        if near:
            self._take(min(near, key=lambda one: _distance(*one)))
        else:
            self._take(self._current if self._current in every else next(iter(every), None))
        self._say()

    def _on_shifted(self, text: MarkedText) -> None:
        if self._current is not None and self._current[0] is text:
            self._current = text, text.marks[self._place]

    def _take(self, current: tuple[MarkedText, Mark] | None) -> None:
        self._current = current
        if current is not None:
            text, mark = current
            self._place = text.marks.index(mark)

    def _follow(self, text: MarkedText) -> None:
        """Show the mark that the cursor was put into."""
        if not text.marks:
            return
        start, end = text.cursor()
        mark = next((mark for mark in text.marks if mark.start <= start and end <= mark.end), None)
        if mark is not None:
            self._show(text, mark)

    def _show(self, text: MarkedText, mark: Mark) -> None:
        if self._current != (text, mark):
            self._take((text, mark))
            self._say()

    def _say(self) -> None:
        sentence = self.sentence()
        better = self._current[1].use if self._current is not None else None
        self._line.say(sentence, better, has_more=len(self._all()) > 1)
        for text in self._texts.values():
            is_here = self._current is not None and self._current[0] is text
            _describe(text, sentence if is_here else "", self._told)
        self._told = sentence

    def _forget(self, edit: QObject) -> None:
        """Let go of a text that is gone, such as that of a line that was removed."""
        text = self._texts.pop(edit, None)
        if text is None or not isValid(self._line):
            return
        text.stop()
        text.deleteLater()
        self._on_changed()


def _wanted(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~_KEYPAD
    if event.key() == Qt.Key.Key_F7 and modifiers == Qt.KeyboardModifier.NoModifier:
        return "next"
    return "use" if event.key() in _ENTER and modifiers == Qt.KeyboardModifier.AltModifier else ""


def _is_selected(text: MarkedText, mark: Mark) -> bool:
    return text.edit.hasFocus() and text.cursor() == (mark.start, mark.end)


def _distance(text: MarkedText, mark: Mark) -> int:
    """Return how many characters the cursor is away from the marked words."""
    start, end = text.cursor()
    return max(mark.start - end, start - mark.end, 0)


def _describe(text: MarkedText, sentence: str, before: str) -> None:
    """Say the mark to a screen reader, unless what is wrong with the answer is said there."""
    if text.edit.accessibleDescription() in {"", before}:
        text.edit.setAccessibleDescription(sentence)
