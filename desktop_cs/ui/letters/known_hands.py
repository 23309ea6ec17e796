"""Which hands write a language: read away from the window, for their module brings numpy with it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cs.ui.actions import Actions

if TYPE_CHECKING:
    from desktop_cs.letters.hand.hands import HandDescription


class KnownHands(QObject):
    """Reads the hands of a language once.

    Args:
        actions: Through which it is done in a worker.
        parent: Who asks.

    Signals:
        known: The hands of another language are known now.
    """

    known = Signal()

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._of: "dict[str, tuple[HandDescription, ...]]" = {}  # noqa: UP037 (known to the type checker only)
        self._asked: set[str] = set()

    def of(self, language: str) -> "tuple[HandDescription, ...] | None":
        """Return the hands of a language, the usual one first; None where `known` will say so in a moment."""
        if language not in self._asked:
            self._asked.add(language)
            work = self._actions.run_slow(partial(_read, language), partial(self._take, language))
            self.destroyed.connect(work.cancel)
        return self._of.get(language)

    def _take(self, language: str, hands: "tuple[HandDescription, ...]") -> None:
        self._of[language] = hands
        self.known.emit()


def _read(language: str) -> "tuple[HandDescription, ...]":
    from desktop_cs.letters.hand.hands import hands_for  # noqa: PLC0415 (see the module)

    return hands_for(language)
