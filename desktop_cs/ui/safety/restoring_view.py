"""What fills the window while a backup takes the place of the records, and nothing else can work."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.errors import DeskError, LockedError, UserError
from desktop_cs.i18n import _
from desktop_cs.ui.entry.secret_field import SecretField, with_show_button
from desktop_cs.ui.safety.centred_card import CentredCard
from desktop_cs.ui.safety.progress_card import ProgressCard
from desktop_cs.ui.safety.watch import Watch
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.slow_work import SlowWork
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, set_words

_SECRET = "secret"  # noqa: S105 (the name of a field)

Work = Callable[[str, Watch], object]


class RestoringView(CentredCard):
    """Does the work at once; asks for the pass phrase where the backup is locked.

    Args:
        work: Does it; is handed the secret and told how far it is. Not on the thread of the window.
        title: What is being done.
        working: The same in a sentence, beside the bar.
        parent: The window's body.

    Signals:
        done: The work is done; what it gave, and the secret that it was done with.
        left: It is not wanted any more, or cannot be done; the records are as they were.
    """

    done = Signal(object, str)
    left = Signal()

    def __init__(self, work: Work, title: str, working: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._work, self._working = work, working
        self._slow: SlowWork | None = None
        self.words = self.say("")
        self.secret = SecretField(self)
        asked = _("Pass phrase, or the code of the recovery sheet")
        self.line = FieldLine(asked, with_show_button(self.secret), parent=self)
        self.progress = ProgressCard(self)
        self.card.column.addWidget(self.line)
        self.card.column.addWidget(self.progress)
        self.again = primary_button(_("Go on"), parent=self)
        self.leave = quiet_button(_("Leave everything as it is"), parent=self)
        self.add_buttons(self.again, self.leave)
        self.again.clicked.connect(self.begin)
        self.secret.returnPressed.connect(self.begin)
        self.leave.clicked.connect(self.left)
        self.line.hide()

    def begin(self) -> None:
        """Do the work in another thread, with what was typed."""
        secret, watch = self.secret.text(), Watch(self)
        self.words.setText(_("This takes a moment. Nothing is deleted, whatever happens."))
        self._show_asking(asking=False)
        self.progress.begin(self._working, watch)
        work = self._work
        slow = self._slow = SlowWork(lambda: work(secret, watch), self)
        slow.gave.connect(lambda given: self.done.emit(given, secret))
        slow.failed.connect(self._show_failed)
        slow.start()

    def finish(self) -> None:
        """Wait until the work is over, before the program ends."""
        if self._slow is not None:
            self._slow.wait()

    def _show_failed(self, refusal: DeskError) -> None:
        """Ask for what opens the backup, or say why it cannot be done."""
        self._show_asking(asking=True)
        is_secret = isinstance(refusal, UserError) and refusal.field == _SECRET
        if is_secret or isinstance(refusal, LockedError):
            self.line.show()
            set_words(self.again, _("Go on"))
            self.line.set_problem(str(refusal) if is_secret else "")
            told = _(
                "The backup is locked. The pass phrase or the recovery sheet of the day it was made opens it."
            )
            self.words.setText(told)
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.words.setText(str(refusal))
            set_words(self.again, _("Try again"))
            self.leave.setFocus()

    def _show_asking(self, *, asking: bool) -> None:
        self.progress.setVisible(not asking)
        self.again.setVisible(asking)
        self.leave.setVisible(asking)
        if not asking:
            self.line.hide()
