"""Without a screen: one practice case walked through the real pages leaves pictures, letter and summary."""

import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from desktop_cs import places
from desktop_cs.cases.steps import Step
from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import Desk, open_desk
from desktop_cs.desk.practice import make_practice_shop
from desktop_cs.errors import ShopError
from desktop_cs.forms import answers as form_answers
from desktop_cs.forms.field_types import FIELD_TYPES
from desktop_cs.i18n import LANGUAGES, _, use_language
from desktop_cs.start_words import StartWords
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.case_page import CasePage
from desktop_cs.ui.cases.new_case_page import NewCasePage
from desktop_cs.ui.main_window import MainWindow
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import apply_theme

_SIZE = (1366, 697)  # px: a usual shop PC, less its task bar
_LONGEST_WAIT_MS = 20_000  # for a letter, on the slowest PC
_PRACTICE_CASES = 24


def show(qt: QApplication, asked: StartWords) -> int:
    """Walk the case, print where everything lies, and return the exit code."""
    folder = (asked.to or Path("show")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    language = asked.language if asked.language in LANGUAGES else "en"
    use_language(language, places.resources_dir() / "locale")
    apply_theme(qt, "light", 1.0, language)
    with TemporaryDirectory(prefix="desktop-cs-practice-", ignore_cleanup_errors=True) as data:
        desk = open_desk(Path(data), SystemClock())
        make_practice_shop(desk, _PRACTICE_CASES, seed=1)
        desk.actor = desk.shop.staff()[0]
        actions = Actions(desk)
        window = MainWindow(Preferences(Path(data)))
        window.resize(*_SIZE)
        window.show()
        window.take_over(actions)
        for made in Walk(window, actions, folder).run():
            sys.stdout.write(f"{made}\n")
        actions.finish_slow()
        window.close()
        desk.close()
    return 0


class Walk:
    """One case from "New case" to its letter and the month, as a person would press through the pages."""

    def __init__(self, window: MainWindow, actions: Actions, folder: Path) -> None:
        self._window = window
        self._actions = actions
        self._desk: Desk = actions.desk
        self._folder = folder
        path = places.resources_dir() / "practice" / "walk.toml"
        self._answers: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))

    def run(self) -> Iterator[Path]:
        """Yield the file of each picture, of the letter and of the summary as soon as it is there."""
        yield self._picture("1-today")
        self._take()
        for number, step in enumerate(Step, start=2):
            self._fill(step)
            yield self._picture(f"{number}-{step}")
            self._case_page().frame.bar.next.click()
        check = self._case_page().frame.check
        self._wait(lambda: bool(check.letter.view.pdf()))
        yield self._picture("6-check-and-finish")
        self._case_page().frame.bar.next.click()
        yield self._file("letter.pdf", check.letter.view.pdf())
        self._window.go("reports")
        yield self._file("summary.pdf", self._desk.months.pdf(self._desk.months.this_month()))
        yield self._picture("7-reports")

    def _take(self) -> None:
        self._window.go("new_case")
        page = self._page()
        if not isinstance(page, NewCasePage):
            raise _strayed("new_case")
        customer, header = self._answers["case"]["customer"], self._answers["case"]
        page.fields.choice.name.setText(customer["name"])
        page.fields.form_of_address.setText(customer["form_of_address"])
        page.fields.phone.setText(customer["phone"])
        page.fields.address.setText(customer["address"])
        page.fields.one_line.setText(header["one_line"])
        page.begin.click()

    def _fill(self, step: Step) -> None:
        """Type the answers of a step into its form."""
        form, context = self._desk.forms[step], self._desk.context()
        pane = self._case_page().frame.pane
        view = pane.view()
        checked = form_answers.from_table(
            form, self._answers[step], context, {"second_failure", "apology_passed"}
        )
        typed = {
            key: FIELD_TYPES[form.field(key).type].as_typed(form.field(key), text, context)
            for key, text in checked.stored.items()
        }
        view.set_raw_answers(typed)
        pane.autosave.touch("")
        pane.autosave.flush()

    def _case_page(self) -> CasePage:
        page = self._page()
        if not isinstance(page, CasePage):
            raise _strayed("case")
        return page

    def _page(self) -> object:
        return self._window.pages.page() if self._window.pages else None

    def _picture(self, name: str) -> Path:
        self._wait(lambda: not self._actions.is_busy())
        path = self._folder / f"{name}.png"
        if not self._window.grab().save(str(path)):
            raise ShopError(_("{file} could not be written.").format(file=path))
        return path

    def _file(self, name: str, pdf: bytes) -> Path:
        path = self._folder / name
        path.write_bytes(pdf)
        return path

    def _wait(self, ready: Callable[[], bool]) -> None:
        """Let the window work until something is there.

        Raises:
            ShopError: It is not there in time.
        """
        loop, waited = QEventLoop(), QElapsedTimer()
        waited.start()
        while not ready():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            if waited.elapsed() > _LONGEST_WAIT_MS:
                raise ShopError(_("The walk took too long and was given up."))
        for _round in range(3):
            loop.processEvents()


def _strayed(place: str) -> ShopError:
    return ShopError(_("The walk left its way at “{place}”.").format(place=place))
