"""The look of a letter, chosen by seeing: hand, pen, care, ink, paper, lines, direction, signature, laser."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.letters.letter_record import LetterRecord, OwnHand
from desktop_cs.letters.look import OWN
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.known_hands import KnownHands
from desktop_cs.ui.letters.look_words import EVERY, TITLES, chosen, told, words_of
from desktop_cs.ui.letters.picture_choices import PictureChoices, Pictured
from desktop_cs.ui.letters.small_pictures import (
    direction_picture,
    paper_picture,
    ruling_picture,
    signing_picture,
)
from desktop_cs.ui.letters.specimens import Specimens
from desktop_cs.ui.settings.paper_words import LETTER_PAPERS
from desktop_cs.ui.theme.tokens import XS, L
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice
from desktop_cs.ui.widgets.labels import text_label

_WRITTEN = ("hand", "pen", "degree", "ink")  # questions whose pictures are written by the hand itself
_DRAWN = {
    "paper": paper_picture,
    "ruling": ruling_picture,
    "direction": direction_picture,
    "signing": signing_picture,
}
_HAND_PX, _WORD_PX, _SHEET_PX = 40, 40, 64  # height of the pictures
_PIECE_MS = 15  # between two questions that are built: room for keys and painting


@dataclass(frozen=True, slots=True)
class Signer:
    """What is asked of whoever acts once the look is looked at.

    Args:
        hands: Gives their own hands.
        may_draw: Tells whether they sign the letter and keep a signature here.
    """

    hands: Callable[[], Sequence[OwnHand]]
    may_draw: Callable[[], bool]


class LookPart(QWidget):
    """The questions about the look; built one by one when it is first shown.

    Args:
        actions: Through which specimens are written.
        parent: The page.

    Signals:
        look_wanted: Something else was chosen; the whole `LetterLook`, and what was chosen in words.
        own_hand_wanted: A person wants to write a hand of their own, or a signature.
    """

    look_wanted = Signal(object, str)
    own_hand_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: LetterRecord | None = None
        self._signer: Signer | None = None
        self._own: Sequence[OwnHand] = ()
        self._may_draw = False
        self.questions: dict[str, PictureChoices] = {}
        self._hands = KnownHands(actions, self)
        self._hands.known.connect(self._on_hands_known)
        self._specimens = Specimens(actions, self)
        self._specimens.written.connect(self._show_specimen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, L)
        self._column.setSpacing(L)
        self.own = quiet_button(_("My own hand …"), "pen-line", self)
        self.own.clicked.connect(lambda _checked=False: self.own_hand_wanted.emit())
        self.own.hide()
        laser = ChoiceWords(
            _("A laser printer prints it"), _("Solid colour: fine dots would show that a machine wrote it.")
        )
        self.laser = ManyChoice(laser, parent=self)
        self.laser.clicked.connect(self._on_laser)
        self.laser.hide()
        self._to_build = [*TITLES]
        self._stale: list[str] = []  # questions that do not show this letter yet
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PIECE_MS)
        self._soon.timeout.connect(self._go_on)

    def show_letter(self, record: LetterRecord, signer: Signer, *, may_change: bool) -> None:
        """Show how a letter looks; out of sight, nothing is filled in until it is looked at.

        Args:
            record: The letter.
            signer: What is known of whoever acts.
            may_change: Whether its look may be changed now.
        """
        self._record, self._signer = record, signer
        self._stale = [*TITLES]
        self.setEnabled(may_change)
        if self.isVisible():
            self._own, self._may_draw = signer.hands(), signer.may_draw()
            while self._stale:
                self._fill(self._stale.pop(0))
            self.build()

    @property
    def is_built(self) -> bool:
        """Return whether every question is there, as it is for the letter that is shown."""
        return not self._to_build and not self._stale

    def pieces(self) -> Iterator[Callable[[], object]]:
        """Yield the building of each question that is not there yet."""
        for _question in list(self._to_build):
            yield self._build_next

    def build(self) -> None:
        """Build and fill the questions that are not there yet, one by one: it is looked at now."""
        if not self.is_built and self._signer is not None:
            self._own, self._may_draw = self._signer.hands(), self._signer.may_draw()
        self._go_on()

    def pick_number(self, number: int) -> None:
        """Pick the n-th choice of the question in focus, of the hands from anywhere else."""
        focused = QApplication.focusWidget()
        here = (one for one in self.questions.values() if focused and one.isAncestorOf(focused))
        question = next(here, self.questions.get("hand"))
        if question is not None:
            question.pick_number(number)

    def forget_specimens(self) -> None:
        """Write no more of them: the choices are out of sight."""
        self._specimens.forget_wanted()

    def _go_on(self) -> None:
        """Do the next piece; with the last, have the specimens written."""
        if self._to_build:
            self._build_next()
        elif self._stale:
            self._fill(self._stale.pop(0))
        else:
            self._want_specimens()
            return
        self._soon.start()

    def _build_next(self) -> None:
        if not self._to_build:
            return
        self._add(self._to_build.pop(0))
        if self._to_build:
            return
        self.laser.show()
        self._column.addWidget(self.laser)
        self._column.addStretch(1)

    def _add(self, question: str) -> None:
        block = QVBoxLayout()
        block.setSpacing(XS)
        title = text_label(_(TITLES[question]), "strong", parent=self)
        block.addWidget(title)
        height = _HAND_PX if question == "hand" else _WORD_PX if question in _WRITTEN else _SHEET_PX
        made = PictureChoices(_(TITLES[question]), height, 2 if question == "hand" else 4, self)
        title.setBuddy(made)
        made.chosen.connect(lambda key: self._choose(question, key))
        block.addWidget(made)
        if question == "hand":
            block.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
            self.own.show()
        self.questions[question] = made
        self._column.addLayout(block)
        if question == "direction":
            title.hide()
            made.hide()
            self._direction_title = title

    def _fill(self, question: str) -> None:
        record = self._record
        if record is None or question not in self.questions:
            return
        made = self.questions[question]
        made.show_choices(self._choices(question))
        held = getattr(record.look, question)
        made.set_choice(held or next(iter(made.keys()), ""))
        if question == "direction":
            made.setVisible(self._is_chinese())
            self._direction_title.setVisible(self._is_chinese())
        self.laser.setChecked(record.look.laser)

    def _on_hands_known(self) -> None:
        self._fill("hand")
        if self.is_built:
            self._want_specimens()

    def _choices(self, question: str) -> list[Pictured]:
        if question == "hand":
            return self._offered_hands()
        keys = LETTER_PAPERS if question == "paper" else tuple(EVERY[question])
        draw = _DRAWN.get(question)
        made = [Pictured(key, words_of(question, key), draw(key) if draw else None) for key in keys]
        if question == "signing" and not self._may_draw:
            made = [_without_signature(one) if one.key == "drawn" else one for one in made]
        return made

    def _offered_hands(self) -> list[Pictured]:
        """Return the hands of the language and the person's own, as soon as they are known."""
        record = self._record
        written = self._hands.of(record.language) if record is not None else None
        if record is None or written is None:
            return []
        hands = [Pictured(one.id, ChoiceWords(_(one.name))) for one in written]
        hands += [
            Pictured(f"{OWN}{one.id.hex}", ChoiceWords(one.name, _("Your own hand"))) for one in self._own
        ]
        held = record.look.hand
        if held and held not in [one.key for one in hands]:
            hands.append(Pictured(held, ChoiceWords(_("The hand of this letter"))))
        return hands

    def _want_specimens(self) -> None:
        """Have the lines written: the hands as they are in this letter, the pens in its hand."""
        record = self._record
        if record is None or not self.isVisible():
            return
        self._specimens.forget_wanted()
        for question in _WRITTEN:
            if question in self.questions:
                looks = {
                    (question, key): chosen(record.look, question, key)
                    for key in self.questions[question].keys()  # noqa: SIM118 (a method of its own)
                }
                self._specimens.want(record, looks, short=question != "hand")

    def _show_specimen(self, asked: tuple[str, str], picture: QImage) -> None:
        question, key = asked
        choice = self.questions[question].button(key)
        if choice is not None:
            choice.show_picture(picture)

    def _choose(self, question: str, key: str) -> None:
        if self._record is None:
            return
        wanted = chosen(self._record.look, question, key)
        words = told(question, key) if question != "hand" else self._hand_words(key)
        self.look_wanted.emit(wanted, words)

    def _hand_words(self, key: str) -> str:
        return next((one.words.label for one in self._offered_hands() if one.key == key), key)

    def _on_laser(self) -> None:
        if self._record is not None:
            on = self.laser.isChecked()
            words = _("For a laser printer") if on else _("For an ink printer")
            self.look_wanted.emit(replace(self._record.look, laser=on), words)

    def _is_chinese(self) -> bool:
        return self._record is not None and self._record.language.startswith("zh")


def _without_signature(one: Pictured) -> Pictured:
    why = _("For the signer who has drawn one under “My own hand”.")
    return replace(one, words=ChoiceWords(one.words.label, why), possible=False)
