"""Keep what the manager changed in the guide, and what staff keep forgetting to mention."""

from desktop_cs.guide.edits import GuideEdit, Prompt
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.later_records import GuideEditRow, PromptRow
from desktop_cs.storage.tables.rows import row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, upsert_sql
from desktop_cs.storage.uuid7 import uuid7

_EDITS = Statement(
    lambda: (
        GuideEditRow.select()
        .where(GuideEditRow.language == GIVEN)
        .order_by(GuideEditRow.file, GuideEditRow.step)
    )
)
_PROMPTS = Statement(lambda: PromptRow.select().order_by(PromptRow.added_at, PromptRow.id))


class GuideStore:
    """The shop's own words in the guide."""

    def __init__(self, file: ShopFile, trail: Trail) -> None:
        self._file = file
        self._trail = trail

    def save_edit(self, edit: GuideEdit) -> None:
        """Keep the manager's version of a step, over the one before."""
        row = row_of(GuideEditRow, edit, {"id": uuid7(), "shop_id": self._file.shop_id})
        self._file.write(upsert_sql(GuideEditRow, ("shop_id", "language", "file", "step")), row)
        self._trail.note("guide.edited", self._file.shop_id, [edit.language, edit.file, edit.step])

    def edits(self, language: str) -> list[GuideEdit]:
        """Return the manager's versions in one language."""
        left_out = frozenset({"id", "shop_id"})
        rows = self._file.rows(_EDITS.sql, (language,))
        return [GuideEdit(**values_of(GuideEditRow, row, left_out)) for row in rows]

    def save_prompt(self, prompt: Prompt) -> None:
        """Keep a new or changed prompt."""
        row = row_of(PromptRow, prompt, {"shop_id": self._file.shop_id})
        self._file.write(upsert_sql(PromptRow, ("id",)), row)
        self._trail.note("prompt.saved", prompt.id)

    def prompts(self) -> list[Prompt]:
        """Return every prompt, the ones out of use too, oldest first."""
        rows = self._file.rows(_PROMPTS.sql)
        return [Prompt(**values_of(PromptRow, row, frozenset({"shop_id"}))) for row in rows]
