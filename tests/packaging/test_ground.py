import re

import ground
import pytest


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (4, 0)])
def test_another_python_is_refused_with_a_sentence_that_says_which_will_do(version):
    with pytest.raises(
        SystemExit, match=r"Desktop CS needs Python 3\.11 to 3\.13, and this is {}\.{}\.".format(*version)
    ):
        ground.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_every_python_that_the_lock_serves_is_welcome_without_a_word(version, capsys):
    ground.check_python(version)
    assert capsys.readouterr() == ("", "")


def test_progress_goes_to_the_error_stream_with_its_seconds(capsys):
    ground.stopwatch()("Making tea")
    printed = capsys.readouterr()
    assert printed.out == ""
    assert re.fullmatch(r"\[ +\d+ s\] Making tea\n", printed.err)
