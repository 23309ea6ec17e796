"""Editors of a day, and of a day with a time: picked with one press, or typed; empty until then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_cs import shown
from desktop_cs.forms.definition import Field
from desktop_cs.i18n import _
from desktop_cs.ui.forms.day_line import DayLine, TimeLine
from desktop_cs.ui.forms.editor import Editor, EditorSetting
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.flow_layout import FlowLayout

_OTHER = "other"
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class QuickMoment:
    """A day, or a day with its time, that is picked with one press."""

    label: str
    raw: str

    @property
    def day(self) -> str:
        """Return the day as YYYY-MM-DD."""
        return self.raw.partition("T")[0]

    @property
    def time(self) -> str:
        """Return the time as HH:MM, or ""."""
        return self.raw.partition("T")[2]


def quick_days(today: date, *, past: bool) -> list[QuickMoment]:
    """Return today and yesterday for what has happened, today and tomorrow for what will."""
    other = QuickMoment(_("Yesterday"), (today - timedelta(days=1)).isoformat())
    if not past:
        other = QuickMoment(_("Tomorrow"), (today + timedelta(days=1)).isoformat())
    return [QuickMoment(_("Today"), today.isoformat()), other]


def quick_moments(moments: Sequence[datetime], now: datetime, language: str) -> list[QuickMoment]:
    """Return moments as buttons, such as "Today 17:00"."""
    made = []
    for moment in moments:
        away = (moment.date() - now.date()).days
        words = {0: _("Today {time}"), 1: _("Tomorrow {time}")}.get(away, "")
        label = (
            words.format(time=shown.clock_time(moment)) if words else shown.near_moment(moment, now, language)
        )
        made.append(QuickMoment(label, moment.strftime("%Y-%m-%dT%H:%M")))
    return made


class DayEditor(Editor):
    """A day: one press for the near ones, "Other date…" for a line to type in and a calendar."""

    with_time = False

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(field, setting, parent)
        self._quick = self._near()
        self._group = self._buttons(compact=setting.compact)
        today, language = setting.context.now.date(), setting.context.language
        self._day = DayLine(today, language, past=field.not_in_future, parent=self)
        self._time = TimeLine(self)
        for part in (self._day, self._time):
            part.setAccessibleName(f"{self.name}: {part.accessibleName()}")
        self._row = FlowLayout(parent=self)
        for widget in (self._group, self._day, self._time):
            self._row.addWidget(widget)
        self._day.setVisible(setting.compact)
        self._group.setVisible(not setting.compact)
        self._time.setVisible(self.with_time)
        self._group.picked.connect(self._on_picked)
        self._day.edited.connect(self.edited)
        self._time.edited.connect(self._on_time)
        self.setFocusProxy(self._day if setting.compact else self._group)

    def raw(self) -> str:
        """Return YYYY-MM-DD, with THH:MM where a time is given; or what was typed where it is neither."""
        day, time = self._day_raw(), self._time.raw() if self.with_time else ""
        return f"{day}T{time}" if day and time else day or time

    def set_raw(self, raw: str) -> None:
        """Show this day."""
        day, _mark, time = raw.replace(" ", "T", 1).partition("T") if "-" in raw else (raw, "", "")
        self._time.setText(time)
        quick = self._quick_of(day, time)
        self._show(quick.raw if quick else _OTHER if day else "", day)

    def take_setting(self, setting: EditorSetting) -> None:
        """Offer the days and moments that are near now; what was picked or typed stays."""
        raw = self.raw()
        super().take_setting(setting)
        self._day.set_today(setting.context.now.date())
        near = self._near()
        if near == self._quick or self._group.isHidden():
            return
        self._quick, before = near, self._group
        had_focus = before.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._group = self._buttons(compact=False)
        self._group.picked.connect(self._on_picked)
        self._row.removeWidget(before)
        before.hide()
        before.deleteLater()
        self._row.insert_widget(0, self._group)
        self._group.show()
        self.setFocusProxy(self._group)
        self.set_raw(raw)
        if had_focus:
            self._group.setFocus()

    def inputs(self) -> list[QWidget]:
        """Return what can be typed in or pressed."""
        return [*self._group.buttons(), self._day, self._time]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits that are typed on the quick buttons as the beginning of another date."""
        is_digit = event.text().isascii() and event.text().isdecimal()
        if not is_digit or event.modifiers() & _COMMANDS or self._group.isHidden():
            super().keyPressEvent(event)
            return
        self._show(_OTHER, "")
        self._day.setFocus()
        self._day.insert(event.text())
        self.edited.emit()

    def _near(self) -> list[QuickMoment]:
        """Return what is offered with one press now."""
        now, past = self.setting.context.now, self.field.not_in_future
        if self.with_time and self.setting.quick_moments and not past:
            return quick_moments(self.setting.quick_moments, now, self.setting.context.language)
        return quick_days(now.date(), past=past)

    def _buttons(self, *, compact: bool) -> ChoiceGroup:
        """Return the quick buttons; none where there is no room for them."""
        choices = [] if compact else [(quick.raw, ChoiceWords(quick.label)) for quick in self._quick]
        other = [] if compact else [(_OTHER, ChoiceWords(_("Other date…")))]
        return ChoiceGroup([*choices, *other], Mark.NONE, parent=self)

    def _picked(self) -> str:
        return next(iter(self._group.ids()), "")

    def _day_raw(self) -> str:
        picked = self._picked()
        if picked and picked != _OTHER:
            return picked.partition("T")[0]
        return self._day.raw() if picked or self._group.isHidden() else ""

    def _quick_of(self, day: str, time: str) -> QuickMoment | None:
        if self._group.isHidden():
            return None
        return next((quick for quick in self._quick if quick.day == day and quick.time in {"", time}), None)

    def _show(self, picked: str, day: str) -> None:
        self._group.set_ids([picked])
        self._day.set_raw(day if picked in {"", _OTHER} else "")
        self._day.setVisible(picked == _OTHER or self._group.isHidden())

    def _on_picked(self) -> None:
        picked = self._picked()
        quick = next((quick for quick in self._quick if quick.raw == picked), None)
        if quick and quick.time:
            self._time.setText(quick.time)
        self._day.setVisible(picked == _OTHER)
        if picked == _OTHER:
            self._day.setFocus()
        self.edited.emit()

    def _on_time(self) -> None:
        """Leave a quick moment whose time was changed; its day stays."""
        picked = self._picked()
        if "T" in picked and not picked.endswith(f"T{self._time.raw()}"):
            self._show(_OTHER, picked.partition("T")[0])
        self.edited.emit()


class DayAndTimeEditor(DayEditor):
    """A day, and its time where it is known."""

    with_time = True
