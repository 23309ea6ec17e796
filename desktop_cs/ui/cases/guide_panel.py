"""The guide beside a step, and the strip above the form where there is no room for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_cs.guide.procedure import GuidePage
from desktop_cs.i18n import _
from desktop_cs.ui.cases.guide_content import GuideContent
from desktop_cs.ui.cases.prompt_line import PromptLine
from desktop_cs.ui.cover import is_veiled, keep_private
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import icon_button, link_button, quiet_button, turn_chevron
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

WIDTH_PX = 310
REACH_KEY = "F4"


class WayIn(QObject):
    """One key leads into the guide, and back to where one was typing; it is heard while the guide is seen.

    Args:
        guide: What holds the hints.
        go_in: Puts the focus into them.
    """

    def __init__(self, guide: QWidget, go_in: Callable[[], None]) -> None:
        super().__init__(guide)
        self._guide = guide
        self._go_in = go_in
        self._before: QWidget | None = None
        QShortcut(QKeySequence(REACH_KEY), guide).activated.connect(self._reach)

    def _reach(self) -> None:
        if is_veiled(self._guide):
            return
        here = QApplication.focusWidget()
        if here is None or not self._guide.isAncestorOf(here):
            self._before = here
            self._go_in()
        elif self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.ShortcutFocusReason)


class GuidePanel(Card):
    """A panel that can be put away with F1, and that the cover hides.

    Signals:
        another_wanted: Another wording of the sentence is wanted.
        put_away: The guide is not wanted now.
    """

    another_wanted = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", 0, parent)
        self.setFixedWidth(look().px(WIDTH_PX))
        head = QHBoxLayout()
        head.setContentsMargins(L, M, S, 0)
        head.addWidget(text_label(_("Guide"), "h2", parent=self), 1)
        hide = quiet_button(_("Hide  F1"), parent=self)
        hide.clicked.connect(self.put_away)
        head.addWidget(hide)
        self.column.addLayout(head)
        self._page: GuidePage | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fill)
        holder = QWidget(self)
        self.content = GuideContent(holder)
        self.content.another_wanted.connect(self.another_wanted)
        self.prompt = PromptLine(holder)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(L, 0, L, L)
        lines.setSpacing(M)
        lines.addWidget(self.content)
        lines.addWidget(self.prompt)
        lines.addStretch(1)
        self._scroll = FocusScrollArea(holder, self)
        self.column.addWidget(self._scroll, 1)
        keep_private(self)
        WayIn(self, self.content.focus_first)

    def show_guide(self, page: GuidePage) -> None:
        """Show this guide right after the form beside it, which is waited for more."""
        if page != self._page:
            self._page = page
            self._soon.start(0)

    def _fill(self) -> None:
        if self._page is not None:
            self.content.show_guide(self._page)
            self.prompt.show_scope(self._page.prompts_for)
            if not self.content.isAncestorOf(self.focusWidget() or self):
                self._scroll.verticalScrollBar().setValue(0)


class GuideStrip(Card):
    """The sentence alone, above the form, where there is no room for the panel; the rest unfolds below it.

    Signals:
        another_wanted: Another wording of the sentence is wanted.
    """

    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", M, parent)
        self._page: GuidePage | None = None
        self.content: GuideContent | None = None
        self._forgotten = text_label("", "strong", wrap=True, parent=self)
        self._sentence = text_label("", "lead", wrap=True, parent=self)
        self.another = icon_button("refresh-cw", _("Another wording"), self)
        self.another.clicked.connect(self.another_wanted)
        self.more = link_button(_("Hints"), "chevron-right", self)
        self.more.setAccessibleDescription(_("What to listen for, better not to say, and what you may offer"))
        turn_chevron(self.more)
        self.more.toggled.connect(self._fold)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.another)
        row.addWidget(self.more)
        self.column.addWidget(self._forgotten)
        self.column.addLayout(row)
        keep_private(self)
        WayIn(self, self._unfold)

    def show_guide(self, page: GuidePage) -> None:
        """Show this guide's sentence, and what is easily forgotten."""
        self._page = page
        self._sentence.setText(f"“{page.say.text}”" if page.say.text else "")
        told = " · ".join(prompt.text for prompt in page.prompts)
        self._forgotten.setText(_("Don’t forget: {what}").format(what=told) if told else "")
        self._forgotten.setVisible(bool(told))
        self.another.setVisible(page.wordings > 1)
        if self.content is not None and self.more.isChecked():
            self.content.show_guide(page)

    def _unfold(self) -> None:
        """Show the hints, with the focus in them."""
        self.more.setChecked(True)
        if self.content is not None:
            self.content.focus_first()

    def _fold(self, unfolded: bool) -> None:
        if self.content is None:
            self.content = GuideContent(self, with_sentence=False)
            self.column.addWidget(self.content)
        if unfolded and self._page is not None:
            self.content.show_guide(self._page)
        self.content.setVisible(unfolded)
