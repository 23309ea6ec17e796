"""Build the packs of letters in resources/hands from the npm packages that hold their sources.

Run in a folder where the packages in resources/hands/README.md were installed:

    python packaging/build_hands.py <that folder>/node_modules [<folder for the packs> [<hand>]]

Needs scikit-image, scipy and uharfbuzz, which the app itself does not. The result depends on nothing but the
packages and hand_drawn_strokes.toml, so a second run gives the same bytes. `build_hanzi.py` builds the
packs of Chinese characters.
"""

import shutil
import sys
import tomllib
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from hand_accents import accented, dotless
from hand_file import write_hand
from hand_fonts import HandFont
from hand_forms import ANYWHERE, LAST, Form, bent_form, form_of, further_forms
from hand_ligatures import ALL as ALL_LIGATURES
from hand_ligatures import ligature
from hand_recipes import CYRILLIC_LETTERS, RECIPES, Recipe
from hand_shapes import Field, bends, held_at_joins, joins_of, shape_fields
from pack_writing import HANDS, UNITS, Drawing, drawn_marks

SIGNS = (range(0x2010, 0x2040), range(0x20A0, 0x20C0))
LATIN_BLOCKS = (range(0x20, 0x250), range(0x1E00, 0x1F00), *SIGNS)
CYRILLIC_BLOCKS = (range(0x20, 0x180), range(0x400, 0x530), *SIGNS)  # harbour writes further Latin letters
OTHER_SIGNS = "№™−√≈≠≤≥"
MOST_BENT = 2
LEAST_FORMS = 4  # of a small letter, anywhere in a word
ON_THE_WAY = 0.7  # how far towards another sample a form is bent
FAR = 0.1  # em; a swash
Samples = dict[str, list[Drawing]]
HERE = Path(__file__).resolve().parent


def main(packages: Path, folder: Path, only: str = "") -> None:
    """Write every pack and the licences of its sources, or those of one hand."""
    folder.mkdir(parents=True, exist_ok=True)
    marks = tomllib.loads((HERE / "hand_drawn_strokes.toml").read_text(encoding="utf-8"))
    for recipe in (one for one in RECIPES if only in {"", one.id}):
        build(recipe, packages, marks, folder)
        for source in recipe.sources:
            shutil.copyfile(source.licence(packages), folder / recipe.licence_file(source))


def build(recipe: Recipe, packages: Path, marks: dict[str, Any], folder: Path) -> None:
    """Write the pack of one hand."""
    font = recipe.source.font(packages, recipe.scale, recipe.features)
    drawings = usual_drawings(font, recipe)
    x_height = float(np.median([np.concatenate(drawings[c].strokes)[:, 1].max() for c in "acemnorsuvwz"]))
    drawings |= signs(marks, drawings, recipe)
    samples = letter_samples(recipe, packages, font)
    to_samples = ways(recipe, drawings, samples, x_height)
    forms = {text: [form_of(text, drawing)] for text, drawing in drawings.items()}
    fields: dict[str, list[Field]] = {}
    for letter, found in to_samples.items():
        made = shape_fields(letter, drawings[letter], found, x_height)
        joins = joins_of(drawings[letter].strokes, x_height)
        fields[letter] = [held_at_joins(one, joins, x_height) for one in made] if recipe.joined else made
        forms[letter] = letter_forms(letter, recipe, font, forms[letter][0], x_height)
        forms[letter] += bent_forms(letter, forms[letter], found, fields[letter])
    forms |= ligatures_and_accents(forms, fields, marks["accents"], x_height, recipe)
    about = {
        "name": recipe.id.capitalize(),
        "x_height": round(x_height * UNITS),
        "notice": recipe.notice(),
        "usual": recipe.usual,
        "manner": recipe.manner,
        "kerns": {pair: round(kern * UNITS) for pair, kern in font.kerns(recipe.letters + ".,").items()},
    }
    write_hand(folder / f"{recipe.id}.hand", forms, fields, about)


def usual_drawings(font: HandFont, recipe: Recipe) -> dict[str, Drawing]:
    """Return every character of the font that has ink or is a blank; letters with accents are made later."""
    blocks = _blocks(recipe)
    wanted = [chr(code) for block in blocks for code in block] + list(OTHER_SIGNS)
    drawings = {}
    for character in wanted:
        is_plain = len(unicodedata.normalize("NFD", character)) == 1
        if unicodedata.category(character) in {"Cc", "Cf", "Mn"} or not is_plain:
            continue
        drawing = font.drawing(character)
        if drawing is not None and (drawing.strokes or unicodedata.category(character) == "Zs"):
            drawings[character] = drawing
    return drawings


def _blocks(recipe: Recipe) -> tuple[range, ...]:
    return CYRILLIC_BLOCKS if CYRILLIC_LETTERS[0] in recipe.letters else LATIN_BLOCKS


def signs(marks: dict[str, Any], drawings: dict[str, Drawing], recipe: Recipe) -> dict[str, Drawing]:
    """Return the drawn signs that this hand takes: those it lacks, and those it does not do well."""
    instead = marks["instead"].get(recipe.id, "")
    drawn = {sign: how for sign, how in marks["signs"].items() if sign in instead or sign not in drawings}
    return drawn_marks(drawn, drawings)


def ways(
    recipe: Recipe, drawings: dict[str, Drawing], samples: Samples, x_height: float
) -> dict[str, list[Field]]:
    """Return for every letter the ways to other samples of it; where it meets others it stays."""
    found = {}
    for letter in recipe.letters:
        joins = joins_of(drawings[letter].strokes, x_height)
        made = bends(drawings[letter], samples[letter], x_height)
        found[letter] = [held_at_joins(one, joins, x_height) for one in made] if recipe.joined else made
    return found


def letter_samples(recipe: Recipe, packages: Path, font: HandFont) -> Samples:
    """Return for every letter the same in the font's alternates, then in kindred hands."""
    kindred = [source.font(packages) for source in recipe.kindred]
    samples = {}
    for letter in recipe.letters:
        found = [font.drawing(letter, feature) for feature in recipe.alternates]
        found += [other.drawing(letter) for other in kindred]
        samples[letter] = [sample for sample in found if sample is not None and sample.strokes]
    return samples


def letter_forms(letter: str, recipe: Recipe, font: HandFont, usual: Form, x_height: float) -> list[Form]:
    """Return the forms of a letter: its usual one, the font's alternates, and those made by rule."""
    found = [font.drawing(letter, feature) for feature in recipe.alternates]
    alternates = [
        _placed(form_of(letter, drawing)) for drawing in found if drawing is not None and drawing.strokes
    ]
    made = further_forms(letter, usual, x_height, joined=recipe.joined)
    return [usual, *alternates, *made]


def bent_forms(letter: str, forms: list[Form], ways_there: list[Field], shapes: list[Field]) -> list[Form]:
    """Return forms between the usual one and its samples; where there are too few, its shapes as forms."""
    usual = forms[0]
    bent = [bent_form(usual, way, ON_THE_WAY) for way in ways_there[: 1 if letter.isupper() else MOST_BENT]]
    if letter.isupper():
        return bent
    lacking = LEAST_FORMS - len(bent) - sum(form.use == ANYWHERE for form in forms)
    own = [(shape, way) for way in (1.0, -1.0) for shape in reversed(shapes)]
    return bent + [bent_form(usual, shape, way) for shape, way in own[: max(0, lacking)]]


def _placed(form: Form) -> Form:
    """Return a form that runs far beyond its width for a word's end only."""
    reaches = max(float(stroke[:, 0].max()) for stroke in form.strokes) - form.width
    return replace(form, use=LAST) if reaches > FAR else form


def ligatures_and_accents(
    forms: dict[str, list[Form]],
    fields: dict[str, list[Field]],
    accents: dict[str, dict[str, list[list[list[float]]]]],
    x_height: float,
    recipe: Recipe,
) -> dict[str, list[Form]]:
    """Return what is made of the letters: ligatures, and letters with accents, which bend as theirs do."""
    more = {text: [made] for text in ALL_LIGATURES if (made := ligature(text, forms, x_height)) is not None}
    dotted = {"ı": "i", "ȷ": "j"}
    more |= {plain: [dotless(form) for form in forms[letter]][:1] for plain, letter in dotted.items()}
    fields |= {plain: fields[letter] for plain, letter in dotted.items()}
    for character in (chr(code) for block in _blocks(recipe) for code in block):
        if made_forms := accented(character, forms | more, accents):
            more[character] = made_forms
            fields[character] = fields.get(unicodedata.normalize("NFD", character)[0], [])
    return more


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else HANDS, "".join(sys.argv[3:4]))
