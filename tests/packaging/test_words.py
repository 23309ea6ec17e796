import gettext

import pytest
import words


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "page.py").write_text(
        "# Translators: shown on the button\n"
        "save = _('Save {what}')\n"
        "late = N_('Later')\n"
        "days = ngettext('{count} day', '{count} days', n)\n"
        "_(f'never {this}')\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def locale_dir(tmp_path):
    return tmp_path / "locale"


def write(sources, locale_dir, translations):
    """Write the catalogues of a little program, as `words.py` does, with these translations filled in."""
    template = words.collected(sources)
    for _round in range(2):
        for path, content in words.files(template, locale_dir, ["zh_CN"]).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        po = locale_dir / "zh_CN" / "LC_MESSAGES" / "desktop_cs.po"
        catalog = words.read(po, "zh_CN")
        for message in catalog:
            if message.id:
                message.string = translations.get(
                    message.id if isinstance(message.id, str) else message.id[0], ""
                )
        po.write_bytes(words.as_po(catalog))
        po.with_suffix(".mo").write_bytes(words.as_mo(catalog))


WHOLE = {"Save {what}": "保存{what}", "Later": "以后", "{count} day": ("{count}天",)}


def test_texts_are_collected_with_their_plurals_and_notes(sources):
    found = {message.id: message.auto_comments for message in words.collected(sources) if message.id}
    assert set(found) == {"Save {what}", "Later", ("{count} day", "{count} days")}
    assert found["Save {what}"] == ["shown on the button"]


def test_a_whole_translation_has_no_problems_and_speaks(sources, locale_dir):
    write(sources, locale_dir, WHOLE)
    assert words.problems(sources, locale_dir) == []
    spoken = gettext.translation("desktop_cs", locale_dir, ["zh_CN"])
    assert spoken.gettext("Later") == "以后"
    assert spoken.ngettext("{count} day", "{count} days", 3) == "{count}天"


def test_what_is_not_translated_is_named(sources, locale_dir):
    write(sources, locale_dir, WHOLE | {"Later": ""})
    assert words.problems(sources, locale_dir) == ["zh_CN: not translated: Later"]


def test_a_lost_gap_is_named(sources, locale_dir):
    write(sources, locale_dir, WHOLE | {"Save {what}": "保存"})
    assert words.problems(sources, locale_dir) == ["zh_CN: other gaps than in “Save {what}”: 保存"]


def test_a_new_text_makes_the_catalogues_stale(sources, locale_dir):
    write(sources, locale_dir, WHOLE)
    (sources / "more.py").write_text("_('More')", encoding="utf-8")
    found = words.problems(sources, locale_dir)
    assert [line.split(" is ")[0] for line in found if "stale" in line] == [
        "desktop_cs.pot",
        "zh_CN/LC_MESSAGES/desktop_cs.po",
    ]
    assert "zh_CN: not translated: More" in found


def test_a_translation_comes_back_with_its_text(sources, locale_dir):
    write(sources, locale_dir, WHOLE)
    page = sources / "page.py"
    source = page.read_text(encoding="utf-8")
    page.write_text(source.replace("N_('Later')", "0"), encoding="utf-8")
    before = words.files(words.collected(sources), locale_dir, ["zh_CN"])
    for path, content in before.items():
        path.write_bytes(content)
    page.write_text(source, encoding="utf-8")
    po = locale_dir / "zh_CN" / "LC_MESSAGES" / "desktop_cs.po"
    again = words.updated(words.read(po, "zh_CN"), words.collected(sources))
    assert again["Later"].string == "以后"


def test_the_same_sources_always_give_the_same_bytes(sources, locale_dir):
    write(sources, locale_dir, WHOLE)
    for path, content in words.files(words.collected(sources), locale_dir, ["zh_CN"]).items():
        assert path.read_bytes() == content
        assert str(sources).encode() not in content


@pytest.mark.parametrize("text", ["Open", "Case {number} of <b>{name}</b>", "Yes &amp; no, {count:,} times"])
def test_the_pseudo_language_is_longer_and_keeps_gaps_and_tags(text):
    changed = words.pseudo(text)
    kept = words._UNTOUCHED.findall(text)
    assert words._UNTOUCHED.findall(changed) == kept
    letters = len(text) - sum(map(len, kept))
    assert len(changed) >= len(text) + 0.3 * letters
    assert changed != text


def test_the_pseudo_language_leaves_nothing_empty_or_readable_as_it_was():
    assert words.pseudo("") == ""
    assert words.pseudo("Save") == "[Šåvé~~]"
