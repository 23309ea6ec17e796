"""The guide as it will stand beside a case, with a sample customer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.guide.procedure import GuidePage
from desktop_cs.i18n import _
from desktop_cs.ui.cases.guide_content import GuideContent
from desktop_cs.ui.cases.guide_panel import WIDTH_PX
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice, Mark
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label


class GuidePreview(Card):
    """As wide as the panel beside a case; its hints unfold as they do there.

    Signals:
        wanted: It is to be filled anew, since another wording or another customer is wanted.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", 0, parent)
        self.setFixedWidth(look().px(WIDTH_PX))
        self.wording = 0
        head = QVBoxLayout()
        head.setContentsMargins(L, M, L, 0)
        head.setSpacing(S)
        head.addWidget(text_label(_("How it will stand"), "h2", wrap=True, parent=self))
        self.known = ManyChoice(ChoiceWords(_("Name and feeling known")), Mark.TICK, parent=self)
        self.known.hold(held=True)
        head.addWidget(self.known)
        self.column.addLayout(head)
        holder = QWidget(self)
        self.content = GuideContent(holder)
        column = QVBoxLayout(holder)
        column.setContentsMargins(L, 0, L, L)
        column.addWidget(self.content)
        column.addStretch(1)
        self.column.addWidget(FocusScrollArea(holder, self), 1)
        self.known.clicked.connect(self.wanted)
        self.content.another_wanted.connect(self._another)

    def show_guide(self, page: GuidePage) -> None:
        """Show this guide."""
        self.content.show_guide(page)

    def _another(self) -> None:
        self.wording += 1
        self.wanted.emit()
