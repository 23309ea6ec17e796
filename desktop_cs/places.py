"""Where things lie: the files that come with the program, and the folder of the shop's own data."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = "_bundled"  # the wheel carries forms/ and resources/ in here (pyproject.toml, force-include)


def _shipped(package: Path) -> Path:
    """Return the folder that holds forms/ and resources/: inside an installed package, beside it else."""
    inside = package / _BUNDLED
    return inside if inside.is_dir() else package.parent


def forms_dir() -> Path:
    """Return the folder of the form files (`*.toml`) that come with the program."""
    return _shipped(_PACKAGE) / "forms"


def resources_dir() -> Path:
    """Return the folder of words, letters, guides, fonts, icons and style that come with the program."""
    return _shipped(_PACKAGE) / "resources"


def data_dir() -> Path:
    """Return the folder of this person's data, where `--data` names no other; it may not exist yet."""
    import platformdirs  # noqa: PLC0415 (most commands are given --data and never need it)

    return Path(platformdirs.user_data_dir("desktop-cs", appauthor=False))


def practice_dir(data: Path) -> Path:
    """Return the folder of the practice shop within a data folder, apart from the real cases."""
    return data / "practice"
