"""Taking in past cases from a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.desk.allowed import check
from desktop_cs.desk.ground import Ground
from desktop_cs.exchange.import_map import ANSWERS, ImportMap, map_of_own_names
from desktop_cs.exchange.import_table import Table, read_table
from desktop_cs.exchange.imported_case import ImportedCase, Reader, imported_cases
from desktop_cs.forms.field_types import FIELD_TYPES
from desktop_cs.letters.languages import WRITTEN_LANGUAGES
from desktop_cs.shop.roles import Act
from desktop_cs.storage.uuid7 import uuid7


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: new cases, those known before, rows that could not be used and why."""

    new: int
    known: int
    bad: int
    problems: tuple[str, ...] = ()


class ImportWork:
    """Imports: a copy of the data is made first, all new cases come in with one transaction."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def import_cases(
        self, path: Path, map_path: Path | None = None, *, dry_run: bool = False
    ) -> ImportReport:
        """Take in the cases of a table that are not here yet. They are logged and closed, without follow-ups.

        Args:
            path: A CSV file.
            map_path: Says which column is what; without it, columns are taken by our own names.
            dry_run: Only say what would be taken in.

        Raises:
            UserError: Whoever acts is no manager, or the table or the map cannot be used; nothing was
                changed.
            ShopError: A file cannot be read, or the copy cannot be written.
        """
        check(self._ground, Act.IMPORT)
        table, import_map = self._read(path, map_path)
        zone = self._ground.settings.hours.zone
        found = list(imported_cases(table, import_map, zone, WRITTEN_LANGUAGES, self._reader(import_map)))
        cases = [one for one in found if isinstance(one, ImportedCase)]
        problems = [one.sentence for one in found if not isinstance(one, ImportedCase)]
        storage, source = self._ground.storage, import_map.source
        new = self._unknown(cases, source)
        if new and not dry_run:
            storage.copy_to(None)
            with storage.transaction(self._ground.actor_id):
                new = self._unknown(new, source)  # another import may have come first meanwhile
                storage.cases.add_imported([self._stored(case, source) for case in new])
        return ImportReport(len(new), len(cases) - len(new), len(problems), (*table.notes, *problems))

    def _unknown(self, cases: list[ImportedCase], source: str) -> list[ImportedCase]:
        """Return the cases that were not taken in from there before."""
        references = [case.reference for case in cases]
        known = self._ground.storage.cases.by_reference(source, references)
        return [case for case in cases if case.reference not in known]

    def _reader(self, import_map: ImportMap) -> Reader:
        """Return what reads an answer of the table as if it had been typed into its form."""
        context, forms = self._ground.context(), self._ground.forms
        mapped = [name for name in import_map.origins if "." in name]
        wanted = {*ANSWERS.values(), *(tuple(name.split(".", 1)) for name in mapped)}
        fields = {place: forms[place[0]].field(place[1]) for place in wanted}

        def read(step: str, question: str, text: str) -> str:
            field = fields[step, question]
            return FIELD_TYPES[field.type].check(field, text, context)

        return read

    def _read(self, path: Path, map_path: Path | None) -> tuple[Table, ImportMap]:
        from desktop_cs.exchange.map_file import check_headings, load_map  # noqa: PLC0415 (imports are rare)

        if map_path is None:
            table = read_table(path)
            import_map = map_of_own_names(path.stem, table.headers, self._questions())
        else:
            import_map = load_map(map_path, self._questions())
            table = read_table(path, encoding=import_map.encoding, delimiter=import_map.delimiter)
        check_headings(import_map, table.headers)
        return table, import_map

    def _questions(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return the options of every question of the steps, by step and field id."""
        return {
            step: {
                field.id: tuple(option.id for option in field.options)
                for field in self._ground.forms[step].fields()
            }
            for step in Step
        }

    def _stored(self, imported: ImportedCase, source: str) -> tuple[Case, dict[Step, StepEntry]]:
        case = Case(
            id=uuid7(),
            number=0,
            state=CaseState.CLOSED,
            who=imported.who,
            one_line=imported.one_line,
            opened_at=imported.opened_at,
            logged_at=imported.logged_at,
            closed_at=imported.logged_at,
            language_of_letters=imported.language or self._ground.settings.language,
            failure_kind=imported.failure_kind,
            root_cause=imported.root_cause,
            finding=imported.finding,
            product=imported.product,
            serial=imported.serial,
            repair_status=imported.repair_status,
            reference=imported.reference,
            imported_from=source,
        )
        return case, dict(self._entries(imported))

    def _entries(self, imported: ImportedCase) -> Iterable[tuple[Step, StepEntry]]:
        for step in Step:
            answers = imported.answers.get(step)
            if answers:
                yield (
                    step,
                    StepEntry(
                        step,
                        StepState.DONE,
                        answers,
                        self._ground.forms[step].version,
                        done_at=imported.logged_at,
                    ),
                )
