"""Read the rehearsals from their files; every mistake is named at once, nothing is repaired."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from desktop_cs.errors import ShopError
from desktop_cs.forms.near_words import did_you_mean, shortened
from desktop_cs.forms.table_reader import TableReader
from desktop_cs.i18n import _
from desktop_cs.phrases import read_table
from desktop_cs.rehearsals.hints import Hint
from desktop_cs.rehearsals.rehearsal import MOOD_MOST, Mood, Outcome, Rehearsal, Reply, Scene
from desktop_cs.rehearsals.soundness import flaws

_Word = TypeVar("_Word", bound=StrEnum)
_FARTHEST = 4  # how far one reply may move trust or calm


class RehearsalFileError(ShopError):
    """The files of the rehearsals cannot be used; `problems` names every mistake with its file."""

    def __init__(self, problems: list[str]) -> None:
        told = _("The files of the rehearsals need mending before they can be used: ")
        super().__init__(told + "; ".join(problems))
        self.problems = problems


def load_rehearsals(folder: Path, language: str) -> tuple[Rehearsal, ...]:
    """Return the rehearsals in `folder`/`language`, in the order of their `order`.

    Raises:
        RehearsalFileError: A file has mistakes.
    """
    problems: list[str] = []
    found: list[tuple[int, Rehearsal]] = []
    for path in sorted((folder / language).glob("*.toml")):
        mistakes: list[str] = []
        table = read_table(path, mistakes)
        if table:
            found.append(_rehearsal(path.stem, table, mistakes))
        problems.extend(one if one.startswith(path.name) else f"{path.name}: {one}" for one in mistakes)
    if problems:
        raise RehearsalFileError(problems)
    return tuple(rehearsal for _order, rehearsal in sorted(found, key=lambda one: (one[0], one[1].id)))


def _rehearsal(rehearsal_id: str, table: Mapping[str, object], mistakes: list[str]) -> tuple[int, Rehearsal]:
    """Return the place of a rehearsal in the list and the rehearsal itself, its mistakes noted."""
    reader = TableReader(table, "", (), mistakes)
    scenes = [_scene(reader, scene) for scene in reader.tables("scene", needed=True)]
    mood = Mood(_level(reader, "trust"), _level(reader, "calm"))
    rehearsal = Rehearsal(
        rehearsal_id,
        title=reader.text("title", needed=True),
        told=reader.text("told", needed=True),
        you=reader.text("you", needed=True),
        mood=mood,
        first=reader.text("first", needed=True),
        scenes={scene.id: scene for scene in scenes},
    )
    order = reader.whole_number("order", needed=True) or 0
    reader.finish()
    if not mistakes:
        mistakes.extend(flaws(rehearsal, scenes))
    return order, rehearsal


def _scene(file: TableReader, table: Mapping[str, object]) -> Scene:
    name = table.get("id", "")
    reader = file.inner(table, _("scene “{name}”").format(name=shortened(str(name))))
    outcome = _one_of(reader, "outcome", Outcome) if "outcome" in table else None
    scene = Scene(
        reader.text("id", needed=True),
        does=reader.text("does"),
        says=reader.text("says"),
        replies=tuple(
            _reply(reader.inner(reply, _("reply {number}").format(number=number)))
            for number, reply in enumerate(reader.tables("reply"), start=1)
        ),
        outcome=outcome,
        told=reader.text("told", needed=outcome is not None),
    )
    reader.finish()
    return scene


def _reply(reader: TableReader) -> Reply:
    hint = _one_of(reader, "hint", Hint)
    reply = Reply(
        say=reader.text("say", needed=True),
        to=reader.text("to", needed=True),
        trust=_move(reader, "trust"),
        calm=_move(reader, "calm"),
        hint=hint or Hint.HARD,
        then=reader.text("then", needed=True),
        because=reader.text("because", needed=True),
        better=reader.text("better", needed=hint is not None and not hint.helps),
    )
    reader.finish()
    return reply


def _one_of(reader: TableReader, key: str, words: type[_Word]) -> _Word | None:
    told = reader.text(key, needed=True)
    known: Collection[str] = [word.value for word in words]
    if told in known:
        return words(told)
    if told:
        reader.note(
            _("“{key}” knows no “{word}”{hint}").format(
                key=key, word=shortened(told), hint=did_you_mean(told, known)
            )
        )
    return None


def _level(reader: TableReader, key: str) -> int:
    level = reader.whole_number(key, needed=True)
    if level is not None and not 0 <= level <= MOOD_MOST:
        reader.note(_("“{key}” has to be 0 to {most}").format(key=key, most=MOOD_MOST))
    return level or 0


def _move(reader: TableReader, key: str) -> int:
    move = reader.whole_number(key, needed=True)
    if move is not None and abs(move) > _FARTHEST:
        reader.note(_("“{key}” has to be -{most} to {most}").format(key=key, most=_FARTHEST))
    return move or 0
