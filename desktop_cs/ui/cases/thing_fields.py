"""What a new case is about: product, serial number, kind of failure; each may wait."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop_cs.desk.second_time import Thing
from desktop_cs.i18n import _
from desktop_cs.ui.forms.text_editors import CodeLine
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.labels import text_label


class ThingFields(QWidget):
    """One row; what stands here is in the review already once the case is taken.

    Args:
        kinds: The kinds of failure, as (id, words).
        parent: The widget that it stands in.

    Signals:
        changed: Something was typed, scanned or chosen.
    """

    changed = Signal()

    def __init__(self, kinds: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.product = QLineEdit(self)
        self.serial = CodeLine(self)
        self.serial.setPlaceholderText(_("scan or type"))
        self.kind = Combo(_("What went wrong?"), self)
        self.kind.addItem("", "")
        for kind, words in kinds:
            self.kind.addItem(words, kind)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(S)
        named = (
            (_("Product"), self.product),
            (_("Serial number"), self.serial),
            (_("What went wrong?"), self.kind),
        )
        for place, (name, field) in enumerate(named):
            field.setAccessibleName(name)
            label = text_label(name, "caption", parent=self)
            label.setBuddy(field)
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        self.product.textEdited.connect(self.changed)
        self.serial.textEdited.connect(self.changed)
        self.kind.activated.connect(self.changed)

    def thing(self) -> Thing:
        """Return what is known."""
        return Thing(
            " ".join(self.product.text().split()),
            "".join(self.serial.text().split()),
            str(self.kind.currentData() or ""),
        )

    def clear(self) -> None:
        """Begin anew."""
        self.product.clear()
        self.serial.clear()
        self.kind.setCurrentIndex(0)

    def take_scan(self, code: str) -> None:
        """Take a scanned code as the serial number; the focus stays where it is."""
        self.serial.setText(code)
        self.changed.emit()
