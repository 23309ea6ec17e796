"""`backup`, `restore`, `check`, `drill`, `salvage`: keeping the shop's data safe."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path

from desktop_cs.cli.after_damage import tell_next
from desktop_cs.cli.asking import with_secret
from desktop_cs.cli.running import DONE, WRONG_INPUT, data_folder, desk_of, local_times, say, tell
from desktop_cs.clock import Clock, FixedClock, SystemClock, moment_of
from desktop_cs.desk.erasing_words import table_words
from desktop_cs.errors import LockedError, ShopError, UserError
from desktop_cs.i18n import _, ngettext
from desktop_cs.storage.copying.manifest import Backup, backups_in
from desktop_cs.storage.copying.progress import Progress, silent
from desktop_cs.storage.file.data_folder import COPIES


def backup(options: argparse.Namespace) -> int:
    """Make a checked backup and print its folder; or list the backups."""
    from desktop_cs.storage.copying.backing_up import back_up  # noqa: PLC0415 (only what the command needs)

    if options.list:
        return _list(options)
    with desk_of(options) as desk, _told_progress() as progress:
        made = back_up(desk.storage, options.to, progress, full=options.full)
        at = local_times(desk)(made.made_at)
    if options.json:
        say(json.dumps(_told(made, at)))
    else:
        say(str(made.folder))
    return DONE


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the place of the data; what was there is kept in a folder of its own."""
    from desktop_cs.storage.copying.restoring import restore as put_back  # noqa: PLC0415 (as above)

    try:
        with desk_of(options) as desk:  # who may decide, as long as the records can tell
            desk.safety.allow_restore()
    except LockedError:
        raise  # they can tell, once somebody who knows the pass phrase opens them
    except ShopError:
        pass
    with _told_progress() as progress:
        done = with_secret(
            options,
            lambda secret: put_back(
                data_folder(options),
                options.backup,
                _clock(options),
                secret=secret,
                other_shop=options.other_shop,
                progress=progress,
            ),
        )
    say(_("The backup is the shop's data now: {folder}").format(folder=data_folder(options)))
    if done.before.is_dir():
        tell(_("What was there before is kept in {folder}.").format(folder=done.before))
    if done.later:
        tell(_("Changes made after the backup, kept only in that folder: {n}").format(n=done.later))
    if done.missing:
        told = _("Pictures and files that were not with the backup: {n}. `check --full` says of which cases.")
        tell(told.format(n=done.missing))
    return DONE


def check(options: argparse.Namespace) -> int:
    """Test whether the data is sound; damage ends with 1."""
    with desk_of(options) as desk, _told_progress() as progress:
        problems = desk.storage.check(full=options.full, progress=progress)
    if options.json:
        say(json.dumps({"sound": not problems, "problems": problems}, ensure_ascii=False))
    elif problems:
        tell(_("The data is damaged. Nothing was changed; keep the folder and use the newest backup."))
        _list_problems(problems)
        tell_next(options, data_folder(options))
    else:
        say(_("The data is sound."))
    return WRONG_INPUT if problems else DONE


def drill(options: argparse.Namespace) -> int:
    """Try a backup out; one that does not come back whole ends with 1."""
    from desktop_cs.storage.copying.drilling import drill as try_out  # noqa: PLC0415 (as above)

    folder = options.backup or _newest(options)
    with _told_progress() as progress:
        found = with_secret(options, lambda secret: try_out(folder, secret, progress))
    if options.json:
        told = {
            "folder": str(folder),
            "came_back": not found.problems,
            "problems": found.problems,
            "rows": dict(found.counts),
            "seconds": round(found.seconds, 3),
        }
        say(json.dumps(told, ensure_ascii=False))
    elif found.problems:
        tell(_("The backup does not come back whole. Make a new one, and keep the data as it is."))
        _list_problems(found.problems)
    else:
        rows = sum(found.counts.values())
        say(_("All {rows} rows of {folder} came back.").format(rows=rows, folder=folder.name))
    return WRONG_INPUT if found.problems else DONE


def salvage(options: argparse.Namespace) -> int:
    """Save what damaged data still holds into a new folder; what was lost is told."""
    from desktop_cs.storage.copying.salvaging import salvage as save_rest  # noqa: PLC0415 (as above)

    with _told_progress() as progress:
        found = with_secret(
            options,
            lambda secret: save_rest(
                data_folder(options), options.to, _clock(options), secret=secret, progress=progress
            ),
        )
    if options.json:
        told = {"rows": dict(found.rows), "lost": dict(found.lost), "problems": found.problems}
        say(json.dumps({**told, "file": str(found.file)}, ensure_ascii=False))
        return DONE
    say(_("{rows} rows lie in {file} now.").format(rows=sum(found.rows.values()), file=found.file))
    for table, count in found.lost.items():
        lost = _("of unknown number") if count is None else str(count)
        tell(_("Lost: {what}: {count}").format(what=table_words(table), count=lost))
    _list_problems(found.problems)
    tell(_("The damaged data is as it was. To go on with what was saved, name the new folder with --data."))
    return DONE


def _list(options: argparse.Namespace) -> int:
    """Say which backups there are, the last made first."""
    found = backups_in(options.to or data_folder(options) / COPIES)
    if options.json:
        say(json.dumps([_told(one, one.made_at.astimezone(UTC).isoformat()) for one in found], indent=1))
        return DONE
    for one in found:
        state = _("whole") if one.is_whole else _("damaged, or of an older program")
        count = one.counts.get("recovery_case", 0)
        cases = ngettext("{count} case", "{count} cases", count).format(count=count)
        say(f"{one.folder.name}  {one.bytes / 1e6:.1f} MB  {cases}  {state}")
    if not found:
        tell(_("There is no backup there yet."))
    return DONE


def _told(one: Backup, at: str | None) -> dict[str, object]:
    return {
        "folder": str(one.folder),
        "made_at": at,
        "shop": str(one.shop_id),
        "version": one.version,
        "bytes": one.bytes,
        "files": one.attachments,
        "cases": one.counts.get("recovery_case", 0),
        "trail_count": one.trail_count,
        "trail_head": one.trail_head,
        "whole": one.is_whole,
    }


def _newest(options: argparse.Namespace) -> Path:
    """Return the newest whole backup beside the data.

    Raises:
        UserError: There is none.
    """
    for one in backups_in(data_folder(options) / COPIES):
        if one.is_whole:
            return one.folder
    raise UserError(_("There is no backup yet that could be tried. Make one first: backup."))


def _list_problems(problems: list[str]) -> None:
    for problem in problems:
        tell(f"  - {problem}")


def _clock(options: argparse.Namespace) -> Clock:
    text = getattr(options, "at", None)
    return FixedClock(moment_of(text, UTC)) if text else SystemClock()


@contextmanager
def _told_progress() -> Iterator[Progress]:
    """Give what writes the share that is done, over and over on one line, where somebody watches."""
    if not sys.stderr.isatty():
        yield silent
        return

    def told(share: float) -> None:
        sys.stderr.write(f"\r{share:4.0%}")
        sys.stderr.flush()

    try:
        yield told
    finally:
        sys.stderr.write("\r    \r")


COMMANDS = {"backup": backup, "restore": restore, "check": check, "drill": drill, "salvage": salvage}
