"""Where everything stands on the page of a case, and what gives way where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.action_bar import ActionBar
from desktop_cs.ui.cases.case_header import CaseHeader
from desktop_cs.ui.cases.check_view import CheckView
from desktop_cs.ui.cases.guide_panel import GuidePanel
from desktop_cs.ui.cases.step_pane import StepPane
from desktop_cs.ui.cases.step_rail import StepRail
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M, S

NARROW_PX, LOW_PX = 1240, 690  # of the window, at text size 1.  Source: look.md, "The window"


class CaseFrame(QWidget):
    """Header, rail, form or check view, guide, action bar."""

    def __init__(self, actions: Actions, preferences: Preferences, page: Page) -> None:
        super().__init__(page)
        self._guide_wanted = True
        self._in_step = True
        self.header = CaseHeader(actions.desk, self)
        self.rail = StepRail(actions.desk, self)
        self.pane = StepPane(actions, page, self)
        self.check = CheckView(actions, preferences, page, self)
        self.guide = GuidePanel(self)
        self.bar = ActionBar(self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.pane)
        self._middle.addWidget(self.check)
        self._body = QVBoxLayout()
        row = QHBoxLayout()
        row.setSpacing(L)
        self._left = QVBoxLayout()
        self._left.setSpacing(S)
        self._left.addWidget(self.rail, 1)
        row.addLayout(self._left)
        row.addWidget(self._middle, 1)
        row.addWidget(self.guide)
        self._body.setSpacing(M)
        self._body.addWidget(self.header)
        self._body.addLayout(row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._body, 1)
        column.addWidget(self.bar)
        self.header.guide_wanted.connect(self.toggle_guide)
        self.guide.put_away.connect(self.toggle_guide)
        self._fit()

    def show_step(self, *, in_step: bool) -> None:
        """Show the form, or "check, then finish"."""
        self._in_step = in_step
        self._middle.setCurrentWidget(self.pane if in_step else self.check)
        self._fit()

    def show_above(self, panel: QWidget) -> None:
        """Show a question above what is in the middle."""
        (self.pane if self._in_step else self.check).show_above(panel)

    def add_below_steps(self, widget: QWidget) -> None:
        """Put something at the foot of the column in which the steps stand."""
        widget.setFixedWidth(self.rail.width())
        self._left.addWidget(widget)

    def toggle_guide(self) -> None:
        """Show the guide, or put it away."""
        self._guide_wanted = not self._guide_wanted
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Below 1240 px the guide folds to its sentence above the form; below 690 px bars and rail shrink."""
        wide = self.window().width() >= look().px(NARROW_PX)
        low = self.window().height() < look().px(LOW_PX)
        panel = self._in_step and self._guide_wanted and wide
        self.guide.setVisible(panel)
        self.pane.strip.setVisible(self._guide_wanted and not wide)
        self.header.guide.setVisible(self._in_step and not panel)
        self.rail.set_compact(compact=low)
        self.bar.set_low(low=low)
        self.check.set_narrow(narrow=not wide)
        self._body.setContentsMargins(XL, S if low else M, XL, S if low else M)
