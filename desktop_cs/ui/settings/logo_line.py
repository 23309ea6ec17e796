"""The shop's logo: shown at once, chosen from a file, taken away."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.settings.field_line import ProblemLine
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, M, S
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button, set_words
from desktop_cs.ui.widgets.labels import set_property, text_label

_SIDES = (160, 80)  # px at text size 1


class LogoLine(QWidget):
    """The logo, and how to choose another.

    Signals:
        picked: A file was chosen; its path.
        taken_away: No logo is wanted.
    """

    picked = Signal(object)
    taken_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(self)
        self._picture.setProperty("card", "line")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setFixedSize(*(look().px(side) for side in _SIDES))
        self.choose = secondary_button(_("Choose a picture…"), "upload", self)
        self.choose.clicked.connect(self._ask)
        self.remove = quiet_button(_("No logo"), parent=self)
        self.remove.clicked.connect(self.taken_away)
        self._problem = ProblemLine(self)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self._picture)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(text_label(_("Logo"), "strong", parent=self))
        told = _("If you have one: a PNG or JPEG of up to 5 MB. It stands on letters and summaries.")
        column.addWidget(text_label(told, "caption", wrap=True, parent=self))
        column.addSpacing(XS)
        column.addLayout(row)
        column.addWidget(self._problem)
        self.show_logo(None)

    def show_logo(self, picture: bytes | None) -> None:
        """Show this picture as it is, or that there is none."""
        self._problem.show_for("")
        pixmap = QPixmap()
        if picture is not None:
            pixmap.loadFromData(QByteArray(picture))
        self.remove.setVisible(picture is not None)
        set_words(self.choose, _("Choose another…") if picture is not None else _("Choose a picture…"))
        self._picture.setAccessibleName(_("The shop’s logo") if picture is not None else _("No logo yet"))
        if pixmap.isNull():
            self._picture.setText(_("No logo yet"))
            return
        room = self._picture.size() - QSize(2 * S, 2 * S)
        aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(pixmap.scaled(room, aspect, smooth))

    def has_picture(self) -> bool:
        """Return whether a logo is shown."""
        return not self._picture.pixmap().isNull()

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with the file that was chosen."""
        self._problem.show_for(sentence)
        set_property(self.choose, "problem", bool(sentence))
        self.choose.setAccessibleDescription(sentence)

    def _ask(self) -> None:
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg)"
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose the logo"), "", kinds)
        if chosen:
            self.picked.emit(Path(chosen))
