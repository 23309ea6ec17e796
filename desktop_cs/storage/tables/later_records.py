"""The tables that no start waits for: requests, gestures, revenue, readers of cards, guide, own hands.

As in `records`, nothing outside `storage` may import this module.
"""

from desktop_cs.cases.gestures import GestureKind, GestureState
from desktop_cs.cases.requests import RequestKind, RequestState
from desktop_cs.storage.tables.fields import (
    IdField,
    MomentField,
    PlainBytes,
    PlainNumber,
    PlainText,
    WordField,
    YesNoField,
)
from desktop_cs.storage.tables.records import Row


class RequestRow(Row):
    """What one person of the shop asked of another about a case."""

    case_id = IdField()
    kind = WordField(RequestKind)
    asked_at = MomentField()
    asked_by = IdField(null=True)
    asked_of = IdField(null=True)
    amount = PlainNumber()
    words = PlainText()
    promise_id = IdField(null=True)
    state = WordField(RequestState)
    answered_at = MomentField(null=True)
    answered_by = IdField(null=True)
    answer = PlainText()

    class Meta:
        """Named as in the file."""

        table_name = "case_request"


class GestureRow(Row):
    """The catalogue of gestures, and ideas for it."""

    name = PlainText()
    cost = PlainNumber()
    kind = WordField(GestureKind)
    suits = PlainText()
    state = WordField(GestureState)
    on_hold = YesNoField()
    idea_by = IdField(null=True)
    case_id = IdField(null=True)
    added_at = MomentField(null=True)
    adopted_by = IdField(null=True)
    adopted_at = MomentField(null=True)

    class Meta:
        """Named as in the file."""

        table_name = "gesture"


class RevenueRow(Row):
    """What the shop took in each month."""

    month = PlainText()
    amount = PlainNumber()
    currency = PlainText()

    class Meta:
        """Named as in the file."""

        table_name = "revenue"


class CardReadingRow(Row):
    """Who read which handle-with-care card."""

    follow_up_id = IdField()
    staff_id = IdField()
    at = MomentField()

    class Meta:
        """Named as in the file."""

        table_name = "card_reading"


class GuideEditRow(Row):
    """The manager's own version of a step of the guide."""

    language = PlainText()
    file = PlainText()
    step = PlainText()
    text = PlainText()
    edited_at = MomentField()
    edited_by = IdField(null=True)

    class Meta:
        """Named as in the file."""

        table_name = "guide_edit"


class PromptRow(Row):
    """What staff keep forgetting to mention, by device or fault."""

    text = PlainText()
    step = PlainText()
    product = PlainText()
    failure_kind = PlainText()
    added_at = MomentField(null=True)
    added_by = IdField(null=True)
    active = YesNoField()

    class Meta:
        """Named as in the file."""

        table_name = "prompt"


LATER_TABLES = (RequestRow, GestureRow, RevenueRow, CardReadingRow, GuideEditRow, PromptRow)


class OwnHandRow(Row):
    """The hands that people of the shop wrote themselves."""

    staff_id = IdField()
    name = PlainText()
    pack = PlainBytes()
    made_at = MomentField()
    in_use = YesNoField()

    class Meta:
        """Named as in the file."""

        table_name = "own_hand"


class SignatureRow(Row):
    """The signatures that people of the shop drew."""

    staff_id = IdField()
    strokes = PlainText()
    made_at = MomentField()
    in_use = YesNoField()

    class Meta:
        """Named as in the file."""

        table_name = "signature"
