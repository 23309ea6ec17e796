"""The tables as the program knows them, and as the file has them."""

from dataclasses import fields

import pytest

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.gestures import Gesture
from desktop_cs.cases.promises import Promise
from desktop_cs.cases.requests import CaseRequest
from desktop_cs.cases.steps import StepEntry
from desktop_cs.customers.customer import Customer
from desktop_cs.followups.card_reading import CardReading
from desktop_cs.followups.followup import FollowUp
from desktop_cs.guide.edits import GuideEdit, Prompt
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.shop.revenue import MonthRevenue
from desktop_cs.shop.staff import Staff
from desktop_cs.storage.tables import erasing_records, later_records, people_records, records, trail_records
from desktop_cs.storage.tables.rows import fields_of

TABLES = (
    records.TABLES
    + later_records.LATER_TABLES
    + erasing_records.ERASING_TABLES
    + trail_records.TRAIL_TABLES
    + people_records.PEOPLE_TABLES
)
JOINED = {"case_number", "who", "one_line", "phone"}
KEPT = [
    (Case, records.CaseRow, set()),
    (CaseEvent, records.EventRow, set()),
    (StepEntry, records.EntryRow, set()),
    (Customer, records.CustomerRow, set()),
    (FollowUp, records.FollowUpRow, JOINED),
    (Promise, records.PromiseRow, JOINED),
    (LetterRecord, records.LetterRow, set()),
    (Staff, records.StaffRow, set()),
    (CaseRequest, later_records.RequestRow, JOINED),
    (Gesture, later_records.GestureRow, set()),
    (MonthRevenue, later_records.RevenueRow, set()),
    (CardReading, later_records.CardReadingRow, set()),
    (GuideEdit, later_records.GuideEditRow, set()),
    (Prompt, later_records.PromptRow, set()),
]


@pytest.mark.parametrize(
    ("value", "table", "joined"), KEPT, ids=[value.__name__ for value, _table, _joined in KEPT]
)
def test_every_field_of_a_value_has_its_column(value, table, joined):
    columns = {field.name for field in fields_of(table)}
    assert {field.name for field in fields(value)} - joined <= columns


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_the_file_has_the_columns_that_the_program_knows(storage, table):
    name = table._meta.table_name
    in_file = {row[1]: not row[3] for row in storage._file.rows(f"PRAGMA table_info({name})")}
    known = {field.column_name: field.null for field in fields_of(table)}
    assert in_file == known


def test_every_table_has_its_own_key_and_belongs_to_a_shop():
    for table in TABLES:
        columns = {field.name: field for field in fields_of(table)}
        assert columns["id"].primary_key
        assert table is records.ShopRow or "shop_id" in columns
