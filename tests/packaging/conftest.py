from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shipped_below():
    """Return a function that lists the files below a top-level folder, as paths within the repository."""

    def names(folder):
        found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
        return [path.relative_to(ROOT).as_posix() for path in found]

    return names
