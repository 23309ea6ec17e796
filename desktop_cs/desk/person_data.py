"""All that is kept about a person, gathered once for the file and for the paper that they are given.

What is in it is decided by the law: everything that is about them, also what the shop thought of them and
kept to itself (GDPR 15; Court of Justice C-434/16, Nowak, on assessments). Left out is what is about others:
who of the shop did what (GDPR 15(4); C-579/21, Pankki S), and what people of the shop noted about themselves.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.cases.requests import CaseRequest
from desktop_cs.cases.steps import Step
from desktop_cs.cases.words import event_words, mood_words, state_words, threats, ways_of_reaching
from desktop_cs.customers.customer import Customer
from desktop_cs.customers.kept_words import Person
from desktop_cs.customers.person_copy import CopyPart
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.ground import Ground
from desktop_cs.forms.answers import summary_rows
from desktop_cs.forms.definition import Form
from desktop_cs.i18n import _, language_in_use
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.shown import day_and_time
from desktop_cs.storage.erasing.names import NameTaker

# About whoever filled in the form, or about how the shop works; never about the customer.
ABOUT_STAFF = frozenset({"idea", "hard_on_me", "what_would_have_prevented_it"})
_CASE_COLUMNS = (
    "one_line", "product", "serial", "reference", "reported_by", "how_reached", "mood", "threatens",
    "language_of_letters", "failure_kind", "severity", "root_cause", "finding", "problem_solved",
    "customer_accepts", "close_reason", "repair_status", "imported_from",
)  # fmt: skip


class PersonCase:
    """One case in the copy.

    Args:
        ground: The shop.
        story: The case with what belongs to it.
        files: Its pictures and files, by their names in the copy.
        hide: Takes the names of the shop's people out of a text.
    """

    def __init__(
        self, ground: Ground, story: Story, files: Mapping[str, Attachment], hide: Callable[[str], str]
    ) -> None:
        self._ground = ground
        self._story = story
        self._files = files
        self._hide = hide
        self._letters: list[LetterRecord] = ground.storage.letters.of_case(story.case.id)
        self._requests: list[CaseRequest] = ground.storage.requests.of_case(story.case.id)

    def machine(self) -> dict[str, Any]:
        """Return it for a program: ids, canonical values, moments in UTC (ISO 8601), money in minor units."""
        case, hide = self._story.case, self._hide
        columns = {name: getattr(case, name) for name in _CASE_COLUMNS if getattr(case, name)}
        return {
            "number": case.number,
            "state": str(case.state),
            "opened_at": case.opened_at.isoformat(),
            "logged_at": _iso(case.logged_at),
            "closed_at": _iso(case.closed_at),
            **{name: hide(value) for name, value in columns.items()},
            "answers": {step: self._answers(step) for step in Step if self._answers(step)},
            "events": [
                {"at": one.at.isoformat(), "what": one.what, "words": hide(one.reason)}
                for one in self._story.events
            ],
            "promises": [
                {"what": hide(one.what), "told_as": hide(one.told_as), "made_at": one.made_at.isoformat(),
                 "due_at": one.due_at.isoformat(), "state": str(one.state)}
                for one in self._story.promises
            ],
            "follow_ups": [
                {"kind": str(one.kind), "due_at": one.due_at.isoformat(), "done_at": _iso(one.done_at),
                 "answers": {name: hide(text) for name, text in one.answers.items()}}
                for one in self._story.follow_ups
            ],
            "requests": [
                {"kind": str(one.kind), "asked_at": one.asked_at.isoformat(), "words": hide(one.words),
                 "answer": hide(one.answer), "amount": one.amount, "state": str(one.state)}
                for one in self._requests
            ],
            "letters": [
                {"language": one.language, "made_at": one.made_at.isoformat(),
                 "printed_at": _iso(one.printed_at), "text": [block.text for block in one.text_blocks]}
                for one in self._letters
            ],
            "files": list(self._files),
        }  # fmt: skip

    def part(self) -> CopyPart:
        """Return it for a reader."""
        case = self._story.case
        title = _("Case {number}: {line}").format(number=case.number, line=self._hide(case.one_line))
        return CopyPart(title, tuple((label, self._hide(text)) for label, text in self._lines() if text))

    def _answers(self, step: Step) -> dict[str, object]:
        answers = self._story.answers(step)
        return {
            name: _lines_in(self._hide(text)) for name, text in answers.items() if name not in ABOUT_STAFF
        }

    def _lines(self) -> Iterator[tuple[str, str]]:
        yield from self._header()
        for step in Step:
            yield from self._rows(self._ground.forms[step], self._story.answers(step))
        for event in self._story.events:
            yield event_words(event.what), self._at(event.at, event.reason)
        for promise in self._story.promises:
            yield _("Promise"), self._at(promise.due_at, promise.what)
        for follow_up in self._story.follow_ups:
            yield _("Follow-up"), self._at(follow_up.due_at)
            yield from self._rows(self._ground.forms["followup"], follow_up.answers)
        for request in self._requests:
            yield _("Asked within the shop"), self._at(request.asked_at, request.words, request.answer)
        for letter in self._letters:
            words = "\n".join(block.text for block in letter.text_blocks)
            yield _("Letter"), f"{self._at(letter.made_at)}\n{words}"
        yield _("Pictures and files"), "\n".join(self._files)

    def _header(self) -> Iterator[tuple[str, str]]:
        case = self._story.case
        yield _("Opened"), self._at(case.opened_at)
        yield _("State"), state_words(case.state)
        yield _("How it came in"), dict(ways_of_reaching()).get(case.how_reached, case.how_reached)
        yield _("Mood, as we saw it"), mood_words(case.mood)
        yield _("What was threatened"), dict(threats()).get(case.threatens, case.threatens)
        yield _("Number in another program"), case.reference
        yield _("Closed"), self._at(case.closed_at, case.close_reason) if case.closed_at else ""

    def _rows(self, form: Form, answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        rules = self._story.rules()
        rows = summary_rows(form, answers, self._ground.context(), rules, with_private=True)
        yield from ((label, text) for field_id, label, text in rows if field_id not in ABOUT_STAFF)

    def _at(self, moment: datetime, *words: str) -> str:
        told = day_and_time(self._ground.settings.hours.wall(moment), language_in_use())
        for word in filter(None, words):
            told = _("{first}, {second}").format(first=told, second=word)
        return told


def _lines_in(text: str) -> object:
    """Return the lines that an answer holds, without what is empty in them, or the text as it is."""
    if not text.startswith("[{"):
        return text
    try:
        return [{key: one for key, one in line.items() if one} for line in json.loads(text)]
    except (ValueError, AttributeError):  # somebody wrote a text that begins like lines
        return text


def customer_machine(person: Person, customer: Customer | None) -> dict[str, str]:
    """Return who somebody is, for a program."""
    if customer is None:
        return {"name": person.name}
    names = ("name", "form_of_address", "phone", "address", "language")
    return {name: getattr(customer, name) for name in names if getattr(customer, name)}


def customer_part(person: Person, customer: Customer | None) -> CopyPart:
    """Return who somebody is, for a reader."""
    told = customer_machine(person, customer)
    labels = {
        "name": _("Name"),
        "form_of_address": _("Form of address"),
        "phone": _("Phone"),
        "address": _("Address"),
        "language": _("Language of letters"),
    }
    return CopyPart(_("Who you are"), tuple((labels[name], text) for name, text in told.items()))


def name_hiding(ground: Ground, person: Person) -> Callable[[str], str]:
    """Return what takes the names of the shop's people out of a text, but never the person's own."""
    own = person.name.casefold()
    names = [one.name for one in ground.storage.shop.staff() if one.name.casefold() not in own]
    return NameTaker(names, _("(somebody of the shop)")).without


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
