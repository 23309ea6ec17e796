"""`summary` and `case slip`: what goes on paper, as PDF files."""

import argparse
from pathlib import Path

from desktop_cs.cli.running import DONE, desk_of, say, tell
from desktop_cs.desk.month_work import month_of
from desktop_cs.desk.whole_file import write_whole


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


COMMANDS = {"summary": summary, "slip": slip}


def _write(path: Path, content: bytes) -> None:
    """Write the file whole or not at all, and say its name."""
    write_whole(path, content)
    say(str(path))
