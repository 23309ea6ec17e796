"""Every act of a page goes through here: errors are caught, changes are told, and there is a way back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import DeskError, ShopError, UserError
from desktop_cs.ui.slow_work import SlowWork

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk

T = TypeVar("T")


class Actions(QObject):
    """Runs acts of the desk for the pages; besides the excepthook the only place that catches errors.

    Signals:
        changed: Something was changed; the `Changes`, and the page that did it, which ignores its echo.
        refused: An act was refused or failed; the error, which holds a plain sentence.
        settled: What failed before is done now; the sentence that told of the failure.
        done: Something was done; a sentence, and whether there is a way back.
        undone: The last thing that was done is taken back.
    """

    changed = Signal(object, object)
    refused = Signal(object)
    settled = Signal(str)
    done = Signal(str, bool)
    undone = Signal()

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._ways_back: list[Callable[[], Result[object]]] = []
        self._slow: list[SlowWork] = []

    def run(self, act: Callable[[], Result[T]], source: object = None) -> T | None:
        """Return what an act gives and tell what it changed; None when it was refused, which is shown."""
        try:
            result = act()
        except DeskError as refusal:
            self.refused.emit(refusal)
            return None
        self.changed.emit(result.changed, source)
        return result.value

    def attempt(self, act: Callable[[], Result[T]], source: object = None) -> T | UserError:
        """Return what an act gives, or the refusal for the page to show at its field.

        A failure of the surroundings is shown and comes back as a refusal too, so that the page stays
        where it is.
        """
        try:
            result = act()
        except UserError as refusal:
            return refusal
        except ShopError as failure:
            self.refused.emit(failure)
            return UserError(str(failure))
        self.changed.emit(result.changed, source)
        return result.value

    def ask(self, question: Callable[[], T]) -> T | None:
        """Return what is asked of the desk without changing anything; None when it failed, which is shown."""
        try:
            return question()
        except DeskError as refusal:
            self.refused.emit(refusal)
            return None

    def run_slow(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[DeskError], None] | None = None,
    ) -> SlowWork:
        """Do work in another thread and hand what it gives to `then` on this one; a failure is shown.

        Args:
            work: What is done.
            then: Takes what it gave.
            refused: Takes a refusal or failure, where the page shows it itself.

        Returns:
            The work, which can be cancelled: `then` is not called any more.
        """
        slow = SlowWork(self._with_own_connection(work), self)
        self._slow.append(slow)
        slow.gave.connect(then)
        slow.failed.connect(refused or self.refused.emit)
        slow.ended.connect(lambda: self._put_away(slow))
        slow.start()
        return slow

    def say_done(self, sentence: str, back: Callable[[], Result[object]] | None = None) -> None:
        """Say that something was done, with the way back when there is one."""
        if back is not None:
            self._ways_back.append(back)
        self.done.emit(sentence, back is not None)

    def undo(self) -> bool:
        """Take back the last thing that was done, and return whether there was one."""
        if not self._ways_back:
            return False
        self.undone.emit()
        self.run(self._ways_back.pop())
        return True

    def forget_ways_back(self) -> None:
        """Take nothing back any more of what was done until now: somebody else is there."""
        self._ways_back.clear()
        self.undone.emit()

    def tell(self, changes: Changes, source: object = None) -> None:
        """Tell everybody about changes that were made elsewhere."""
        self.changed.emit(changes, source)

    def is_busy(self) -> bool:
        """Return whether slow work is under way."""
        return bool(self._slow)

    def finish_slow(self) -> None:
        """Wait for slow work that is under way, before the program ends."""
        for slow in list(self._slow):
            slow.cancel()
            slow.wait()

    def _put_away(self, slow: SlowWork) -> None:
        """Let go of work that is over."""
        self._slow.remove(slow)
        slow.forget()

    def _with_own_connection(self, work: Callable[[], T]) -> Callable[[], T]:
        def worked() -> T:
            try:
                return work()
            finally:
                self.desk.storage.release()

        return worked
