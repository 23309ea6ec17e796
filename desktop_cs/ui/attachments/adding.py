"""Adding files to a case in another thread; one that is refused keeps no other from being added."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial, reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.cases.case import Case
from desktop_cs.desk.changes import Changes, Result, of_case
from desktop_cs.errors import DeskError, ShopError, UserError
from desktop_cs.i18n import _, ngettext
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.attachments.taking_in import Given, pasted_name, picture_file

if TYPE_CHECKING:
    from desktop_cs.desk.attachment_work import AttachmentWork


@dataclass(slots=True)
class Added:
    """What came of adding some files to a case."""

    case: Case
    files: list[Attachment] = field(default_factory=list)
    refusals: list[DeskError] = field(default_factory=list)


class Adding(QObject):
    """Adds what is given, one thing after the other, while the page is used.

    Args:
        actions: Through which it is done and told.
        parent: The page of the case, which ignores the echo of what is added here.

    Signals:
        began: Files are being added to a case; how many.
        ended: That is over; the `Added`.
    """

    began = Signal(int)
    ended = Signal(object)

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._page = parent
        self._waiting: list[tuple[Case, Given]] = []
        self._is_adding = False

    @property
    def is_busy(self) -> bool:
        """Return whether anything is being added just now."""
        return self._is_adding

    def add(self, case: Case, given: Given) -> None:
        """Add this to a case, after all that was given before."""
        if given:
            self._waiting.append((case, given))
            self._begin()

    def _begin(self) -> None:
        if self._is_adding or not self._waiting:
            return
        self._is_adding = True
        case, given = self._waiting.pop(0)
        work, now = self._actions.desk.attachments, self._actions.desk.context().now
        added = Added(case)
        acts = _acts(work, case, given, pasted_name(now))
        slow = self._actions.run_slow(lambda: _done(acts, added), self._end)
        self.destroyed.connect(slow.cancel)  # the window is built anew when its language changes
        self.began.emit(len(given.files) or 1)

    def _end(self, added: Added) -> None:
        self._is_adding = False
        if added.files:
            self._actions.tell(of_case(added.case.id), self._page)
            self._actions.say_done(_told(added.files), lambda: self._taken_back(added.files))
        if added.refusals:
            self._actions.refused.emit(_as_one(added.refusals))
        self.ended.emit(added)
        self._begin()

    def _taken_back(self, files: list[Attachment]) -> Result[object]:
        """Take off the case what was just added."""
        work = self._actions.desk.attachments
        changes = [work.remove(one).changed for one in files]
        return Result(None, reduce(Changes.__or__, changes, Changes()))


def _acts(
    work: "AttachmentWork", case: Case, given: Given, name: str
) -> Iterator[Callable[[], Result[Attachment]]]:
    for path in given.files:
        yield partial(work.add, case, path)
    picture = given.picture
    if picture is not None:
        yield lambda: work.add_content(case, picture_file(picture), name)


def _done(acts: Iterator[Callable[[], Result[Attachment]]], added: Added) -> Added:
    for act in acts:
        try:
            added.files.append(act().value)
        except UserError as refusal:
            added.refusals.append(refusal)
        except ShopError as failure:  # the disk: the next file would fare no better
            added.refusals.append(failure)
            break
    return added


def _told(files: list[Attachment]) -> str:
    if len(files) == 1:
        return _("“{name}” is added.").format(name=files[0].name)
    return ngettext("{count} file is added.", "{count} files are added.", len(files)).format(count=len(files))


def _as_one(refusals: list[DeskError]) -> DeskError:
    """Return all refusals as one, each with a line of its own; a failure of the disk comes last."""
    last = refusals[-1]
    words = "\n".join(dict.fromkeys(str(one) for one in refusals))
    return ShopError(words, last.details) if isinstance(last, ShopError) else UserError(words)
