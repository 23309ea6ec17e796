"""Which fonts each hand is made from, and what its pack must say about them."""

from dataclasses import dataclass, field
from pathlib import Path

from hand_fonts import HandFont

LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# ё and й are made of е and и and their accents.
CYRILLIC_LETTERS = "абвгдежзиклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_EXPO = "@expo-google-fonts"


@dataclass(frozen=True, slots=True)
class Source:
    """A font in an npm package.

    Args:
        package: The package below @expo-google-fonts, of the version in `version`.
        file: The font file in it.
        name: What the font is called.
        holder: Whose copyright it is.
        version: The version of the package.
    """

    package: str
    file: str
    name: str
    holder: str
    version: str = "0.4.1"

    def font(self, packages: Path, scale: float = 1.0, features: tuple[str, ...] = ()) -> HandFont:
        """Return the font, from the folder of the npm packages."""
        return HandFont(packages / _EXPO / self.package / "400Regular" / self.file, scale, features)

    def licence(self, packages: Path) -> Path:
        """Return the file of its licence."""
        return packages / _EXPO / self.package / "LICENSE_FONT"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a hand is made.

    Args:
        id: The hand, and the name of its pack.
        source: The font it is made from.
        scale: How much of the font's em is an em of the pack, which is two thirds of a line.
        letters: The letters that get further forms, shapes and kerning.
        joined: Its letters run into one another.
        kindred: Fonts under the same licence whose letters this hand's are bent towards.
        alternates: OpenType features with further forms of the letters.
        features: OpenType features of its usual glyphs.
        licence: What the licence is called, and the file it is kept in.
        usual: How often a letter has its usual form; joined pairs grow as much rarer.
        manner: How many times as far as in other hands what strays does (the names of `LatinStyle`).
    """

    id: str
    source: Source
    scale: float
    letters: str
    joined: bool
    kindred: tuple[Source, ...] = ()
    alternates: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    licence: tuple[str, str] = ("SIL Open Font License 1.1", "OFL")
    usual: float = 0.0
    manner: dict[str, float] = field(default_factory=dict)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The fonts that the hand is made from."""
        return (self.source, *self.kindred)

    def licence_file(self, source: Source) -> str:
        """Return the name of a source's licence beside the pack."""
        return f"{self.licence[1]}_{source.package.replace('-', '_')}.txt"

    def notice(self) -> str:
        """Return what the header of the pack says about its sources."""
        names = " and ".join(one.name for one in self.kindred)
        bent = f", shapes blended with {names}" if names else ""
        holders = "; ".join(f"{one.name} (c) {one.holder}" for one in self.sources)
        files = ", ".join(self.licence_file(one) for one in self.sources)
        return (
            f"Pen strokes derived in 2026 from the outlines of {self.source.name}: thinned to centre-lines, "
            f"resampled, further forms and accented letters added{bent}. {holders}. "
            f"{self.licence[0]}, see {files}."
        )


AURORE = Source("la-belle-aurore", "LaBelleAurore_400Regular.ttf", "La Belle Aurore", "2010 Kimberly Geswein")
NOTHING = Source(
    "nothing-you-could-do",
    "NothingYouCouldDo_400Regular.ttf",
    "Nothing You Could Do",
    "2010 Kimberly Geswein",
)
APPLE = Source("homemade-apple", "HomemadeApple_400Regular.ttf", "Homemade Apple", "2010 Font Diner, Inc.")
BAD = Source("bad-script", "BadScript_400Regular.ttf", "Bad Script", "2011 The Bad Script Project Authors")
CAVEAT = Source("caveat", "Caveat_400Regular.ttf", "Caveat", "2014 The Caveat Project Authors", "0.4.2")
MARCK = Source(
    "marck-script", "MarckScript_400Regular.ttf", "Marck Script", "2011 Denis Masharov and Marck Fogel"
)
CEDARVILLE = Source(
    "cedarville-cursive", "CedarvilleCursive_400Regular.ttf", "Cedarville Cursive", "2010 Kimberly Geswein"
)
SHADOWS = Source(
    "shadows-into-light", "ShadowsIntoLight_400Regular.ttf", "Shadows Into Light", "2010 Kimberly Geswein"
)

BOTH = LATIN_LETTERS + CYRILLIC_LETTERS
# How usual the usual forms are, and how far each hand strays, was found by reading 200 dpi pictures with
# Tesseract: wherever a hand was read worse than the same font written plainly, its forms are steadied and
# the gaps between its words widened. The Russian hands are steadied further than that: their words come again
# more alike than people write them, for with more change they could not be read as well.
RECIPES = (
    Recipe(
        "harbour",
        AURORE,
        1.0,
        LATIN_LETTERS,
        joined=True,
        kindred=(NOTHING, CEDARVILLE, BAD),
        usual=0.6,
        manner={"letter_width": 0.8, "build": 0.85, "warp": 0.75, "shape": 0.7, "gap": 1.1},
    ),
    Recipe(
        "orchard",
        NOTHING,
        0.857,
        LATIN_LETTERS,
        joined=False,
        kindred=(AURORE, CAVEAT, SHADOWS),
        usual=0.2,
        manner={"letter_width": 1.6, "build": 0.95, "warp": 0.8, "shape": 0.6, "gap": 1.2},
    ),
    Recipe(
        "meadow",
        APPLE,
        0.77,
        LATIN_LETTERS,
        joined=True,
        licence=("Apache License 2.0", "APACHE"),
        manner={"build": 0.95, "warp": 0.9, "shape": 0.9, "gap": 1.15},
    ),
    Recipe(
        "birch",
        BAD,
        0.9375,
        BOTH,
        joined=True,
        kindred=(CAVEAT, MARCK),
        alternates=("ss01", "ss02"),
        features=("lnum",),
        usual=0.6,
        manner={
            "letter_width": 1.3,
            "letter_size": 1.7,
            "letter_height": 1.5,
            "letter_slant": 1.2,
            "word_slant": 1.8,
            "word_size": 1.4,
            "build": 0.7,
            "warp": 0.7,
            "shape": 0.6,
            "gap": 1.2,
        },
    ),
    Recipe(
        "linden",
        CAVEAT,
        1.11,
        BOTH,
        joined=False,
        kindred=(BAD, MARCK),
        alternates=("ss01", "ss02"),
        usual=0.7,
        manner={
            "letter_width": 1.3,
            "letter_size": 1.3,
            "letter_height": 1.2,
            "build": 0.8,
            "warp": 0.8,
            "shape": 0.6,
            "gap": 1.25,
        },
    ),
    Recipe(
        "rowan",
        MARCK,
        0.968,
        BOTH,
        joined=True,
        kindred=(BAD, CAVEAT),
        usual=0.8,
        manner={"build": 0.7, "warp": 0.75, "shape": 0.6, "gap": 1.2},
    ),
)
