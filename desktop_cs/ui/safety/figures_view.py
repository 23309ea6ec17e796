"""How all of this was tested: the figures that the tests wrote, as they stand."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_cs.i18n import _
from desktop_cs.places import resources_dir
from desktop_cs.ui.safety.part_view import PartView
from desktop_cs.ui.theme.look import look


def figures_file() -> Path:
    """Return the file that the tests write their figures into; a program without it offers none."""
    return resources_dir() / "help" / "safety_figures.md"


class FiguresView(PartView):
    """The file as plain text, in signs of one width, so that its tables stand in columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        intro = _("What was done to break it, how often, and what came of it.")
        super().__init__(_("How this was tested"), intro, parent)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("How this was tested"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(look().type_px("caption"))
        self.text.setFont(font)
        self.text.setMinimumHeight(look().px(420))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.column.addWidget(self.text, 1)

    def show_figures(self) -> None:
        """Read the file again."""
        self.text.setPlainText(figures_file().read_text(encoding="utf-8"))
