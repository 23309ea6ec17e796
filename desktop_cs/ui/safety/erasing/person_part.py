"""The upper half of the page: finding a person, giving them their data, erasing them; the backups then."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop_cs.cases.case import Case
from desktop_cs.customers.customer import Customer
from desktop_cs.customers.kept_words import ErasingPlan, Holdings, Mention, OldBackups, Person
from desktop_cs.desk.changes import Result
from desktop_cs.desk.erasing_words import told_backups
from desktop_cs.desk.erasing_work import ErasingDone
from desktop_cs.desk.person_file import HandedOut
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.safety.erasing.backups_card import BackupsCard
from desktop_cs.ui.safety.erasing.person_finder import PersonFinder
from desktop_cs.ui.safety.erasing.person_view import PersonView
from desktop_cs.ui.safety.progress_card import ProgressCard
from desktop_cs.ui.safety.watch import Watch
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class PersonPart(QWidget):
    """One person at a time.

    Args:
        actions: Through which everything is read and done.
        page: The page; what it changed is no news to it.
    """

    def __init__(self, actions: Actions, page: QWidget) -> None:
        super().__init__(page)
        self._actions, self._page = actions, page
        self._desk = actions.desk
        self.person: PersonView | None = None
        self._stop_search: Callable[[], None] = _nothing
        self.progress = ProgressCard(self)
        self.backups = BackupsCard(self)
        self.finder = PersonFinder(actions, self)
        card = Card("surface", L, self)
        card.column.setSpacing(M)
        card.column.addWidget(text_label(_("A person"), "lead-strong", parent=card))
        told = _("Somebody asks what you keep about them, or asks you to erase it. Who?")
        card.column.addWidget(text_label(told, "muted", wrap=True, parent=card))
        card.column.addWidget(self.finder)
        self._people = card.column
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for widget in (self.progress, self.backups, card):
            column.addWidget(widget)
        self.finder.chosen.connect(self.show_subject)
        self.backups.renew_wanted.connect(self._renew)
        self.setFocusProxy(self.finder)

    def begin(self) -> None:
        """Forget who was shown."""
        self._forget()
        self.finder.clear()

    def show_backups(self) -> None:
        """Say which backups still hold what was erased; a share that is gone takes a while to tell."""
        self._actions.run_slow(self._desk.erasing.old_backups, self._show_old)

    def show_subject(self, subject: Customer | Case) -> None:
        """Show what there is about a customer, or about whoever a case is about."""
        self._forget()
        erasing = self._desk.erasing
        person = self._actions.ask(lambda: erasing.person_of(subject))
        holdings = self._actions.ask(lambda: erasing.holdings(person)) if person is not None else None
        if person is None or holdings is None:
            return
        view = self.person = PersonView(person, holdings, self)
        view.copy_wanted.connect(lambda: self._give(person))
        view.erase_asked.connect(lambda: self._search(view, person, holdings))
        view.erase_given.connect(self._erase)
        view.left.connect(self._find_again)
        self._people.addWidget(view)
        self.finder.hide()
        view.show()
        view.copy.setFocus()

    def _find_again(self) -> None:
        self._forget()
        self.finder.search.setFocus()

    def _forget(self) -> None:
        self._stop_search()
        if self.person is not None:
            self.person.hide()
            self._people.removeWidget(self.person)
            self.person.deleteLater()
            self.person = None
        self.finder.show()

    def _search(self, view: PersonView, person: Person, holdings: Holdings) -> None:
        """Look for the name in all other words, while the panel can be read."""

        def show(mentions: list[Mention]) -> None:
            if view is self.person and view.panel is not None:
                view.panel.show_mentions(mentions)

        watch = Watch(self)
        work = self._actions.run_slow(lambda: self._desk.erasing.mentions(person, holdings, watch), show)

        def stop() -> None:
            work.cancel()
            watch.stop()

        self._stop_search()
        self._stop_search = stop

    def _erase(self, plan: ErasingPlan, despite_holds: bool) -> None:
        if self.person is not None:
            self.person.setEnabled(False)
        erasing = self._desk.erasing
        work = self._actions.run_slow(lambda: erasing.erase(plan, despite_holds=despite_holds), self._erased)
        work.ended.connect(self._let_go_on)

    def _erased(self, result: Result[ErasingDone]) -> None:
        self._actions.forget_ways_back()
        self._actions.tell(result.changed, self._page)
        self.begin()
        self.finder.search.setFocus()
        self.show_backups()
        self._actions.say_done(
            _("Erased: nothing is left in the shop's records.")
            if result.value.is_out
            else _("Erased. Another program reads the records just now: the last traces go when it is done.")
        )

    def _let_go_on(self) -> None:
        if self.person is not None:
            self.person.setEnabled(True)

    def _give(self, person: Person) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(documents, self._desk.person_file.name()))
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save their data"), proposed, "ZIP (*.zip)")
        if not chosen:
            return
        watch, file = Watch(self), self._desk.person_file
        self.progress.begin(_("Their data are being put together…"), watch)
        work = self._actions.run_slow(lambda: file.write(person, Path(chosen), watch), self._given)
        work.ended.connect(self.progress.hide)

    def _given(self, done: HandedOut) -> None:
        told = _("Their data are saved as {file}: pages to read, and the same for other programs.")
        told = told.format(file=done.path.name)
        if done.missing:
            lost = ngettext(
                "{count} of their files is damaged and not in it.",
                "{count} of their files are damaged and not in it.",
                len(done.missing),
            )
            lost = lost.format(count=len(done.missing))
            told = _("{first} {second}").format(first=told, second=lost)
        self._actions.say_done(told)

    def _show_old(self, backups: OldBackups) -> None:
        self.backups.show_told(told_backups(backups, language_in_use()))

    def _renew(self) -> None:
        watch = Watch(self)
        self.backups.setEnabled(False)
        self.progress.begin(_("Fresh backups are being made and checked…"), watch)
        work = self._actions.run_slow(lambda: self._desk.erasing.renew_backups(watch), self._renewed)
        work.ended.connect(self._renewal_ended)

    def _renewed(self, count: int) -> None:
        told = ngettext(
            "The fresh backup is checked, and {count} old copy is gone.",
            "The fresh backup is checked, and {count} old copies are gone.",
            count,
        )
        self._actions.say_done(told.format(count=count))

    def _renewal_ended(self) -> None:
        self.progress.hide()
        self.backups.setEnabled(True)
        self.show_backups()


def _nothing() -> None:
    """Stand where the stopping of a search is before there was any."""
