"""Without a screen: a practice case leaves pictures, its letter and the month."""

import pypdfium2
from PySide6.QtGui import QImage

from desktop_cs.showing import show
from desktop_cs.start_words import StartWords


def test_one_case_is_walked_and_everything_lies_where_it_was_asked_for(qapp, tmp_path, capsys):
    assert show(qapp, StartWords(show=True, to=tmp_path)) == 0
    told = capsys.readouterr().out.splitlines()
    made = sorted(file.name for file in tmp_path.iterdir())
    assert sorted(line.rsplit("/", 1)[-1].rsplit("\\", 1)[-1] for line in told) == made
    pictures = [name for name in made if name.endswith(".png")]
    assert len(pictures) == 7
    assert all(QImage(str(tmp_path / name)).width() == 1366 for name in pictures)
    letter, month = (pypdfium2.PdfDocument(tmp_path / name) for name in ("letter.pdf", "summary.pdf"))
    assert len(letter) == 1
    assert "cases were done" in month[0].get_textpage().get_text_range()
