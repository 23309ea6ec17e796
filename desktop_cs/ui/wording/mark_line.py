"""The line below a text that says why words are marked, with the better wording one press away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.buttons import link_button, set_words
from desktop_cs.ui.widgets.labels import text_label


class MarkLine(QWidget):
    """Says one mark at a time. The focus stays in the text: the keys are Alt+Enter and F7.

    Signals:
        use_wanted: The better wording is to be put in its place.
        next_wanted: The next mark is to be shown.
    """

    use_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = text_label("", "warn", wrap=True, parent=self)
        self.use = link_button("", "check", self)
        self.next = link_button("", "arrow-right", self)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button, wanted in ((self.use, self.use_wanted), (self.next, self.next_wanted)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes on to the next question
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit())
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, XS, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._label)
        column.addLayout(buttons)
        self.hide()
        keep_private(self)

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()

    def say(self, sentence: str, better: str | None, *, has_more: bool) -> None:
        """Say why words are marked.

        Args:
            sentence: Which words, why, and what to write instead; "" for nothing.
            better: The words that "Use it" puts in, "" to leave the marked ones out, None for neither.
            has_more: Whether there is a next mark to go to.
        """
        self._label.setText(sentence)
        self.use.setVisible(better is not None)
        set_words(self.use, _("Use it (Alt+Enter)") if better else _("Leave it out (Alt+Enter)"))
        self.use.setToolTip(better or "")
        set_words(self.next, _("Next (F7)") if has_more else _("Show it (F7)"))
        self.setVisible(bool(sentence))
