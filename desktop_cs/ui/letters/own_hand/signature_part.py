"""My signature: written with mouse or tablet, or traced from a picture; seen at once with each pen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.signature import Signature
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.own_hand.file_kinds import PICTURES
from desktop_cs.ui.letters.own_hand.ink_pad import InkPad, Stroke
from desktop_cs.ui.letters.own_hand.picture_line import PictureLine
from desktop_cs.ui.settings.field_line import ProblemLine
from desktop_cs.ui.slow_work import SlowWork
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.labels import text_label

_LINE = 0.68  # of the height of the paper
_PREVIEW_MS = 350  # after the last stroke
_SCALE = 3.0  # pixels for each point: sharp at text size 1.5


class SignaturePart(QWidget):
    """The signature of whoever acts.

    Args:
        actions: Through which everything is read and done.
        parent: The page.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._new: Signature | None = None
        self._kept: Signature | None = None
        self._making: SlowWork | None = None  # the signature that is read now
        self._drawing = 0  # counts previews, so that only the last one is shown
        self.pad = InkPad(_("Sign here"), (_LINE,), self)
        self.undo = secondary_button(_("Undo stroke"), "undo-2", self)
        self.clear = quiet_button(_("Clear"), "x", self)
        self.trace = secondary_button(_("Take it from a picture…"), "upload", self)
        self.keep = primary_button(_("Keep my signature"), "check", self)
        self.remove = quiet_button(_("Remove my signature"), parent=self)
        self.problem = ProblemLine(self)
        self.state = text_label("", "muted", wrap=True, parent=self)
        self.previews = {
            pen: PictureLine(words, 66, self)
            for pen, words in (
                ("ball", _("Ballpoint pen")),
                ("gel", _("Gel pen")),
                ("fountain", _("Fountain pen")),
            )
        }
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PREVIEW_MS)
        self._soon.timeout.connect(self._take_strokes)
        self._lay_out()
        for button, act in (
            (self.undo, self.pad.undo),
            (self.clear, self._clear),
            (self.trace, self._choose),
            (self.keep, self._keep),
            (self.remove, self._remove),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.pad.changed.connect(self._on_changed)

    def load(self) -> None:
        """Show the signature that is kept; one that is still being read may be another person's."""
        if self._making is not None:
            self._making.cancel()
        actor = self._actions.desk.actor
        self._kept = (
            self._actions.ask(lambda: self._actions.desk.hands.signature_of(actor.id)) if actor else None
        )
        self._new = None
        self._show_state()
        self._preview(self._kept)

    def leave(self) -> None:
        """Keep what was signed and not kept yet."""
        if self._soon.isActive():
            self._soon.stop()
            self._take_strokes(then_keep=True)
        elif self._new is not None:
            self._keep()

    def trace_file(self, path: Path) -> None:
        """Take the signature from a picture."""

        def read() -> Signature | UserError:
            from desktop_cs.ui.letters.own_hand.scan_files import read_signature  # noqa: PLC0415 (numpy)

            try:
                return read_signature(path)
            except UserError as refusal:  # no failure: the person takes another picture
                return refusal

        self._run(read)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(S)
        for button in (self.undo, self.clear, self.trace):
            tools.addWidget(button)
        tools.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addWidget(self.pad, 1)
        left.addLayout(tools)
        left.addWidget(self.problem)
        right = QVBoxLayout()
        right.setSpacing(XS)
        for picture in self.previews.values():
            right.addWidget(text_label(picture.accessibleName(), "caption", parent=self))
            right.addWidget(picture)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(M)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        below = QHBoxLayout()
        below.setSpacing(S)
        below.addWidget(self.keep)
        below.addWidget(self.remove)
        below.addStretch(1)
        told = _(
            "Sign on the line with the mouse or a tablet’s pen. Your letters then bear it; the name stays "
            "the text behind it. Only you can change it, and it stands under nobody else’s letters."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(text_label(told, "muted", wrap=True, parent=self))
        column.addWidget(self.state)
        column.addLayout(both, 1)
        column.addLayout(below)

    def _on_changed(self) -> None:
        self.problem.show_for("")
        has_ink = bool(self.pad.strokes())
        self.undo.setEnabled(has_ink)
        self.clear.setEnabled(has_ink)
        if has_ink:
            self._soon.start()
        else:
            self._soon.stop()
            self._new = None
            self._show_state()
            self._preview(self._kept)

    def _take_strokes(self, *, then_keep: bool = False) -> None:
        strokes, line = self.pad.strokes(), self.pad.line
        if then_keep:
            self._take(_made(strokes, line))
            if self._new is not None:
                self._keep()
            return
        self._run(lambda: _made(strokes, line))

    def _run(self, work: Callable[[], Signature | UserError]) -> None:
        self._making = self._actions.run_slow(work, self._take)
        self.destroyed.connect(self._making.cancel)

    def _take(self, made: Signature | UserError) -> None:
        if isinstance(made, UserError):
            self.problem.show_for(str(made))
            return
        self.problem.show_for("")
        self._new = made
        self._show_state()
        self._preview(made)

    def _preview(self, signature: Signature | None) -> None:
        self._drawing += 1
        if signature is None:
            self._show_pictures([], self._drawing)
            return
        drawing, actor = self._drawing, self._actions.desk.actor
        name, scale = (actor.name if actor else ""), _SCALE * look().text_size

        def paint() -> list[tuple[str, QImage]]:
            from desktop_cs.ui.letters.own_hand.written_pictures import signed_pictures  # noqa: PLC0415 (numpy)

            return signed_pictures(signature, name, scale)

        slow = self._actions.run_slow(paint, lambda pictures: self._show_pictures(pictures, drawing))
        self.destroyed.connect(slow.cancel)

    def _show_pictures(self, pictures: list[tuple[str, QImage]], drawing: int) -> None:
        if drawing == self._drawing:
            shown = dict(pictures)
            for pen, line in self.previews.items():
                line.show_picture(shown.get(pen, QImage()))

    def _show_state(self) -> None:
        may = self._actions.desk.actor is not None
        self.pad.setEnabled(may)
        self.trace.setEnabled(may)
        self.keep.setEnabled(may and self._new is not None)
        self.remove.setVisible(self._kept is not None)
        self.undo.setEnabled(bool(self.pad.strokes()))
        self.clear.setEnabled(bool(self.pad.strokes()))
        if not may:
            self.state.setText(_("Say first who you are: tap your name at the bottom left."))
        elif self._new is not None:
            self.state.setText(_("This is new and not kept yet."))
        elif self._kept is not None:
            self.state.setText(_("Your signature is kept. Sign again to replace it."))
        else:
            self.state.setText(_("No signature is kept yet: your letters bear your written name."))

    def _clear(self) -> None:
        self.pad.clear()

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Take it from a picture…"), "", PICTURES)
        if chosen:
            self.trace_file(Path(chosen))

    def _keep(self) -> None:
        signature = self._new
        if signature is None:
            return
        if (
            self._actions.run(lambda: self._actions.desk.hands.save_signature(signature), self.window())
            is None
        ):
            return
        self.pad.clear()
        self.load()
        self._actions.say_done(_("Your signature is kept."))

    def _remove(self) -> None:
        hands = self._actions.desk.hands
        removed = self._actions.run(hands.remove_signature, self.window())
        self.load()
        if removed is not None:
            told = _("Your signature is removed.")
            self._actions.say_done(told, lambda: hands.undo_signature_removal(removed))


def _made(strokes: list[Stroke], line: float) -> Signature | UserError:
    from desktop_cs.letters.hand.own.signature_strokes import drawn_signature  # noqa: PLC0415 (numpy)

    try:
        return drawn_signature(strokes, line)
    except UserError as refusal:  # no failure: a dot is no signature yet
        return refusal
