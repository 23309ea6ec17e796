"""Everything in resources that others made, or that is no text, is named in THIRD_PARTY.md."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
OUR_OWN_TEXTS = {".toml", ".json", ".qss", ".po", ".pot", ".mo", ".md", ".txt"}


def test_fonts_icons_and_data_are_named_with_their_folder(tracked):
    bundled = [path for path in tracked if path.is_relative_to(ROOT / "resources")]
    folders = {
        path.parent.relative_to(ROOT).as_posix() for path in bundled if path.suffix not in OUR_OWN_TEXTS
    }
    assert folders, "no icon, no font, no pen: nothing was looked at"
    named = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    assert sorted(folder for folder in folders if folder not in named) == []
