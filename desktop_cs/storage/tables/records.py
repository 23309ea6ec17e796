"""The tables. Nothing outside `storage` may import this module.

Columns are named as the fields of the domain values are, so that one mapping serves every table (`rows`). The
statements that made the tables stand in `migrations`; a test keeps both alike. References are constraints in
the file: plain columns here, since no row is ever walked to by itself.  What a start does not wait for stands
in `later_records`.
"""

import peewee

from desktop_cs.cases.promises import PromiseKind, PromiseState
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepState
from desktop_cs.followups.followup import FollowUpKind, FollowUpState
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.shop.staff import Role
from desktop_cs.storage.tables.fields import (
    AnswersField,
    BlocksField,
    IdField,
    LookField,
    MomentField,
    PlainBytes,
    PlainNumber,
    PlainText,
    WordField,
    YesNoField,
)


class Row(peewee.Model):
    """What every table has: its key and its shop, so that shops can meet in one database later."""

    id = IdField(primary_key=True)
    shop_id = IdField()

    class Meta:
        """Bound to no database, so that two folders can be open at once."""

        database = None


class ShopRow(peewee.Model):
    """The shop itself; its settings are one JSON column, since nothing is searched or sorted by them."""

    id = IdField(primary_key=True)
    made_at = MomentField()
    settings = PlainText()
    logo = PlainBytes(null=True)

    class Meta:
        """Named as in the file."""

        database = None
        table_name = "shop"


class StaffRow(Row):
    """People who work here."""

    name = PlainText()
    role = WordField(Role)
    digits_hash = PlainText()
    active = YesNoField()
    language = PlainText()

    class Meta:
        """Named as in the file."""

        table_name = "staff"


class CustomerRow(Row):
    """People the shop serves; `place` is their row in the search index."""

    name = PlainText()
    form_of_address = PlainText()
    phone = PlainText()
    address = PlainText()
    language = PlainText()
    place = PlainNumber()
    seen_at = MomentField()

    class Meta:
        """Named as in the file."""

        table_name = "customer"


class CaseRow(Row):
    """One row per case; `place` is where it stands in every list and in the search index (see `rows`)."""

    number = PlainNumber()
    place = PlainNumber()
    state = WordField(CaseState)
    who = PlainText()
    one_line = PlainText()
    opened_at = MomentField()
    customer_id = IdField(null=True)
    reported_by = PlainText()
    how_reached = PlainText()
    mood = PlainText()
    threatens = PlainText()
    language_of_letters = PlainText()
    opened_by = IdField(null=True)
    owner = IdField(null=True)
    first_helper = IdField(null=True)
    hands_passed = PlainNumber()
    failure_kind = PlainText()
    product = PlainText()
    serial = PlainText()
    severity = PlainText()
    root_cause = PlainText()
    finding = PlainText()
    problem_solved = PlainText()
    customer_accepts = PlainText()
    earlier_case_id = IdField(null=True)
    earlier_days = PlainNumber(null=True)
    logged_at = MomentField(null=True)
    closed_at = MomentField(null=True)
    close_reason = PlainText()
    repair_status = PlainText()
    reference = PlainText()
    imported_from = PlainText()

    class Meta:
        """Named as in the file; "case" alone is a word of SQL."""

        table_name = "recovery_case"


class EntryRow(Row):
    """The answers to one step of one case; what is summed and counted of them has its own columns."""

    case_id = IdField()
    step = WordField(Step)
    state = WordField(StepState)
    answers = AnswersField()
    form_version = PlainNumber()
    skip_reason = PlainText()
    done_at = MomentField(null=True)
    done_by = IdField(null=True)
    goodwill = PlainNumber()
    extra = PlainNumber()
    money_back = PlainNumber()
    suspected_abuse = YesNoField()

    class Meta:
        """Named as in the file."""

        table_name = "step_entry"


class EventRow(Row):
    """What happened to a case as a whole."""

    case_id = IdField()
    at = MomentField()
    what = PlainText()
    by = IdField(null=True)
    reason = PlainText()

    class Meta:
        """Named as in the file."""

        table_name = "case_event"


class ApprovalRow(Row):
    """What a manager approved for a case, in minor units."""

    case_id = IdField()
    amount = PlainNumber()
    staff_id = IdField()
    at = MomentField()

    class Meta:
        """Named as in the file."""

        table_name = "approval"


class PromiseRow(Row):
    """What was told to a customer, and by when."""

    case_id = IdField()
    what = PlainText()
    made_at = MomentField()
    due_at = MomentField()
    by_whom = PlainText()
    told_as = PlainText()
    aim_at = MomentField(null=True)
    state = WordField(PromiseState)
    settled_at = MomentField(null=True)
    kind = WordField(PromiseKind)

    class Meta:
        """Named as in the file."""

        table_name = "promise"


class FollowUpRow(Row):
    """The follow-ups of cases."""

    case_id = IdField()
    kind = WordField(FollowUpKind)
    due_at = MomentField()
    until = MomentField(null=True)
    staff_id = IdField(null=True)
    state = WordField(FollowUpState)
    as_call = YesNoField()
    done_at = MomentField(null=True)
    done_by = IdField(null=True)
    answers = AnswersField()
    form_version = PlainNumber()
    satisfied = PlainText()

    class Meta:
        """Named as in the file."""

        table_name = "follow_up"


class LetterRow(Row):
    """The letters of cases, with all that is needed to write them again just so."""

    case_id = IdField()
    language = PlainText()
    text_blocks = BlocksField()
    seed = PlainNumber()
    look = LookField()
    made_at = MomentField()
    kind = WordField(LetterKind)
    signed_by = IdField(null=True)
    signature_id = IdField(null=True)
    printed_at = MomentField(null=True)
    posted_at = MomentField(null=True)
    digest = PlainText()

    class Meta:
        """Named as in the file."""

        table_name = "letter"


class TrailRow(Row):
    """Who changed which row when: ids and field names, never a value; see `trail_links` for the chain."""

    place = PlainNumber()
    act_id = IdField()
    at = MomentField()
    by = IdField(null=True)
    what = PlainText()
    row_id = IdField()
    fields = PlainText()
    digest = PlainBytes(null=True)
    link = PlainBytes()

    class Meta:
        """Named as in the file."""

        table_name = "trail"


TABLES = (
    ShopRow,
    StaffRow,
    CustomerRow,
    CaseRow,
    EntryRow,
    EventRow,
    ApprovalRow,
    PromiseRow,
    FollowUpRow,
    LetterRow,
    TrailRow,
)
