"""Keys: who can open the shop's records, in a sentence; pass phrase, recovery sheet, keychain below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.desk.key_work import Carried, KeyState, Locking
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.recovery_code import RecoveryCode
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.safety.key_words import loss_words, since_words, state_words
from desktop_cs.ui.safety.keychain_part import KeychainPart
from desktop_cs.ui.safety.phrase_part import PhrasePart
from desktop_cs.ui.safety.sheet_part import SheetPart
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M, S
from desktop_cs.ui.widgets.buttons import icon_button
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import set_property, text_label

_WIDEST_PX = 920
_SIGNS = {"ok": "shield-check", "warn": "circle-alert", "danger": "triangle-alert"}


class KeysPage(Page):
    """Only a manager changes anything here; everybody may read how the keys stand."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self.back = icon_button("arrow-left", _("Back to Safety"), self)
        self.answer = _Answer(self)
        self.refused = text_label("", "strong", wrap=True, parent=self)
        self.phrase = PhrasePart(self.desk.keys.strength, self)
        self.sheet = SheetPart(self)
        self.keychain = KeychainPart(self)
        self._lay_out()
        self.back.clicked.connect(lambda: self.went.emit("safety", None))
        self.phrase.given.connect(self._set_phrase)
        self.phrase.finish_wanted.connect(self._finish)
        self.phrase.away_wanted.connect(self._take_away)
        self.sheet.wanted.connect(self._begin_sheet)
        self.sheet.print_wanted.connect(self._print)
        self.sheet.save_wanted.connect(self._save)
        self.sheet.given.connect(self._keep_sheet)
        self.keychain.turned.connect(self._turn_keychain)

    def load(self, _subject: object = None) -> None:
        """Show how the keys stand now."""
        self._show_allowed()
        state = self.actions.ask(self.desk.keys.state)
        if state is not None:
            self._show(state)

    def leave(self) -> bool:
        """Forget what was typed, and a code that was not confirmed."""
        self.phrase.wipe()
        self.sheet.put_away()
        return True

    def focus_first(self) -> None:
        """Begin at what is to be done next."""
        begins = self.sheet.begin if self.answer.wants_sheet else self.phrase.phrase
        (begins if begins.isEnabled() else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, state: KeyState) -> None:
        self.answer.show_state(state)
        for part in (self.phrase, self.sheet, self.keychain):
            part.show_state(state)

    def _show_allowed(self) -> None:
        """Let a manager change it, and tell everybody else who that is."""
        refusal = self.actions.attempt(self._allowed, self)
        is_refused = isinstance(refusal, UserError)
        self.refused.setText(str(refusal) if is_refused else "")
        self.refused.setVisible(is_refused)
        for part in (self.phrase, self.sheet, self.keychain):
            part.setEnabled(not is_refused)

    def _allowed(self) -> Result[None]:
        self.desk.keys.allow()
        return Result(None, Changes())

    def _prepared(self, phrase: str, again: str, leaked: bool) -> Result[Locking]:
        return Result(self.desk.keys.locking(phrase, again, leaked=leaked), Changes())

    def _set_phrase(self, phrase: str, again: str, leaked: bool) -> None:
        state = self.actions.ask(self.desk.keys.state)
        if state is None:
            return
        if state.has_phrase and not leaked:
            self._end(self.actions.attempt(lambda: self.desk.keys.set_phrase(phrase, again), self.window()))
            return
        locking = self.actions.attempt(lambda: self._prepared(phrase, again, leaked), self)
        if isinstance(locking, UserError):
            self.phrase.show_refusal(locking)
        else:
            self.phrase.wipe()
            self.lock_wanted.emit(locking)

    def _end(self, done: Carried | UserError) -> None:
        if isinstance(done, UserError):
            self.phrase.show_refusal(done)
        else:
            self._told(_("The pass phrase is changed."), done)

    def _finish(self) -> None:
        renewing = self.actions.ask(self.desk.keys.renewing)
        if renewing is not None:
            self.lock_wanted.emit(renewing)

    def _take_away(self) -> None:
        done = self.actions.run(self.desk.keys.take_phrase_away, self.window())
        if done is not None:
            self._told(_("The pass phrase is taken away."), done)

    def _begin_sheet(self) -> None:
        code = self.actions.ask(self.desk.keys.new_sheet)
        if code is not None:
            self.sheet.show_code(code)

    def _print(self, code: RecoveryCode) -> None:
        from desktop_cs.ui.paper.printing import print_pdf  # noqa: PLC0415 (only when printing)

        printed = self.actions.ask(
            lambda: print_pdf(
                self.desk.keys.sheet_pdf(code), self.desk.settings.report_paper, self.preferences, self
            )
        )
        if printed is None:  # no printer, or it takes nothing: the file is the way left
            self.sheet.making.save.setFocus()
        elif printed:
            self.sheet.making.ask_back()

    def _save(self, code: RecoveryCode) -> None:
        from desktop_cs.ui.paper.printing import save_pdf  # noqa: PLC0415 (only when saving)

        name = _("Recovery sheet") + ".pdf"
        saved = self.actions.ask(lambda: save_pdf(self.desk.keys.sheet_pdf(code), name, self))
        if saved is not None:
            self.actions.say_done(_("The sheet lies in {file}: print it, then delete it.").format(file=saved))
            self.sheet.making.ask_back()

    def _keep_sheet(self, code: RecoveryCode, typed: Mapping[int, str]) -> None:
        done = self.actions.attempt(lambda: self.desk.keys.keep_sheet(code, typed), self.window())
        if isinstance(done, UserError):
            self.sheet.show_refusal(done)
        else:
            self._told(_("The recovery sheet counts from now on. Put it where the contracts are."), done)

    def _turn_keychain(self, on: bool) -> None:
        done = self.actions.run(lambda: self.desk.keys.use_keychain(on=on), self.window())
        told = (
            _("This PC opens the records by itself.") if on else _("This PC asks for the pass phrase again.")
        )
        if done is not None:
            self._told(told, done)
        else:
            self.load()

    def _told(self, sentence: str, carried: Carried) -> None:
        """Say what was done, how the keys stand now, and which backups still open as before."""
        self.load()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)  # the answer stands beside it
        self.actions.say_done(sentence)
        if carried.left:
            self.answer.show_left([str(folder) for folder in carried.left])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.back)
        head.addWidget(text_label(_("Keys"), "h1", parent=self), 1)
        frame = QWidget()
        inner = QWidget(frame)
        inner.setMaximumWidth(look().px(_WIDEST_PX))
        row = QHBoxLayout(frame)  # a limit of each card by itself would let Qt measure them too wide
        row.setContentsMargins(XL, XL, XL, XL)
        row.addWidget(inner, 100)
        row.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addLayout(head)
        for widget in (self.answer, self.refused, self.phrase, self.sheet, self.keychain, _losses(self)):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(FocusScrollArea(frame, self))


class _Answer(Card):
    """Who can open the records, in one sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("ok", XL, parent)
        self.wants_sheet = False
        self._signs = {kind: IconLabel(icon, kind, 32, self) for kind, icon in _SIGNS.items()}
        self.sentence = text_label("", "h2", wrap=True, parent=self)
        self.since = text_label("", "muted", wrap=True, parent=self)
        self.left = text_label("", wrap=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(S)
        for label in (self.sentence, self.since, self.left):
            words.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(L)
        for sign in self._signs.values():
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.column.addLayout(line)

    def show_state(self, state: KeyState) -> None:
        """Show how the keys stand."""
        kind, told = state_words(state)
        self.wants_sheet = state.has_phrase and not state.has_sheet
        set_property(self, "card", kind)
        for name, sign in self._signs.items():
            sign.setVisible(name == kind)
        self.sentence.setText(told)
        self.since.setText(since_words(state))
        self.since.setVisible(bool(self.since.text()))
        self.left.hide()

    def show_left(self, folders: list[str]) -> None:
        """Say which backups could not be reached and open as before."""
        told = _("These backups could not be changed and open as before: {folders}")
        self.left.setText(told.format(folders="; ".join(folders)))
        self.left.show()


def _losses(parent: QWidget) -> Card:
    """Return what happens when each is lost."""
    card = Card("quiet", L, parent)
    card.column.setSpacing(M)
    card.column.addWidget(text_label(_("What happens when something is lost"), "h2", wrap=True, parent=card))
    for lost, then in loss_words():
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(text_label(lost, "strong", wrap=True, parent=card))
        pair.addWidget(text_label(then, wrap=True, parent=card))
        card.column.addLayout(pair)
    return card
