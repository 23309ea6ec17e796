"""A second start on the same data."""

from desktop_cs.ui.second_start import SecondStart


def test_the_second_start_calls_the_first(qtbot, tmp_path):
    first = SecondStart(tmp_path)
    first.listen()
    with qtbot.waitSignal(first.called):
        SecondStart(tmp_path).call_first()


def test_it_can_be_called_again_and_again(qtbot, tmp_path):
    first = SecondStart(tmp_path)
    first.listen()
    for _time in range(3):
        with qtbot.waitSignal(first.called):
            SecondStart(tmp_path).call_first()


def test_a_folder_that_takes_nothing_stops_nobody(qtbot, tmp_path):
    gone = SecondStart(tmp_path / "gone")
    gone.call_first()
    assert not (tmp_path / "gone").exists()
