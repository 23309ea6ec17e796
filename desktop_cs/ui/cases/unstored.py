"""What was typed and could not be stored: kept as a draft until it could be after all."""

from collections.abc import Mapping
from uuid import UUID

from desktop_cs.cases.steps import Step
from desktop_cs.desk.drafts import Drafts
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.action_bar import ActionBar


class Unstored:
    """The answers of one page whose writing failed last.

    Args:
        actions: Through which it is told that it could be stored after all.
    """

    def __init__(self, actions: Actions) -> None:
        self._actions = actions
        self._drafts = Drafts(actions.desk.storage.folder)
        self._told = ""  # what the person was told when it failed
        self._is_draft_kept = False

    @property
    def is_kept_beside(self) -> bool:
        """Return whether a draft is all that can be done, as damaged records take nothing more."""
        return self._is_draft_kept and self._actions.desk.safety.is_read_only

    def keep(self, case_id: UUID, step: Step, raw: Mapping[str, str], refusal: UserError) -> None:
        """Keep what was typed in a step beside the records, which did not take it."""
        self._told = str(refusal)
        self._is_draft_kept = self._drafts.keep(case_id, step, raw)

    def settle(self, case_id: UUID, step: Step) -> None:
        """Forget the draft of this step, and take the word of its failure back: it is stored now."""
        if self._is_draft_kept:
            self._drafts.forget(case_id, step)
            self._is_draft_kept = False
        if self._told:
            told, self._told = self._told, ""
            self._actions.settled.emit(told)


def save_copy(actions: Actions, bar: ActionBar) -> None:
    """Save a copy of all data beside it, as the last change could not be written; its bar says no more."""
    saved = actions.ask(actions.desk.shop.save_copy)
    if saved is not None:
        actions.say_done(_("A copy lies in {file}.").format(file=saved))
        bar.show_saved("")
