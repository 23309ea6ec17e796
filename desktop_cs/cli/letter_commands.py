"""`letter` and `hands`: letters of cases, of plain texts and of a day, and the hands that write them."""

import argparse
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_cs.cli.running import DONE, WRONG_INPUT, desk_of, say, tell
from desktop_cs.desk import letter_files
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.desk import Desk
from desktop_cs.desk.letter_envelopes import letter_envelope
from desktop_cs.desk.letter_labels import Labels, letter_labels
from desktop_cs.desk.whole_file import write_whole
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.languages import normal_language
from desktop_cs.letters.letter import Letter
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import OWN, LetterLook
from desktop_cs.paper.envelope_sizes import label_sheet

_YEARS = range(1900, 9000)  # beyond them there is no day before or after to count to
_LOOK = ("hand", "pen", "degree", "ink", "paper", "ruling", "direction")


def letter(options: argparse.Namespace) -> int:
    """Write a letter: of a case, of a plain text file, or all letters of a day.

    Raises:
        UserError: Not just one of the three was named, or what goes with another one.
    """
    if sum((options.number is not None, options.text is not None, options.batch)) != 1:
        raise UserError(
            _("Name the number of a case, or a text file with --text, or all that is due with --batch.")
        )
    if options.seed is not None and options.seed < 0:
        raise UserError(_("The seed is a whole number from 0."), "seed")
    if (options.labels or options.first_label is not None) and not options.batch:
        raise UserError(_("Labels are made with --batch and --labels SHEET."), "labels")
    if options.batch:
        return _batch(options)
    if options.envelope:
        return _envelope(options)
    make = letter_files.maker_for(options.output)
    if options.text is not None:
        language = normal_language(getattr(options, "language", None) or language_in_use())
        written = letter_files.text_letter(
            options.text, language, 1 if options.seed is None else options.seed
        )
        _write(options.output, make(written, _look(LetterLook(), language, options), None))
        return DONE
    with desk_of(options) as desk:
        story = desk.casework.numbered(options.number)
        record = _of_case(desk, story, options)
        for sentence in desk.letters.missing(story, record.kind):
            tell(sentence)
        content = make(
            Letter(record.language, record.text_blocks, record.seed), record.look, desk.letters.extras(record)
        )
        _write(options.output, content)
        if record.printed_at is None and make is not letter_files.as_png:
            desk.letters.printed(record, again=options.again)
    return DONE


def _envelope(options: argparse.Namespace) -> int:
    """Write the envelope of a case's letter as PDF.

    Raises:
        UserError: No case is named, the file is no PDF, or the customer has no address yet.
    """
    if options.number is None or options.output.suffix.lower() != ".pdf":
        raise UserError(_("Name the number of a case and a .pdf file to write its envelope to."), "envelope")
    with desk_of(options) as desk:
        story = desk.casework.numbered(options.number)
        record = desk.letters.of_case(story, _kind(options.kind))
        look = _look(record.look, record.language, options)
        content = letter_envelope(desk, replace(record, look=look), options.envelope)
    _write(options.output, content)
    return DONE


def _of_case(desk: Desk, story: Story, options: argparse.Namespace) -> LetterRecord:
    """Return the letter of a case with the look that is asked for.

    Raises:
        UserError: The case had another letter, and nobody said that this one is wanted all the same.
    """
    record = desk.letters.of_case(story, _kind(options.kind))
    if options.seed is not None:
        record = desk.letters.composed(story, record.kind, options.seed)
    if desk.letters.others(record) and not options.again:
        raise UserError(_("This case has had a letter already. Say --again to write another one."), "again")
    return replace(record, look=_look(record.look, record.language, options))


def _kind(name: str) -> LetterKind | None:
    """Return the kind of letter of that name, or None for "".

    Raises:
        UserError: There is no such kind.
    """
    if name and name not in list(LetterKind):
        sentence = _("“{name}” is not one of the choices: {choices}.")
        raise UserError(sentence.format(name=name, choices=", ".join(LetterKind)), "kind")
    return LetterKind(name) if name else None


def _look(usual: LetterLook, language: str, options: argparse.Namespace) -> LetterLook:
    """Return the usual look with what is asked for.

    Raises:
        UserError: It is a person's own hand; that is chosen in the window, by themselves.
    """
    from desktop_cs.letters.hand.hands import hand_named  # noqa: PLC0415 (only letters need the hands)

    if options.hand.startswith(OWN) and options.hand != usual.hand:
        hand_named(options.hand, language)
    asked = {name: value for name in _LOOK if (value := getattr(options, name))}
    return replace(usual, **asked, laser=options.laser or usual.laser)


def _batch(options: argparse.Namespace) -> int:
    """Write all letters of a day into a folder; letters that cannot be written are named."""
    first_label = 1 if options.first_label is None else options.first_label
    if options.labels or first_label != 1:
        label_sheet(options.labels, first_label)
    with desk_of(options) as desk:
        batch = desk.letter_batches.of_day(
            _day(options.date) or desk.settings.hours.wall(desk.clock.now()).date()
        )
        chosen = [
            replace(one, record=replace(one.record, look=_look(look, one.record.language, options)))
            for one in batch.letters
            for look in [one.record.look]
        ]
        for first, second, share in batch.alike:
            sentence = _(
                "Letters {first} and {second} share {share} % of their sentences; change one of them."
            )
            numbers = [batch.letters[place].story.case.number for place in (first, second)]
            tell(sentence.format(first=numbers[0], second=numbers[1], share=round(100 * share)))
        for one in chosen:
            for sentence in one.missing:
                tell(_named(one.story, sentence))
        _make_folder(options.output)
        written = desk.letter_batches.write(chosen, options.output, lambda _count: True)
        refused = [one for one, _why in written.refused]
        labels = None
        if options.labels:
            put_out = [one for one in chosen if one not in refused]
            labels = letter_labels(desk, put_out, options.labels, first_label)
    for path in written.files:
        say(str(path))
    if labels is not None:
        _write_labels(labels, options.output)
    if not batch.letters and not batch.left_out:
        tell(_("No letter is due by then."))
    unwritten = [(one.story, why) for one, why in written.refused]
    unwritten += [(one.story, one.why) for one in batch.left_out]
    for story, why in unwritten:
        tell(_named(story, why))
    return WRONG_INPUT if unwritten else DONE


def _write_labels(labels: Labels, folder: Path) -> None:
    if labels.pdf:
        _write(folder / "labels.pdf", labels.pdf)
    for sentence in labels.told():
        tell(sentence)


def _named(story: Story, sentence: str) -> str:
    return _("Case {number}: {sentence}").format(number=story.case.number, sentence=sentence)


def _day(text: str) -> date | None:
    """Return the day written as 2026-11-22, or None for "".

    Raises:
        UserError: It is no day.
    """
    refusal = UserError(_("“{text}” is not a day. Write it like 2026-11-22.").format(text=text), "date")
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise refusal from error
    if day is not None and day.year not in _YEARS:
        raise refusal
    return day


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(_("{folder} is no folder that can be written to.").format(folder=folder)) from error


def hands(options: argparse.Namespace) -> int:
    """List the hands; with an output, show each of them on paper."""
    from desktop_cs.letters.hand.hands import HANDS, hands_for  # noqa: PLC0415 (only this command lists them)

    language = getattr(options, "language", None)
    known = hands_for(normal_language(language)) if language else HANDS
    if options.json:
        listed = [{"id": one.id, "name": _(one.name), "languages": list(one.languages)} for one in known]
        say(json.dumps(listed, ensure_ascii=False, indent=1))
    else:
        for one in known:
            say(f"{one.id:12}{_(one.name)} ({', '.join(one.languages)})")
    if options.output is not None:
        from desktop_cs.paper.specimen_sheet import specimen_pdf  # noqa: PLC0415 (reportlab only to print)

        _write(options.output, specimen_pdf(normal_language(language) if language else ""))
    return DONE


COMMANDS = {"letter": letter, "hands": hands}


def _write(path: Path, content: bytes) -> None:
    write_whole(path, content)
    say(str(path))
