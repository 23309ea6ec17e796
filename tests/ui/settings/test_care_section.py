"""How long silence may last, and when follow-ups and letters fall due."""

from dataclasses import replace

import pytest


def give(section, name, typed):
    field = section.lines[name].field
    field.setText(typed)
    field.editingFinished.emit()


def test_the_times_are_shown_as_they_are_stored(section):
    care = section("care")
    shown = {name: line.field.text() for name, line in care.lines.items()}
    assert shown == {
        "silence_after_minutes": "8",
        "immediate_after_minutes": "20",
        "wrap_up_after_days": "7",
        "letter_after_days": "14",
        "internal_for_days": "30",
    }


def test_silence_is_given_in_opening_hours_and_can_be_taken_back(section, desk, actions):
    care = section("care")
    give(care, "silence_after_minutes", "4")
    assert desk.settings.silence_after_minutes == 240
    actions.undo()
    assert desk.settings.silence_after_minutes == 480
    assert care.lines["silence_after_minutes"].field.text() == "8"


@pytest.mark.parametrize("typed", ["", "soon", "-3", "0", "1.5", "99999999999"])
def test_what_cannot_be_is_said_at_its_field_and_not_stored(section, desk, typed):
    care = section("care")
    give(care, "letter_after_days", typed)
    assert "from 1 to 60" in care.lines["letter_after_days"].problem
    assert desk.settings.letter_after_days == 14
    assert not care.leave()


def test_half_hours_that_were_stored_elsewhere_stay(section, desk):
    desk.shop.save_settings(replace(desk.settings, silence_after_minutes=90))
    care = section("care")
    care.load()
    assert care.lines["silence_after_minutes"].field.text() == "1.5"
    assert care.leave()
    assert desk.settings.silence_after_minutes == 90
