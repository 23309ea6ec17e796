"""Acts by which a manager changes the guide: their own version of a step, and back to the shipped one."""

from typing import TYPE_CHECKING

from desktop_cs.desk.allowed import check
from desktop_cs.desk.changes import Changes, Result
from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.guide.advice import Advice, Fault, faults_in
from desktop_cs.guide.edits import GuideEdit
from desktop_cs.guide.guide_file import ANY, SECOND, text_of
from desktop_cs.guide.procedure import GuidePage
from desktop_cs.shop.roles import Act

if TYPE_CHECKING:
    from desktop_cs.desk.guide_work import GuideWork

_SAMPLES = {"en": "Mrs Fallon", "zh_CN": "王女士"}  # as a customer of that language is addressed


class GuideEditing:
    """The manager's own versions, one per file, step and language."""

    def __init__(self, ground: Ground, guide: "GuideWork") -> None:
        self._ground = ground
        self._guide = guide

    def stored(self, language: str, file: str, step: str) -> GuideEdit:
        """Return the manager's version as it is kept; its text is "" where the shipped one holds."""
        found = (
            edit
            for edit in self._ground.storage.guides.edits(language)
            if (edit.file, edit.step) == (file, step)
        )
        return next(found, GuideEdit(language, file, step, "", self._ground.clock.now()))

    def advice(self, language: str, file: str, step: str) -> Advice:
        """Return what this file says for this step: the manager's version if it can be read."""
        return self._guide.guides(language).advice(file, step)

    def faults(self, file: str, advice: Advice) -> list[Fault]:
        """Return what keeps an advice from being saved, each with its place."""
        return faults_in(advice, needs_wordings=file == ANY)

    def page(
        self, language: str, file: str, step: str, advice: Advice, wording: int, *, known: bool
    ) -> GuidePage:
        """Return the guide beside a case as it will stand once this advice is saved.

        Args:
            language: Code of the guide's language.
            file: Which of the guide's files the advice is for.
            step: For which step.
            advice: As it is being edited.
            wording: Which way of saying it.
            known: Whether the sample customer's name and feeling are known.
        """
        guides = self._guide.guides(language)
        is_second = file.startswith(SECOND)
        behind = [SECOND, ANY] if file != SECOND and is_second else [ANY]
        layers = [advice, *(guides.advice(name, step) for name in behind if name != file)]
        customer, feeling = (_SAMPLES.get(language, "Mrs Lee"), ("let_down",)) if known else ("", ())
        return guides.filled_in(layers, customer, feeling, wording, second_failure=is_second)

    def save(self, language: str, file: str, step: str, advice: Advice) -> Result[GuideEdit]:
        """Keep a manager's version of a step; one that equals the shipped one is none.

        Raises:
            UserError: Nobody with the right is here, or something cannot be shown; the sentence says what.
        """
        check(self._ground, Act.GUIDE)
        faults = self.faults(file, advice)
        if faults:
            raise UserError(faults[0].sentence, faults[0].part)
        same = advice == self._guide.guides(language).shipped(file, step)
        return self._keep(language, file, step, "" if same else text_of(advice))

    def reset(self, language: str, file: str, step: str) -> Result[GuideEdit]:
        """Go back to the shipped text of a step.

        Raises:
            UserError: Nobody with the right is here.
        """
        check(self._ground, Act.GUIDE)
        return self._keep(language, file, step, "")

    def put_back(self, before: GuideEdit) -> Result[GuideEdit]:
        """Keep a version as `stored` gave it before an act: the way back.

        Raises:
            UserError: Nobody with the right is here.
        """
        check(self._ground, Act.GUIDE)
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.guides.save_edit(before)
        self._guide.forget(before.language)
        return Result(before, Changes(settings=True))

    def _keep(self, language: str, file: str, step: str, text: str) -> Result[GuideEdit]:
        now = self._ground.clock.now()
        return self.put_back(GuideEdit(language, file, step, text, now, self._ground.actor_id))
