"""Build the Chinese packs in resources/hands.

Run in a folder where ``npm install hanzi-writer-data @fontsource/iansui`` was done, on a machine with the
Debian package ``fonts-lxgw-wenkai``:

    python packaging/build_hanzi.py <that folder>/node_modules /usr/share/fonts/truetype/lxgw-wenkai

Needs scikit-image, scipy and Pillow, which the app itself does not. The result depends on nothing but the
sources and hanzi_marks.toml: a second run gives the same bytes.
"""

import json
import shutil
import sys
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import numpy as np
import uharfbuzz
from hanzi_fonts import Fonts, SlicedFont, WholeFont
from hanzi_skeletons import hanzi_strokes
from pack_writing import HANDS, UNITS, Drawing, Points, drawn_marks, resampled, rounded, write_pack

HERE = Path(__file__).resolve().parent
HANZI_WRITER = Path("hanzi-writer-data")
IANSUI = Path("@fontsource/iansui")
WENKAI = "LXGWWenKai-Light.ttf"
HAN = (range(0x3005, 0x3008), range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))
KANA_AND_BOPOMOFO = (range(0x3041, 0x3100), range(0x3105, 0x3130))
LATER_HAN = range(0x20000, 0x40000)
# Middle of a usual character and how much it is made smaller to be as large as those of hanzi-writer-data:
# the medians of 400 characters that both sources have, in em.
MIDDLE = np.array([0.49, 0.402])
FITTING = {"iansui": (np.array([0.498, 0.363]), 0.938), "wenkai": (np.array([0.496, 0.367]), 0.918)}
# Characters whose strokes in hanzi-writer-data are those of the mainland: found by laying each of Big5's
# first level over Iansui and over the characters that look like it, and by looking at the pairs.
TAIWAN_FORMS = "啟悅兌為沒說脫淨稅祕偽銳爭搜戶內騷樞挾麴閱蛻"
# What the Table of General Standard Chinese Characters (2013) has and no older set: mostly for names.
STANDARD_NAMES = (
    "乸亸伣侴俫倴傉冮凓刬剅勔勚厾叆叇咉嗞嘡噇圐圫圲坥坬垍垎垱垾埪埫堼堾塅塆墕壸妭婫婳媂媆媖媭岞峂峃峣峧崄"
    "崡嵖嵚嶅嶦幖庼弆愭慭憕扅拃拤挦摏敩旸昣昪昽晐暅暶暿杄杧柖栐梽棁槚汈沨洓浕浛浲涢溁溇溚溵滧滪漋漖漴潖潵"
    "澛炌炣煴熻牤牥狝猄獴玙玚玞玱珕珢珰琎琔琟瑅瑓瑖瑝瑬璬璮畖疁疍痓瘆砄硁硔硚碈碶磜祃祾秾穙窎篯簕糵纮纻纼"
    "绖绤绹缐缞羓翈翙翚脿腘腨苉茋茓茝茽荙菍萚蓢蔃蕰藠虸蚄蚲蜐蝲螠螱衠袆裈襕觃詟讱讻诇诐谞豮赗赟赪蹽蹾轪辀"
    "遆鄌酂钖钘铏铚铻锜锧锳锽镃镋镠镮镵闿阘鞧韂韨颋颎颙飏飔飗饳饻馃馉馌驲骃骉骍骎骙髃髎鬶鱽鱾鲀鲉鲊鲌鲏鲖"
    "鲘鲝鲪鲬鲹鲾鲿鳁鳂鳈鳉鳒鳚鳛鳠鳡鳤鸤鸼鹀鹐鹖鹝鹟鹢鹯鹲麖黇黡龁龂"
)
OLDER_SETS = ("big5", "cp932", "euc_kr")
RARE_BYTES = 2_990_000  # with what stands before the columns, below 3 MB
ARPHIC = (
    "Pen strokes derived in 2026 from the stroke medians of hanzi-writer-data (Make Me a Hanzi; (c) 1999 "
    "Arphic Technology): smoothed, resampled, packed, marks added. Arphic Public License, see ARPHICPL.TXT."
)
WENKAI_OWNERS = (
    'Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai), with Reserved Font Names "LXGW" and '
    '"霞鹜"\nCopyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)\n'
)
THINNED = (
    "Pen strokes derived in 2026 from the outlines of {font}: thinned to centre-lines, put in the order of "
    "writing, made smaller, resampled. SIL Open Font License 1.1, see {licence}."
)


def main(packages: Path, fonts: Path) -> None:
    """Write the three packs and their licences."""
    HANDS.mkdir(parents=True, exist_ok=True)
    marks = tomllib.loads((HERE / "hanzi_marks.toml").read_text(encoding="utf-8"))
    usual = hanzi_drawings(packages / HANZI_WRITER)
    _write("counter_hanzi", usual | drawn_marks(marks["simplified"], {}), ARPHIC)
    shutil.copyfile(packages / HANZI_WRITER / "ARPHICPL.TXT", HANDS / "ARPHICPL.TXT")

    iansui = SlicedFont(packages / IANSUI, 400)
    wanted = sorted((set(big5_level_1()) - set(usual)) | set(TAIWAN_FORMS))
    traditional = skeletons([c for c in wanted if c in iansui], iansui, "iansui")
    _write(
        "counter_hanzi_traditional",
        traditional | drawn_marks(marks["traditional"], {}),
        THINNED.format(font="Iansui (c) The Iansui Project Authors", licence="OFL_iansui.txt"),
    )
    licence = (packages / IANSUI / "LICENSE").read_text(encoding="utf-8")
    (HANDS / "OFL_iansui.txt").write_text(licence, encoding="utf-8")

    known = usual.keys() | traditional.keys() | marks["simplified"].keys()
    rare = [c for c in han_of(fonts / WENKAI) if c not in known]
    _write(
        "counter_hanzi_rare",
        most_useful(skeletons(rare, WholeFont(fonts / WENKAI), "wenkai"), RARE_BYTES),
        THINNED.format(font="LXGW WenKai Light 1.250, (c) 2021-2023 LXGW", licence="OFL_wenkai.txt"),
    )
    (HANDS / "OFL_wenkai.txt").write_text(WENKAI_OWNERS + licence.partition("\n")[2], encoding="utf-8")


def _write(name: str, drawings: dict[str, Drawing], notice: str) -> None:
    title = name.replace("_", " ").title()
    write_pack(HANDS / f"{name}.hand", drawings, {"name": title, "x_height": UNITS // 2, "notice": notice})


def hanzi_drawings(package: Path) -> dict[str, Drawing]:
    """Return every character whose stroke medians the package holds."""
    drawings = {}
    for path in sorted(package.glob("?.json")):
        medians = json.loads(path.read_text(encoding="utf-8"))["medians"]
        strokes = [resampled(rounded(np.array(median, float) / UNITS), 0.002, 0.1) for median in medians]
        drawings[path.stem] = Drawing(1.0, strokes)
    return drawings


def big5_level_1() -> list[str]:
    """Return the 5,401 frequently used characters of Big5, Taiwan's 4,808 common ones among them.

    Source: Big5 keeps them at A440 to C67E.
    """
    codes = (
        bytes([high, low]) for high in range(0xA4, 0xC7) for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    )
    decoded = (code.decode("big5", errors="ignore") for code in codes if code <= b"\xc6\x7e")
    return [character for character in decoded if len(character) == 1]


def han_of(path: Path) -> list[str]:
    """Return the Chinese characters of a font that are not another way to say the same character."""
    codes = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))).unicodes
    han = (
        chr(code)
        for code in codes
        if code in LATER_HAN or any(code in block for block in HAN + KANA_AND_BOPOMOFO)
    )
    return sorted(character for character in han if unicodedata.normalize("NFC", character) == character)


def skeletons(characters: Iterable[str], fonts: Fonts, source: str) -> dict[str, Drawing]:
    """Return the characters as a pen writes them, thinned from the outlines of a font; no blanks."""
    with Pool() as pool:
        drawn = pool.map(partial(_skeleton, fonts=fonts, source=source), characters, chunksize=64)
    return {character: drawing for character, drawing in drawn if drawing.strokes}


def most_useful(drawings: dict[str, Drawing], size: int) -> dict[str, Drawing]:
    """Return as many characters as fit into a pack of so many bytes, usual sets and names first."""
    kept = {}
    for character in sorted(drawings, key=lambda character: (_rareness(character), character)):
        strokes = drawings[character].strokes
        size -= 20 + 9 * len(strokes) + 2 * sum(map(len, strokes))  # the columns of `write_pack`
        if size < 0:
            break
        kept[character] = drawings[character]
    return kept


def _rareness(character: str) -> int:
    """Return 0 for characters of the older sets and of names, then later additions, Hong Kong's, the rest."""
    if character in STANDARD_NAMES or any(_is_in(character, codec) for codec in OLDER_SETS):
        return 0
    if not 0x4E00 <= ord(character) < 0x9FA6:
        return 1
    return 2 if _is_in(character, "big5hkscs") else 3


def _is_in(character: str, codec: str) -> bool:
    return bool(character.encode(codec, errors="ignore"))


def _skeleton(character: str, fonts: Fonts, source: str) -> tuple[str, Drawing]:
    middle, scale = FITTING[source]
    strokes: list[Points] = [
        resampled((stroke - middle) * scale + MIDDLE, 0.003, 0.105)
        for stroke in hanzi_strokes(character, fonts)
    ]
    return character, Drawing(1.0, strokes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
