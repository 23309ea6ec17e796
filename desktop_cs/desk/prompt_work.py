"""What staff keep forgetting to mention, by device or fault: added by anyone, looked after by a manager."""

from dataclasses import replace

from desktop_cs.cases.steps import Step
from desktop_cs.desk.allowed import check
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Changes, Result
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.guide_words import file_words
from desktop_cs.errors import UserError
from desktop_cs.guide.advice import tidy
from desktop_cs.guide.edits import Prompt
from desktop_cs.guide.prompts import fitting
from desktop_cs.i18n import _
from desktop_cs.shop.roles import Act
from desktop_cs.storage.uuid7 import uuid7

_LONGEST = 200  # signs: it is read while somebody stands there


class PromptWork:
    """Acts on prompts; each is one transaction and says what it changed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._all: list[Prompt] | None = None

    def all(self) -> list[Prompt]:
        """Return every prompt, those out of use too, oldest first."""
        if self._all is None:
            self._all = self._ground.storage.guides.prompts()
        return list(self._all)

    def fitting(self, story: Story, step: Step) -> tuple[Prompt, ...]:
        """Return what is easily forgotten at this step of this case."""
        review = story.answers(Step.REVIEW)
        products = [story.case.product, review.get("product", ""), review.get("device", "")]
        serial = review.get("serial", "") or story.case.serial
        kind = review.get("failure_kind", "") or story.case.failure_kind
        return fitting(self.all(), step, kind, products, serial)

    def add(self, story: Story, step: Step, text: str) -> Result[Prompt]:
        """Keep a new one for this step, and for the product and the kind of failure of this case.

        Raises:
            UserError: As in `save`.
        """
        product, kind = _about(story)
        now, actor = self._ground.clock.now(), self._ground.actor_id
        return self.save(Prompt(uuid7(), text, step, product, kind, now, actor))

    def scope(self, story: Story) -> str:
        """Return for which cases `add` keeps a prompt, such as "Pixel 8, It is faulty"; "" for all."""
        product, kind = _about(story)
        return ", ".join(filter(None, (product, kind and file_words(self._ground.forms, kind))))

    def save(self, prompt: Prompt) -> Result[Prompt]:
        """Keep a new or changed prompt; one that is no longer active is only shown in Settings.

        Raises:
            UserError: It says nothing, too much, or the same as another one for the same cases; or it is
                somebody else's, and whoever acts is no manager.
        """
        known = next((one for one in self.all() if one.id == prompt.id), None)
        if known is not None and known.added_by != self._ground.actor_id:
            check(self._ground, Act.GUIDE)
        stored = replace(prompt, text=tidy(prompt.text), product=tidy(prompt.product))
        if not stored.text:
            raise UserError(_("Write what is easily forgotten, in one sentence."), "text")
        if len(stored.text) > _LONGEST:
            told = _("Say it shorter, please: at most {count} letters.").format(count=_LONGEST)
            raise UserError(told, "text")
        others = [one for one in self.all() if one.active and one.id != stored.id]
        if stored.active and any(_says(one) == _says(stored) for one in others):
            raise UserError(_("This is there already."), "text")
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.guides.save_prompt(stored)
        self._all = None
        return Result(stored, Changes(settings=True))


def _about(story: Story) -> tuple[str, str]:
    """Return the product or device, and the kind of failure, as far as they are known."""
    review = story.answers(Step.REVIEW)
    product = review.get("device", "") or review.get("product", "") or story.case.product
    return product.strip(), review.get("failure_kind", "") or story.case.failure_kind


def _says(prompt: Prompt) -> tuple[str, ...]:
    return (prompt.text.casefold(), prompt.step, prompt.product.casefold(), prompt.failure_kind)
