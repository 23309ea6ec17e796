"""Hangs what can be given below the questions for goodwill and extra, while nobody waits for it."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop_cs.cases.gesture_ranking import EXTRA, GOODWILL
from desktop_cs.cases.gestures import Gesture, GestureKind
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.i18n import _
from desktop_cs.money import plain_amount
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.gesture_offers import GestureOffers
from desktop_cs.ui.forms.form_view import FormView
from desktop_cs.ui.forms.lines_editor import LinesEditor

_LINES = (GOODWILL, EXTRA)
_SOON_MS = 30  # between one piece of work and the next: room for keys and painting


class OffersBelow(QObject):
    """Makes the panels for one form and keeps them in step with the case, one piece at a time.

    Args:
        actions: Through which everything is read and done.
        parent: Whoever has the form.
    """

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._view: FormView | None = None
        self._story: Story | None = None
        self._facts: tuple[object, ...] = ()
        self._panels: dict[str, GestureOffers] = {}
        self._stale: list[str] = []  # lines whose panel is to be made or filled
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._work)

    def begin(self, view: FormView, story: Story) -> None:
        """Offer what can be given in this case, below the questions of this form of the Resolution."""
        self._view, self._facts = view, ()
        self.refresh(story)

    def refresh(self, story: Story) -> None:
        """Offer anew where what matters for it changed."""
        self._story = story
        facts = _facts(story)
        if self._view is None or facts == self._facts:
            return
        self._facts, self._stale = facts, [*_LINES]
        self._soon.start(_SOON_MS)

    def panel(self, line: str) -> GestureOffers | None:
        """Return the panel below "goodwill" or "extra", None while it is not made yet."""
        return self._panels.get(line)

    def _work(self) -> None:
        """Do the next piece: wait for the form, then make or fill one panel."""
        view, story = self._view, self._story
        if view is None or story is None or not self._stale:
            return
        if view.is_built:
            line = self._stale[0]
            if line in self._panels:
                self._stale.pop(0)
                self._fill(line, story)
            else:
                self._make(line, view)
        if self._stale:
            self._soon.start(_SOON_MS)

    def _make(self, line: str, view: FormView) -> None:
        panel = GestureOffers(self._actions.desk.settings.currency)
        panel.hide()
        panel.chosen.connect(partial(self._give, line))
        panel.suggested.connect(partial(self._suggest, line))
        view.hang_below(line, panel)
        self._panels[line] = panel

    def _fill(self, line: str, story: Story) -> None:
        desk, panel = self._actions.desk, self._panels[line]
        offers = self._actions.ask(lambda: desk.gestures.offers(story, line))
        explained = bool(story.answers(Step.RESOLUTION).get("explained"))
        panel.show_offers(offers or [], explained=explained)
        if line == GOODWILL:
            panel.show_hand(self._actions.ask(lambda: desk.gestures.fair_hand(story)))
        panel.setVisible(story.case.is_being_worked_on)  # last, so that the form is laid out once

    def _give(self, line: str, gesture: Gesture) -> None:
        if self._view is not None:
            cost = plain_amount(gesture.cost, self._actions.desk.settings.currency)
            editor = self._view.editor(line)
            if isinstance(editor, LinesEditor):
                editor.add_filled({"gesture": gesture.name, "cost": cost})

    def _suggest(self, line: str, words: str) -> None:
        desk, case_id = self._actions.desk, self._story.case.id if self._story else None
        idea = self._actions.run(lambda: desk.gestures.suggest(words, GestureKind(line), case_id), self)
        if idea is not None:
            told = _("Thank you. The manager sees your idea in Settings.")
            self._actions.say_done(told, lambda: desk.gestures.take_back(idea))


def _facts(story: Story) -> tuple[object, ...]:
    """Return what the offers follow from; they are left alone while it stays."""
    review, resolution = story.answers(Step.REVIEW), story.answers(Step.RESOLUTION)
    return (
        story.case.id,
        story.case.is_being_worked_on,
        story.case.failure_kind,
        story.case.owner,
        review.get("what_matters_most", ""),
        story.price,
        story.remedies.spent,
        story.approved,
        bool(resolution.get("explained")),
    )
