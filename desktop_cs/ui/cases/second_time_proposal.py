"""Looking for an earlier case while a new one is taken, and what a person says of it."""

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop_cs.cases.case import Case
from desktop_cs.desk.case_lookup import NOT_THE_SAME
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.second_time import Repeat, Said, Thing, without
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.second_time_card import SecondTimeCard


class SecondTimeProposal(QObject):
    """Steers the card of the new-case page.

    What is said of a case not yet taken is kept in `said` until it is; of a case that is there, it holds at
    once, with the way back.
    """

    def __init__(self, actions: Actions, card: SecondTimeCard) -> None:
        super().__init__(card)
        self.said = Said()
        self._actions = actions
        self._card = card
        self._case: Case | None = None
        self._repeat: Repeat | None = None
        self._with_name = False
        card.tied.connect(self._tie)
        card.refused.connect(self._refuse)
        card.taken_back.connect(self._take_back)

    def forget(self) -> None:
        """Begin anew with the next case."""
        self.said = Said()

    def look(self, intake: Intake, thing: Thing) -> None:
        """Look what a case that is being taken may repeat, and propose it."""
        self._case, self._with_name = None, intake.customer is None
        work = self._actions.desk.second_time
        is_known = intake.customer is not None or bool(intake.who.strip() or thing.serial)
        self._repeat = self._actions.ask(lambda: work.look(intake, thing)) if is_known else None
        self._show()

    def look_at(self, case: Case) -> None:
        """Show what a case that is there repeats."""
        self._case = case
        self._repeat = self._actions.ask(lambda: self._actions.desk.second_time.repeat_of(case))
        self._show()

    def _show(self) -> None:
        repeat = self._repeat
        if repeat is not None and repeat.earlier.number in self.said.refused:
            self._card.show_refused(repeat)
        elif repeat is not None and (self._case is not None or self.said.tied == repeat.earlier.number):
            self._card.show_tied(repeat)
        else:
            self._card.propose(repeat, with_name=self._with_name)

    def _tie(self) -> None:
        if self._repeat is not None:
            self.said = replace(self.said, tied=self._repeat.earlier.number)
            self._show()

    def _refuse(self) -> None:
        repeat, case = self._repeat, self._case
        if repeat is None:
            return
        if case is not None:
            self._refuse_for(case, repeat.earlier)
            return
        said = without(self.said, repeat.earlier.number)
        self.said = replace(said, refused=said.refused | {repeat.earlier.number})
        self._show()

    def _refuse_for(self, case: Case, earlier: Case) -> None:
        work = self._actions.desk.second_time
        refused = self._actions.run(lambda: work.refuse(case, earlier))
        if refused is not None:
            told = _("Case {number} is not counted as the second time.").format(number=case.number)
            self._actions.say_done(told, lambda: work.undo(case, NOT_THE_SAME))
            self.look_at(refused)

    def _take_back(self) -> None:
        if self._repeat is not None:
            self.said = without(self.said, self._repeat.earlier.number)
            self._show()
