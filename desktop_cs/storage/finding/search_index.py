"""Keeping the search index in step with cases and customers, in the act that changes them."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from desktop_cs.storage.file.shop_file import Act, ShopFile
from desktop_cs.storage.finding.tokens import code_words, phone_words, words
from desktop_cs.storage.tables.records import CaseRow, CustomerRow, EntryRow
from desktop_cs.storage.tables.statements import GIVEN, Statement

Rows = Callable[[str, tuple[object, ...]], Sequence[Any]]

_CASE = Statement(
    lambda: (
        CaseRow.select(
            CaseRow.place, CaseRow.number, CaseRow.who, CaseRow.one_line, CaseRow.product, CaseRow.serial,
            CaseRow.reference, CustomerRow.name, CustomerRow.phone,
        )
        .left_outer_join(CustomerRow, on=(CaseRow.customer_id == CustomerRow.id))
        .where(CaseRow.id == GIVEN)
    )
)  # fmt: skip
_ANSWERS = Statement(lambda: EntryRow.select(EntryRow.answers).where(EntryRow.case_id == GIVEN))
_CUSTOMER = Statement(
    lambda: CustomerRow.select(CustomerRow.place, CustomerRow.name, CustomerRow.phone).where(
        CustomerRow.id == GIVEN
    )
)
_CASES_OF = Statement(lambda: CaseRow.select(CaseRow.id).where(CaseRow.customer_id == GIVEN))

CODES = ("till_receipt", "device")  # answers that are scanned or read off a paper; the serial is a column
_WRITE = {
    index: (f"DELETE FROM {index} WHERE rowid = ?", f"INSERT INTO {index} (rowid, words) VALUES (?, ?)")  # noqa: S608 (our names)
    for index in ("case_words", "customer_words")
}


class SearchIndex:
    """Writes the index rows of what an act touched, once each, just before the act is kept."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file
        file.before_commit.append(self._write_touched)

    def touch_case(self, case_id: UUID) -> None:
        """Have the case's row written anew."""
        self._file.act.touched.add(("case", case_id))

    def touch_customer(self, customer_id: UUID) -> None:
        """Have the customer's row and the rows of their cases written anew, which name and phone find too."""
        touched = self._file.act.touched
        touched.add(("customer", customer_id))
        touched.update(
            ("case", UUID(bytes=row[0])) for row in self._file.rows(_CASES_OF.sql, (customer_id.bytes,))
        )

    def touch_all(self) -> None:
        """Have the rows of all cases and customers written anew."""
        for kind, table in (("case", "recovery_case"), ("customer", "customer")):
            rows = self._file.rows(f"SELECT id FROM {table}")  # noqa: S608 (our names)
            self._file.act.touched.update((kind, UUID(bytes=row[0])) for row in rows)

    def drop_case(self, place: int) -> None:
        """Forget the row at a place that a case no longer has."""
        self._file.write(_WRITE["case_words"][0], (place,))

    def _write_touched(self, act: Act) -> None:
        for kind, row_id in act.touched:
            if kind == "case":
                self._write("case_words", *case_words(self._file.rows, row_id.bytes))
            else:
                place, name, phone = self._file.row(_CUSTOMER.sql, (row_id.bytes,))
                self._write("customer_words", place, [*words(name), *phone_words(phone)])

    def _write(self, index: str, place: int, found: Iterable[str]) -> None:
        forget, learn = _WRITE[index]
        self._file.write(forget, (place,))
        self._file.write(learn, (place, " ".join(found)))


def case_words(rows: Rows, case_id: bytes) -> tuple[int, list[str]]:
    """Return the place of a case in the index and the words by which it is found.

    Args:
        rows: Gives the rows of a question.
        case_id: The key of the case, as it is stored.
    """
    [(place, number, who, one_line, product, serial, reference, name, phone)] = rows(_CASE.sql, (case_id,))
    found = [
        str(number),
        *words(f"{who} {one_line}"),
        *words(product),
        *code_words(serial),
        *code_words(reference),
    ]
    if name is not None:
        found += [*(words(name) if name != who else ()), *phone_words(phone)]
    for (answers,) in rows(_ANSWERS.sql, (case_id,)):
        given = json.loads(answers)
        found += [word for name in CODES for word in code_words(given.get(name, ""))]
        for text in _free_texts(given.values()):
            found += words(text)
    return place, found


def _free_texts(answers: Iterable[Any]) -> Iterator[str]:
    """Yield what people wrote, in lines too; ids of options have neither blanks nor other scripts."""
    for answer in answers:
        if answer.startswith("[{"):
            for line in _lines(answer):
                yield from _free_texts(str(part) for part in line.values())
        elif " " in answer or not answer.isascii():
            yield answer


def _lines(answer: str) -> list[dict[str, object]]:
    try:
        lines: list[dict[str, object]] = json.loads(answer)
    except ValueError:
        return [{"text": f" {answer}"}]  # somebody wrote a text that begins like lines
    return lines
