"""For how long words are kept: four numbers of years, a suggestion, and a look at what would go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_cs.i18n import N_, _
from desktop_cs.shop.keeping_times import LONGEST_YEARS, KeepingTimes
from desktop_cs.ui.settings.field_line import FieldLine, fix_width
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

_FIELD_PX, _COLUMN_PX = 96, 180
_FIELDS = (
    ("cases", N_("Closed cases, years")),
    ("letters", N_("Words of letters, years")),
    ("attachments", N_("Pictures and files, years")),
    ("follow_ups", N_("Answers to follow-ups, years")),
)


class KeepingCard(Card):
    """The times as they are set.

    Signals:
        changed: Times were typed or taken; the `KeepingTimes`.
        look_wanted: What would go is to be shown.
        suggestion_wanted: The suggested times are to be taken.
    """

    changed = Signal(object)
    look_wanted = Signal()
    suggestion_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", L, parent)
        self.column.setSpacing(M)
        self._shown = KeepingTimes()
        self.column.addWidget(text_label(_("How long words are kept"), "lead-strong", parent=self))
        told = _(
            "Counted from the day on which a case was closed. 0 keeps them for good. Nothing goes by itself: "
            "you look at what would go, then you let it go."
        )
        self.column.addWidget(text_label(told, "muted", wrap=True, parent=self))
        self.lines: dict[str, FieldLine] = {}
        self.fields: dict[str, QLineEdit] = {}
        numbers = QWidget(self)
        flow = FlowLayout(equal=True, column_px=look().px(_COLUMN_PX), most=4, parent=numbers)
        for name, words in _FIELDS:
            field = QLineEdit(numbers)
            fix_width(field, _FIELD_PX)
            field.editingFinished.connect(self._read)
            self.fields[name] = field
            self.lines[name] = FieldLine(_(words), field, parent=numbers)
            flow.addWidget(self.lines[name])
        self.column.addWidget(numbers)
        self.suggested = quiet_button("", parent=self)
        self.look = secondary_button(_("See what would go…"), "search", self)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.look)
        row.addWidget(self.suggested)
        row.addStretch(1)
        self.column.addLayout(row)
        self.look.clicked.connect(self.look_wanted)
        self.suggested.clicked.connect(self.suggestion_wanted)

    def show_times(self, times: KeepingTimes, suggested: KeepingTimes) -> None:
        """Show the times as they are kept, and what is suggested."""
        self._shown = times
        for name, field in self.fields.items():
            field.setText(str(getattr(times, name)))
            self.lines[name].set_problem("")
        told = _(
            "Use what suits most shops: cases {cases}, letters {letters}, files {files}, answers {answers}"
        )
        self.suggested.setText(
            told.format(
                cases=suggested.cases,
                letters=suggested.letters,
                files=suggested.attachments,
                answers=suggested.follow_ups,
            )
        )
        self.suggested.setAccessibleName(self.suggested.text())
        self.suggested.setVisible(times != suggested)
        self.look.setEnabled(times.are_set)

    def _read(self) -> None:
        """Report the times once all of them are numbers; say at its field where one is none."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        years = {name: _years(text) for name, text in typed.items()}
        told = _("Write whole years from 0 to {most}; 0 keeps everything.").format(most=LONGEST_YEARS)
        for name, value in years.items():
            self.lines[name].set_problem("" if value is not None else told)
        if any(value is None for value in years.values()):
            return
        times = KeepingTimes(**{name: value or 0 for name, value in years.items()})
        if times != self._shown:
            self.changed.emit(times)


def _years(text: str) -> int | None:
    fits = text.isascii() and text.isdigit() and len(text) <= 2 and int(text) <= LONGEST_YEARS
    return int(text) if fits else None
