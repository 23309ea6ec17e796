"""What lies over a page for a while: a notice, or a word that something was done."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.errors import DeskError, ShopError
from desktop_cs.ui.theme.tokens import XL, S
from desktop_cs.ui.widgets.notice_bar import NoticeBar


class Notices(QWidget):
    """Room for one notice between the top bar and the page; empty most of the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(XL, S, XL, 0)
        self._notice: NoticeBar | None = None
        self.hide()

    def refuse(self, refusal: DeskError) -> None:
        """Show why something was refused or failed: what is wrong, what was kept, what to do next."""
        if isinstance(refusal, ShopError):
            self.show_notice(str(refusal), "danger", details=refusal.details)
        else:
            self.show_notice(str(refusal), "warn")

    def show_notice(
        self, sentence: str, kind: str = "info", *, details: str = "", button: str = ""
    ) -> NoticeBar:
        """Show a notice until it is put away, and return it; an earlier one gives way."""
        self.clear()
        self._notice = NoticeBar(sentence, kind=kind, details=details, button=button, parent=self)
        self._notice.put_away.connect(self.clear)
        self._column.addWidget(self._notice)
        self.show()
        return self._notice

    def take_back(self, sentence: str) -> None:
        """Put the notice away if this is what it says: it holds no more."""
        if self._notice is not None and self._notice.sentence == sentence:
            self.clear()

    def clear(self) -> None:
        """Put the notice away."""
        if self._notice is not None:
            self._notice.hide()
            self._column.removeWidget(self._notice)
            self._notice.deleteLater()
            self._notice = None
        self.hide()
