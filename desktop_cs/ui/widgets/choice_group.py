"""A question's choices together: one Tab stop, arrows inside, a digit each."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop_cs.ui.theme.look import look
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice, Mark, OneChoice
from desktop_cs.ui.widgets.flow_layout import FlowLayout

_FEW = 8
_FEW_PX, _MANY_PX, _TICK_PX = (
    188,
    156,
    280,
)  # least width of a column: many choices rather wrap than fill the page
_STOP = Qt.FocusPolicy.StrongFocus
_CLICK = Qt.FocusPolicy.ClickFocus


class ChoiceGroup(QWidget):
    """Choices by id.

    Args:
        choices: (id, words) in order.
        many: Whether several may hold.
        mark: A digit makes large buttons in columns, none makes small ones side by side, a tick makes a list.
        at_most: With `many`, how many may hold; further ones cannot be picked until one is given up.
        in_line: How many may stand side by side; 1 puts whole sentences one below the other.
        parent: The widget that it stands in.

    Signals:
        picked: What holds changed by hand.
    """

    picked = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, ChoiceWords]],
        mark: Mark,
        *,
        many: bool = False,
        at_most: int | None = None,
        in_line: int = 99,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._at_most = at_most
        self._many = many
        self._held: list[str] = []
        column = _TICK_PX if mark is Mark.TICK else _FEW_PX if len(choices) <= _FEW else _MANY_PX
        self._layout = FlowLayout(
            equal=mark is not Mark.NONE, column_px=look().px(column), most=in_line, parent=self
        )
        self._buttons: dict[str, OneChoice | ManyChoice] = {}
        for number, (choice_id, words) in enumerate(choices, start=1):
            self._add(choice_id, words, mark, number)
        self._set_tab_stop()

    def ids(self) -> list[str]:
        """Return the ids that hold, in order."""
        return [choice_id for choice_id, button in self._buttons.items() if button.isChecked()]

    def set_ids(self, ids: Collection[str]) -> None:
        """Let exactly these hold; nothing is reported."""
        for choice_id, button in self._buttons.items():
            button.hold(held=choice_id in ids)
        self._held = self.ids()
        self._limit()
        self._set_tab_stop()

    def pick_number(self, number: int) -> bool:
        """Pick the n-th choice, from 1, as if by hand; return whether there is one."""
        if not 1 <= number <= len(self._buttons):
            return False
        button = list(self._buttons.values())[number - 1]
        if button.isEnabled():
            button.click()
            button.setFocus()
        return True

    def buttons(self) -> list[OneChoice | ManyChoice]:
        """Return the buttons in order."""
        return list(self._buttons.values())

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus to the choice that is the Tab stop."""
        self._tab_stop().setFocus()

    def _add(self, choice_id: str, words: ChoiceWords, mark: Mark, number: int) -> None:
        button = self._made(choice_id, words, mark, number)
        button.clicked.connect(lambda: self._on_clicked(choice_id))
        button.moved.connect(lambda right, down: self._move(choice_id, right, down))
        self._buttons[choice_id] = button
        self._layout.addWidget(button)

    def _made(self, _choice_id: str, words: ChoiceWords, mark: Mark, number: int) -> OneChoice | ManyChoice:
        """Return a new button; other kinds of groups make others."""
        return (ManyChoice if self._many else OneChoice)(words, mark, number, self)

    def _on_clicked(self, choice_id: str) -> None:
        if not self._many:
            again = self._held == [choice_id]
            for other_id, button in self._buttons.items():
                button.hold(held=other_id == choice_id and not again)
        self._held = self.ids()
        self._limit()
        self._set_tab_stop(choice_id)
        self.picked.emit()

    def _limit(self) -> None:
        if self._many and self._at_most is not None:
            full = len(self.ids()) >= self._at_most
            for button in self._buttons.values():
                button.setEnabled(button.isChecked() or not full)

    def _move(self, choice_id: str, right: int, down: int) -> None:
        ids = list(self._buttons)
        columns = self._layout.columns(self.width())
        wanted = ids.index(choice_id) + right + down * columns
        if 0 <= wanted < len(ids) and self._buttons[ids[wanted]].isEnabled():
            self._set_tab_stop(ids[wanted])
            self._buttons[ids[wanted]].setFocus()
            self._buttons[ids[wanted]].led_to = True

    def _tab_stop(self) -> OneChoice | ManyChoice:
        buttons = self.buttons()
        return next((button for button in buttons if button.focusPolicy() == _STOP), buttons[0])

    def _set_tab_stop(self, choice_id: str = "") -> None:
        held = self.ids()
        stop = choice_id or (held[0] if held else next(iter(self._buttons), ""))
        for other_id, button in self._buttons.items():
            button.setFocusPolicy(_STOP if other_id == stop else _CLICK)
