"""The tables of pictures and files, as the program knows them and as the file has them."""

from dataclasses import fields

import pytest

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.storage.attachments.contents import Sealed
from desktop_cs.storage.tables.attachment_records import ATTACHMENT_TABLES, AttachmentRow, ContentRow
from desktop_cs.storage.tables.rows import fields_of

OF_CONTENT = {"kind", "bytes", "has_place"}


@pytest.mark.parametrize("table", ATTACHMENT_TABLES, ids=lambda table: table.__name__)
def test_the_file_has_the_columns_that_the_program_knows(storage, table):
    in_file = {
        row[1]: not row[3] for row in storage._file.rows(f"PRAGMA table_info({table._meta.table_name})")
    }
    known = {field.column_name: field.null for field in fields_of(table)}
    assert in_file == known
    assert known.keys() >= {"id", "shop_id"}


@pytest.mark.parametrize(
    ("value", "table", "joined"), [(Attachment, AttachmentRow, OF_CONTENT), (Sealed, ContentRow, set())]
)
def test_every_field_of_a_value_has_its_column(value, table, joined):
    columns = {field.name for field in fields_of(table)}
    assert {field.name for field in fields(value)} - joined <= columns
    assert joined <= {field.name for field in fields_of(ContentRow)}
