"""Which files may be loaded as a scan."""

from pathlib import Path

PICTURES = "PNG, JPEG, PDF (*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.pdf)"


def are_files(paths: list[Path]) -> bool:
    """Return whether there is at least one file, and no folder among them."""
    return bool(paths) and all(path.is_file() for path in paths)
