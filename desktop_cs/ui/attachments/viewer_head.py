"""What stands above the large view: what the file is, and what can be done with it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import icon_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.labels import ElidedLabel, text_label


class ViewerHead(QWidget):
    """Name and facts on the left; pages, zoom, saving, removing and closing on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel("", "strong", self)
        self._facts = ElidedLabel("", "caption", self)
        self.before = icon_button("chevron-left", _("Page before"), self)
        self.pages = text_label("", "muted", parent=self)
        self.after = icon_button("chevron-right", _("Next page"), self)
        self.smaller = icon_button("zoom-out", _("Smaller"), self)
        self.larger = icon_button("zoom-in", _("Larger"), self)
        self.save = secondary_button(_("Save as…"), "download", self)
        self.remove = quiet_button(_("Remove"), parent=self)
        self.close_button = icon_button("x", _("Close"), self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addLayout(words, 1)
        for widget in (self.before, self.pages, self.after, self.smaller, self.larger):
            row.addWidget(widget)
        row.addSpacing(M)
        for widget in (self.save, self.remove, self.close_button):
            row.addWidget(widget)

    def show_file(self, name: str, facts: str) -> None:
        """Say what is shown; pages and zoom come once it is drawn."""
        self._name.setText(name)
        self._facts.setText(facts)
        self.show_page(0, 1)
        self.offer_zoom(offered=False)

    def show_facts(self, facts: str) -> None:
        """Say what is known of it by now."""
        self._facts.setText(facts)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is shown (from 0) of how many."""
        for widget in (self.before, self.pages, self.after):
            widget.setVisible(pages > 1)
        self.pages.setText(_("Page {number} of {count}").format(number=page + 1, count=pages))
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < pages)

    def offer_zoom(self, *, offered: bool) -> None:
        """Offer to make it larger and smaller, or not."""
        self.smaller.setVisible(offered)
        self.larger.setVisible(offered)

    def spoken(self) -> str:
        """Return what it says, as one line."""
        return f"{self._name.text()} · {self._facts.text()}"
