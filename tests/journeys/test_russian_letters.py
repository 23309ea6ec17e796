"""Letters in Russian: whole, grammatical whatever was typed, with the customs of a Russian letter."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from desktop_cs.letters import plain_text
from desktop_cs.letters.blocks import Role
from desktop_cs.letters.facts import LetterFacts, PromiseTold
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.templates import load_templates
from desktop_cs.letters.wording import compose, length_of
from desktop_cs.places import resources_dir
from tests.letters.letter_cases import Typed, cases

LETTERS = resources_dir() / "letters"
TYPED = Typed(
    customers=(
        ("Петрова Ольга Сергеевна", ""),
        ("Иван Ильич", ""),
        ("Ольга Иванова", ""),
        ("Соколов", "Mr"),
        ("Wang Li", "Mrs"),
        ("Wang Li", ""),
        ("Саша", ""),
        ("", ""),
    ),
    staff=("Анна Берг", "Игорь Соколов", "Wang Li"),
    shop="Электротовары на углу",
    products=(
        "Сушильная машина Bosch",
        "Наушники Sony",
        "робот-мойщик",
        "Samsung Galaxy A52",
        "часы",
        "он течёт",
    ),
    gifts=("коробка чая", "Звонок мастера", "Позвонить вечером", "скидка 10", "доставка к вам домой"),
    promises=("позвонить вам о результате", "новый ремень", "мастер приедет", "Проверка в мастерской"),
    work=("новый ремень", "Чистка фильтра", "замена экрана"),
    ideas=("Поставить скамейку у входа", "скамейка у входа", "вы бы лучше проверяли"),
)
FULL = LetterFacts(
    language="ru",
    day=date(2026, 11, 22),
    signer="Анна Берг",
    customer="Петрова Ольга Сергеевна",
    shop="Электротовары на углу",
    failure_kind="faulty_again",
    product="Сушильная машина Bosch",
    happened_on=date(2026, 11, 9),
    cost=("time",),
    finding="upheld",
    entitlement_kind="repair",
    first_helper="Игорь Соколов",
    accepts="yes",
    problem_solved="yes",
)
MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа"]
MONTHS += ["сентября", "октября", "ноября", "декабря"]
# Words that are spelt with ё, as they look when its dots are forgotten ("все" may mean either).
WITHOUT_YO = {
    "еще",
    "ее",
    "дает",
    "придет",
    "узнает",
    "пришел",
    "вышел",
    "прошел",
    "нашел",
    "подвел",
    "счет",
    "идет",
    "найдем",
    "пойдет",
    "вернется",
    "возьмет",
    "причем",
    "ребенок",
    "теплый",
    "тяжелым",
    "перерасчетом",
    "расчет",
    "щетка",
    "черный",
    "путем",
    "объем",
    "ждет",
    "поймет",
    "несет",
    "берем",
    "зовет",
    "дойдет",
    "решен",
    "учтен",
}
SMALL_YOU = re.compile(r"\bв(?:ы|ас|ам|ами|аш|аша|аше|аши|ашей|ашего|ашему|ашим|ашими|аших|ашу|ашем)\b")


@cache
def templates(kind):
    return load_templates(LETTERS, "ru", kind)


def letter(facts, seed=0):
    return compose(facts, templates(facts.kind), seed)


def text_of(blocks):
    return "\n".join(block.text for block in blocks)


def with_role(blocks, role):
    return [block.text for block in blocks if block.role is role]


@pytest.fixture(scope="module")
def letters():
    return [(facts, letter(facts, seed)) for seed, facts in enumerate(cases("ru", TYPED, 1040))]


def sentences_of_all_kinds():
    for kind in LetterKind:
        for slot, ways in templates(kind).sentences.items():
            for way in ways:
                yield kind, slot, way


def test_every_letter_has_the_length_of_a_page_written_by_hand(letters):
    for facts, blocks in letters:
        bounds = templates(facts.kind)
        assert bounds.least <= length_of(blocks, bounds) <= bounds.most, text_of(blocks)
        assert 50 <= bounds.least < bounds.most <= 120


def test_a_letter_that_is_edited_as_plain_text_keeps_its_parts(letters):
    for _facts, blocks in letters[::8]:
        assert plain_text.blocks_of(plain_text.text_of(blocks, "ru"), "ru") == blocks


def test_every_letter_is_made_of_whole_sentences(letters):
    marks = ("[", "]", "{", "}", "  ", " .", " ,", "..", " :", "«»", "— —", "т. д", "None")
    for _facts, blocks in letters:
        bodies = with_role(blocks, Role.BODY)
        assert 2 <= len(bodies) <= 3
        for body in bodies:
            assert body.endswith(".")
            assert body[0].isupper()
            assert not [mark for mark in marks if mark in body], body
            assert all(sentence[:1].isupper() for sentence in re.split(r"(?<=[^г]\.) ", body)), body


def test_you_is_written_with_a_capital_everywhere(letters):
    for _facts, blocks in letters:
        assert not SMALL_YOU.search(text_of(blocks)), text_of(blocks)
    for _kind, slot, way in sentences_of_all_kinds():
        assert not SMALL_YOU.search(way), slot


def test_yo_keeps_its_dots():
    for _kind, slot, way in sentences_of_all_kinds():
        assert not WITHOUT_YO & set(re.findall(r"\w+", way.lower())), (slot, way)
        assert not re.search(r"\bвсе (?:вышло|исправить|как|это|ещё|равно|прошло|случилось)\b", way), (
            slot,
            way,
        )


def test_no_letter_of_another_alphabet_hides_in_a_word():
    for _kind, slot, way in sentences_of_all_kinds():
        assert not re.search(r"[A-Za-z]", re.sub(r"\{\w+\}", "", way)), (slot, way)


def test_quotation_marks_and_dashes_are_russian(letters):
    for _facts, blocks in letters:
        text = text_of(blocks)
        assert not re.search(r"[\"“”„'’‘–]| - ", text)
        assert text.count("«") == text.count("»")
        assert not re.search(r"\S—|—\S", text)


def test_nothing_that_was_typed_for_the_shop_alone_reaches_a_customer(letters):
    for _facts, blocks in letters:
        text = text_of(blocks)
        assert not [
            typed
            for typed in ("скидка", "течёт", "позвонить вечером", "лучше проверяли")
            if typed in text.lower()
        ]


def test_no_verb_shows_a_gender_that_no_name_tells():
    facts = replace(FULL, signer="Wang Li", first_helper="Саша")
    for kind in LetterKind:
        for seed in range(40):
            text = text_of(letter(replace(facts, kind=kind), seed))
            assert not re.search(
                r"\b(?:занимался|занималась|рад|рада|должен|должна|сделал|сделала|хотел|хотела)\b", text
            )


@pytest.mark.parametrize(
    ("helper", "signer", "verb"),
    [
        ("Игорь Соколов", "Анна Берг", "занимался Игорь Соколов"),
        ("Ольга Ким", "Анна Берг", "занималась Ольга Ким"),
        ("Wang Li", "Анна Берг", "занимается Wang Li"),
        ("Анна Берг", "Анна Берг", "занималась я"),
        ("Wang Li", "Wang Li", "занимаюсь я"),
        ("", "Анна Берг", "занимались мы"),
    ],
)
def test_who_helped_agrees_with_the_verb(helper, signer, verb):
    facts = replace(FULL, signer=signer, first_helper=helper)
    assert all(verb in text_of(letter(facts, seed)) for seed in range(6))


@pytest.mark.parametrize(
    ("customer", "form", "salutation"),
    [
        ("Петрова Ольга Сергеевна", "", "Уважаемая Ольга Сергеевна!"),
        ("Иван Ильич Петров", "", "Уважаемый Иван Ильич!"),
        ("Ольга Петрова", "", "Уважаемая Ольга!"),
        ("Петров", "г-н", "Уважаемый господин Петров!"),
        ("Wang Li", "Mrs", "Уважаемая госпожа Li!"),
        ("Wang Li", "", "Здравствуйте, Wang Li!"),
        ("Саша", "", "Здравствуйте, Саша!"),
        ("", "", "Здравствуйте!"),
    ],
)
def test_the_salutation_agrees_with_the_person_or_needs_no_gender(customer, form, salutation):
    facts = replace(FULL, customer=customer, form_of_address=form)
    assert with_role(letter(facts), Role.SALUTATION) == [salutation]


@pytest.mark.parametrize("month", range(1, 13))
def test_months_stand_in_the_genitive(month):
    day = date(2026, month, 2)
    facts = replace(FULL, day=day, happened_on=day, promises_open=(PromiseTold("", day),))
    blocks = letter(facts)
    assert with_role(blocks, Role.DATE) == [f"2 {MONTHS[month - 1]} 2026 г."]
    assert f" 2 {MONTHS[month - 1]}" in " ".join(with_role(blocks, Role.BODY))


def test_a_warranty_of_another_year_does_not_end_a_sentence_with_two_full_stops():
    facts = replace(FULL, kind=LetterKind.GOOD_BYE, work=("новый ремень",), warranty_until=date(2027, 2, 22))
    for seed in range(12):
        text = text_of(letter(facts, seed))
        assert "до 22 февраля 2027 г." in text.replace("До", "до")
        assert ".." not in text


def test_the_order_of_a_russian_letter():
    roles = [block.role for block in letter(FULL)]
    assert roles[:2] == [Role.DATE, Role.SALUTATION]
    assert roles[-3:] == [Role.CLOSING, Role.SIGNATURE, Role.SIGNATURE]
    assert with_role(letter(FULL), Role.CLOSING)[0].startswith("С ")
    assert with_role(letter(FULL), Role.CLOSING)[0].endswith(",")


def test_the_thing_they_brought_is_named_in_the_right_case():
    for seed in range(8):
        assert " с Вашей сушильной машиной Bosch" in text_of(letter(FULL, seed))
    assert "с Вашей покупкой «робот-мойщик»" in text_of(letter(replace(FULL, product="робот-мойщик")))


def test_a_good_bye_names_one_thing_or_several():
    facts = replace(FULL, kind=LetterKind.GOOD_BYE, work=("новый ремень",))
    said = {
        way: "".join(text_of(letter(replace(facts, product=way), seed)) for seed in range(20))
        for way in ("чайник", "наушники")
    }
    assert "возвращается чайник" in said["чайник"]
    assert "возвращаются наушники" in said["наушники"]
    assert "возвращается наушники" not in said["наушники"]


def test_every_place_has_more_than_one_way_of_saying_it():
    frame = ("salutation", "salutation_dear", "salutation_nameless")
    for kind in LetterKind:
        english = load_templates(LETTERS, "en", kind).sentences
        for slot, ways in templates(kind).sentences.items():
            if slot not in frame:
                assert len(set(ways)) >= 2, slot
                assert len(ways) >= len(english[slot]), slot


def test_nothing_is_sold_or_blamed_and_no_small_matter_is_made_of_it():
    never = re.compile(
        r"купон|ваучер|скидк|акци[яию]|распродаж|бесплатн|гаранти|клиент|претензи|жалоб|пустяк|недоразумени|неудобств"
        r"|к сожалению, вы\b|вы не так|сами виноват|впредь|по правилам|политик[аеи]",
        re.IGNORECASE,
    )
    for _kind, slot, way in sentences_of_all_kinds():
        assert not never.search(way), (slot, way)
