"""What a person does to a letter, each kept at once and with a way back."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.languages import LANGUAGE_NAMES
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import LetterLook
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.letter_words import kind_words

if TYPE_CHECKING:
    from desktop_cs.desk.letter_work import LetterWork

_TRIES = 12  # seeds that are tried for other words; where all say the same, there are no others


class LetterChanges:
    """Changes letters through the desk.

    Args:
        actions: Through which it is done.
        page: The page, which hears nothing of its own changes.
        laser: Whether new letters of this PC come out of a laser printer.
    """

    def __init__(self, actions: Actions, page: QWidget, *, laser: Callable[[], bool] = lambda: False) -> None:
        self._actions = actions
        self._page = page
        self._laser = laser

    @property
    def _letters(self) -> "LetterWork":
        return self._actions.desk.letters

    def found(self, key: UUID) -> tuple[LetterRecord, Story]:
        """Return a letter by its id, or the newest of a case, with the story of its case.

        Raises:
            UserError: The case has no letter.
        """
        try:
            record = self._letters.kept(key)
        except UserError:
            story = self._actions.desk.casework.story(key)
            return self._of_case(story), story
        return record, self._actions.desk.casework.story(record.case_id)

    def found_again(self, record: LetterRecord) -> tuple[LetterRecord, Story]:
        """Return a letter as it is kept now, with the story of its case; one never kept is composed anew."""
        story = self._actions.desk.casework.story(record.case_id)
        try:
            return self._letters.kept(record.id), story
        except UserError:
            return self._of_case(story), story

    def keep(self, act: Callable[["LetterWork"], Result[LetterRecord]]) -> LetterRecord | None:
        """Return what an act keeps, None where it was refused, which is shown."""
        return self._actions.run(lambda: act(self._letters), self._page)

    def restyle(self, record: LetterRecord, look: LetterLook, told: str) -> LetterRecord | None:
        """Give the letter another look."""
        return self._told(record, lambda letters: letters.restyle(record, look), told)

    def to_kind(self, record: LetterRecord, story: Story, *, kind: LetterKind) -> LetterRecord | None:
        """Make it a letter of another kind, in the words of that kind."""
        if kind is record.kind:
            return None
        changed = replace(record, kind=kind)
        return self._composed(record, changed, story, record.seed, _now(kind_words(kind)))

    def to_language(self, record: LetterRecord, story: Story, *, language: str) -> LetterRecord | None:
        """Write it in another language, in the usual hand of that."""
        if language == record.language:
            return None
        hand = self._letters.usual_look(language).hand
        look = replace(record.look, hand=hand, direction="across")
        changed = replace(record, language=language, look=look)
        return self._composed(record, changed, story, record.seed, _now(LANGUAGE_NAMES[language]))

    def other_words(self, record: LetterRecord, story: Story) -> LetterRecord | None:
        """Say the same facts in other words."""
        for seed in range(record.seed + 1, record.seed + 1 + _TRIES):
            composed = self._words(record, story, seed)
            if composed is not None and composed.text_blocks != record.text_blocks:
                return self._composed(record, record, story, seed, _("Said in other words."))
        self._actions.say_done(_("There are no other words for this letter."))
        return None

    def usual_words(self, record: LetterRecord, story: Story) -> LetterRecord | None:
        """Write it as the program would by itself; what was changed by hand goes."""
        return self._composed(record, record, story, record.seed, _("As the program writes it."))

    def posted(self, record: LetterRecord) -> LetterRecord | None:
        """Note that it left the shop."""
        return self._told(record, lambda letters: letters.posted(record), _("The letter is posted."))

    def another(self, record: LetterRecord, story: Story) -> LetterRecord | None:
        """Begin another letter of the same case."""
        made = self._words(record, story, record.seed + 1)
        if made is None:
            return None
        made = replace(made, look=replace(made.look, laser=self._laser()))
        kept = self.keep(lambda letters: letters.rewrite(made, made.text_blocks))
        if kept is not None:
            self._actions.say_done(_("Another letter is begun."), lambda: self._letters.discard(kept))
        return kept

    def may_draw(self, record: LetterRecord) -> bool:
        """Return whether whoever acts signs this letter and keeps a signature."""
        desk = self._actions.desk
        signer = record.signed_by
        return signer is not None and signer == desk.actor_id and desk.hands.signature_of(signer) is not None

    def _of_case(self, story: Story) -> LetterRecord:
        return self._letters.of_case(story, laser=self._laser())

    def _words(self, record: LetterRecord, story: Story, seed: int) -> LetterRecord | None:
        """Return the letter as the program would write it, in the language of this one."""
        spoken = replace(story, case=replace(story.case, language_of_letters=record.language))
        return self._actions.ask(lambda: self._letters.composed(spoken, record.kind, seed))

    def _composed(
        self, before: LetterRecord, changed: LetterRecord, story: Story, seed: int, told: str
    ) -> LetterRecord | None:
        composed = self._words(changed, story, seed)
        if composed is None:
            return None
        new = replace(changed, seed=composed.seed)
        return self._told(before, lambda letters: letters.rewrite(new, composed.text_blocks), told)

    def _told(
        self, before: LetterRecord, act: Callable[["LetterWork"], Result[LetterRecord]], told: str
    ) -> LetterRecord | None:
        kept = self.keep(act)
        if kept is not None:
            self._actions.say_done(told, lambda: self._letters.undo(before, kept))
        return kept


def _now(what: str) -> str:
    """Return what became of a letter; the name of a kind alone, "Sorry", would sound like an excuse."""
    return _("The letter is now: {what}").format(what=what)
