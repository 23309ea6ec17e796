"""What is shown while something long is under way: what it is, how far it is, and a way to stop it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.safety.watch import Watch
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class ProgressCard(Card):
    """Hidden until something is under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", M, parent)
        self._told = text_label("", "strong", wrap=True, parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.stop = secondary_button(_("Stop"), "x", self)
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        self.column.addWidget(self._told)
        self.column.addLayout(line)
        self.hide()

    def begin(self, words: str, watch: Watch, *, may_stop: bool = True) -> None:
        """Show that something begins.

        Args:
            words: What is being done, in a sentence.
            watch: Tells how far it is.
            may_stop: Whether it can be stopped without harm.
        """
        self._told.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setValue(0)
        self.stop.setVisible(may_stop)
        self.stop.setEnabled(True)
        watch.moved.connect(self.bar.setValue)
        self.stop.clicked.connect(watch.stop)
        self.stop.clicked.connect(self._show_stopping)
        self.show()

    def _show_stopping(self) -> None:
        self.stop.setEnabled(False)
        self._told.setText(_("Stopping…"))
