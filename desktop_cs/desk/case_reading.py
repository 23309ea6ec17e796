"""What is asked about cases: the whole story, what is missing, what may be given, what is read back."""

from functools import cached_property

from desktop_cs.cases.authority import Judgement, judge
from desktop_cs.cases.findings import wish_met
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.desk.case_lookup import CaseLookup
from desktop_cs.desk.case_view import Gap, Row, Story
from desktop_cs.desk.step_work import StepWork
from desktop_cs.errors import UserError
from desktop_cs.forms import answers as form_answers
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.staff import Role

LARGEST_NUMBER = 2**63 - 1  # what the engine can hold


class CaseReading(CaseLookup):
    """Questions about cases; nothing is changed."""

    @cached_property
    def steps(self) -> StepWork:
        """Return the acts on the steps of a case."""
        return StepWork(self._ground)

    def numbered(self, number: int) -> Story:
        """Return the story of the case with this number.

        Raises:
            UserError: There is no such case.
        """
        try:
            known = number if 0 < number <= LARGEST_NUMBER else 0
            return self.story(self._ground.storage.cases.get(known).id)
        except KeyError as error:
            raise UserError(_("There is no case {number} here.").format(number=number)) from error

    def judgement(self, story: Story) -> Judgement:
        """Return whether what is given in this case is inside the authority of the owner on its day.

        A case of nobody counts as one of the counter, so that leaving out the owner gives no more authority.
        """
        ground = self._ground
        staff = ground.storage.shop.staff()
        owner = next((one for one in staff if one.id == story.case.owner), ground.actor)
        if owner is None and not staff:
            return Judgement(within=True)
        given_at = story.walk.entry(Step.RESOLUTION).done_at or ground.clock.now()
        start, end = ground.day_of(given_at)
        given = ground.storage.cases.spent_today(story.case.owner, start, end, story.case.id)
        limit = ground.settings.limit_of(owner.role if owner else Role.COUNTER)
        return judge(story.remedies.spent, given, limit, story.approved)

    def gaps(self, story: Story) -> tuple[Gap, ...]:
        """Return everything that still keeps the case from being finished, in the order of the steps."""
        found: list[Gap] = []
        for step in Step:
            entry = story.walk.entry(step)
            if entry.state is StepState.SKIPPED or self._asked_less(entry):
                continue
            express = entry.is_passed and story.is_express
            problems = self.steps.step_problems(story, step, express=express)
            found += [Gap(step, field_id, sentence) for field_id, sentence in problems.items()]
            if not entry.is_passed and not problems and step is not Step.LOGGING:
                found.append(Gap(step, "", _("This step is neither done nor skipped.")))
        if not self.judgement(story).within:
            found.append(Gap(Step.RESOLUTION, "goodwill", _("A manager still has to approve what is given.")))
        return tuple(found)

    def wish(self, story: Story) -> str:
        """Return what the customer wanted beside what they got, such as "Money back · partly: Repair"; or "".

        Source: practice.md 1: what they wanted is reported against what they got.
        """
        sought = story.answers(Step.REVIEW).get("remedy_sought", "")
        given = story.remedies
        met = wish_met(sought, given)
        if not met:
            return ""
        wanted = self._option(Step.REVIEW, "remedy_sought", sought)
        got = self._option(Step.RESOLUTION, "entitlement_kind", given.entitlement_kind)
        return {
            "fully": _("{wanted} · they got it"),
            "partly": _("{wanted} · partly: they got “{got}”"),
            "not": _("{wanted} · not given"),
        }[met].format(
            wanted=wanted, got=got or ", ".join(one.gesture for one in given.goodwill + given.extra)
        )

    def _option(self, step: Step, field_id: str, option_id: str) -> str:
        """Return the words for an option of a question; "" where there is none or it is nothing."""
        options = self._ground.forms[step].field(field_id).options
        label = next((one.label for one in options if one.id == option_id != "none"), None)
        return words_in(label, language_in_use()) if label else ""

    def _asked_less(self, entry: StepEntry) -> bool:
        """Return whether a step was done when its form asked other questions than it does now."""
        return entry.is_passed and entry.form_version != self._ground.forms[entry.step].version

    def rows(self, story: Story) -> tuple[Row, ...]:
        """Return what is read back to the customer: every answer that is not private, step by step."""
        context = self._ground.context()
        return tuple(
            Row(step, field_id, label, text)
            for step in Step
            for field_id, label, text in form_answers.summary_rows(
                self._ground.forms[step], story.answers(step), context, story.rules()
            )
        )
