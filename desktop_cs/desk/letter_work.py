"""Acts on letters: one per case, made from it, kept so that a reprint is the same."""

from dataclasses import replace
from pathlib import Path

from desktop_cs import places
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Result, of_case
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.letter_facts import facts_of
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.blocks import Block
from desktop_cs.letters.facts import missing_facts
from desktop_cs.letters.letter import Letter, letter_from_text
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import LetterLook
from desktop_cs.letters.templates import LetterTemplates, load_templates
from desktop_cs.letters.wording import compose
from desktop_cs.storage.uuid7 import uuid7

STYLE = "natural"
_LARGEST_TEXT = 100_000  # bytes; a page holds about two thousand


def letter_of_text(path: Path, language: str, paper: str) -> bytes:
    """Return the PDF of the letter in a plain text file.

    Raises:
        UserError: The file cannot be read, is empty, too long for one page, or holds what no hand can write.
    """
    from desktop_cs.paper.letter_sheet import letter_pdf  # noqa: PLC0415 (reportlab only to print)

    try:
        if path.stat().st_size > _LARGEST_TEXT:
            raise UserError(_("{file} is too long for a letter of one page.").format(file=path.name))
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(_("{file} cannot be read. Is the name right?").format(file=path)) from error
    except UnicodeDecodeError as error:
        raise UserError(_("{file} is not a UTF-8 text. Save it as UTF-8.").format(file=path.name)) from error
    return letter_pdf(letter_from_text(text, language, seed=1), LetterLook(paper=paper, degree=STYLE))


class LetterWork:
    """Acts on letters; each is one transaction and says what it changed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._read: dict[str, LetterTemplates] = {}

    def of_case(self, story: Story) -> LetterRecord:
        """Return the letter of a case: the one that was kept, else one composed from what is known now.

        Raises:
            UserError: The case was taken in from another program, or was cancelled.
        """
        kept = self._ground.storage.letters.of_case(story.case.id)
        return kept[-1] if kept else self.composed(story)

    def composed(self, story: Story) -> LetterRecord:
        """Return a letter composed anew from the case.

        Raises:
            UserError: As in `of_case`.
        """
        case, now = story.case, self._ground.clock.now()
        if case.imported_from or case.state == "cancelled":
            raise UserError(
                _("There is no letter for this case: it was taken in from a table, or cancelled.")
            )
        settings = self._ground.settings
        seed = case.id.int % 2**31
        templates = self._templates(case.language_of_letters)
        return LetterRecord(
            id=uuid7(),
            case_id=case.id,
            language=case.language_of_letters,
            text_blocks=compose(facts_of(story, settings, now), templates, seed),
            seed=seed,
            paper=settings.letter_paper,
            style=STYLE,
            made_at=now,
        )

    def missing(self, story: Story) -> list[str]:
        """Return a sentence for each thing that the letter still needs to be a good one."""
        return missing_facts(facts_of(story, self._ground.settings, self._ground.clock.now()))

    def pdf(self, record: LetterRecord, paper: str = "") -> bytes:
        """Return the letter as a PDF of one page, on its own paper or on another.

        Raises:
            UserError: It does not fit the page, or holds what no hand can write.
        """
        from desktop_cs.paper.letter_sheet import Extras, letter_pdf  # noqa: PLC0415 (reportlab only to print)

        letter = Letter(record.language, record.text_blocks, record.seed)
        look = LetterLook(paper=paper or record.paper, degree=record.style)
        return letter_pdf(letter, look, Extras(practice=self._ground.settings.is_practice))

    def rewrite(self, record: LetterRecord, blocks: tuple[Block, ...]) -> Result[LetterRecord]:
        """Keep the letter with its words changed."""
        return self._kept(replace(record, text_blocks=blocks))

    def printed(self, record: LetterRecord) -> Result[LetterRecord]:
        """Keep the letter as it was printed or saved, so that a reprint is identical."""
        return self._kept(replace(record, printed_at=self._ground.clock.now()))

    def _kept(self, record: LetterRecord) -> Result[LetterRecord]:
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.letters.save(record)
        return Result(record, of_case(record.case_id))

    def _templates(self, language: str) -> LetterTemplates:
        """Return the words of letters in a language, read once."""
        if language not in self._read:
            self._read[language] = load_templates(places.resources_dir() / "letters", language)
        return self._read[language]
