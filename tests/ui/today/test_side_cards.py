"""What stands beside the day."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop_cs.cases.steps import Step
from desktop_cs.summary.month import Month, MonthFigures
from desktop_cs.ui.today.side_cards import MonthCard, UnfinishedCard


@pytest.mark.parametrize("step", Step)
def test_a_step_is_called_here_as_its_form_calls_it(desk, take, step, qtbot):
    card = UnfinishedCard([take("Wang Li")])
    qtbot.addWidget(card)
    card.show_pause(step)
    title = desk.forms[step].title["en"]
    assert f"Paused at “{title}”." in [label.text() for label in card.findChildren(QLabel)]


def test_a_month_without_anything_done_says_only_what_is_open(qtbot):
    card = MonthCard(MonthFigures(Month(2026, 11), still_open=1))
    qtbot.addWidget(card)
    assert [label.text() for label in card.findChildren(QLabel)] == ["This month", "1", "open case"]


def test_a_month_says_what_was_solved_kept_and_followed_up(qtbot):
    figures = MonthFigures(
        Month(2026, 11),
        still_open=12,
        done=11,
        by_problem_solved={"yes": 8, "no": 3},
        promises_kept=5,
        promises_broken=1,
        follow_ups_done=4,
        follow_ups_on_time=3,
    )
    card = MonthCard(figures)
    qtbot.addWidget(card)
    texts = [label.text() for label in card.findChildren(QLabel)][1:]
    assert dict(zip(texts[1::2], texts[::2], strict=True)) == {
        "open cases": "12",
        "finished cases are solved": "8 of 11",
        "promises kept": "5 of 6",
        "follow-ups on time": "3 of 4",
    }
