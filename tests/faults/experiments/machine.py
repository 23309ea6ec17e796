"""Acts of the desk in any order, with crashes, restarts and restores between, against a plain model."""

import shutil
from itertools import count as counting
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from desktop_cs.cases.states import CaseAct, may
from desktop_cs.cases.steps import Step
from desktop_cs.clock import SystemClock
from desktop_cs.desk.casework import Intake
from desktop_cs.errors import UserError
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.restoring import restore
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.acts import kept_cases, typed
from tests.faults.stage.shops import begin_shop, opened, unsound

STEPS_OF_ONE = 30  # acts in one story
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)
PICK = st.integers(0, 1000)


class Shop(RuleBasedStateMachine):
    """A shop and a model of it: for each case its state, what stands in its steps, letter and attachments."""

    template: Path

    def __init__(self):
        super().__init__()
        self.home = TemporaryDirectory(prefix="desktop-cs-machine-")
        self.names = counting()
        self.folder = Path(self.home.name) / "0"
        shutil.copytree(self.template, self.folder)
        self.desk = opened(self.folder)
        self.model = {}

    def teardown(self):
        """Compare all a last time."""
        try:
            self.agree()
            assert unsound(self.desk) == []
        finally:
            self.desk.close()
            self.home.cleanup()

    @rule()
    def take(self):
        """Take a case."""
        line = f"dryer {next(self.names)}"
        case = self.desk.casework.take(Intake(line, f"Customer of {line}")).value
        self.model[line] = {"state": case.state, "typed": {}, "done": set(), "files": []}

    @precondition(lambda self: self.model)
    @rule(pick=PICK, step=st.sampled_from(Step), text=TEXTS)
    def type(self, pick, step, text):
        """Type into a step; a case that is over refuses it."""
        _line, known, story = self._picked(pick)
        raw = typed(step, text)
        try:
            saved = self.desk.casework.steps.save_answers(story, step, raw).value
        except UserError:
            assert not story.case.is_being_worked_on
            return
        known["typed"][step], known["state"] = saved.entry.answers, saved.case.state

    @precondition(lambda self: self.model)
    @rule(pick=PICK, step=st.sampled_from(Step), is_skipped=st.booleans())
    def pass_step(self, pick, step, is_skipped):
        """Finish or skip a step, or be told what is missing."""
        _line, known, story = self._picked(pick)
        steps = self.desk.casework.steps
        try:
            saved = (
                steps.skip_step(story, step, "in a hurry") if is_skipped else steps.finish_step(story, step)
            ).value
        except UserError:
            return
        known["done"].add(step)
        known["state"] = saved.case.state

    @precondition(lambda self: self.model)
    @rule(pick=PICK, act=st.sampled_from(["finish", "close", "reopen", "cancel"]))
    def change_state(self, pick, act):
        """Finish, close, reopen or cancel a case, where it lets us."""
        _line, known, story = self._picked(pick)
        casework = self.desk.casework
        try:
            if act == "finish":
                known["state"] = casework.finish(story).value.state
                known["done"] = set(Step)
            else:
                assert may(CaseAct(act), story.case.state) or story.case.state == known["state"]
                known["state"] = getattr(casework, act)(story.case, "as they wished").value.state
        except UserError:
            return

    @precondition(lambda self: self.model)
    @rule(pick=PICK, content=st.binary(min_size=1, max_size=2000))
    def attach(self, pick, content):
        """Put a file to a case."""
        _line, known, story = self._picked(pick)
        try:
            self.desk.attachments.add_content(story.case, content, "note.bin")
        except UserError:
            return
        known["files"].append(content)

    @rule()
    def restart(self):
        """Close the shop and open it again."""
        self.desk.close()
        self.desk = opened(self.folder)
        self.agree()

    @rule()
    def crash(self):
        """Leave the shop as a killed program does, and open what lies there."""
        left, self.folder = self.folder, self.folder.with_name(str(int(self.folder.name) + 1))
        shutil.copytree(left, self.folder)  # with its log, before closing tidies that away
        self.desk.close()
        shutil.rmtree(left)
        self.desk = opened(self.folder)
        self.agree()

    @rule()
    def back_up_and_restore(self):
        """Make a backup and put it back."""
        made = back_up(self.desk.storage)
        self.desk.close()
        restore(self.folder, made.folder, SystemClock())
        self.desk = opened(self.folder)
        self.agree()

    def agree(self):
        """Make sure that the shop holds what the model holds."""
        cases = kept_cases(self.desk)
        assert set(cases) == set(self.model)
        for line, known in self.model.items():
            case = cases[line]
            assert case.state == known["state"], line
            entries = self.desk.storage.cases.entries(case.id)
            for step, answers in known["typed"].items():
                assert entries[step].answers == answers, (line, step)
            assert all(entries[step].is_passed for step in known["done"] if step in entries), line
            files = [self.desk.attachments.content(one) for one in self.desk.attachments.of_case(case.id)]
            assert sorted(files) == sorted(known["files"]), line

    def _picked(self, pick):
        line = sorted(self.model)[pick % len(self.model)]
        return line, self.model[line], self.desk.casework.story(kept_cases(self.desk)[line].id)


class ForgetfulShop(Shop):
    """Control: a shop that loses the log of the file when it crashes."""

    @rule()
    def crash(self):
        """Leave the shop without its log."""
        left, self.folder = self.folder, self.folder.with_name(str(int(self.folder.name) + 1))
        shutil.copytree(left, self.folder, ignore=shutil.ignore_patterns("*-wal", "*-shm"))
        self.desk.close()
        shutil.rmtree(left)
        self.desk = opened(self.folder)
        self.agree()


def run(count, seed, place, *, machine=Shop, phases=tuple(Phase)):
    """Live so many stories, each of some thirty acts; one that goes wrong is told as short as it can be."""
    machine.template = place / "template"
    begin_shop(machine.template)
    how = settings(
        max_examples=count,
        stateful_step_count=STEPS_OF_ONE,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        phases=phases,
        report_multiple_bugs=False,
    )
    try:
        run_state_machine_as_test(hypothesis.seed(seed)(machine), settings=how)
    except Exception as wrong:  # noqa: BLE001 (hypothesis raises whatever the story ended in)
        told = "; ".join([f"{type(wrong).__name__}: {wrong}", *getattr(wrong, "__notes__", [])])
        return Outcome(count, (told,))
    return Outcome(count)


def run_forgetful(count, seed, place):
    """Control: the same with a shop that loses the log of the file when it crashes."""
    return run(count, seed, place, machine=ForgetfulShop, phases=(Phase.generate,))


MACHINE = Experiment(
    "any_order", run, full=1000, suite=2, piece=50, controls={"log_lost": (run_forgetful, 4)}
)
