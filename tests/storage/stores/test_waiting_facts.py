"""Who waits is found by indexes, whatever else the file holds."""

from datetime import timedelta

import pytest

from desktop_cs.storage.stores import waiting_facts


@pytest.mark.parametrize("statement", ["_BEING_SOLVED", "_WITH_A_PROMISE", "_LETTERS_DUE"])
def test_no_question_reads_a_whole_table(storage, statement):
    sql = getattr(waiting_facts, statement).sql
    values = [0] * sql.count("?")
    plan = [row[3] for row in storage._database.run(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()]
    read_whole = [line for line in plan if line.startswith("SCAN") and "INDEX" not in line]
    assert read_whole == []


def test_letters_are_looked_for_by_the_days_of_logging_alone(storage):
    sql = waiting_facts._LETTERS_DUE.sql
    plan = storage._database.run(f"EXPLAIN QUERY PLAN {sql}", [0] * sql.count("?")).fetchall()
    assert "case_by_logged" in plan[0][3]


def test_a_case_that_is_opened_later_is_left_out(storage, opened, now):
    case = opened()
    assert storage.waiting.heard(now - timedelta(minutes=1)) == []
    ((found, heard),) = storage.waiting.heard(now)
    assert (found, heard) == (storage.cases.by_id(case.id), [None] * 4)
