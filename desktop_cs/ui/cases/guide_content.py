"""The lines of the guide: what is easily forgotten, could be said, listened for, better not said, offered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_cs.guide.advice import Hint
from desktop_cs.guide.edits import Prompt
from desktop_cs.guide.procedure import GuidePage
from desktop_cs.i18n import _
from desktop_cs.ui.cases.hint_row import HintRow
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class GuideContent(QWidget):
    """The lines of one guide; Tab stops once at them, the arrow keys go from one to the next.

    Args:
        with_sentence: Whether what one could say stands among them.
        parent: The widget that it stands in.

    Signals:
        another_wanted: Another wording of the sentence is wanted.
    """

    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, with_sentence: bool = True) -> None:
        super().__init__(parent)
        self._with_sentence = with_sentence
        self._page: GuidePage | None = None
        self.rows: list[HintRow] = []
        self.another: QPushButton | None = None
        self._say_card: Card | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)

    def show_guide(self, page: GuidePage) -> None:
        """Show this guide; where only the wording is another one, all else stays as it is."""
        before, self._page = self._page, page
        if page == before:
            return
        if before is not None and self._say_card is not None and _rest(before) == _rest(page):
            self._exchange_sentence(page)
        else:
            self._fill(page)

    def focus_first(self) -> None:
        """Put the focus where Tab would stop: at the hint that was looked at last, else at the first."""
        stop = next((row for row in self.rows if row.focusPolicy() == Qt.FocusPolicy.StrongFocus), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, page: GuidePage) -> None:
        asked = self.another is not None and self.another.hasFocus()
        _clear(self._column)
        self.rows, self.another, self._say_card = [], None, None
        if page.prompts:
            self._column.addWidget(self._prompts(page.prompts))
        if page.is_second_failure and page.because:
            self._column.addWidget(self._told(_("The second time"), page.because))
        if self._with_sentence and page.say.text:
            self._say_card = self._say(page)
            self._column.addWidget(self._say_card)
        for title, hints, icon_name, colour in (
            (_("Listen for"), page.listen_for, "ear", "primary_text"),
            (_("Better not say"), page.better_not, "x", "muted"),
            (_("You may offer"), page.may_offer, "circle-check", "ok"),
        ):
            if hints:
                self._column.addWidget(text_label(title, "strong", parent=self))
            for hint in hints:
                self._column.addWidget(self._row(hint, icon_name, colour))
        if page.because and not page.is_second_failure:
            row = self._row(Hint(_("Why this way?"), page.because), "lightbulb", "primary_text")
            self._column.addWidget(row)
        for problem in page.problems:
            self._column.addWidget(self._told(_("The guide needs mending"), problem))
        self._let_tab_stop_at(0)
        if asked and self.another is not None:
            self.another.setFocus()

    def _exchange_sentence(self, page: GuidePage) -> None:
        """Put another sentence in, so that whoever asked for it can ask again at once."""
        old, card = self.rows[0], self._say_card
        if card is None:
            return
        made = self._made_row(page.say, "", "text", "lead")
        card.column.replaceWidget(old, made)
        self.rows[0] = made
        old.hide()
        old.deleteLater()
        self._let_tab_stop_at(0)

    def _say(self, page: GuidePage) -> Card:
        card = Card("surface", M, self)
        card.column.setContentsMargins(S, M, S, S)
        title = text_label(_("You could say"), "strong", parent=card)
        title.setIndent(S - 2)
        card.column.addWidget(title)
        card.column.addWidget(self._row(page.say, "", "text", "lead"))
        if page.wordings > 1:
            self.another = quiet_button(_("Another wording"), "refresh-cw", card)
            self.another.clicked.connect(self.another_wanted)
            card.column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _prompts(self, prompts: tuple[Prompt, ...]) -> Card:
        card = Card("warn", M, self)
        card.column.addWidget(text_label(_("Don’t forget"), "strong", parent=card))
        for prompt in prompts:
            card.column.addWidget(text_label(prompt.text, wrap=True, parent=card))
        return card

    def _told(self, title: str, sentence: str) -> Card:
        card = Card("info", M, self)
        card.column.setSpacing(2)
        card.column.addWidget(text_label(title, "strong", parent=card))
        card.column.addWidget(text_label(sentence, wrap=True, parent=card))
        return card

    def _row(self, hint: Hint, icon_name: str, colour: str, role: str = "body") -> HintRow:
        row = self._made_row(hint, icon_name, colour, role)
        self.rows.append(row)
        return row

    def _made_row(self, hint: Hint, icon_name: str, colour: str, role: str) -> HintRow:
        shown = Hint(f"“{hint.text}”", hint.because) if role == "lead" else hint
        row = HintRow(shown, icon_name, colour, role, self)
        row.moved.connect(lambda step: self._move(row, step))
        return row

    def _move(self, row: HintRow, step: int) -> None:
        wanted = self.rows.index(row) + step
        if 0 <= wanted < len(self.rows):
            self._let_tab_stop_at(wanted)
            self.rows[wanted].setFocus(Qt.FocusReason.TabFocusReason)

    def _let_tab_stop_at(self, place: int) -> None:
        for number, row in enumerate(self.rows):
            here = number == place
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


def _rest(page: GuidePage) -> tuple[object, ...]:
    """Return everything but the sentence."""
    hints = (page.listen_for, page.better_not, page.may_offer, page.because, page.is_second_failure)
    return (*hints, page.prompts, page.problems, page.wordings)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
