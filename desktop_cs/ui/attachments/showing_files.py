"""Showing a file large: reads and draws it in another thread, and tells the large view what came of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_cs import shown
from desktop_cs.attachments.attachment import Attachment
from desktop_cs.attachments.kinds import AttachmentKind
from desktop_cs.attachments.previews import Preview
from desktop_cs.attachments.texts import shown_text
from desktop_cs.desk.case_view import Story
from desktop_cs.errors import DeskError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.attachments.file_viewer import FileViewer, picture_of
from desktop_cs.ui.attachments.file_words import ending, kind_words, size_words

T = TypeVar("T")


class ShowingFiles(QObject):
    """Shows one file after another in the large view.

    Args:
        actions: Through which they are read.
        viewer: The large view.
    """

    def __init__(self, actions: Actions, viewer: FileViewer) -> None:
        super().__init__(viewer)
        self._actions = actions
        self._viewer = viewer
        self._asked = 0  # counts what was asked for, so that only the last of it is shown
        self._page = 0
        self._facts = ""
        self.has_place = False
        viewer.page_wanted.connect(self._draw)
        viewer.finer_wanted.connect(self._draw_finer)
        viewer.closed.connect(self._forget)

    def show_file(self, attachment: Attachment, story: Story) -> None:
        """Show a file of this case from its first page on."""
        self._facts = _facts(attachment, story, self._actions)
        self.has_place = attachment.has_place
        self._viewer.show_file(attachment, self._facts)
        self._tell_place()
        if attachment.kind.is_drawn:
            self._draw(0)
        elif attachment.kind is AttachmentKind.TEXT:
            self._ask(lambda: self._actions.desk.attachments.content(attachment), self._show_text)
        else:
            self._asked += 1
            self._viewer.say(_not_shown(attachment))

    def _draw(self, page: int) -> None:
        attachment, room = self._viewer.file(), self._viewer.room()
        if attachment is None:
            return
        self._page = page
        work = self._actions.desk.attachments

        def show(drawn: tuple[Preview, QImage]) -> None:
            preview, picture = drawn
            self.has_place = self.has_place or preview.has_place
            self._tell_place()
            self._viewer.show_preview(preview, picture, page)

        self._ask(lambda: _pictured(work.preview(attachment, room, page)), show)

    def _draw_finer(self, across: int, down: int) -> None:
        """Draw the page again with more dots; what is seen stays until then."""
        attachment, page = self._viewer.file(), self._page
        if attachment is not None:
            work, view = self._actions.desk.attachments, self._viewer.picture
            self._ask(
                lambda: _pictured(work.preview(attachment, (across, down), page)),
                lambda drawn: view.show_finer(drawn[1]),
            )

    def _show_text(self, content: bytes) -> None:
        text, is_all = shown_text(content)
        rest = "" if is_all else "\n\n" + _("The rest is in the file; save a copy to read it.")
        self._viewer.show_text(text + rest)

    def _ask(self, question: Callable[[], T], show: Callable[[T], None]) -> None:
        """Ask in another thread, and show the answer if nothing else was asked for meanwhile."""
        self._asked += 1
        asked = self._asked

        def answer() -> T | DeskError:
            try:
                return question()
            except DeskError as refusal:
                return refusal

        def take(given: T | DeskError) -> None:
            if asked != self._asked:
                return
            if isinstance(given, DeskError):
                self._viewer.say(str(given))
            else:
                show(given)

        work = self._actions.run_slow(answer, take)
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _tell_place(self) -> None:
        place = _("carries the place where it was taken") if self.has_place else ""
        self._viewer.head.show_facts(" · ".join(filter(None, (self._facts, place))))

    def _forget(self) -> None:
        self._asked += 1


def _not_shown(attachment: Attachment) -> str:
    """Return what can be done with a file that is neither picture, page nor text."""
    if ending(attachment) in {"HEIC", "HEIF"}:
        return _(
            "Pictures of this kind (HEIC) are not shown here. Save a copy to open it elsewhere, "
            "or set the phone to take its pictures as JPEG."
        )
    return _("This kind of file is not shown here. Save a copy, then open that with another program.")


def _pictured(preview: Preview) -> tuple[Preview, QImage]:
    """Return what was drawn with its picture, which is made on the thread that drew: it takes a while too."""
    return preview, picture_of(preview)


def _facts(attachment: Attachment, story: Story, actions: Actions) -> str:
    """Return what a file is, how large, since when and from whom."""
    hours, now = actions.desk.settings.hours, actions.desk.clock.now()
    when = shown.near_moment(hours.wall(attachment.added_at), hours.wall(now), language_in_use())
    who = story.names.get(attachment.added_by, "") if attachment.added_by else ""
    added = (
        _("added {time} by {name}").format(time=when, name=who)
        if who
        else _("added {time}").format(time=when)
    )
    return " · ".join((kind_words(attachment.kind), size_words(attachment.bytes), added))
