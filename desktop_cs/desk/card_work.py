"""The handle-with-care cards: whose, what to know, who has read them, until when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.remedies import Remedies
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_lookup import CaseLookup
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Changes, Result, of_case
from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.followups.card_reading import CardReading
from desktop_cs.followups.care import CareStory, what_helps
from desktop_cs.followups.followup import FollowUp, FollowUpState
from desktop_cs.forms import answers as form_answers
from desktop_cs.i18n import _, language_in_use


@dataclass(frozen=True, slots=True)
class CareCard:
    """The card of one internal follow-up; readers with the moment in UTC, the first reader first."""

    follow_up: FollowUp
    readers: tuple[tuple[str, datetime], ...] = ()
    read_by_me: bool = False

    @property
    def case_id(self) -> UUID:
        """Return the case that it tells of."""
        return self.follow_up.case_id

    @property
    def until(self) -> datetime | None:
        """Return the moment at which it ends by itself; None until the case is logged."""
        return self.follow_up.until


class CardWork:
    """Questions about cards, and the acts on them; each act is one transaction.

    Reading a card does not end it: everybody who may serve the customer reads it for themselves, and it ends
    by its date.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def cards_for(self, customer_id: UUID | None, serial: str = "") -> list[CareCard]:
        """Return the cards that hold now for this customer or this device, the newest first."""
        return self._made(self._ground.storage.cards.cards_for(customer_id, serial))

    def of_case(self, case_id: UUID) -> list[CareCard]:
        """Return the cards that hold for the customer and the device of a case, the newest first.

        While a case is worked on its own card says nothing that its page does not.
        """
        case = self._ground.storage.cases.by_id(case_id)
        found = self.cards_for(case.customer_id, case.serial)
        return [card for card in found if card.case_id != case.id or not case.is_being_worked_on]

    def to_read(self) -> list[CareCard]:
        """Return the cards that hold now and that the person who acts has not read, the newest first."""
        return self._made(self._ground.storage.cards.unread_by(self._ground.actor_id))

    def story(self, card: CareCard) -> CareStory:
        """Return what the card tells, as it stands in the case now."""
        story = CaseLookup(self._ground).story(card.case_id)
        apology, review = self._shown(story, Step.APOLOGY), self._shown(story, Step.REVIEW)
        matters = review.get("what_matters_most", "")
        mark = "、" if language_in_use().startswith("zh") else ", "
        feelings = [apology.get("feeling_named", ""), apology.get("feeling_named_other", "")]
        return CareStory(
            happened=story.case.one_line,
            mood=story.case.mood,
            feelings=mark.join(filter(None, feelings)),
            given=tuple(_given(story.remedies, self._shown(story, Step.RESOLUTION))),
            promised=tuple(one for one in story.promises if one.state is not PromiseState.RENEGOTIATED),
            helps=what_helps(story.case, story.promises, matters, self._ground.clock.now()),
        )

    def read(self, card: CareCard) -> Result[CareCard]:
        """Note that the person who acts has read a card.

        Raises:
            UserError: Nobody acts, so that nobody could be named.
        """
        actor = self._ground.actor
        if actor is None:
            raise UserError(_("Say first who works here now."))
        reading = CardReading(card.follow_up.id, actor.id, self._ground.clock.now())
        with self._ground.storage.transaction(actor.id):
            self._ground.storage.cards.note_reading(reading)
        return Result(self._made([card.follow_up])[0], of_case(card.case_id, follow_ups=True))

    def unread(self, card: CareCard) -> Result[CareCard]:
        """Take back that the person who acts has read a card."""
        actor = self._ground.actor
        if actor is not None:
            with self._ground.storage.transaction(actor.id):
                self._ground.storage.cards.forget_reading(card.follow_up.id, actor.id)
        return Result(self._made([card.follow_up])[0], of_case(card.case_id, follow_ups=True))

    def end_past(self) -> Result[int]:
        """End the cards whose date is over, and return how many; nobody needs to do it by hand.

        In damaged records they stay as they are: nobody asked for it, so nobody is told that it is refused.
        """
        storage = self._ground.storage
        past = storage.cards.past(self._ground.clock.now())
        if not past or storage.damage.is_set:
            return Result(0, Changes())
        with storage.transaction():
            for card in past:
                storage.follow_ups.update(replace(card, state=FollowUpState.DONE, done_at=card.until))
        return Result(len(past), Changes(follow_ups=True))

    def _made(self, follow_ups: Iterable[FollowUp]) -> list[CareCard]:
        now, names = self._ground.clock.now(), self._names()
        held = [one for one in follow_ups if one.until is None or one.until >= now]
        return [self._card(one, names) for one in held]

    def _card(self, follow_up: FollowUp, names: Mapping[UUID, str]) -> CareCard:
        readings = self._ground.storage.cards.readings(follow_up.id)
        return CareCard(
            follow_up,
            tuple((names.get(one.staff_id, _("Somebody")), one.at) for one in readings),
            any(one.staff_id == self._ground.actor_id for one in readings),
        )

    def _names(self) -> dict[UUID, str]:
        return {one.id: one.name for one in self._ground.storage.shop.staff()}

    def _shown(self, story: Story, step: Step) -> dict[str, str]:
        """Return the answers of a step as a person reads them, by field id."""
        rows = form_answers.summary_rows(
            self._ground.forms[step], story.answers(step), self._ground.context(), story.rules()
        )
        return {field_id: text for field_id, _label, text in rows}


def _given(remedies: Remedies, shown: Mapping[str, str]) -> list[str]:
    """Return what was given, in words and without amounts."""
    owed = shown.get("entitlement_kind", "") if remedies.entitlement_kind not in ("", "none") else ""
    gestures = (line.gesture for line in (*remedies.goodwill, *remedies.extra))
    return [text for text in (owed, *gestures) if text]
