"""Ten digits to be pressed with a finger or the mouse; whoever has a keyboard types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.buttons import primary_button, secondary_button

_WIDE_PX, _HIGH_PX = 76, 40
_FINGER_PX = 48  # as high as a finger needs at usual text size; large text has no room to be so much higher


class Keypad(QWidget):
    """The keys; none of them takes the focus, so that typing goes on in the field.

    Signals:
        digit: A digit was pressed.
        back: The last digit is to be taken away.
        entered: All digits are typed.
    """

    digit = Signal(str)
    back = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(S)
        self.keys: dict[str, QPushButton] = {}
        for place, sign in enumerate("123456789"):
            self._put(sign, place // 3, place % 3)
        self._put("0", 3, 1)
        self.take_back = secondary_button("", "arrow-left", self)
        self.take_back.setToolTip(_("Take the last digit away"))
        self.take_back.setAccessibleName(_("Take the last digit away"))
        self.take_back.clicked.connect(self.back)
        self._place(self.take_back, 3, 0)
        self.enter = primary_button("", "check", self)
        self.enter.setToolTip(_("Sign in"))
        self.enter.setAccessibleName(_("Sign in"))
        self.enter.clicked.connect(self.entered)
        self._place(self.enter, 3, 2)

    def _put(self, sign: str, row: int, column: int) -> None:
        key = self.keys[sign] = secondary_button(sign, parent=self)
        key.clicked.connect(lambda: self.digit.emit(sign))
        self._place(key, row, column)

    def _place(self, key: QPushButton, row: int, column: int) -> None:
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # the cell says how large
        self._grid.setColumnMinimumWidth(column, look().px(_WIDE_PX))
        self._grid.setRowMinimumHeight(row, max(_FINGER_PX, look().px(_HIGH_PX)))
        self._grid.addWidget(key, row, column)
