"""Trying secrets beside the window, one after the other: hashing takes a while on purpose."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_cs.errors import DeskError
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.slow_work import SlowWork

Look = Callable[[], object]


class Trying(QObject):
    """Looks at one try at a time. One that comes meanwhile has its turn if the one before was refused.

    Args:
        actions: Through which a try is looked at.
        parent: Whose tries they are; where it is gone, nothing is told any more.

    Signals:
        right: A try was right; what it gave. Tries that were still to come are forgotten.
        refused: It was not; the refusal, and what the try was about.
        turned: One is being looked at from now on, or none any more.
    """

    right = Signal(object)
    refused = Signal(object, object)
    turned = Signal()

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._slow: SlowWork | None = None
        self._about: object = None
        self._next: list[tuple[Look, object]] = []

    @property
    def is_busy(self) -> bool:
        """Return whether a try is being looked at."""
        return self._slow is not None

    def begin(self, look: Look, about: object = None) -> None:
        """Look at a try, at once or after those that came before.

        Args:
            look: Gives something for a right try, refuses any other; done beside the window.
            about: What tells the try from others, such as whose secret it was.
        """
        if self._slow is not None:
            self._next.append((look, about))
            return
        self._about = about
        self._slow = self._actions.run_slow(look, self._on_right, refused=self._on_refused)
        self._slow.ended.connect(self._on_ended)
        self.turned.emit()

    def forget(self) -> None:
        """Tell nothing any more of what was tried: somebody else is there."""
        self._next.clear()
        if self._slow is not None:
            self._slow.ended.disconnect(self._on_ended)
            self._slow.cancel()
            self._on_ended()

    def _on_ended(self) -> None:
        self._slow = None
        self.turned.emit()

    def _on_right(self, given: object) -> None:
        self._next.clear()
        self.right.emit(given)

    def _on_refused(self, refusal: DeskError) -> None:
        self.refused.emit(refusal, self._about)
        if self._next:
            self.begin(*self._next.pop(0))
