"""`letter` and `hands`: letters of texts, of cases and of a day, and the hands that write them."""

import json

import pypdfium2
import pytest

from desktop_cs.errors import ShopError

LETTERS = {
    "en": "Dear Tom,\n\nthank you for telling us.\n\nWith thanks,\nAnna",
    "ru": "Уважаемая Ольга Сергеевна!\n\nСпасибо, что Вы всё рассказали нам.\n\nС уважением,\nАнна",
    "zh-Hans": "尊敬的王女士：\n您好！\n谢谢您告诉我们。\n此致\n敬礼！\n李明",
    "zh-Hant": "王女士 惠鑒：\n謝謝您告訴我們。\n敬祝\n時祺\n李明 敬上",
}


@pytest.fixture
def text(tmp_path):
    """Return a function that writes a letter's text in a language and returns its file."""

    def written(language="en"):
        path = tmp_path / f"{language}.txt"
        path.write_text(LETTERS[language], encoding="utf-8")
        return path

    return written


def words_in(pdf):
    """Return the text of a PDF without its blanks."""
    document = pypdfium2.PdfDocument(pdf)
    return "".join(document[0].get_textpage().get_text_range().split())


@pytest.mark.parametrize("language", LETTERS)
def test_a_text_becomes_a_letter_in_each_of_the_four_languages(command, folder, tmp_path, text, language):
    file = tmp_path / "letter.pdf"
    ended = command("letter", "--text", text(language), "--language", language, "-o", file)
    assert (ended.code, ended.told) == (0, "")
    assert words_in(file.read_bytes()) == "".join(LETTERS[language].split())
    assert not folder.exists()


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<"), ("png", b"\x89PNG"), ("pdf", b"%PDF-")])
def test_the_ending_of_the_file_says_what_is_made(command, tmp_path, text, ending, begins):
    file = tmp_path / f"letter.{ending}"
    assert command("letter", "--text", text(), "-o", file).code == 0
    assert file.read_bytes().startswith(begins)


def test_the_same_seed_writes_the_same_letter_and_another_one_another(command, tmp_path, text):
    files = [tmp_path / f"{name}.pdf" for name in ("a", "b", "c")]
    for file, seed in zip(files, (7, 7, 8), strict=True):
        command("letter", "--text", text(), "--seed", seed, "-o", file)
    first, same, other = (file.read_bytes() for file in files)
    assert first == same != other


def test_every_choice_of_the_look_changes_the_letter(command, tmp_path, text):
    choices = [
        (),
        ("--hand", "orchard"),
        ("--pen", "fountain"),
        ("--degree", "hurried"),
        ("--ink", "black"),
        ("--paper", "A4"),
        ("--ruling", "ruled"),
        ("--laser",),
    ]
    file = tmp_path / "letter.pdf"
    written = set()
    for choice in choices:
        assert command("letter", "--text", text(), *choice, "-o", file).code == 0
        written.add(file.read_bytes())
    assert len(written) == len(choices)


def test_a_chinese_letter_stands_in_columns_where_one_asks_for_it(command, tmp_path, text):
    file = tmp_path / "letter.pdf"
    across = ("letter", "--text", text("zh-Hant"), "--language", "zh-Hant", "-o", file)
    assert command(*across, "--direction", "down", "--ruling", "red").code == 0
    assert words_in(file.read_bytes()) == "".join(LETTERS["zh-Hant"].split())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--hand", "copperplate"), "harbour"),
        (("--hand", "own:nobody"), "harbour"),
        (("--pen", "quill"), "fountain"),
        (("--degree", "calm"), "natural"),
        (("--ink", "red"), "blue_black"),
        (("--paper", "B7"), "A5"),
        (("--ruling", "dots"), "text_only"),
        (("--direction", "up"), "across"),
        (("--direction", "down"), "Chinese"),
        (("--seed", "-1"), "from 0"),
        (("--language", "fr"), "“fr”"),
    ],
)
def test_a_choice_that_there_is_not_is_told_with_those_that_there_are(
    command, tmp_path, text, words, sentence
):
    file = tmp_path / "letter.pdf"
    ended = command("letter", "--text", text(), *words, "-o", file)
    assert (ended.code, ended.out) == (1, "")
    assert sentence in ended.told
    assert not file.exists()


def test_nobody_writes_in_somebodys_own_hand_from_the_command_line(command, root, tmp_path):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    for named in ("own:nobody", f"own:{0:032x}"):
        ended = command("letter", 1, "--hand", named, "-o", tmp_path / "letter.pdf")
        assert (ended.code, ended.out) == (1, "")
        assert "harbour" in ended.told


def test_a_name_without_a_known_ending_is_refused(command, tmp_path, text):
    ended = command("letter", "--text", text(), "-o", tmp_path / "letter.doc")
    assert (ended.code, ended.out) == (1, "")
    assert ".pdf, .svg, .png" in ended.told


@pytest.mark.parametrize(
    ("hostile", "named"),
    [
        ("Dear Tom, \N{PARTY POPPER}", "\N{PARTY POPPER}"),
        ("Dear Tom, שלום", "ש"),
        ("word " * 5000, "too long"),
        ("\ufffe\x07", "U+0007"),
    ],
)
def test_what_no_hand_can_write_is_named_and_nothing_is_written(command, tmp_path, hostile, named):
    text = tmp_path / "text.txt"
    text.write_text(hostile, encoding="utf-8")
    ended = command("letter", "--text", text, "-o", tmp_path / "letter.pdf")
    assert (ended.code, ended.out) == (1, "")
    assert named in ended.told
    assert not (tmp_path / "letter.pdf").exists()


def test_a_name_of_one_rare_character_is_written(command, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("尊敬的𠮷女士：\n您好！\n谢谢您，㐂先生也谢谢您。", encoding="utf-8")
    ended = command("letter", "--text", text, "--language", "zh_CN", "-o", tmp_path / "letter.pdf")
    assert (ended.code, ended.told) == (0, "")
    assert "𠮷" in words_in((tmp_path / "letter.pdf").read_bytes())


def test_another_letter_to_the_same_case_is_written_only_where_one_says_so(command, root, tmp_path):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    first = ("letter", 1, "-o", tmp_path / "first.pdf")
    assert command(*first).code == 0
    written = (tmp_path / "first.pdf").read_bytes()
    assert command(*first).code == 0
    assert (tmp_path / "first.pdf").read_bytes() == written
    sorry = ("letter", 1, "--kind", "sorry", "-o", tmp_path / "sorry.pdf")
    refused = command(*sorry)
    assert (refused.code, refused.out) == (1, "")
    assert "--again" in refused.told
    assert not (tmp_path / "sorry.pdf").exists()
    assert command(*sorry, "--again").code == 0
    assert command("letter", 1, "--kind", "love", "-o", tmp_path / "love.pdf").code == 1


def test_a_picture_of_a_letter_does_not_count_as_printed(command, root, tmp_path):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    assert command("letter", 1, "-o", tmp_path / "seen.png").code == 0
    assert command("letter", 1, "--kind", "sorry", "-o", tmp_path / "sorry.pdf").code == 0


def test_what_a_letter_still_lacks_is_told_beside_it(command, answers, tmp_path):
    command("case", "add", answers())
    ended = command("letter", 1, "-o", tmp_path / "letter.pdf")
    assert ended.code == 0
    assert "What was done for them?" in ended.told


def test_the_letters_of_a_day_go_into_a_folder_once(command, root, tmp_path):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    shown = json.loads(command("case", "show", 1, "--json").out)
    day = shown["logged_at"][:10]
    batch = ("letter", "--batch", "--date", "2099-01-01", "--at", f"{day}T23:59", "-o", tmp_path / "day")
    first = command(*batch)
    assert first.code == 0, first.told
    assert sorted(first.out.split()) == sorted(map(str, (tmp_path / "day").iterdir())) != []
    again = command(*batch)
    assert (again.code, again.out, again.told) == (0, "", "No letter is due by then.\n")
    for day in ("tomorrow", "0001-01-01", "9999-12-31"):
        ended = command("letter", "--batch", "--date", day, "-o", tmp_path / "day")
        assert (ended.code, ended.told) == (1, f"“{day}” is not a day. Write it like 2026-11-22.\n")


def test_a_letter_of_the_day_that_cannot_be_composed_is_named(command, root, tmp_path, monkeypatch):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    day = json.loads(command("case", "show", 1, "--json").out)["logged_at"][:10]

    def damaged(*_args):
        raise ShopError("thank_you.toml: the file is missing")

    monkeypatch.setattr("desktop_cs.desk.letter_reading.load_templates", damaged)
    batch = ("letter", "--batch", "--date", "2099-01-01", "--at", f"{day}T23:59", "-o", tmp_path / "day")
    ended = command(*batch)
    assert (ended.code, ended.out) == (1, "")
    assert "Case 1: thank_you.toml: the file is missing" in ended.told.splitlines()


def test_the_letters_of_a_day_get_labels_beside_them(command, root, tmp_path):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    day = json.loads(command("case", "show", 1, "--json").out)["logged_at"][:10]
    batch = ("letter", "--batch", "--date", "2099-01-01", "--at", f"{day}T23:59", "-o", tmp_path / "day")
    for wrong, sentence in (
        (("--labels", "9x9"), "A4 3x8"),
        (("--labels", "A4 3x8", "--first-label", 25), "1 to 24"),
        (("--first-label", 2), "no sheet"),
    ):
        refused = command(*batch, *wrong)
        assert (refused.code, refused.out) == (1, "")
        assert sentence in refused.told
    ended = command(*batch, "--labels", "A4 3x8", "--first-label", 24)
    assert ended.code == 0, ended.told
    assert ended.out.split()[-1].endswith("labels.pdf")
    assert "14QuayRow,Dublin" in words_in(tmp_path / "day" / "labels.pdf")


def test_labels_go_with_a_batch_only(command, tmp_path):
    ended = command("letter", 1, "--labels", "A4 3x8", "-o", tmp_path / "letter.pdf")
    assert (ended.code, ended.out) == (1, "")
    assert "--batch" in ended.told


def test_the_envelope_of_a_case_is_written(command, root, tmp_path):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    file = tmp_path / "envelope.pdf"
    assert command("letter", 1, "--envelope", "dl", "-o", file).code == 0
    assert "14QuayRow,Dublin" in words_in(file)
    for words, sentence in (
        (("letter", 1, "--envelope", "B99", "-o", file), "CN ZL"),
        (("letter", 1, "--envelope", "DL", "-o", tmp_path / "envelope.png"), ".pdf"),
    ):
        ended = command(*words)
        assert (ended.code, ended.out) == (1, "")
        assert sentence in ended.told


def test_the_hands_are_listed_and_shown(command, tmp_path):
    listed = command("hands")
    assert listed.code == 0
    assert listed.out.startswith("harbour")
    known = json.loads(command("hands", "--json").out)
    assert {"en", "ru", "zh_CN", "zh_TW"} == {language for one in known for language in one["languages"]}
    russian = json.loads(command("hands", "--language", "ru", "--json").out)
    assert 3 <= len(russian) < len(known)
    file = tmp_path / "hands.pdf"
    assert command("hands", "-o", file).code == 0
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_chosen_russian_hand_writes_kazakh_letters(command, tmp_path):
    text = tmp_path / "kazakh.txt"
    text.write_text("Құрметті Әсел Ғалымқызы!\n\nРахмет, Сізге үлкен алғыс.\n\nІңкәр", encoding="utf-8")
    file = tmp_path / "letter.pdf"
    ended = command("letter", "--text", text, "--language", "ru", "--hand", "rowan", "-o", file)
    assert (ended.code, ended.told) == (0, "")
    assert "ҚұрметтіӘселҒалымқызы" in words_in(file)
