"""Past cases: chosen, looked at, taken in."""

import pytest
from PySide6.QtWidgets import QFileDialog

OWN_NAMES = (
    "reference,opened_at,who,one_line\nA1,2025-03-04,Ann Lee,Kettle leaks\nA2,2025-03-05,Bo Ek,Fan is loud\n"
)


@pytest.fixture
def panel(section):
    return section("data").past_cases


@pytest.fixture
def choose(monkeypatch, tmp_path):
    """Return a function that lets the next file dialog choose a new file with this text."""

    def make(text, name="past.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_about: (str(path), ""))
        return path

    return make


def cases(desk):
    from desktop_cs.cases.case_filter import CaseFilter

    return desk.storage.cases.count(CaseFilter())


def test_first_it_says_what_would_come_in_then_it_comes(qtbot, panel, choose, desk):
    choose(OWN_NAMES)
    panel.choose.click()
    qtbot.waitUntil(lambda: "2 cases would come in." in panel.told.text())
    assert cases(desk) == 0
    assert panel.take_in.text() == "Take in 2 cases"

    panel.take_in.click()
    qtbot.waitUntil(lambda: "2 cases have come in." in panel.told.text())
    assert cases(desk) == 2
    assert not panel.take_in.isVisible()


def test_what_is_here_already_does_not_come_twice(qtbot, panel, choose, desk, tmp_path):
    desk.imports.import_cases(choose(OWN_NAMES))
    panel.choose.click()
    qtbot.waitUntil(lambda: "2 are here already." in panel.told.text())
    assert not panel.take_in.isVisible()


def test_a_table_that_cannot_be_used_is_told_and_another_can_be_chosen(qtbot, panel, choose, actions):
    choose("colour,size\nred,3\n")
    with qtbot.waitSignal(actions.refused):
        panel.choose.click()
    qtbot.waitUntil(panel.choose.isEnabled)
    assert panel.told.text() == ""


def test_an_own_map_can_be_chosen(qtbot, panel, choose, desk):
    choose("when,name,what,no\n2025-03-04,Ann Lee,Kettle leaks,77\n")
    with qtbot.waitSignal(panel._acts.refused):
        panel.choose.click()
    choose('[columns]\nopened_at = "when"\nwho = "name"\none_line = "what"\nreference = "no"\n', "own.toml")
    panel.maps.setCurrentIndex(panel.maps.count() - 1)
    panel.maps.activated.emit(panel.maps.currentIndex())
    qtbot.waitUntil(lambda: "1 case would come in." in panel.told.text())
    assert panel.maps.currentText() == "own.toml"


def test_the_maps_that_are_shipped_can_be_chosen(panel):
    offered = [panel.maps.itemText(place) for place in range(panel.maps.count())]
    assert offered[0] == "Columns have our own names"
    assert {"As in cfpb_complaints", "As in openrepair"} <= set(offered)
