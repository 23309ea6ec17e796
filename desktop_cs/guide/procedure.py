"""The guide beside each step: a procedure for the kind of failure, kept in files that a manager may edit.

`any.toml` serves every case, `<failure kind>.toml` one kind, `second_failure.toml` the customer, device or
fault that came back. Each holds a table per step. What the nearer file leaves out comes from the next one:
second failure before kind before any. A manager's own version of a step stands in for the shipped one as
long as it can be read.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_cs.cases.failure_kinds import FAILURE_KINDS
from desktop_cs.guide.advice import SAY, Advice, Hint, faults_in
from desktop_cs.guide.edits import GuideEdit, Prompt
from desktop_cs.guide.guide_file import (
    ANY,
    FAILURE_NATURES,
    FEELINGS,
    SECOND,
    STEPS,
    Feelings,
    GuideFile,
    read_feelings,
    read_guide_file,
    read_step,
)
from desktop_cs.i18n import _
from desktop_cs.phrases import did_you_mean, filled

__all__ = [
    "FAILURE_KINDS",
    "FAILURE_NATURES",
    "FILES",
    "STEPS",
    "Feelings",
    "GuidePage",
    "GuideProblem",
    "Guides",
    "files_for",
]

# Everything that can be edited by itself; "neither" uses the plain text of the second failure.
FILES = (ANY, *FAILURE_KINDS, SECOND, *(f"{SECOND}.{nature}" for nature in FAILURE_NATURES[:3]))


@dataclass(frozen=True, slots=True)
class GuidePage:
    """The guide as it stands beside a step; `wordings` counts the ways of saying it.

    `prompts` is what fits this case and is easily forgotten, `prompts_for` in words for which cases a new one
    would stand here; `problems` a sentence for each file or manager's version that could not be used.
    """

    say: Hint
    wordings: int
    listen_for: tuple[Hint, ...]
    better_not: tuple[Hint, ...]
    may_offer: tuple[Hint, ...]
    because: str = ""
    is_second_failure: bool = False
    prompts: tuple[Prompt, ...] = ()
    prompts_for: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideProblem:
    """What cannot be used; `step` is that of a manager's version, "" where a file itself needs mending."""

    file: str
    step: str
    sentence: str


class Guides:
    """All procedures of one language, each file read when it is first needed.

    Args:
        folder: Where the languages' folders lie.
        language: Code of the language.
        edits: The manager's own versions in this language; those with an empty text are the shipped ones.
    """

    def __init__(self, folder: Path, language: str, edits: Iterable[GuideEdit] = ()) -> None:
        self.language = language
        self._home = folder / language
        self._files: dict[str, GuideFile] = {}
        self._feelings: tuple[Feelings, tuple[str, ...]] | None = None
        self._own: dict[tuple[str, str], Advice] = {}
        self._unusable: list[GuideProblem] = []
        for edit in edits:
            if edit.text.strip():
                self._take(edit)

    @property
    def feelings(self) -> Feelings:
        """Return how feelings are named; without words where their file cannot be read."""
        return self._feelings_read()[0]

    def shipped(self, file: str, step: str) -> Advice:
        """Return what the shipped file says for a step; a nature's file is "second_failure.could_not"."""
        return self._file(file.partition(".")[0]).advice.get((file, step), Advice())

    def advice(self, file: str, step: str) -> Advice:
        """Return what holds for a step: the manager's own version, else the shipped one."""
        return self._own.get((file, step)) or self.shipped(file, step)

    def page(  # noqa: PLR0913 (what a case knows about itself; all but the step may be left out)
        self,
        step: str,
        failure_kind: str = "",
        second_failure: bool = False,
        customer: str = "",
        feelings: tuple[str, ...] = (),
        wording: int = 0,
        *,
        failure_nature: str = "",
    ) -> GuidePage:
        """Return the guide for a step of this case.

        Args:
            step: One of STEPS.
            failure_kind: One of FAILURE_KINDS, or "" while it is not known.
            second_failure: Whether this customer, device or fault came back.
            customer: The customer as one addresses them ("Mrs Wang"), or "".
            feelings: Ids of the feelings that the customer showed.
            wording: Which way of saying it; counts round, so that "another wording" never ends.
            failure_nature: One of FAILURE_NATURES, or ""; only read after a second failure.
        """
        files = files_for(failure_kind, failure_nature if second_failure else None)
        layers = [self.advice(file, step) for file in files]
        return self.filled_in(layers, customer, feelings, wording, second_failure=second_failure)

    def filled_in(
        self,
        layers: Sequence[Advice],
        customer: str = "",
        feelings: tuple[str, ...] = (),
        wording: int = 0,
        *,
        second_failure: bool = False,
    ) -> GuidePage:
        """Return the page of these advices, the nearest first, with the gaps filled; as in `page`."""
        values = {"customer": customer, "feeling": self.feelings.named(feelings)}

        def part(name: str) -> tuple[Hint, ...]:
            return tuple(_spoken(hint, values) for hint in _first(layers, name))

        wordings = _first(layers, SAY)
        say = wordings[wording % len(wordings)] if wordings else Hint("")
        return GuidePage(
            say=_spoken(say, values),
            wordings=len(wordings),
            listen_for=part("listen_for"),
            better_not=part("better_not"),
            may_offer=part("may_offer"),
            because=next((layer.because for layer in layers if layer.because), ""),
            is_second_failure=second_failure,
        )

    def problems_in(self, files: Collection[str], steps: Collection[str] = STEPS) -> list[GuideProblem]:
        """Return what cannot be used of these files, and of the manager's versions of these steps of them."""
        own = [one for one in self._unusable if one.file in files and one.step in steps]
        read = dict.fromkeys(file.partition(".")[0] for file in files)
        found = [GuideProblem(name, "", sentence) for name in read for sentence in self._file(name).problems]
        feelings = self._feelings_read()[1]
        return [*own, *found, *(GuideProblem(FEELINGS, "", sentence) for sentence in feelings)]

    def problems(self) -> list[GuideProblem]:
        """Return everything that cannot be used, after reading every file."""
        known = {ANY, SECOND, FEELINGS, *FAILURE_KINDS}
        strange = [
            _("{file}: no kind of failure is called so{hint}").format(
                file=path.name, hint=did_you_mean(path.stem, known)
            )
            for path in sorted(self._home.glob("*.toml"))
            if path.stem not in known
        ]
        return [*self.problems_in(FILES), *(GuideProblem("", "", sentence) for sentence in strange)]

    def _take(self, edit: GuideEdit) -> None:
        """Take a manager's version, or note why it cannot be shown."""
        if edit.file not in FILES or edit.step not in STEPS:
            return  # of a kind or step that no longer exists: nobody looks for it
        advice, faults = read_step(edit.text)
        faults += faults_in(advice, needs_wordings=edit.file == ANY) if not faults else []
        if faults:
            sentences = "; ".join(dict.fromkeys(fault.sentence for fault in faults))
            self._unusable.append(GuideProblem(edit.file, edit.step, sentences))
        else:
            self._own[edit.file, edit.step] = advice

    def _file(self, name: str) -> GuideFile:
        if name not in self._files:
            self._files[name] = read_guide_file(self._home / f"{name}.toml")
        return self._files[name]

    def _feelings_read(self) -> tuple[Feelings, tuple[str, ...]]:
        if self._feelings is None:
            self._feelings = read_feelings(self._home / f"{FEELINGS}.toml")
        return self._feelings


def files_for(failure_kind: str, failure_nature: str | None = None) -> list[str]:
    """Return whose advice counts for a case, the nearest first; the nature is None at a first failure."""
    files = [failure_kind, ANY] if failure_kind in FAILURE_KINDS else [ANY]
    if failure_nature is None:
        return files
    nature = f"{SECOND}.{failure_nature}"
    return [*([nature] if nature in FILES else []), SECOND, *files]


def _first(layers: Sequence[Advice], part: str) -> tuple[Hint, ...]:
    return next((layer.hints(part) for layer in layers if layer.hints(part)), ())


def _spoken(hint: Hint, values: dict[str, str]) -> Hint:
    return Hint(filled(hint.text, values), hint.because)
