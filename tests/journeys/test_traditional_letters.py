"""Letters in the Chinese of Taiwan: its characters, its words, and the customs of its letters."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from desktop_cs.letters import plain_text
from desktop_cs.letters.blocks import Role
from desktop_cs.letters.facts import LetterFacts, PromiseTold
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.likeness import share_of_same_sentences
from desktop_cs.letters.templates import load_templates
from desktop_cs.letters.traditional import is_traditional
from desktop_cs.letters.wording import compose, length_of
from desktop_cs.places import resources_dir
from tests.letters.letter_cases import Typed, cases

LETTERS = resources_dir() / "letters"
TYPED = Typed(
    customers=(
        ("王麗", "小姐"),
        ("歐陽雪", "女士"),
        ("陳建宏", "老師"),
        ("林美玲", ""),
        ("Peter Brown", "Mr"),
        ("", ""),
    ),
    staff=("陳明", "李靜"),
    shop="街角電器行",
    products=("烘衣機", "筆電", "藍牙耳機", "iPhone 15 手機", "手錶", "烘干机"),
    gifts=("技師親自回電", "備用烘衣機一台", "優惠券", "手寫卡片一張", "免费清洗"),
    promises=("店長回電", "到府取件", "店长回电"),
    work=("更換新皮帶", "清潔濾網"),
    ideas=("希望門口放一張長椅", "门口放一张长椅"),
)
FULL = LetterFacts(
    language="zh_TW",
    day=date(2026, 11, 22),
    signer="陳明",
    customer="王麗",
    form_of_address="小姐",
    shop="街角電器行",
    failure_kind="faulty_again",
    product="烘衣機",
    happened_on=date(2026, 11, 9),
    cost=("time",),
    finding="upheld",
    entitlement_kind="repair",
    first_helper="李靜",
    accepts="yes",
    problem_solved="yes",
)
# Words of the mainland, beside what Taiwan says instead.
MAINLAND = re.compile(
    r"屏幕|質量|信息|視頻|軟件|硬件|程序|網絡|短信|充電寶|打印|筆記本電腦|出租車|服務員|客戶端|默認|反饋|保修|售後|刷新"
    r"|上門服務|快遞|包郵|立馬|靠譜|給力|水平|搞定|咱們|您好您好|打交道|不舒坦|準信|受累|拿來就是|此致|敬禮|妳"
)


@cache
def templates(kind):
    return load_templates(LETTERS, "zh_TW", kind)


def letter(facts, seed=0):
    return compose(facts, templates(facts.kind), seed)


def text_of(blocks):
    return "\n".join(block.text for block in blocks)


def with_role(blocks, role):
    return [block.text for block in blocks if block.role is role]


def sentences_of_all_kinds():
    for kind in LetterKind:
        for slot, ways in templates(kind).sentences.items():
            for way in ways:
                yield kind, slot, way


@pytest.fixture(scope="module")
def letters():
    return [(facts, letter(facts, seed)) for seed, facts in enumerate(cases("zh_TW", TYPED, 1040))]


def test_every_letter_has_the_length_of_a_page_written_by_hand(letters):
    for facts, blocks in letters:
        bounds = templates(facts.kind)
        assert bounds.least <= length_of(blocks, bounds) <= bounds.most, text_of(blocks)
        assert 110 <= bounds.least < bounds.most <= 200


def test_a_letter_that_is_edited_as_plain_text_keeps_its_parts(letters):
    for _facts, blocks in letters[::8]:
        assert plain_text.blocks_of(plain_text.text_of(blocks, "zh_TW"), "zh_TW") == blocks


def test_every_letter_is_made_of_whole_sentences(letters):
    marks = ("[", "]", "{", "}", " ，", "，。", "、。", "。。", "的的", "，，", "：。", "IPhone")
    for _facts, blocks in letters:
        bodies = with_role(blocks, Role.BODY)
        assert 2 <= len(bodies) <= 3
        for body in bodies:
            assert body.endswith("。")
            assert not [mark for mark in marks if mark in body], body


def test_no_simplified_character_stands_in_any_letter(letters):
    for _facts, blocks in letters:
        assert is_traditional(text_of(blocks)), text_of(blocks)
    for _kind, slot, way in sentences_of_all_kinds():
        assert is_traditional(way), (slot, way)


def test_words_are_those_of_taiwan():
    for _kind, slot, way in sentences_of_all_kinds():
        assert not MAINLAND.search(way), (slot, way)


def test_punctuation_is_that_of_taiwan(letters):
    for _facts, blocks in letters:
        for body in with_role(blocks, Role.BODY):
            assert not re.search(r"[“”‘’\"',.;:!?()]", body), body
            assert body.count("「") == body.count("」")


def test_sentences_are_not_the_simplified_ones_character_by_character():
    """Where both languages happen to share a sentence it is by chance, so few may be alike."""
    for kind in LetterKind:
        ours, theirs = templates(kind).sentences, load_templates(LETTERS, "zh_CN", kind).sentences
        same = [way for slot, ways in ours.items() for way in ways if way in theirs.get(slot, ())]
        assert len(same) <= 0.05 * sum(map(len, ours.values())), same


def test_the_order_of_a_letter_from_taiwan():
    lines = text_of(letter(FULL)).splitlines()
    assert lines[0] == "王小姐惠鑒："
    assert lines[-5:-3] in (["敬祝", "時祺"], ["順頌", "時祺"], ["敬頌", "時祺"])
    assert lines[-3:] == ["街角電器行", "陳明 敬上", "2026年11月22日"]
    roles = [block.role for block in letter(FULL)]
    assert roles[-5:-3] == [Role.CLOSING, Role.CLOSING_FLUSH]
    assert Role.GREETING not in roles


@pytest.mark.parametrize(
    ("customer", "form", "salutation", "wish"),
    [
        ("陳建宏", "老師", "陳老師道鑒：", "教安"),
        ("陳建宏", "老师", "陳老師道鑒：", "教安"),
        ("林志明", "老闆", "林老闆大鑒：", "商祺"),
        ("林志明", "Dr", "林博士道鑒：", "道安"),
        ("歐陽雪", "女士", "歐陽女士惠鑒：", "時祺"),
        ("Peter Brown", "Mr", "Brown先生惠鑒：", "時祺"),
        ("王小姐", "", "王小姐惠鑒：", "時祺"),
        ("林美玲", "", "林美玲您好：", "時祺"),
        ("", "", "敬愛的顧客您好：", "時祺"),
    ],
)
def test_salutation_and_wish_go_with_the_person(customer, form, salutation, wish):
    blocks = letter(replace(FULL, customer=customer, form_of_address=form))
    assert with_role(blocks, Role.SALUTATION) == [salutation]
    assert with_role(blocks, Role.CLOSING_FLUSH) == [wish]


def test_a_shop_in_taiwan_counts_the_years_of_the_republic():
    facts = replace(FULL, country="TW", promises_open=(PromiseTold("店長回電", date(2026, 12, 20)),))
    assert with_role(letter(facts), Role.DATE) == ["民國一一五年十一月二十二日"]
    assert "十二月二十日" in text_of(letter(facts))
    assert with_role(letter(replace(facts, country="")), Role.DATE) == ["2026年11月22日"]


def test_what_was_typed_in_simplified_characters_or_for_the_shop_alone_is_left_out(letters):
    typed = ("烘干机", "免费", "店长", "长椅", "優惠")
    for _facts, blocks in letters:
        assert not [word for word in typed if word in text_of(blocks)]


def test_letters_about_the_same_case_seldom_sound_alike():
    written = [letter(FULL, seed) for seed in range(16)]
    pairs = [(one, two) for at, one in enumerate(written) for two in written[at + 1 :]]
    shares = sorted(share_of_same_sentences(one, two) for one, two in pairs)
    assert shares[len(shares) // 2] <= 0.5


def test_every_place_has_as_many_ways_of_saying_it_as_in_english():
    frame = ("salutation", "salutation_dear", "salutation_nameless")
    for kind in LetterKind:
        english = load_templates(LETTERS, "en", kind).sentences
        for slot, ways in templates(kind).sentences.items():
            if slot not in frame:
                assert len(set(ways)) >= 2, slot
                assert len(ways) >= len(english[slot]), slot
