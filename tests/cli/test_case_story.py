"""The whole story of a case on the command line: no answer that was given is ever lost."""

import json
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.requests import RequestKind, RequestState
from desktop_cs.cases.steps import Step
from desktop_cs.cli.story_words import how_far, request_words
from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.followups.followup import FollowUpState
from desktop_cs.forms.loader import load_forms
from desktop_cs.places import forms_dir

FORMS = load_forms(forms_dir())
STAFF = "Aoife Byrne"
SHOP = f"""
[shop]
name = "Corner Store"
country = "IE"
currency = "EUR"
time_zone = "Europe/Dublin"
hours = "Mon-Fri 09:00-18:00"

[[shop.staff]]
name = "{STAFF}"
role = "manager"
digits = "1357"
"""
TEXT = st.text(st.characters(categories=("L", "N", "P", "S"), max_codepoint=0xFFFF), min_size=1, max_size=30)
CODE = st.text("ABCDEFGH0123456789-", min_size=1, max_size=12).filter(lambda code: code.strip("-"))
DAYS = st.dates(date(2025, 1, 1), date(2026, 10, 30))
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2026, 10, 30))  # noqa: DTZ001 (the shop's wall time)
LATER = st.datetimes(datetime(2026, 11, 3), datetime(2027, 12, 31))  # noqa: DTZ001 (as above)


def answer_of(field):
    """Return what may be given for a question, as (what stands in the file, what is stored)."""
    options = [option.id for option in field.options]
    limit = getattr(field, "at_most", None)
    lowest = getattr(field, "at_least", None) or 0
    kinds = {
        "text": TEXT.map(lambda text: (text, text)),
        "long_text": st.lists(TEXT, min_size=1, max_size=3).map("\n".join).map(lambda text: (text, text)),
        "product": TEXT.map(lambda text: (text, text)),
        "person": st.just((STAFF, STAFF)),
        "code": CODE.map(lambda code: (code, code)),
        "number": st.integers(lowest, limit or 40).map(lambda number: (number, str(number))),
        "money": st.integers(1, 99999).map(lambda units: (f"{units / 100:.2f}", str(units))),
        "yes_no": st.booleans().map(lambda yes: (yes, "yes" if yes else "no")),
        "day": DAYS.map(lambda day: (day, day.isoformat())),
        "day_and_time": (MOMENTS if getattr(field, "not_in_future", False) else LATER).map(
            lambda at: (at.replace(second=0, microsecond=0), f"{at:%Y-%m-%dT%H:%M}")
        ),
    }
    if field.type == "lines":
        return st.lists(line_of(field.columns), min_size=1, max_size=3).map(
            lambda lines: ([given for given, _stored in lines], [stored for _given, stored in lines])
        )
    if field.type == "choice":
        return st.sampled_from(options).map(lambda option: (option, option))
    if field.type in ("choices", "checklist"):
        picked = st.lists(st.sampled_from(options), min_size=1, max_size=limit or len(options), unique=True)
        return picked.map(lambda found: (found, ",".join(option for option in options if option in found)))
    return kinds[field.type]


def line_of(columns):
    """Return what may be given for one line, every column filled."""
    return st.fixed_dictionaries({column.id: answer_of(column) for column in columns}).map(
        lambda line: ({key: one[0] for key, one in line.items()}, {key: one[1] for key, one in line.items()})
    )


@st.composite
def answers_to(draw, form):
    """Draw answers to some questions of a form, leaving out those that are not asked going by the others."""
    fields = [field for field in form.fields() if not field.retired]
    wanted = draw(st.lists(st.sampled_from(fields), max_size=9, unique_by=lambda field: field.id))
    found = {field.id: draw(answer_of(field)) for field in fields if field in wanted}
    while True:
        stored = {key: one[1] if isinstance(one[1], str) else "x" for key, one in found.items()}
        asked = {key: one for key, one in found.items() if form.field(key).is_asked(stored)}
        if asked == found:
            return found
        found = asked


def as_toml(value):
    """Return a value as it stands in an answers file."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {as_toml(one)}' for key, one in value.items())} }}"
    return json.dumps(value, ensure_ascii=False)


def plain(stored):
    """Return an answer for comparing: the lines of a list of lines, the text of all others."""
    return json.loads(stored) if isinstance(stored, str) and stored.startswith("[{") else stored


# Each example runs two commands on real data: making a failing one smaller would take minutes.
@settings(max_examples=15, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate))
@given(st.fixed_dictionaries({step: answers_to(FORMS[step]) for step in Step}), TEXT, TEXT)
def test_no_answer_in_the_file_is_lost(command, answers, tables, one_line, reference):
    text = f'[case]\ncustomer = "Tom Hill"\nopened_at = 2026-11-02T10:00:00\nowner = "{STAFF}"\n'
    text += f"one_line = {as_toml(one_line)}\nreference = {as_toml(reference)}\n"
    for step, found in tables.items():
        text += f"[{step}]\n" + "".join(f"{key} = {as_toml(one[0])}\n" for key, one in found.items())
    added = command("case", "add", answers(text + SHOP))
    assert (added.code, added.out.strip().isdigit()) == (0, True), added.told
    shown = json.loads(command("case", "show", added.out.strip(), "--json").out)
    assert (shown["one_line"], shown["reference"]) == (one_line, reference)
    for step, found in tables.items():
        kept = {key: plain(text) for key, text in shown["steps"][step]["answers"].items()}
        assert {key: kept.get(key) for key in found} == {key: one[1] for key, one in found.items()}
    promised = tables[Step.RESOLUTION].get("promises", ((), ()))[1]
    assert {line["what"] for line in promised} <= {one["what"] for one in shown["promises"]}


def test_who_was_served_and_why_a_step_was_skipped_are_told_whole(command, answers):
    text = """[case]
customer = { name = "Wang Li", form_of_address = "Mrs", phone = "0201", address = "1 Mill", language = "en" }
one_line = "Kettle leaks"
mood = "upset"
threatens = "post_it"
how_reached = "phone"
[apology]
skipped = "She had a train to catch"
"""
    command("case", "add", answers(text))
    shown = json.loads(command("case", "show", 1, "--json").out)
    assert shown["customer_details"] == {
        "form_of_address": "Mrs",
        "phone": "0201",
        "address": "1 Mill",
        "language": "en",
    }
    assert (shown["mood"], shown["threatens"], shown["how_reached"]) == ("upset", "post_it", "phone")
    apology = shown["steps"]["apology"]
    assert (apology["state"], apology["skip_reason"]) == ("skipped", "She had a train to catch")
    assert apology["done_at"]


def test_a_case_of_nobody_is_told_without_a_customer(command, answers):
    command("case", "add", answers('[case]\nreported_by = "supplier"\none_line = "Wrong boxes"\n'))
    shown = json.loads(command("case", "show", 1, "--json").out)
    assert (shown["customer"], shown["customer_details"], shown["owner_name"]) == (None, None, None)


@pytest.mark.parametrize("at", ["2026-11-02T10:20:00+00:00"])
def test_every_time_is_that_of_the_shops_clock(command, root, at):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    shown = json.loads(command("case", "show", 7, "--json").out)
    assert shown["steps"]["resolution"]["done_at"] == at
    assert shown["steps"]["resolution"]["done_by"] == "Aoife Byrne"
    assert shown["heard_at"] == "2026-11-02T10:00:00+00:00"
    assert (shown["times_told"], shown["minutes_to_first_remedy"], shown["hands_passed"]) == (3, 20, 0)


def test_what_the_customer_was_told_is_part_of_the_story(command, answers, folder):
    command("case", "add", answers())
    desk = open_desk(folder, SystemClock())
    desk.slips.printed(desk.casework.numbered(1))
    desk.follow_ups.tell_customer(desk.casework.numbered(1).case, "The part comes on Friday")
    desk.close()
    told = json.loads(command("case", "show", 1, "--json").out)["told"]
    assert [one["words"] for one in told] == ["Progress slip printed", "The part comes on Friday"]
    assert "The part comes on Friday" in command("case", "show", 1).out


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Logged, opened", "Handle with care, ", "Wrap up: a note or a call, ")),
        ("zh_CN", ("已记录", "请格外用心")),
    ],
)
def test_people_read_words_and_no_ids(command, root, language, words):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    told = command("--language", language, "case", "show", 7).out
    for word in words:
        assert word in told
    for key in ("wrap_up", "internal", "immediate", "logged"):
        assert key not in told
    assert ("(open)" in told) == (language == "en")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (RequestKind.APPROVAL, "to approve something"),
        (RequestKind.HAND_OVER, "to take the case over"),
        (RequestKind.HELP, "to help"),
        (RequestKind.ATTENTION, "to look at the case"),
    ],
)
def test_what_is_asked_for_has_words(kind, words):
    assert request_words(kind) == words


def test_how_far_something_is_has_a_word_for_every_state():
    for state in (*PromiseState, *FollowUpState, *RequestState):
        assert how_far(state)
