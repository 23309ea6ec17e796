"""The files of the repository, as the house rules see them."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def tracked():
    """Return every file that git keeps or would keep: new ones count, ignored ones do not."""
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    try:
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git clone, so nobody can say which files belong to it")
    return [ROOT / name for name in sorted(listed.split("\0")) if (ROOT / name).is_file()]


@pytest.fixture(scope="session")
def texts(tracked):
    """Return the text of every such file that is text, by its path within the repository."""
    contents = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in tracked}
    return {name: content.decode("utf-8") for name, content in contents.items() if b"\0" not in content}
