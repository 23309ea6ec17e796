"""What became of a letter, in words, with what can be done about it now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_cs.i18n import _
from desktop_cs.ui.cases.act_panel import ActPanel
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.buttons import link_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class YesPanel(ActPanel):
    """Asks one thing plainly; Return says yes, Esc puts it away."""

    def __init__(self, question: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(question, act, parent)
        self._add_buttons()

    def begin(self) -> None:
        """Put the focus on the act: the question is asked because somebody wanted it."""
        self.act.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Say yes."""
        self.given.emit(True)  # noqa: FBT003 (a signal takes no keyword)


class LetterState(QWidget):
    """Says whether a letter is written, printed, posted; a printed one is left as it is until one says so.

    Signals:
        posted: It was posted.
        change_wanted: It is to be changed though it was printed.
        another_wanted: Another letter is to be written for the same case.
    """

    posted = Signal()
    change_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = text_label("", "muted", wrap=True, parent=self)
        self.post = link_button(_("Mark as posted"), "mail-check", self)
        self.post.setToolTip(_("It left the shop today"))
        self.change = link_button(_("Change it all the same"), "pencil", self)
        self.another = link_button(_("Another letter …"), "plus", self)
        buttons = FlowLayout(gap=(S, XS))
        for button, wanted in (
            (self.post, self.posted),
            (self.change, self.change_wanted),
            (self.another, self.another_wanted),
        ):
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit())
            buttons.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self._column.addWidget(self._told)
        self._column.addLayout(buttons)
        self._asked: ActPanel | None = None
        self._asked_from: QWidget | None = None  # what had the focus before

    def show_state(self, lines: Sequence[str], *, printed: bool, posted: bool, locked: bool) -> None:
        """Show what became of it.

        Args:
            lines: What happened to it, in words.
            printed: Whether it was printed.
            posted: Whether it was posted.
            locked: Whether it stays as it was printed.
        """
        told = " · ".join(lines)
        if locked:
            told += "\n" + _("It stays as it was printed, so that a reprint is the same.")
        self._told.setText(told)
        self.post.setVisible(printed and not posted)
        self.change.setVisible(locked)
        self.another.setVisible(printed)

    def text(self) -> str:
        """Return what is said."""
        return self._told.text()

    def ask(self, panel: ActPanel) -> None:
        """Ask something below the state; an earlier question gives way."""
        self.put_away()
        self._asked, self._asked_from = panel, QApplication.focusWidget()
        keep_private(panel)  # it may name the customer
        panel.put_away.connect(self.put_away)
        self._column.addWidget(panel)
        panel.show()
        panel.begin()

    def ask_plainly(self, question: str, act: str, then: Callable[[], object]) -> None:
        """Ask whether something is wanted all the same, and do it where it is."""
        panel = YesPanel(question, act)

        def given(_yes: object) -> None:
            self.put_away()
            then()

        panel.given.connect(given)
        self.ask(panel)

    def put_away(self) -> None:
        """Ask nothing any more; who was asked goes on where they were."""
        if self._asked is not None:
            focused = QApplication.focusWidget()
            before, self._asked_from = self._asked_from, None
            is_inside = focused is not None and self._asked.isAncestorOf(focused)
            if is_inside and before is not None and isValid(before):
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._asked.hide()
            self._asked.deleteLater()
            self._asked = None

    def asked(self) -> ActPanel | None:
        """Return the question that is on the screen."""
        return self._asked
