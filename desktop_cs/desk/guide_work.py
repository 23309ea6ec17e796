"""The guide beside each step, and the wording check of what a customer will read."""

from collections.abc import Sequence
from functools import cached_property

from desktop_cs import places
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.ground import Ground
from desktop_cs.guide.lexicon import Lexicon, load_lexicon
from desktop_cs.guide.procedure import GuidePage, Guides, load_guides
from desktop_cs.guide.wording_check import Mark, check
from desktop_cs.i18n import language_in_use
from desktop_cs.letters.addressing import addressed_as
from desktop_cs.letters.templates import LetterTemplates, load_templates


class GuideWork:
    """What one could say, and what is better not said."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._lexicons: dict[str, Lexicon] = {}

    def page(self, story: Story, step: Step, wording: int = 0) -> GuidePage:
        """Return the guide for this step of this case; `wording` counts through the ways of saying it."""
        review = story.answers(Step.REVIEW)
        feelings = story.answers(Step.APOLOGY).get("feeling_named", "")
        return self._guides.page(
            step,
            failure_kind=review.get("failure_kind", ""),
            second_failure=story.case.is_second_failure,
            failure_nature=review.get("failure_nature", ""),
            customer=self._spoken_to(story),
            feelings=tuple(feelings.split(",")) if feelings else (),
            wording=wording,
        )

    def prepare(self) -> None:
        """Read the guides now, so that the first case need not wait for them."""
        _read = self._guides, self._templates

    def marks(self, text: str, language: str, names: Sequence[str] = ()) -> list[Mark]:
        """Return the places that a customer should better not read, with the reason and a better wording."""
        if language not in self._lexicons:
            self._lexicons[language] = load_lexicon(places.resources_dir() / "wording" / f"{language}.toml")
        return check(text, self._lexicons[language], names)

    def _spoken_to(self, story: Story) -> str:
        """Return how the customer is spoken to in the language of the person, such as "Mrs Fallon"; or ""."""
        if story.customer is None:
            return ""
        return addressed_as(story.customer.name, story.customer.form_of_address, self._templates)

    @cached_property
    def _templates(self) -> LetterTemplates:
        return load_templates(places.resources_dir() / "letters", language_in_use())

    @cached_property
    def _guides(self) -> Guides:
        return load_guides(places.resources_dir() / "guide", language_in_use())


def called(story: Story) -> str:
    """Return how the customer is addressed: form of address and name, the name alone, or ""."""
    if story.customer is None:
        return ""
    title, name = story.customer.form_of_address, story.customer.name
    if not title:
        return name
    return f"{name}{title}" if not title.isascii() else f"{title} {name}"
