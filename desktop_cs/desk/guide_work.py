"""The guide beside each step."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_cs import places
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.guide_words import file_words, step_words
from desktop_cs.desk.prompt_work import PromptWork
from desktop_cs.guide.procedure import GuidePage, GuideProblem, Guides, files_for
from desktop_cs.i18n import _, language_in_use
from desktop_cs.letters.addressing import addressed_as
from desktop_cs.letters.templates import LetterTemplates, load_templates

if TYPE_CHECKING:
    from desktop_cs.desk.guide_editing import GuideEditing


class GuideWork:
    """What one could say, and what is better not said."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._guides: dict[str, Guides] = {}

    def page(self, story: Story, step: Step, wording: int = 0) -> GuidePage:
        """Return the guide for this step of this case; `wording` counts through the ways of saying it."""
        review = story.answers(Step.REVIEW)
        feelings = story.answers(Step.APOLOGY).get("feeling_named", "")
        guides = self.guides(language_in_use())
        kind, nature = review.get("failure_kind", ""), review.get("failure_nature", "")
        is_second = story.case.is_second_failure
        files = files_for(kind, nature if is_second else None)
        page = guides.page(
            step,
            failure_kind=kind,
            second_failure=is_second,
            failure_nature=nature,
            customer=self._spoken_to(story),
            feelings=tuple(feelings.split(",")) if feelings else (),
            wording=wording,
        )
        problems = tuple(map(self._told, guides.problems_in(files, (step,))))
        prompts = self.prompts.fitting(story, step)
        return replace(page, prompts=prompts, prompts_for=self.prompts.scope(story), problems=problems)

    def problems(self, language: str = "") -> list[str]:
        """Return a sentence for each file and each manager's version that cannot be used.

        Args:
            language: Code of the guide's language; that of the person at the screen where it is left out.
        """
        return list(map(self._told, self.guides(language or language_in_use()).problems()))

    def guides(self, language: str) -> Guides:
        """Return the procedures of a language with the manager's own versions, as they hold now."""
        if language not in self._guides:
            edits = self._ground.storage.guides.edits(language)
            self._guides[language] = Guides(places.resources_dir() / "guide", language, edits)
        return self._guides[language]

    def forget(self, language: str) -> None:
        """Read the procedures of a language again when they are next asked for."""
        self._guides.pop(language, None)

    @cached_property
    def editing(self) -> "GuideEditing":
        """Return the acts by which a manager changes the guide."""
        from desktop_cs.desk.guide_editing import GuideEditing  # noqa: PLC0415 (Settings alone needs it)

        return GuideEditing(self._ground, self)

    @cached_property
    def prompts(self) -> PromptWork:
        """Return what staff keep forgetting to mention."""
        return PromptWork(self._ground)

    def _told(self, problem: GuideProblem) -> str:
        """Return a sentence that says what cannot be used, and what is shown instead."""
        if not problem.step:
            return _("{problem}. What can be read of it is shown.").format(problem=problem.sentence)
        told = _("Your own text for “{kind}”, {step}, cannot be read: {problem}. The shipped one is shown.")
        kind, step = (
            file_words(self._ground.forms, problem.file),
            step_words(self._ground.forms, problem.step),
        )
        return told.format(kind=kind, step=step, problem=problem.sentence)

    def prepare(self) -> None:
        """Read what every case needs now, so that the first one need not wait for it."""
        guides = self.guides(language_in_use())
        _read = guides.page(Step.APOLOGY), guides.feelings, self._templates

    def _spoken_to(self, story: Story) -> str:
        """Return how the customer is spoken to in the language of the person, such as "Mrs Fallon"; or ""."""
        if story.customer is None:
            return ""
        return addressed_as(story.customer.name, story.customer.form_of_address, self._templates)

    @cached_property
    def _templates(self) -> LetterTemplates:
        return load_templates(places.resources_dir() / "letters", language_in_use())


def called(story: Story) -> str:
    """Return how the customer is addressed: form of address and name, the name alone, or ""."""
    if story.customer is None:
        return ""
    title, name = story.customer.form_of_address, story.customer.name
    if not title:
        return name
    return f"{name}{title}" if not title.isascii() else f"{title} {name}"
