"""What was changed behind the program's back is found by the digests of the trail."""

import pytest

from desktop_cs.cases.case import CaseEvent
from desktop_cs.cases.promises import Promise
from desktop_cs.cases.requests import CaseRequest, RequestKind
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import LetterLook
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Role, Staff
from desktop_cs.storage.uuid7 import uuid7

CHANGES = {
    "recovery_case": "one_line",
    "step_entry": "answers",
    "case_event": "reason",
    "approval": "amount",
    "promise": "what",
    "follow_up": "answers",
    "letter": "text_blocks",
    "case_request": "words",
    "customer": "phone",
    "staff": "digits_hash",
    "shop": "settings",
}


@pytest.fixture
def filled(storage, new_case, new_customer, now):
    """Return records with one row of everything, and the case."""
    with storage.transaction():
        customer = new_customer()
        storage.customers.add(customer)
        case = storage.cases.open_case(new_case(customer_id=customer.id))
        storage.cases.save_entry(
            case.id, StepEntry(Step.REVIEW, StepState.DONE, {"serial": "7"}, done_at=now)
        )
        storage.cases.add_event(CaseEvent(case.id, now, "told", None, "at noon"))
        storage.cases.save_approval(case.id, 500, uuid7(), now)
        storage.promises.add(Promise(uuid7(), case.id, "Call", now, now))
        storage.follow_ups.add(FollowUp(uuid7(), case.id, next(iter(FollowUpKind)), now))
        storage.letters.save(LetterRecord(uuid7(), case.id, "en", (), 7, LetterLook(), now))
        storage.requests.save(CaseRequest(uuid7(), case.id, next(iter(RequestKind)), now))
        storage.shop.save_staff(Staff(uuid7(), "Ann", Role.COUNTER))
        storage.shop.save_settings(ShopSettings(name="Kettle & Co"))
    return storage, case


def test_rows_that_the_program_wrote_are_as_the_trail_tells(filled):
    storage, _case = filled
    assert all(storage._file.value(f"SELECT count(*) FROM {table}") for table in CHANGES)
    assert storage.trail.changed_rows() == []


@pytest.mark.parametrize("table", CHANGES)
def test_a_change_of_any_table_is_found_with_its_case(filled, table):
    storage, case = filled
    storage._database.run(f"UPDATE {table} SET {CHANGES[table]} = ?", ("9",))
    (found,) = storage.trail.changed_rows()
    assert (found.table, found.is_gone) == (table, False)
    assert found.case_id == (None if table in ("customer", "staff", "shop") else case.id)


@pytest.mark.parametrize(
    "table", ["case_event", "approval", "promise", "follow_up", "letter", "case_request"]
)
def test_a_row_that_was_taken_away_is_found(filled, table):
    storage, _case = filled
    storage._database.run(f"DELETE FROM {table}")
    (found,) = storage.trail.changed_rows()
    assert (found.table, found.is_gone) == (table, True)


def test_what_the_program_took_away_is_not_missed(filled):
    storage, case = filled
    (letter,) = storage.letters.of_case(case.id)
    with storage.transaction():
        storage.cases.take_back_event(case.id, "told")
        storage.letters.forget(letter.id)
    assert storage.trail.changed_rows() == []


def test_what_nobody_writes_down_may_change(filled, new_case):
    storage, case = filled
    with storage.transaction():  # the customer is seen again
        storage.cases.open_case(new_case(customer_id=case.customer_id))
    assert storage.trail.changed_rows() == []


def test_a_step_written_over_is_compared_with_its_last_digest(filled, now):
    storage, case = filled
    with storage.transaction():
        storage.cases.save_entry(case.id, StepEntry(Step.REVIEW, StepState.DONE, {"serial": "8"}))
    assert storage.trail.changed_rows() == []
    storage._database.run("UPDATE step_entry SET answers = ?", ('{"serial":"7"}',))
    assert [found.table for found in storage.trail.changed_rows()] == ["step_entry"]


def test_an_erased_case_has_nothing_to_compare_until_it_is_written_again(filled, now):
    storage, case = filled
    with storage.transaction():
        storage._file.write("UPDATE step_entry SET answers = ?", ("{}",))
        storage.trail.forget_salt(case.id)
    assert storage.trail.changed_rows() == []
    with storage.transaction():
        storage.cases.save_entry(case.id, StepEntry(Step.APOLOGY, StepState.DONE, {"own_words": "x"}))
    assert storage.trail.changed_rows() == []
    storage._database.run("UPDATE step_entry SET answers = ?", ('{"own_words":"y"}',))
    assert [found.table for found in storage.trail.changed_rows()] == ["step_entry"]


def test_a_salt_that_was_taken_away_in_secret_is_found(filled):
    storage, case = filled
    storage._database.run("DELETE FROM trail_salt WHERE id = ?", (case.id.bytes,))
    tables = {found.table for found in storage.trail.changed_rows()}
    assert "recovery_case" in tables


def test_halves_of_signs_are_no_change(storage, opened):
    opened(who="Mrs \ud83d", one_line="\udc00 broke")
    assert storage.trail.changed_rows() == []


def test_a_column_that_a_later_version_adds_is_no_change(filled):
    storage, _case = filled
    storage._database.run("ALTER TABLE promise ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    assert storage.trail.changed_rows() == []
