"""The table of what was erased: ids and moments, nothing of what was there."""

from desktop_cs.storage.tables.fields import IdField, MomentField, PlainText
from desktop_cs.storage.tables.records import Row


class ErasureRow(Row):
    """Which row was erased, when and by whom; `of_id` is the person whose name was taken out of it."""

    row_id = IdField()
    what = PlainText()
    at = MomentField()
    by = IdField(null=True)
    of_id = IdField(null=True)

    class Meta:
        """Named as in the file."""

        table_name = "erasure"


ERASING_TABLES = (ErasureRow,)
