"""What was typed and could not be stored: a file for each step, until it is stored or thrown away.

The text is kept as it was typed, in the data folder, for this account alone (safety.md, decision 5).
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from desktop_cs.cases.steps import Step
from desktop_cs.storage.file.data_folder import DRAFTS


class Drafts:
    """The draft files of one data folder.

    Args:
        folder: The data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / DRAFTS

    def keep(self, case_id: UUID, step: Step, raw: Mapping[str, str]) -> bool:
        """Write what was typed in a step, and return whether it is safely in its file."""
        path = self._path(case_id, step)
        partial = path.with_suffix(".partial")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(json.dumps(dict(raw), ensure_ascii=False).encode())
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        except OSError:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            return False
        return True

    def of_case(self, case_id: UUID) -> dict[Step, dict[str, str]]:
        """Return what is kept of a case, by step; a file that cannot be read is passed over."""
        found: dict[Step, dict[str, str]] = {}
        for step in Step:
            with suppress(
                OSError, ValueError, AttributeError, RecursionError
            ):  # none, torn, or of another shape
                typed = json.loads(self._path(case_id, step).read_bytes())
                found[step] = {str(key): str(text) for key, text in typed.items()}
        return found

    def count(self) -> int:
        """Return how many drafts are kept, of all cases."""
        with suppress(OSError):
            return sum(1 for path in self._folder.glob("*.json") if path.is_file())
        return 0

    def forget(self, case_id: UUID, step: Step) -> None:
        """Take the file away: its text is stored, or not wanted."""
        with suppress(OSError):
            self._path(case_id, step).unlink(missing_ok=True)

    def _path(self, case_id: UUID, step: Step) -> Path:
        return self._folder / f"{case_id}-{step}.json"
