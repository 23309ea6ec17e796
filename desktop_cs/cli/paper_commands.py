"""`letter`, `summary` and `case slip`: what goes on paper, as PDF files."""

import argparse
from pathlib import Path

from desktop_cs.cli.running import DONE, desk_of, say, tell
from desktop_cs.desk.month_work import month_of
from desktop_cs.errors import ShopError, UserError
from desktop_cs.i18n import _, language_in_use


def letter(options: argparse.Namespace) -> int:
    """Write the letter of a case, or of a plain text file, as PDF."""
    if (options.number is None) == (options.text is None):
        raise UserError(_("Name either the number of a case or a text file with --text."))
    if options.text is not None:
        from desktop_cs.desk.letter_work import letter_of_text  # noqa: PLC0415 (needs no data folder)

        pdf = letter_of_text(options.text, language_in_use(), options.paper or "A5")
    else:
        with desk_of(options) as desk:
            story = desk.casework.numbered(options.number)
            pdf = desk.letters.pdf(desk.letters.of_case(story), options.paper)
    _write(options.output, pdf)
    return DONE


def summary(options: argparse.Namespace) -> int:
    """Write the summary of a month as PDF."""
    month = month_of(options.month)
    with desk_of(options) as desk:
        pdf = desk.months.pdf(month)
    _write(options.output, pdf)
    return DONE


def slip(options: argparse.Namespace) -> int:
    """Write the progress slip of a case as PDF; as nothing was given to the customer, nothing is noted."""
    with desk_of(options) as desk:
        story = desk.casework.numbered(options.number)
        pdf = desk.slips.pdf(story, options.paper)
        for mark in desk.slips.marks(desk.slips.slip(story), story.customer):
            better = f" → {mark.better}" if mark.better else ""
            tell(f"“{mark.words}”: {mark.reason}{better}")
    _write(options.output, pdf)
    return DONE


COMMANDS = {"letter": letter, "summary": summary, "slip": slip}


def _write(path: Path, pdf: bytes) -> None:
    """Write the file whole or not at all.

    Raises:
        ShopError: The folder cannot be written.
    """
    partial = path.parent / f"{path.name}.partial"
    try:
        partial.write_bytes(pdf)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        sentence = _("{file} could not be written. Is there such a folder, and room on the disk?")
        raise ShopError(sentence.format(file=path), details=str(error)) from error
    say(str(path))
