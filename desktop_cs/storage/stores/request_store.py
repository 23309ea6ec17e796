"""Keep what people of the shop ask of each other about a case."""

from uuid import UUID

import peewee

from desktop_cs.cases.requests import CaseRequest
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.later_records import RequestRow
from desktop_cs.storage.tables.records import CaseRow
from desktop_cs.storage.tables.rows import RowValues, fields_of, row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, upsert_sql

_SHOWN = (CaseRow.number, CaseRow.who, CaseRow.one_line)
_WIDTH = len(fields_of(RequestRow))


def _joined(condition: peewee.Expression) -> peewee.Query:
    return (
        RequestRow.select(*fields_of(RequestRow), *_SHOWN)
        .join(CaseRow, on=(RequestRow.case_id == CaseRow.id))
        .where(condition)
        .order_by(RequestRow.asked_at, RequestRow.id)
    )


_BY_ID = Statement(lambda: _joined(RequestRow.id == GIVEN))
_OF_CASE = Statement(lambda: _joined(RequestRow.case_id == GIVEN))
_WAITING = Statement(lambda: _joined(RequestRow.state == peewee.SQL("'waiting'")))


class RequestStore:
    """The requests of one file."""

    def __init__(self, file: ShopFile, trail: Trail) -> None:
        self._file = file
        self._trail = trail

    def save(self, request: CaseRequest) -> None:
        """Keep a new or changed request."""
        row = row_of(RequestRow, request, {"shop_id": self._file.shop_id})
        self._file.write(upsert_sql(RequestRow, ("id",)), row)
        deed = f"request.{request.kind}.{request.state}"
        self._trail.note(deed, request.id, (), (RequestRow, row), request.case_id)

    def get(self, request_id: UUID) -> CaseRequest:
        """Return the request, or raise KeyError."""
        row: RowValues | None = self._file.row(_BY_ID.sql, (request_id.bytes,))
        if row is None:
            raise KeyError(request_id)
        return _request(row)

    def of_case(self, case_id: UUID) -> list[CaseRequest]:
        """Return all requests about a case, oldest first."""
        return [_request(row) for row in self._file.rows(_OF_CASE.sql, (case_id.bytes,))]

    def waiting(self) -> list[CaseRequest]:
        """Return the requests that nobody answered yet, oldest first."""
        return [_request(row) for row in self._file.rows(_WAITING.sql)]


def _request(row: RowValues) -> CaseRequest:
    number, who, one_line = row[_WIDTH:]
    values = values_of(RequestRow, row, frozenset({"shop_id"}))
    return CaseRequest(**values, case_number=number, who=who, one_line=one_line)
