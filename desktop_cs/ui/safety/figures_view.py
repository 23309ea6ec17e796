"""How all of this was tested: the figures that the tests wrote, as they stand."""

from pathlib import Path

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop_cs.i18n import _, language_in_use
from desktop_cs.places import resources_dir
from desktop_cs.ui.safety.part_view import PartView
from desktop_cs.ui.theme.look import look

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


def figures_file() -> Path:
    """Return the file with the figures of the tests, in the language of the window or else in English.

    A program without it offers none.
    """
    folder, name = resources_dir() / "help", "safety_figures.md"
    told = folder / language_in_use() / name
    return told if told.is_file() else folder / name


class FiguresView(PartView):
    """The file with its tables drawn as tables, whose lines break within the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        intro = _("What was done to break it, how often, and what came of it.")
        super().__init__(_("How this was tested"), intro, parent)
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("How this was tested"))
        self.text.setTabChangesFocus(True)
        self.text.setFont(look().font("body"))
        self.text.setMinimumHeight(look().px(420))
        self.column.addWidget(self.text, 1)

    def show_figures(self) -> None:
        """Read the file again."""
        document = self.text.document()
        document.setMarkdown(figures_file().read_text(encoding="utf-8"), _FEATURES)
        document.setDefaultFont(self.text.font())
        self.text.moveCursor(QTextCursor.MoveOperation.Start)  # the page begins where one begins to read
