"""Somebody at the counter who serves case after case on the real desk, and says what is kept.

Each act is announced ("about", key, value) and told when it returned ("kept", key, value). So whoever ends
the program, or its power, knows what must be there, and what may be there.
"""

import json
from collections import defaultdict
from dataclasses import replace

from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Intake

ANSWERS = {
    Step.APOLOGY: {"feeling_named": "let_down", "parts_said": "regret,repair_offer"},
    Step.REVIEW: {"failure_kind": "faulty", "remedy_sought": "repair"},
    Step.RESOLUTION: {
        "explained": "what_happened,why",
        "entitlement_kind": "repair",
        "all_on_the_spot": "yes",
        "problem_solved": "yes",
        "customer_accepts": "yes",
    },
    Step.LOGGING: {"root_cause": "part", "finding": "upheld"},
}


KINDS = ("case", "step", "done", "logged", "letter", "call")  # what a key may begin with


def typed(step, text):
    """Return the answers of a step, with this text in the field where most is written."""
    own = {
        Step.APOLOGY: {"own_words": text},
        Step.REVIEW: {"in_their_words": json.dumps([{"text": text}])},
        Step.RESOLUTION: {"extra": json.dumps([{"gesture": text, "cost": "3.50"}])},
        Step.LOGGING: {"what_would_have_prevented_it": text},
    }
    return ANSWERS[step] | own[step]


class Counter:
    """Somebody who serves customers.

    Args:
        desk: The real desk.
        name: Begins all that is written, so that several can be told apart.
        say: Takes "about" or "kept", a key and a value.
        is_early: Tell an act as kept before it is done: the control that any test has to notice.
        attempt: Does an act; whoever can bear failures hands in how.
        who: The name of all customers; each has one of their own where it is "".
    """

    def __init__(self, desk, name, say, *, is_early=False, attempt=None, who=""):
        self.desk, self.name, self.say, self.is_early, self.who = desk, name, say, is_early, who
        self.attempt = attempt or (lambda key, value, act: act())
        self.count = 0

    def serve(self):
        """Take a case and walk it to its end, with a letter and a follow-up call."""
        self.count += 1
        mark = f"{self.name}-{self.count}"
        steps = self.desk.casework.steps
        intake = Intake(f"dryer {mark}", self.who or f"Customer {mark}")
        self._do(f"case {mark}", mark, lambda: self.desk.casework.take(intake))
        case = kept_cases(self.desk)[intake.one_line]
        for step in Step:
            self._write(mark, case, step)
            self._do(f"done {mark} {step}", "done", lambda: steps.finish_step(self._story(case), step))  # noqa: B023 (called at once)
        self._do(f"logged {mark}", "logged", lambda: self.desk.casework.finish(self._story(case)))
        self._letter(mark, case)
        self._call(mark, case)

    def _write(self, mark, case, step):
        steps = self.desk.casework.steps
        for text in (f"{mark} {step} first", f"{mark} {step} second, and somewhat longer than that"):
            raw = typed(step, text)
            self._do(
                f"step {mark} {step}",
                text,
                lambda: steps.save_answers(self._story(case), step, raw),  # noqa: B023 (called at once)
            )

    def _letter(self, mark, case):
        letter = self.desk.letters.composed(self._story(case))
        blocks = [*letter.text_blocks[:1], replace(letter.text_blocks[1], text=f"We are sorry, {mark}.")]
        self._do(f"letter {mark}", f"sorry, {mark}", lambda: self.desk.letters.rewrite(letter, blocks))

    def _call(self, mark, case):
        calls = self.desk.storage.follow_ups.of_case(case.id)
        for call in [one for one in calls if one.holds_case_open][:1]:
            words = {"reached": "yes", "in_their_words": f"all is well {mark}"}
            act = self.desk.follow_ups.complete
            self._do(f"call {mark}", f"well {mark}", lambda: act(call, words))  # noqa: B023 (called at once)

    def _story(self, case):
        return self.desk.casework.story(case.id)

    def _do(self, key, value, act):
        self.say("kept" if self.is_early else "about", key, value)
        self.attempt(key, value, act)
        self.say("kept", key, value)


def kept_cases(desk):
    """Return the cases by their line."""
    return {case.one_line: case for case in desk.storage.cases.listed(limit=100_000)}


def stored(desk, cases, key):
    """Return what the records hold under a key, as text; "" where they hold nothing."""
    kind, mark, *step = [*key.split(), ""]
    case = cases.get(f"dryer {mark}")
    if case is None:
        return ""
    if kind == "step":
        entry = desk.storage.cases.entries(case.id).get(Step(step[0]))
        return json.dumps(entry.answers) if entry else ""
    if kind == "done":
        entry = desk.storage.cases.entries(case.id).get(Step(step[0]))
        return "done" if entry and entry.is_passed else ""
    if kind == "logged":
        return "logged" if case.logged_at else ""
    if kind == "letter":
        return " ".join(
            block.text for one in desk.storage.letters.of_case(case.id) for block in one.text_blocks
        )
    if kind == "call":
        return json.dumps([one.answers for one in desk.storage.follow_ups.of_case(case.id)])
    return case.one_line


def lost(desk, cases, said):
    """Return what was told as kept and is not there as it was told, or as it was about to become."""
    kept, about = {}, defaultdict(set)
    for word, key, value in said:
        if word == "kept":
            kept[key] = value
            about[key].clear()
        elif word == "about":
            about[key].add(value)
    found = []
    for key, value in kept.items():
        if key.split()[0] not in KINDS:
            continue
        text = stored(desk, cases, key)
        if not any(one in text for one in {value, *about[key]}):
            found.append(f"lost: {key}: {value!r}")
    return found
