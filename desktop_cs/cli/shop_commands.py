"""`demo`, `import cases`."""

import argparse

from desktop_cs import places
from desktop_cs.cli.running import DONE, WRONG_INPUT, data_folder, desk_of, say, tell
from desktop_cs.i18n import _


def demo(options: argparse.Namespace) -> int:
    """Make a practice shop: in `--data`, or in the practice folder beside this person's own data."""
    from desktop_cs.desk.practice import make_practice_shop  # noqa: PLC0415 (only this command needs it)

    if getattr(options, "data", None) is None:
        options.data = places.practice_dir(data_folder(options))
    with desk_of(options, create=True) as desk:
        made = make_practice_shop(desk, options.cases, options.seed)
        say(_("{cases} practice cases lie in {folder}.").format(cases=made, folder=desk.storage.folder))
    return DONE


def import_cases(options: argparse.Namespace) -> int:
    """Take in past cases from a table; doubles are left out, bad rows are named."""
    with desk_of(options, create=True) as desk:
        report = desk.imports.import_cases(options.file, options.map, dry_run=options.dry_run)
        for problem in report.problems:
            tell(problem)
        told = _("Cases taken in: {new}. Here before: {known}. Rows that could not be used: {bad}.")
        if options.dry_run:
            told = _(
                "Cases that would be taken in: {new}. Here before: {known}. "
                "Rows that could not be used: {bad}."
            )
        say(told.format(new=report.new, known=report.known, bad=report.bad))
    return DONE if not report.bad or report.new or report.known else WRONG_INPUT


COMMANDS = {"demo": demo, "import": import_cases}
