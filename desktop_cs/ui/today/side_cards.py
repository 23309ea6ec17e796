"""What stands beside the day: what is asked, unfinished cases, this month in short, the offer to practise."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.case import Case
from desktop_cs.cases.steps import Step
from desktop_cs.i18n import N_, _, language_in_use, ngettext
from desktop_cs.summary.month import MonthFigures
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, S
from desktop_cs.ui.widgets.buttons import icon_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_SHOWN = 3  # unfinished cases; the others stand in the list of cases
_STEPS = {
    Step.APOLOGY: N_("Apology"),
    Step.REVIEW: N_("Review"),
    Step.RESOLUTION: N_("Resolution"),
    Step.LOGGING: N_("Log"),
}


class UnfinishedCard(Card):
    """Cases whose steps are not finished, newest first.

    Args:
        cases: At least one.
        parent: The widget that it stands in.

    Signals:
        continued: A case is to be gone on with; its id.
        all_wanted: The list of all of them is wanted.
    """

    continued = Signal(object)
    all_wanted = Signal()

    def __init__(self, cases: Sequence[Case], parent: QWidget | None = None) -> None:
        super().__init__("quiet", L, parent)
        title = ngettext("Unfinished case", "Unfinished cases", len(cases))
        self.column.addWidget(text_label(title, "strong", parent=self))
        self._add_newest(cases[0])
        for case in cases[1:_SHOWN]:
            self._add_other(case)
        if len(cases) > _SHOWN:
            every = quiet_button(_("All unfinished cases"), "folder-open", self)
            every.clicked.connect(self.all_wanted)
            self.column.addWidget(every)

    def show_pause(self, step: Step) -> None:
        """Say where the newest of them was paused."""
        self._paused.setText(_("Paused at “{step}”.").format(step=_(_STEPS[step])))
        self._paused.show()

    def _add_newest(self, case: Case) -> None:
        self.column.addWidget(text_label(_told(case), "muted", wrap=True, parent=self))
        self._paused = text_label("", "caption", wrap=True, parent=self)
        self._paused.hide()
        self.column.addWidget(self._paused)
        go_on = secondary_button(_("Continue"), "arrow-right", self)
        self._connect(go_on, case)
        self.column.addWidget(go_on)

    def _add_other(self, case: Case) -> None:
        line = QHBoxLayout()
        line.addWidget(text_label(_told(case), "muted", wrap=True, parent=self), 1)
        go_on = icon_button("arrow-right", _("Continue"), self)
        self._connect(go_on, case)
        line.addWidget(go_on)
        self.column.addLayout(line)

    def _connect(self, button: QPushButton, case: Case) -> None:
        button.setAccessibleName(_("Continue: {case}").format(case=_told(case)))
        button.clicked.connect(lambda: self.continued.emit(case.id))


class MonthCard(Card):
    """This month in short."""

    def __init__(self, figures: MonthFigures, parent: QWidget | None = None) -> None:
        super().__init__("quiet", L, parent)
        keep_private(self)
        self.column.addWidget(text_label(_("This month"), "strong", parent=self))
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, look().px(76))
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(S // 2)
        for row, (value, words) in enumerate(_month_lines(figures)):
            grid.addWidget(text_label(value, "strong", parent=self), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(words, "muted", wrap=True, parent=self), row, 1)
        self.column.addLayout(grid)


class SideCards(QWidget):
    """A column of cards; each stands in its own place, there or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S + 4)
        self._cards: dict[str, Card | None] = dict.fromkeys(("asked", "unfinished", "month", "practice"))
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def card(self, name: str) -> Card | None:
        """Return the card that stands in this place, or None."""
        return self._cards[name]

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, from top to bottom."""
        cards = [card for card in self._cards.values() if card is not None]
        return [button for card in cards for button in card.findChildren(QPushButton)]

    def put(self, name: str, card: Card | None) -> None:
        """Put a card into its place (asked, unfinished, month, practice); None takes away what is there."""
        before = self._cards[name]
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._cards[name] = card
        if card is not None:
            names = list(self._cards)
            above = [one for one in names[: names.index(name)] if self._cards[one] is not None]
            self._column.insertWidget(len(above), card)
            card.show()


def _told(case: Case) -> str:
    return _("{who}: {line}").format(who=case.who or _("Nobody named"), line=case.one_line)


def _month_lines(figures: MonthFigures) -> list[tuple[str, str]]:
    language = language_in_use()
    settled = figures.promises_kept + figures.promises_broken
    solved = figures.by_problem_solved.get("yes", 0)
    lines = [
        (shown.number(figures.still_open, language), ngettext("open case", "open cases", figures.still_open))
    ]
    if figures.done:
        counted = _("{part} of {whole}")
        lines.append((counted.format(part=solved, whole=figures.done), _("finished cases are solved")))
    if settled:
        lines.append(
            (_("{part} of {whole}").format(part=figures.promises_kept, whole=settled), _("promises kept"))
        )
    if figures.follow_ups_done:
        on_time = _("{part} of {whole}").format(
            part=figures.follow_ups_on_time, whole=figures.follow_ups_done
        )
        lines.append((on_time, _("follow-ups on time")))
    return lines
