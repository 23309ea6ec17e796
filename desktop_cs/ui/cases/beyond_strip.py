"""Says above the form that more is given than may be, while the bar that says so is scrolled away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.ui.cases.authority_bar import AuthorityBar
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import XL, S
from desktop_cs.ui.widgets.buttons import link_button, set_words
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea


class BeyondStrip(QWidget):
    """One line that leads back to the bar; an amount is typed far below it."""

    def __init__(self, bar: AuthorityBar, scroll: FocusScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._scroll = scroll
        self.link = link_button("", "triangle-alert", self)
        self.link.clicked.connect(self._lead_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, S, XL, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()
        keep_private(self.link)
        scroll.verticalScrollBar().valueChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Come where the bar warns and cannot be seen, go where it can."""
        told = self._bar.warning()
        set_words(self.link, told)
        away = self._scroll.verticalScrollBar().value() > self._bar.geometry().bottom()
        self.setVisible(bool(told) and away)

    def _lead_back(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._bar.approval.field.setFocus(Qt.FocusReason.OtherFocusReason)
