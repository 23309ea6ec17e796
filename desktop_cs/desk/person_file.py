"""A person's own data as one file: a paper to read, the same for a program, and their pictures and files.

Source: GDPR 15 (a copy, and what it is kept for) and 20 (structured, machine-readable); PIPL 45.
The JSON is no spreadsheet: texts stand in it as they were typed, as nothing runs when it is opened.
"""

import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.customers.customer import Customer
from desktop_cs.customers.kept_words import Person
from desktop_cs.customers.person_copy import PersonCopy
from desktop_cs.desk.allowed import check
from desktop_cs.desk.case_lookup import CaseLookup
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.person_data import PersonCase, customer_machine, customer_part, name_hiding
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.shop.roles import Act

Progress = Callable[[float], None]

JSON_FILE, PAPER_FILE = "personal-data.json", "personal-data.pdf"
_FORMAT = "desktop-cs-personal-data/1"


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file that was written: where, with how many cases and files; names of files that are damaged."""

    path: Path
    cases: int
    files: int
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """What goes into the file."""

    customer: Customer | None
    cases: list[PersonCase]
    files: dict[str, Attachment] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


class PersonFile:
    """Writes the file of a person's own data."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def name(self) -> str:
        """Return the name that is proposed for the file: it tells the day, and nobody's name."""
        day = self._ground.settings.hours.wall(self._ground.clock.now()).date()
        return f"personal-data-{day.isoformat()}.zip"

    def write(self, person: Person, path: Path, progress: Progress | None = None) -> HandedOut:
        """Write all that is kept about a person into one zip file; whole or not at all.

        Args:
            person: Whose data.
            path: The file.
            progress: Is told the share that is done; may raise to stop, and nothing is left then.

        Raises:
            NotAllowedError: Whoever acts is no manager.
            ShopError: It cannot be written there, or the records are damaged and could not note it; what was
                there before still is.
        """
        check(self._ground, Act.EXPORT)
        self._ground.storage.damage.refuse()
        gathered = self._gathered(person)
        partial = path.with_name(f"{path.name}.partial")
        try:
            with _for_us_alone(partial) as room, zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as file:
                self._fill(file, person, gathered, progress or (lambda _share: None))
            partial.replace(path)
        except OSError as error:
            _remove(partial)
            sentence = _("{file} could not be written. Is there such a folder, and room on the disk?")
            raise ShopError(sentence.format(file=path), type(error).__name__) from error
        except BaseException:
            _remove(partial)
            raise
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.trail.note("person.handed_out", person.id)
        files = len(gathered.files) - len(gathered.missing)
        return HandedOut(path, len(gathered.cases), files, tuple(gathered.missing))

    def _fill(self, file: zipfile.ZipFile, person: Person, gathered: _Gathered, progress: Progress) -> None:
        """Put the pictures and files in first, as only then it is known which of them are damaged."""
        for done, (name, attachment) in enumerate(gathered.files.items()):
            progress(done / len(gathered.files))
            try:
                file.writestr(name, self._ground.storage.attachments.content(attachment))
            except ShopError:
                gathered.missing.append(name)
        told = self._machine(person, gathered)
        file.writestr(JSON_FILE, json.dumps(told, ensure_ascii=False, indent=2).encode("utf-8", "replace"))
        file.writestr(PAPER_FILE, self._paper(person, gathered))
        progress(1.0)

    def _gathered(self, person: Person) -> _Gathered:
        storage, lookup = self._ground.storage, CaseLookup(self._ground)
        kept = (
            storage.holdings.cases_of(person.id)
            if person.is_customer
            else storage.holdings.cases([person.id])
        )
        customer = storage.customers.get(person.id) if person.is_customer else None
        hide, gathered = name_hiding(self._ground, person), _Gathered(customer, [])
        for one in kept:
            files = dict(_named(one.number, storage.attachments.of_case(one.id)))
            gathered.files.update(files)
            gathered.cases.append(PersonCase(self._ground, lookup.story(one.id), files, hide))
        return gathered

    def _machine(self, person: Person, gathered: _Gathered) -> dict[str, Any]:
        settings = self._ground.settings
        return {
            "format": _FORMAT,
            "made_at": self._ground.clock.now().isoformat(),
            "shop": {"name": settings.name, "address": settings.address, "phone": settings.phone},
            "currency": settings.currency,
            "about": list(self._about()),
            "person": customer_machine(person, gathered.customer),
            "cases": [case.machine() for case in gathered.cases],
            "missing_files": gathered.missing,
        }

    def _paper(self, person: Person, gathered: _Gathered) -> bytes:
        from desktop_cs.paper.person_sheet import person_pdf  # noqa: PLC0415 (reportlab only to print)

        settings = self._ground.settings
        parts = (customer_part(person, gathered.customer), *(case.part() for case in gathered.cases))
        copy = PersonCopy(_("What we keep about you"), tuple(self._about()), parts)
        now = settings.hours.wall(self._ground.clock.now())
        return person_pdf(copy, settings, language_in_use(), now)

    def _about(self) -> Iterator[str]:
        """Yield what the law wants said beside the data. Source: GDPR 15(1) and (2)."""
        years = self._ground.settings.keep_cases_years
        yield _("This is a copy of everything that {shop} keeps about you.").format(
            shop=self._ground.settings.name
        )
        yield _(
            "We keep it to put right what went wrong, to keep our promises to you, and to learn from it. "
            "It is from you, or from whoever spoke for you. It lies on the shop's own PC and its backups; "
            "nobody else is given it. No machine decides anything about you."
        )
        stays = ngettext(
            "The words go {years} year after a case is closed.",
            "The words go {years} years after a case is closed.",
            years,
        )
        for_good = _("The words stay until you ask us to erase them, or we no longer need them.")
        yield stays.format(years=years) if years else for_good
        yield _(
            "You may have it corrected or erased, may object, and may complain to the data protection "
            "authority. Left out is only what is about other people, such as who of us served you."
        )


def _named(number: int, attachments: list[Attachment]) -> Iterator[tuple[str, Attachment]]:
    """Yield the files of a case with their names in the copy, each name once."""
    taken: set[str] = set()
    for place, one in enumerate(attachments, start=1):
        name = one.name if one.name.casefold() not in taken else f"{place}-{one.name}"
        taken.add(name.casefold())
        yield f"files/case-{number}/{name}", one


def _for_us_alone(path: Path) -> BinaryIO:
    """Return a new file that no other account of the PC can read."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b")


def _remove(partial: Path) -> None:
    with suppress(OSError):
        partial.unlink(missing_ok=True)
