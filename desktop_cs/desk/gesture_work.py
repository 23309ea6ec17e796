"""Acts on the catalogue of gestures: what to offer, what like cases were given, ideas of staff."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from uuid import UUID, uuid5

from desktop_cs import places
from desktop_cs.cases.authority import room_left
from desktop_cs.cases.case import Case
from desktop_cs.cases.fair_hand import FairHand, fair_hand
from desktop_cs.cases.gesture_catalogue import shipped_gestures
from desktop_cs.cases.gesture_ranking import Evidence, Offer, name_key, ranked
from desktop_cs.cases.gestures import Gesture, GestureKind, GestureState
from desktop_cs.cases.steps import Step, StepEntry
from desktop_cs.desk.allowed import check
from desktop_cs.desk.case_reading import CaseReading
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Changes, Result
from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.roles import Act
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.summary.month import AdoptedIdea

_LONGEST = 80  # characters of a name: it stands on a button and in a line of a letter


class GestureWork:
    """The catalogue of one shop; each act is one transaction and says what it changed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    @cached_property
    def _reading(self) -> CaseReading:
        return CaseReading(self._ground)

    def all(self) -> list[Gesture]:
        """Return every entry, ideas and retired ones too, the cheapest first.

        A shop that has none yet takes over the shipped ones: what is free is offered at once; for what costs
        a little a manager says first how much that is here, so it waits among the ideas.
        """
        store = self._ground.storage.gestures
        known = store.all()
        if known:
            return known
        shipped = shipped_gestures(places.resources_dir() / "gestures", self._ground.settings.language)
        with self._ground.storage.transaction(self._ground.actor_id):
            if not store.all():  # another window may have been quicker
                for one in shipped:
                    state = GestureState.ADOPTED if one.is_free else GestureState.IDEA
                    store.save(self._new(Gesture(uuid7(), one.name, 0, one.kind, one.suits, state)))
        return store.all()

    def offers(self, story: Story, line: str) -> list[Offer]:
        """Return what can be given in this case on a line ("goodwill" or "extra"), the best first."""
        room = room_left(self._reading.judgement(story), story.remedies.spent, story.approved)
        matters = story.answers(Step.REVIEW).get("what_matters_most", "")
        return ranked(self.all(), line, self._taken(), matters, room)

    def fair_hand(self, story: Story) -> FairHand | None:
        """Return what was given in like cases, or None where too few are known."""
        kind = story.case.failure_kind
        if not kind:
            return None
        like = self._ground.storage.given.like(kind, story.case.id.bytes)
        return fair_hand(story.price, like)

    def ideas(self) -> list[Gesture]:
        """Return what waits for a manager: ideas of staff, and shipped gestures without a price yet."""
        return [one for one in self.all() if one.state is GestureState.IDEA]

    def suggest(
        self, name: str, kind: GestureKind = GestureKind.EITHER, case_id: UUID | None = None
    ) -> Result[Gesture]:
        """Keep an idea under the name of whoever acts; a manager adopts or declines it.

        Raises:
            UserError: It has no words, too many, or is in the catalogue already.
        """
        idea = Gesture(uuid7(), name, kind=kind, state=GestureState.IDEA, case_id=case_id)
        return self._kept(self._new(replace(idea, idea_by=self._ground.actor_id)))

    def take_back(self, idea: Gesture) -> Result[Gesture]:
        """Take back an idea that was just suggested.

        Raises:
            UserError: A manager answered it meanwhile.
        """
        stored = self._ground.storage.gestures.get(idea.id)
        if stored.state is not GestureState.IDEA:
            raise UserError(_("A manager answered this idea meanwhile."))
        return self._put(replace(stored, state=GestureState.DECLINED))

    def keep_idea(self, case: Case, entry: StepEntry) -> None:
        """Keep the idea that was written down when a case was logged, once, under its author's name.

        Words that were mended since take the place of the old ones until a manager has answered. Part of a
        transaction that is already under way.
        """
        words = " ".join(entry.answers.get("idea", "").split())
        if not words:
            return
        known = {one.id: one for one in self.all()}
        key = uuid5(case.id, "idea")
        before = known.get(key)
        if before is not None and before.state is not GestureState.IDEA:
            if name_key(before.name) == name_key(words):
                return
            key = uuid5(case.id, name_key(words))  # a new one, after the first was answered
        if key in known and known[key].state is not GestureState.IDEA:
            return
        author = entry.done_by or self._ground.actor_id
        idea = Gesture(key, words, state=GestureState.IDEA, idea_by=author, case_id=case.id)
        self._ground.storage.gestures.save(self._new(idea))

    def adopt(self, gesture: Gesture, *, as_gesture: bool = True) -> Result[Gesture]:
        """Take up an idea, with the cost and line that the manager gave it, in the manager's name.

        Args:
            gesture: The idea as it shall be offered.
            as_gesture: False for an idea that is a good one, but nothing to be given to customers.

        Raises:
            UserError: Whoever acts is no manager, or as in `save`.
        """
        check(self._ground, Act.GESTURES)
        state = GestureState.ADOPTED if as_gesture else GestureState.RETIRED
        now = self._ground.clock.now()
        return self._kept(replace(gesture, state=state, adopted_by=self._ground.actor_id, adopted_at=now))

    def decline(self, gesture: Gesture) -> Result[Gesture]:
        """Decline an idea; it is offered to nobody.

        Raises:
            UserError: Whoever acts is no manager.
        """
        check(self._ground, Act.GESTURES)
        return self._put(replace(gesture, state=GestureState.DECLINED))

    def blank(self) -> Gesture:
        """Return an entry to be filled in; it is kept by `save`."""
        return Gesture(uuid7(), "")

    def save(self, gesture: Gesture) -> Result[Gesture]:
        """Keep a new or changed entry of the catalogue.

        Raises:
            UserError: Whoever acts is no manager; it has no name, one that is too long, or one that another
                entry has; its cost is below nothing.
        """
        check(self._ground, Act.GESTURES)
        return self._kept(gesture if gesture.added_at else self._new(gesture))

    def put_back(self, before: Gesture) -> Result[Gesture]:
        """Keep an entry as it was: the way back from every act of a manager on it.

        Raises:
            UserError: Whoever acts is no manager.
        """
        check(self._ground, Act.GESTURES)
        return self._put(before)

    def _put(self, gesture: Gesture) -> Result[Gesture]:
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.gestures.save(gesture)
        return Result(gesture, Changes(settings=True))

    def adopted_between(self, first: datetime, after: datetime) -> list[AdoptedIdea]:
        """Return the ideas of staff that were taken up between two moments, with their authors, in order."""
        names = {one.id: one.name for one in self._ground.storage.shop.staff()}
        found = [
            (one.adopted_at, AdoptedIdea(one.name, names[one.idea_by]))
            for one in self._ground.storage.gestures.all()
            if one.idea_by in names and one.adopted_at is not None and first <= one.adopted_at < after
            if one.state in (GestureState.ADOPTED, GestureState.RETIRED)
        ]
        return [idea for _at, idea in sorted(found, key=lambda pair: (pair[0], pair[1].name))]

    def _new(self, gesture: Gesture) -> Gesture:
        return replace(gesture, added_at=self._ground.clock.now())

    def _kept(self, gesture: Gesture) -> Result[Gesture]:
        """Keep an entry once its name and cost are known to be right."""
        name = " ".join(gesture.name.split())
        if not name:
            raise UserError(_("Write in a few words what is given."), "name")
        if len(name) > _LONGEST:
            told = _("Please write it shorter: {longest} letters at most.")
            raise UserError(told.format(longest=_LONGEST), "name")
        if gesture.cost < 0:
            raise UserError(_("What does it cost the shop? Write 0 for nothing."), "cost")
        standing = (GestureState.ADOPTED, GestureState.IDEA)
        for one in self.all():
            same = one.id != gesture.id and one.state in standing and name_key(one.name) == name_key(name)
            if same and gesture.state in standing:
                raise UserError(_("“{name}” is in the list already.").format(name=one.name), "name")
        return self._put(replace(gesture, name=name))

    def _taken(self) -> dict[str, Evidence]:
        """Return how customers took what was given lately, each gesture once a case."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for accepts, lines in self._ground.storage.given.taken():
            for key in {name_key(line.gesture) for line in lines}:
                counts[key][accepts] += 1
        return {key: Evidence(counted) for key, counted in counts.items()}
