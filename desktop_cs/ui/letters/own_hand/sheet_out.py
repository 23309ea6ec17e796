"""Print the sheet of letters, or save it as a PDF."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_cs.errors import DeskError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.own_hand.hand_view import HandView
from desktop_cs.ui.preferences import Preferences


class SheetOut(QObject):
    """Puts the sheet out for the alphabet and the paper that are chosen on the view.

    Args:
        view: Where they are chosen.
        actions: Through which a failure is shown.
        preferences: Where the printer is remembered.
    """

    def __init__(self, view: HandView, actions: Actions, preferences: Preferences) -> None:
        super().__init__(view)
        self._view = view
        self._actions = actions
        self._preferences = preferences
        view.print.clicked.connect(lambda _checked=False: self._print())
        view.save.clicked.connect(lambda _checked=False: self._save())

    def _print(self) -> None:
        from desktop_cs.ui.paper.printing import print_pdf  # noqa: PLC0415 (the printing part of Qt)

        paper = self._view.paper()
        self._put_out(lambda pdf: print_pdf(pdf, paper, self._preferences, self._view))

    def _save(self) -> None:
        from desktop_cs.ui.paper.printing import save_pdf  # noqa: PLC0415 (the printing part of Qt)

        self._put_out(lambda pdf: save_pdf(pdf, "my-hand.pdf", self._view) is not None)

    def _put_out(self, put: Callable[[bytes], bool]) -> None:
        from desktop_cs.paper.own_hand_sheet import own_hand_sheet_pdf  # noqa: PLC0415 (slow to import)

        try:
            if put(own_hand_sheet_pdf(self._view.language(), self._view.paper())):
                told = _("Write the sheet with a dark pen, scan or photograph it, and load it here.")
                self._view.show_busy(told)
        except DeskError as failure:
            self._actions.refused.emit(failure)
