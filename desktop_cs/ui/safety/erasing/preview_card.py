"""What is past its time: counted, listed, what is held back to be ticked; the one question before it goes."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from desktop_cs.customers.kept_words import Erased, PastThing, Preview
from desktop_cs.desk.erasing_words import count_words, hold_words, kept_words
from desktop_cs.i18n import _, ngettext
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.safety.erasing.ticks import Ticks
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import danger_button, quiet_button, set_words
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.choice_button import ChoiceWords
from desktop_cs.ui.widgets.labels import text_label

_LIST_PX = 180
_MOST_HELD = 50  # ticks that one person looks through; the others stay held back


class PreviewCard(Card):
    """Everything that would go. Esc puts it away.

    Args:
        preview: What is past its time.
        day: Puts a moment into words.
        parent: The widget that it stands in.

    Signals:
        given: It is to go; the preview, and the ids of what is released.
        opened: A case of the list is to be looked at; its number.
        put_away: Everything is to stay as it is.
    """

    given = Signal(object, object)
    opened = Signal(int)
    put_away = Signal()

    def __init__(
        self, preview: Preview, day: Callable[[datetime], str], parent: QWidget | None = None
    ) -> None:
        super().__init__("warn" if preview.things else "info", L, parent)
        self.column.setSpacing(M)
        self._preview = preview
        self.column.addWidget(text_label(_title(preview), "lead-strong", wrap=True, parent=self))
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("What would go"))
        self.list.setFixedHeight(look().px(_LIST_PX))
        self.list.addItems([_line(one, day) for one in preview.going()])
        self.list.itemActivated.connect(self._open)
        self.list.setVisible(bool(preview.going()))
        self.column.addWidget(self.list)
        self.held = Ticks(
            _("Held back until you say so. Which of these are to go all the same?"),
            [
                (one.id, ChoiceWords(_line(one, day), hold_words(one.holds)))
                for one in preview.held()[:_MOST_HELD]
            ],
            self,
        )
        self.column.addWidget(self.held)
        warning = _(
            "The words go and cannot be brought back. How many cases there were, of which kind, what they "
            "cost and when, stays."
        )
        told = text_label(warning, wrap=True, parent=self)
        told.setVisible(bool(preview.things))
        self.column.addWidget(told)
        self.act = danger_button("", parent=self)
        leave = _("Leave everything as it is") if preview.things else _("Close")
        self.back = quiet_button(leave, parent=self)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.act)
        row.addWidget(self.back)
        row.addStretch(1)
        self.column.addLayout(row)
        for button in self.held.buttons.values():
            button.toggled.connect(self._count)
        self.act.clicked.connect(lambda: self.given.emit(preview, self.held.ids()))
        self.back.clicked.connect(self.put_away)
        self._count()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this panel, the top layer."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        number = self._preview.going()[self.list.row(item)].number
        if number:
            self.opened.emit(number)

    def _count(self) -> None:
        count = len(self._preview.going(self.held.ids()))
        told = ngettext("Erase this {count} thing for good", "Erase these {count} things for good", count)
        set_words(self.act, told.format(count=count))
        self.act.setVisible(count > 0)


def _title(preview: Preview) -> str:
    """Return what would go in numbers, or that nothing would."""
    counts = " · ".join(count_words(preview.counts()))
    if counts:
        return _("Past their time, and would go: {counts}").format(counts=counts)
    return _("Nothing goes but what you tick.") if preview.things else _("Nothing is past its time.")


def _line(one: PastThing, day: Callable[[datetime], str]) -> str:
    case = _("Case {number}").format(number=one.number) if one.number else ""
    kind = "" if one.what is Erased.CASE else kept_words(one.what)
    return " · ".join(filter(None, (case, one.who, one.line, kind, day(one.since))))
