"""Pictures and files on the page of a case: add by button, drop or paste; show, save and remove them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.desk.case_view import Story
from desktop_cs.i18n import _, ngettext
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.attachments.adding import Added, Adding
from desktop_cs.ui.attachments.drop_sheet import DropSheet
from desktop_cs.ui.attachments.file_strip import FileStrip
from desktop_cs.ui.attachments.paste_key import PASTE_KEY, PasteKey
from desktop_cs.ui.attachments.taking_in import Given, given_in
from desktop_cs.ui.attachments.thumbnails import Thumbnails
from desktop_cs.ui.cases.case_frame import CaseFrame

if TYPE_CHECKING:
    from desktop_cs.ui.attachments.file_viewer import FileViewer
    from desktop_cs.ui.attachments.showing_files import ShowingFiles


class CaseFiles(QObject):
    """Keeps the row of files, and opens the large view.

    Args:
        actions: Through which everything is read and done.
        frame: The frame of the page, below whose steps the row stands.
        story: Tells the case on the screen.
        page: The page, which ignores the echo of what is done here.
    """

    def __init__(
        self, actions: Actions, frame: CaseFrame, story: Callable[[], Story | None], page: QObject
    ) -> None:
        super().__init__(page)
        self._actions = actions
        self._frame = frame
        self._story = story
        self._page = page
        self._files: list[Attachment] = []
        self._thumbnails = Thumbnails(actions, self)
        self.strip = FileStrip(self._thumbnails, frame)
        self.adding = Adding(actions, page)
        self.drop = DropSheet(frame)
        self.viewer: FileViewer | None = None
        self._showing: ShowingFiles | None = None
        frame.add_below_steps(self.strip)
        self._connect()

    def show_story(self, story: Story) -> None:
        """Show what this case has; whatever was shown large is put away."""
        if self.viewer is not None:
            self.viewer.put_away()
        self.drop.watch()
        self.refresh(story)

    def refresh(self, story: Story) -> None:
        """Show what this case has by now."""
        files = self._actions.ask(lambda: self._actions.desk.attachments.of_case(story.case.id))
        if files is None:
            return
        self._files = files
        self._thumbnails.want_only(files)
        self.strip.show_files(files)
        viewer = self.viewer
        if viewer is not None and viewer.isVisible():
            self._refresh_viewer(viewer)

    def add(self, given: Given) -> None:
        """Add this to the case on the screen."""
        story = self._story()
        if story is not None:
            self.adding.add(story.case, given)

    def open(self, attachment: Attachment) -> None:
        """Show a file large."""
        story = self._story()
        if story is None:
            return
        viewer, showing = self._made_viewer()
        if not viewer.isVisible():
            viewer.show_files(self._files, self._frame.bar.height())
        showing.show_file(attachment, story)

    def paste(self) -> None:
        """Add what was copied, where it is a picture or files."""
        given = given_in(QGuiApplication.clipboard().mimeData())
        if given:
            self.add(given)

    def _choose(self) -> None:
        """Let files be chosen, and add them."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._frame, _("Add pictures or files to this case"))
        self.add(Given([Path(one) for one in chosen]))

    def _save(self, attachment: Attachment) -> None:
        """Save a copy where the person says."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(documents, attachment.name))
        chosen, _kind = QFileDialog.getSaveFileName(self._frame, _("Save a copy"), proposed)
        if not chosen:
            return
        work, has_place = self._actions.desk.attachments, bool(self._showing and self._showing.has_place)

        def told(path: Path) -> None:
            words = _("A copy lies in {file}.").format(file=path)
            place = _("It carries the place where it was taken: think of that before you pass it on.")
            both = _("{first} {second}").format(first=words, second=place)
            self._actions.say_done(both if has_place else words)

        self._actions.run_slow(lambda: work.save_copy(attachment, Path(chosen)), told)

    def _remove(self, attachment: Attachment) -> None:
        """Take a file off the case, with a way back."""
        work = self._actions.desk.attachments
        removed = self._actions.run(lambda: work.remove(attachment), self._page)
        if removed is None:
            return
        told = _("“{name}” is removed.").format(name=attachment.name)
        self._actions.say_done(told, partial(work.undo_removal, removed))
        self._refresh_story()

    def _take(self, added: Added) -> None:
        """Show what was added, where its case is still on the screen."""
        story = self._story()
        if story is not None and story.case.id == added.case.id:
            self.refresh(story)
        self.strip.show_busy("")

    def _refresh_story(self) -> None:
        story = self._story()
        if story is not None:
            self.refresh(story)

    def _refresh_viewer(self, viewer: "FileViewer") -> None:
        """Show the row as it is by now; what is no longer there gives way to its neighbour."""
        before, shown = viewer.files(), viewer.file()
        if before == self._files:
            return
        viewer.show_files(self._files, self._frame.bar.height())
        if not self._files:
            viewer.put_away()
            self.strip.add.setFocus(Qt.FocusReason.OtherFocusReason)  # the small picture it came from is gone
        elif shown is not None and shown.id in {one.id for one in self._files}:
            viewer.row.mark(shown)
        else:
            place = next((at for at, one in enumerate(before) if shown is not None and one.id == shown.id), 0)
            self.open(self._files[min(place, len(self._files) - 1)])

    def _made_viewer(self) -> "tuple[FileViewer, ShowingFiles]":
        """Return the large view, made when it is first needed."""
        if self.viewer is None or self._showing is None:
            from desktop_cs.ui.attachments.file_viewer import FileViewer  # noqa: PLC0415 (a case need not wait)
            from desktop_cs.ui.attachments.showing_files import ShowingFiles  # noqa: PLC0415 (as above)

            self.viewer = FileViewer(self._thumbnails, self._frame)
            self._showing = ShowingFiles(self._actions, self.viewer)
            self.viewer.file_wanted.connect(self.open)
            self.viewer.save_wanted.connect(self._save)
            self.viewer.remove_wanted.connect(self._remove)
        return self.viewer, self._showing

    def _connect(self) -> None:
        self.strip.add_wanted.connect(self._choose)
        self.strip.open_wanted.connect(self.open)
        self.drop.dropped.connect(self.add)
        self.adding.began.connect(self._say_adding)
        self.adding.ended.connect(self._take)
        PasteKey(self._frame)
        QShortcut(QKeySequence(PASTE_KEY), self._frame).activated.connect(self.paste)

    def _say_adding(self, count: int) -> None:
        told = ngettext("Adding {count} file …", "Adding {count} files …", count).format(count=count)
        self.strip.show_busy(told)
