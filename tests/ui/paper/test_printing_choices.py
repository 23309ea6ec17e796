"""What this PC remembers about printing."""

from desktop_cs.ui.preferences import Preferences


def test_printer_and_paper_are_there_at_the_next_start(tmp_path):
    before = Preferences(tmp_path)
    before.printing.remember_printer("A5", "Counter")
    before.printing.remember_tray("A5", "Manual")
    before.printing.remember_paper("slip", "A4")
    before._file.sync()
    after = Preferences(tmp_path).printing
    assert (after.printer("A5"), after.printer("A4")) == ("Counter", "")
    assert (after.tray("A5"), after.tray("A4")) == ("Manual", "")
    assert (after.paper("slip"), after.paper("letter")) == ("A4", "")


def test_another_folder_remembers_nothing_of_it(tmp_path):
    Preferences(tmp_path / "shop").printing.remember_paper("slip", "A4")
    assert Preferences(tmp_path / "practice").printing.paper("slip") == ""
