"""Typed Russian words: declined by the rules where they are known, left alone or left out otherwise."""

from functools import cache

import pytest

from desktop_cs.letters import russian_words
from desktop_cs.letters.templates import load_templates
from desktop_cs.places import resources_dir


@cache
def lists():
    return load_templates(resources_dir() / "letters", "ru").lists


@pytest.mark.parametrize(
    ("product", "declined"),
    [
        ("Сушильная машина Bosch", "с Вашей сушильной машиной Bosch"),
        ("машина стиральная LG F2", "с Вашей машиной стиральной LG F2"),
        ("Синий электрочайник", "с Вашим синим электрочайником"),
        ("Большой чёрный диван", "с Вашим большим чёрным диваном"),
        ("Большая белая плита", "с Вашей большой белой плитой"),
        ("хорошая камера", "с Вашей хорошей камерой"),
        ("зимняя куртка", "с Вашей зимней курткой"),
        ("Беспроводные наушники Sony", "с Вашими беспроводными наушниками Sony"),
        ("детские лыжи", "с Вашими детскими лыжами"),
        ("вечернее платье", "с Вашим вечерним платьем"),
        ("шерстяное пальто", "с Вашим шерстяным пальто"),
        ("Фен для волос", "с Вашим феном для волос"),
        ("варочная панель", "с Вашей варочной панелью"),
        ("ковер", "с Вашим ковром"),
        ("зарядка", "с Вашей зарядкой"),
    ],
)
def test_a_known_thing_stands_in_the_instrumental_case(product, declined):
    named = russian_words.named_thing(product, lists())
    assert russian_words.with_your(named, lists()) == declined


@pytest.mark.parametrize(
    "product", ["робот-мойщик", "Samsung Galaxy A52", "зелёный машина", "Плоский фумигатор"]
)
def test_a_thing_whose_case_is_in_doubt_is_not_declined(product):
    named = russian_words.named_thing(product, lists())
    assert named
    assert russian_words.with_your(named, lists()) == ""


@pytest.mark.parametrize(
    "product",
    [
        "Tumble dryer",
        "烘干机",
        "не работает",
        "он опять течёт",
        "скидка на чайник",
        "чайник!!!",
        "чайник 😀",
        "",
    ],
)
def test_what_is_no_thing_of_theirs_is_left_out(product):
    assert russian_words.named_thing(product, lists()) == ""


@pytest.mark.parametrize(
    ("product", "several"), [("Наушники Sony", True), ("часы", True), ("чайник", False), ("Samsung", False)]
)
def test_several_things_are_known_as_such(product, several):
    assert russian_words.means_several(product, lists()) is several


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Звонок мастера", "звонок мастера"),
        ("коробка чая", "коробка чая"),
        ("Доставка к вам домой", "доставка к Вам домой"),
        ("печь на время", "печь на время"),
        ("Ольга Сергеевна в помощь", "Ольга Сергеевна в помощь"),
    ],
)
def test_a_gift_stands_in_the_nominative(typed, told):
    assert russian_words.named_gift(typed, lists()) == told


@pytest.mark.parametrize(
    "typed",
    [
        "скидка 10",
        "Бесплатная доставка",
        "подарочный сертификат",
        "позвонить вечером",
        "мастер позвонил",
        "мастер приедет",
        "отдали чайник",
        "извинились",
        "клиенту новый",
        "ничего",
        "loan dryer",
        "чай (зелёный)",
        "раз два три четыре пять шесть семь восемь",
    ],
)
def test_what_is_no_gift_or_never_stands_in_a_letter_is_left_out(typed):
    assert russian_words.named_gift(typed, lists()) == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Позвонить вам о результате", "позвонить Вам о результате"),
        ("вернуть чайник", "вернуть чайник"),
        ("Новый ремень", "новый ремень"),
        ("поставить скамейку у входа", "поставить скамейку у входа"),
        ("позвонить клиенту", ""),
        ("вы бы лучше проверяли", ""),
        ("мастер приедет", ""),
    ],
)
def test_what_is_to_be_done_stands_after_a_colon(typed, told):
    assert russian_words.named_act(typed, lists()) == told


def test_every_known_thing_has_two_cases_that_fit_together():
    endings = ("ой", "ей", "ью", "ом", "ем", "ём", "ами", "ями")
    for pair in lists()["free_text.things"]:
        nominative, instrumental = pair.split()
        assert instrumental.endswith(endings) or instrumental == nominative, pair
        assert instrumental[:2].lower().replace("ё", "е") == nominative[:2].lower().replace("ё", "е"), pair
