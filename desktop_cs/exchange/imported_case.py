"""Turning the rows of a table into cases that were done elsewhere."""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from heapq import merge
from zoneinfo import ZoneInfo

from desktop_cs.errors import UserError
from desktop_cs.exchange.days import MIDDAY, moment
from desktop_cs.exchange.import_map import ANSWERS, CHOICES, NAMES, ImportMap, Origin
from desktop_cs.exchange.import_table import Row, Table
from desktop_cs.exchange.torn_rows import RowProblem
from desktop_cs.i18n import _, normal_language

LONGEST_LINE = 120  # characters of one_line; the whole text may stand in an answer beside it
Reader = Callable[
    [str, str, str], str
]  # step, question, what stands there -> its canonical text, or UserError
_GAP = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class ImportedCase:
    """A case as another program kept it: done, so it comes in logged and closed.

    Times are in UTC. `reference` names it within its source and is never empty. `answers` holds canonical
    text by step and id of the question, and repeats failure_kind, product, serial, root_cause and finding
    where they are asked for. `language` is "" unless the row names one that letters can be written in.
    """

    reference: str
    who: str
    one_line: str
    opened_at: datetime
    logged_at: datetime
    failure_kind: str = ""
    root_cause: str = ""
    finding: str = ""
    product: str = ""
    serial: str = ""
    repair_status: str = ""
    language: str = ""
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class _RowError(Exception):
    """Why a row cannot become a case."""


def _as_it_stands(_step: str, _question: str, text: str) -> str:
    return text


def imported_cases(
    table: Table,
    import_map: ImportMap,
    zone: ZoneInfo,
    languages: Collection[str],
    read: Reader = _as_it_stands,
) -> Iterator[ImportedCase | RowProblem]:
    """Yield a case, or what is wrong, for every row of the table in order, unreadable rows included.

    Args:
        table: The table, whose headings go with the map (see `check_headings`).
        import_map: What becomes what.
        zone: The shop's time zone; days in the table are its days.
        languages: The languages that letters can be written in.
        read: Checks an answer as if it had been typed.
    """
    rows: Iterator[Row | RowProblem] = merge(table.rows, table.problems, key=lambda row: row.number)
    seen: dict[str, int] = {}
    for row in rows:
        if isinstance(row, RowProblem):
            yield row
            continue
        try:
            case = _case(row, import_map, zone, languages, read)
            _refuse_repeated(case.reference, row.number, seen)
            yield case
        except _RowError as error:
            sentence = _("Row {number}: {problem}. The row was left out.")
            yield RowProblem(row.number, sentence.format(number=row.number, problem=error))


def _case(
    row: Row, import_map: ImportMap, zone: ZoneInfo, languages: Collection[str], read: Reader
) -> ImportedCase:
    texts = {name: _text(name, row.values, import_map) for name in import_map.origins}
    if "serial" in texts:
        texts["serial"] = "".join(texts["serial"].split())  # a code: no blanks
    answers = _answers(texts, import_map.origins, read)
    own = {name: texts.get(name, "") for name in NAMES}
    own |= {name: answers.get(step, {}).get(question, "") for name, (step, question) in ANSWERS.items()}
    if own["repair_status"] and own["repair_status"] not in CHOICES["repair_status"]:
        raise _RowError(
            _("the map has no word of ours for “{text}” ({name})").format(
                text=own["repair_status"], name="repair_status"
            )
        )
    opened_at, logged_at = _span(own, import_map, zone)
    language = normal_language(own["language"]) if own["language"] else ""
    one_line = " ".join(own["one_line"].split())
    reference = own["reference"] or _mark_of(row)
    return ImportedCase(
        reference=reference,
        who=" ".join(own["who"].split()) or _("Customer {reference}").format(reference=reference),
        one_line=_shortened(one_line or own["product"] or _("imported, without a description")),
        opened_at=opened_at,
        logged_at=logged_at,
        failure_kind=own["failure_kind"],
        root_cause=own["root_cause"],
        finding=own["finding"],
        product=own["product"],
        serial=own["serial"],
        repair_status=own["repair_status"],
        language=language if language in languages else "",
        answers=answers,
    )


def _refuse_repeated(reference: str, number: int, seen: dict[str, int]) -> None:
    first = seen.setdefault(reference, number)
    if first != number:
        raise _RowError(_("{reference} came before, in row {first}").format(reference=reference, first=first))


def _answers(
    texts: Mapping[str, str], origins: Mapping[str, Origin], read: Reader
) -> dict[str, dict[str, str]]:
    answers: dict[str, dict[str, str]] = {}
    for name, text in texts.items():
        step, _mark, question = name.partition(".")
        place = (step, question) if question else ANSWERS.get(name)
        if place is None or not text:
            continue
        in_line = origins[name].in_line
        try:
            answer = read(*place, _line(in_line, text) if in_line else text)
        except UserError as error:
            raise _RowError(f"{str(error).rstrip('.。')} ({name})") from error
        if answer:
            answers.setdefault(place[0], {})[place[1]] = answer
    return answers


def _span(own: Mapping[str, str], import_map: ImportMap, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return when a case was received and done.

    On one day, a day alone goes by the time that stands beside it: midday would turn the two round.
    """
    opened_at = _moment("opened_at", own, import_map, zone)
    logged_at = (
        _moment("logged_at", own, import_map, zone) if "logged_at" in import_map.origins else opened_at
    )
    if logged_at >= opened_at:
        return opened_at, logged_at
    middays = [one.astimezone(zone).time() == MIDDAY for one in (opened_at, logged_at)]
    if opened_at.astimezone(zone).date() != logged_at.astimezone(zone).date() or not any(middays):
        raise _RowError(_("it was done before it was received"))
    return (logged_at, logged_at) if middays[0] else (opened_at, opened_at)


def _text(name: str, values: Mapping[str, str], import_map: ImportMap) -> str:
    """Return the text of one name in our words: its columns joined, else its constant, gaps filled."""
    origin = import_map.origins[name]
    parts = [values[column].strip() for column in origin.columns]
    text = import_map.join.join(
        dict.fromkeys(part for part in parts if part and part not in import_map.nothing)
    )
    if not text and origin.constant:
        return _GAP.sub(lambda gap: values[gap[1]].strip(), origin.constant).strip()
    if name not in import_map.values:
        return text
    if text in import_map.values[name]:
        return import_map.values[name][text]
    if name in import_map.defaults:
        return import_map.defaults[name]
    if not text or text in import_map.values[name].values():
        return text
    raise _RowError(_("the map has no word of ours for “{text}” ({name})").format(text=text, name=name))


def _moment(name: str, own: Mapping[str, str], import_map: ImportMap, zone: ZoneInfo) -> datetime:
    text = own[name]
    if not text:
        raise _RowError(_("the day is missing ({name})").format(name=name))
    found = moment(text, import_map.day_formats, zone)
    if found is None:
        raise _RowError(
            _("“{text}” is not a day like {pattern} ({name})").format(
                text=_shortened(text), pattern=import_map.day_formats[0], name=name
            )
        )
    return found


def _mark_of(row: Row) -> str:
    """Return a reference for a row that brings none: a mark of all that stands in it."""
    whole = json.dumps(dict(row.values), ensure_ascii=False, sort_keys=True)
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _line(column: str, text: str) -> str:
    return json.dumps([{column: text}], ensure_ascii=False, separators=(",", ":"))


def _shortened(text: str) -> str:
    """Return the text in at most LONGEST_LINE characters, cut between words where it can be."""
    if len(text) <= LONGEST_LINE:
        return text
    cut = text[: LONGEST_LINE - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[LONGEST_LINE // 2 :] else cut).rstrip(" ,;:–-") + "…"
