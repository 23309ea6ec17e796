"""One editor per kind of answer, by the name that forms/*.toml gives it."""

from desktop_cs.ui.forms.column_editors import COLUMN_EDITORS
from desktop_cs.ui.forms.editor import Editor
from desktop_cs.ui.forms.lines_editor import LinesEditor

EDITORS: dict[str, type[Editor]] = {**COLUMN_EDITORS, "lines": LinesEditor}
