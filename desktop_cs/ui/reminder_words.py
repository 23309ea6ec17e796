"""The words of a reminder: who waits, what a new day holds, what was done to the clock. Knows no Qt."""

from datetime import datetime, timedelta

from desktop_cs import shown
from desktop_cs.desk.manager_calls import ManagerCall
from desktop_cs.followups.clock_watch import ClockNews
from desktop_cs.followups.telling import News
from desktop_cs.i18n import _, ngettext
from desktop_cs.shop.opening_hours import OpeningHours


def told_in_window(news: News) -> str:
    """Return the word for the window, which may name somebody."""
    late = news.late_people
    if not late:
        return _due_today(news.people)
    told = ngettext(
        "{who} is waiting to hear from you.", "{count} people are waiting to hear from you.", late
    )
    sentence = told.format(who=news.late[0].who, count=late)
    return _both(sentence, _more_today(news))


def told_beside(news: News) -> tuple[str, str]:
    """Return title and text of the word beside the clock: it names nobody, since others see it too."""
    late = news.late_people
    if not late:
        return _("A new day"), _due_today(news.people)
    told = ngettext(
        "{count} person is waiting to hear from you", "{count} people are waiting to hear from you", late
    )
    return told.format(count=late), _both(_more_today(news), _("Click here for Today."))


def asked_words(count: int) -> str:
    """Return that so many requests wait for the person at the screen."""
    told = ngettext("A colleague asks you for something.", "Colleagues ask you for {count} things.", count)
    return told.format(count=count)


def call_words(call: ManagerCall, hours: OpeningHours) -> tuple[str, str]:
    """Return title and text of the word that calls a manager to the counter."""
    at = shown.clock_time(hours.wall(call.at))
    told = _("{who} called at {time}.") if call.by else _("Called at {time}.")
    return _("Manager, please come to the counter"), told.format(who=call.by, time=at)


def clock_words(news: ClockNews, now: datetime, hours: OpeningHours) -> list[str]:
    """Return what a person should know of the clock, nothing where all is well.

    Args:
        news: What happened.
        now: The moment, in UTC.
        hours: The shop's zone.
    """
    wall = hours.wall(now)
    told = []
    if news.moved:
        back = _("The clock of this PC went back by {span}. Is it right? What is due goes by it.")
        ahead = _("The clock of this PC went ahead by {span}. Is it right? What is due goes by it.")
        sentence = back if news.moved < timedelta() else ahead
        told.append(sentence.format(span=span_words(abs(news.moved))))
    if news.differs:
        sentence = _("This PC now shows {here}, the clock of the shop {there}. What is due goes by the shop.")
        here, there = shown.clock_time(wall + news.differs), shown.clock_time(wall)
        told.append(sentence.format(here=here, there=there))
    return told


def span_words(span: timedelta) -> str:
    """Return how long something is, in the largest unit that is there at least twice, such as "90 min"."""
    minutes = round(span.total_seconds() / 60)
    if minutes >= 48 * 60:
        days = round(minutes / (24 * 60))
        return ngettext("{count} day", "{count} days", days).format(count=days)
    if minutes >= 2 * 60:
        return _("{count} h").format(count=round(minutes / 60))
    return _("{count} min").format(count=minutes)


def _due_today(people: int) -> str:
    told = ngettext(
        "{count} person is to hear from you today.", "{count} people are to hear from you today.", people
    )
    return told.format(count=people)


def _more_today(news: News) -> str:
    more = news.people - news.late_people
    told = ngettext("{count} more is due today.", "{count} more are due today.", more)
    return told.format(count=more) if more else ""


def _both(first: str, second: str) -> str:
    """Return two sentences after each other, either of which may be missing."""
    return _("{first} {second}").format(first=first, second=second) if first and second else first or second
