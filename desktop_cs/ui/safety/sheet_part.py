"""Keys, recovery sheet: print it, type two groups of it back; only then it counts."""

from collections.abc import Mapping
from itertools import pairwise
from random import SystemRandom

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_cs.desk.key_work import GROUPS_ASKED, KeyState
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.recovery_code import GROUP_SIGNS, GROUPS, RecoveryCode
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button, set_kind
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_GROUP_PX = 150


class SheetPart(Card):
    """The making of a recovery sheet.

    Args:
        parent: The page.

    Signals:
        wanted: A new sheet is to be made.
        print_wanted: It is to be printed; its code.
        save_wanted: It is to be saved as PDF; its code.
        given: Groups were typed back from paper; the code, and what was typed by its place.
    """

    wanted = Signal()
    print_wanted = Signal(object)
    save_wanted = Signal(object)
    given = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", L, parent)
        self.column.setSpacing(M)
        self.intro = text_label("", wrap=True, parent=self)
        self.begin = secondary_button(_("Make a new recovery sheet"), "file-text", self)
        self.making = _Making(self)
        self.column.addWidget(text_label(_("Recovery sheet"), "h2", parent=self))
        self.column.addWidget(self.intro)
        self.column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.making)
        self.begin.clicked.connect(self.wanted)
        self.making.print.clicked.connect(lambda: self.print_wanted.emit(self.making.code))
        self.making.save.clicked.connect(lambda: self.save_wanted.emit(self.making.code))
        self.making.keep.clicked.connect(lambda: self.given.emit(self.making.code, self.making.typed()))
        self.making.leave.clicked.connect(self.put_away)

    def show_state(self, state: KeyState) -> None:
        """Say whether there is a sheet; offer one only where it would open something."""
        if not state.has_phrase:
            self.intro.setText(_("It can be made once a pass phrase is set."))
        elif state.has_sheet:
            self.intro.setText(_("There is one. A new one takes its place: the old one opens nothing then."))
        else:
            self.intro.setText(
                _("There is none yet. Make it now: it is the way in when the phrase is forgotten.")
            )
        self.begin.setEnabled(state.has_phrase)
        is_next = state.has_phrase and not state.has_sheet
        set_kind(self.begin, "primary" if is_next else "secondary", "file-text")
        self.put_away()

    def show_code(self, code: RecoveryCode) -> None:
        """Begin with a new code: print it, then type two groups back."""
        self.making.start(code)
        self.begin.hide()

    def show_refusal(self, refusal: UserError) -> None:
        """Say at its field which group is not as on the sheet."""
        self.making.show_refusal(refusal)

    def put_away(self) -> None:
        """Forget the code; the sheet before stays as it is."""
        self.making.stop()
        self.begin.show()


class _Making(QWidget):
    """The two steps of a new sheet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.code: RecoveryCode | None = None
        self.print = secondary_button(_("Print"), "printer", self)
        self.save = secondary_button(_("Save PDF"), "save", self)
        self.keep = primary_button(_("Use this sheet from now on"), "check", self)
        self.leave = quiet_button(_("Not now"), parent=self)
        self.fields = [QLineEdit(self) for _number in range(GROUPS_ASKED)]
        self.lines: list[FieldLine] = []
        self._asked: list[int] = []
        self._groups = QHBoxLayout()
        self._groups.setSpacing(L)
        self._lay_out()
        for before, after in zip(self.fields, [*self.fields[1:], self.keep], strict=True):
            before.returnPressed.connect(self.keep.click if after is self.keep else after.setFocus)
        self.hide()

    def start(self, code: RecoveryCode) -> None:
        """Show the steps for this code, with two of its groups to be typed back."""
        self.code = code
        self._asked = sorted(SystemRandom().sample(range(GROUPS), GROUPS_ASKED))
        self._clear_lines()
        for place, field in zip(self._asked, self.fields, strict=True):
            line = FieldLine(
                _("Group {number}").format(number=place + 1), field, width_px=_GROUP_PX, parent=self
            )
            self._groups.insertWidget(len(self.lines), line)
            self.lines.append(line)
        for before, after in pairwise([self.save, *self.fields, self.keep]):
            self.setTabOrder(before, after)  # the lines are newer than the buttons below them
        self.show()
        self.print.setFocus()

    def ask_back(self) -> None:
        """Begin to have it typed back: it is on paper now, or on its way there."""
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Forget the code and what was typed."""
        self.code = None
        for field in self.fields:
            field.setText("")
        for line in self.lines:
            line.set_problem("")
        self.hide()

    def typed(self) -> Mapping[int, str]:
        """Return what was typed, by the place of its group."""
        return {place: field.text() for place, field in zip(self._asked, self.fields, strict=True)}

    def show_refusal(self, refusal: UserError) -> None:
        """Say at its field which group is not as on the sheet."""
        for place, line, field in zip(self._asked, self.lines, self.fields, strict=True):
            is_here = refusal.field == f"group_{place}"
            line.set_problem(str(refusal) if is_here else "")
            if is_here:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                field.selectAll()

    def _clear_lines(self) -> None:
        for line, field in zip(self.lines, self.fields, strict=False):
            field.setParent(self)
            line.deleteLater()
        self.lines = []

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        first = _(
            "1. Print the sheet. A saved file is only half a sheet: print it elsewhere, then delete it."
        )
        second = _(
            "2. Take it in your hand and type these two groups from it, so that it is sure to be readable."
        )
        for field in self.fields:
            field.setMaxLength(3 * GROUP_SIGNS)
            field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)  # no scan is made of it
        column.addWidget(text_label(first, "strong", wrap=True, parent=self))
        column.addLayout(_row(self.print, self.save))
        column.addSpacing(S)
        column.addWidget(text_label(second, "strong", wrap=True, parent=self))
        self._groups.addStretch(1)
        column.addLayout(self._groups)
        column.addLayout(_row(self.keep, self.leave))


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(M)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
