"""Texts that make programs stumble, in every field: kept as they are, or refused in words; no effect."""

from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Casework, Intake
from desktop_cs.desk.step_work import typed_answers
from desktop_cs.errors import UserError
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.naughty import naughty_strings
from tests.faults.stage.shops import opened, shop_with_cases, unsound

TEXT_TYPES = ("text", "long_text")
ON_SCREEN_EVERY = 25  # strings; a page takes longer than all else together


def run(count, seed, place):
    """Put so many texts into every field, each in a case of its own."""
    folder, bad, faults = place / "shop", [], []
    strings = naughty_strings()
    chosen = strings if count >= len(strings) else Random(seed).sample(strings, count)
    shop_with_cases(folder)
    before = {path.name for path in place.iterdir()}
    desk = opened(folder)
    tables = _tables(desk)
    refused = 0
    for text in chosen:
        fields = Fields(desk, text)
        found = fields.fill()
        refused += fields.refused
        bad += [f"{text[:60]!r}: {one}" for one in found]
    bad += unsound(desk)
    bad += ["the tables are others now"] if _tables(desk) != tables else []
    desk.close()
    bad += _on_screen(folder, faults)
    bad += [f"the window: {type(fault).__name__}: {fault}" for fault in faults]
    strays = {path.name for path in place.iterdir()} - before
    bad += [f"files where none should be: {strays}"] if strays else []
    return Outcome(len(chosen), tuple(bad), {"refused in words": refused})


class Fields:
    """Every field of a case, its people and its letter, with one text.

    Args:
        desk: The opened shop.
        text: What is put in.
    """

    def __init__(self, desk, text):
        self.desk, self.text, self.refused, self.wrong = desk, text, 0, []

    def fill(self):
        """Put the text everywhere, and return where it did not come back as it went in."""
        self._try("who", lambda: self._case(Intake("dryer", self.text)).who)
        self._try("one line", lambda: self._case(Intake(self.text, "Somebody")).one_line)
        case = self._case(Intake("dryer", "Somebody"))
        for step in Step:
            self._steps(case, step)
        self._try("reason", lambda: self._skipped(case))
        self._customer(case)
        self._letter(case)
        self._attachment(case)
        self._try("shop", self._shop_name)
        self.desk.customers.search(self.text)
        self.desk.customers.scanned(self.text)
        return self.wrong

    def _case(self, intake):
        return self.desk.casework.take(intake).value

    def _try(self, field, act):
        """Do an act that gives the text back, and note where it is another; a refusal is an answer too."""
        try:
            back = act()
        except UserError:
            self.refused += 1
            return
        if not _same(back, self.text):
            self.wrong.append(f"{field}: came back as {back[:80]!r}")

    def _steps(self, case, step):
        form = self.desk.forms[step]
        names = [
            field.id for field in form.fields() if field.type in TEXT_TYPES and field.visible_when is None
        ]
        raw = dict.fromkeys(names, self.text)
        self.desk.casework.steps.save_answers(self.desk.casework.story(case.id), step, raw)
        entry = self.desk.casework.story(case.id).walk.entry(step)
        kept = typed_answers(form, entry, self.desk.context())
        for name in names:
            self._try(f"{step} {name}", lambda: kept.get(name, ""))  # noqa: B023 (called at once)

    def _skipped(self, case):
        story = self.desk.casework.story(case.id)
        return self.desk.casework.steps.skip_step(story, Step.LOGGING, self.text).value.entry.skip_reason

    def _customer(self, case):
        customer = self.desk.storage.customers.get(case.customer_id)
        for field in ("name", "phone", "address", "form_of_address"):
            changed = replace(customer, **{field: self.text})
            self._try(f"customer {field}", lambda: getattr(self._saved(changed), field))  # noqa: B023 (called at once)

    def _saved(self, customer):
        self.desk.customers.save(customer)
        return self.desk.storage.customers.get(customer.id)

    def _letter(self, case):
        letter = self.desk.letters.composed(self.desk.casework.story(case.id))
        blocks = [*letter.text_blocks[:1], replace(letter.text_blocks[1], text=self.text)]
        kept = self.desk.letters.rewrite(letter, blocks).value
        back = self.desk.storage.letters.get(kept.id)
        self._try("letter", lambda: back.text_blocks[1].text)
        try:
            if not self.desk.letters.pdf(back).startswith(b"%PDF"):
                self.wrong.append("letter: no PDF came of it")
        except UserError:
            self.refused += 1

    def _attachment(self, case):
        kept = self.desk.attachments.add_content(
            case, self.text.encode("utf-8", "replace") or b"x", self.text
        ).value
        with TemporaryDirectory() as elsewhere:
            inside = Path(elsewhere) / "inside"
            inside.mkdir()
            self.desk.attachments.save_copy(kept, inside / kept.name)
            if [path.name for path in Path(elsewhere).iterdir()] != ["inside"]:
                self.wrong.append("attachment: its copy went elsewhere")

    def _shop_name(self):
        self.desk.shop.save_settings(replace(self.desk.settings, name=self.text))
        return self.desk.settings.name


def _same(back, text):
    """Return whether a text came back: blanks and signs that nobody can see may be others."""
    return _seen(back) == _seen(text)


def _seen(text):
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(sign for sign in whole if sign.isprintable() and not sign.isspace())


def _tables(desk):
    return desk.storage._file.rows("SELECT name, sql FROM sqlite_master ORDER BY name")


def _on_screen(folder, faults):
    """Show cases with such texts, and return which labels take them for more than plain text."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLabel

    from tests.faults.stage.window import shown

    bad = []
    with shown(folder, faults) as shop:
        cases = shop.desk.storage.cases.listed(limit=100_000)
        for place, subject in [
            ("cases", None),
            ("customers", None),
            *(("case", one.id) for one in cases[::ON_SCREEN_EVERY]),
        ]:
            shop.window.go(place, subject)
            shop.settle()
            bad += [
                f"a label shows more than plain text: {label.text()[:60]!r}"
                for label in shop.window.findChildren(QLabel)
                if label.textFormat() != Qt.TextFormat.PlainText and "<" in label.text()
            ]
    return bad


def run_mangled(count, seed, place):
    """Control: the same with a desk that keeps the letters of English only."""

    def mangled(casework, intake):
        return take(casework, replace(intake, who=intake.who.encode("ascii", "replace").decode()))

    take = Casework.take
    with patch.object(Casework, "take", mangled):
        return run(count, seed, place)


HOSTILE = Experiment("hostile_text", run, full=1000, suite=15, controls={"english_only": (run_mangled, 25)})
