"""Settings, Guide: what the guide says beside each step, and what staff keep forgetting to mention."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.guide_editor import GuideEditor
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.settings.prompt_rows import PromptRows
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M

_LEAST_PX = 220  # of height, at text size 1: choosing and the first hint


class _Pages(QStackedWidget):
    """As high as there is room: each page scrolls by itself, so that the preview stays in sight."""

    def hasHeightForWidth(self) -> bool:
        """Ask for no more height because the pages hold long texts."""
        return False

    def sizeHint(self) -> QSize:
        """Ask for a few lines; all the room that is left is given anyway."""
        return QSize(super().sizeHint().width(), look().px(_LEAST_PX))

    def minimumSizeHint(self) -> QSize:
        """Ask for no less than can be worked in."""
        return QSize(super().minimumSizeHint().width(), look().px(_LEAST_PX))


class GuideSection(Section):
    """Two pages: the hints of each step, and the prompts by product and fault."""

    widest_px = 1100  # text and preview side by side

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(acts, preferences, _("Guide"), "", parent)
        self._allowed = False
        self.pages = OneOf(
            [("hints", _("What one could say")), ("prompts", _("What is easily forgotten"))],
            _("What to change"),
            self,
        )
        self.editor = GuideEditor(self)
        self._prompts: PromptRows | None = None
        self._stack = _Pages(self)
        self._stack.addWidget(self.editor)
        self.card.column.setContentsMargins(L, M, L, M)
        self.card.column.setSpacing(M)
        self.card.column.addWidget(self._stack, 1)
        self._take_all_height()
        self.pages.set_choice("hints")
        self.pages.chosen.connect(self._turn)

    @property
    def prompts(self) -> PromptRows:
        """Return the second page, which is made when it is first looked at."""
        if self._prompts is None:
            self._prompts = PromptRows(self)
            self._prompts.set_allowed(allowed=self._allowed)
            self._prompts.load()
            self._stack.addWidget(self._prompts)
        return self._prompts

    def load(self) -> None:
        """Show what is stored now."""
        self.editor.load()
        if self._prompts is not None:
            self._prompts.load()

    def leave(self) -> bool:
        """Store what the focus is still in; stay where it cannot be shown."""
        if not self.editor.keep():
            self.pages.set_choice("hints")
            self._stack.setCurrentWidget(self.editor)
            self.editor.focus_fault()
            return False
        return self._prompts is None or self._prompts.keep()

    def set_allowed(self, *, allowed: bool) -> None:
        """Let it be changed or only read; what is there can always be looked at."""
        self._allowed = allowed
        self.editor.set_allowed(allowed=allowed)
        if self._prompts is not None:
            self._prompts.set_allowed(allowed=allowed)

    def _take_all_height(self) -> None:
        """Put the choice of the page beside the title, and let the card have all the height below."""
        column = self.layout()
        if not isinstance(column, QVBoxLayout):
            return
        column.takeAt(column.count() - 1)  # the stretch
        title = column.takeAt(0)
        head = QHBoxLayout()
        head.setSpacing(L)
        if title is not None:
            head.addItem(title)
        head.addWidget(self.pages, 1)
        column.insertLayout(0, head)

    def _turn(self, page: str) -> None:
        self._stack.setCurrentWidget(self.editor if page == "hints" else self.prompts)
