"""How a Russian letter calls people, and whose name shows a gender."""

from functools import cache

import pytest

from desktop_cs.letters.russian_names import called, gender_of
from desktop_cs.letters.templates import load_templates
from desktop_cs.places import resources_dir


@cache
def russian():
    return load_templates(resources_dir() / "letters", "ru")


@pytest.mark.parametrize(
    ("customer", "form", "name", "gender"),
    [
        ("Ольга Сергеевна", "", "Ольга Сергеевна", "woman"),
        ("Петрова Ольга Сергеевна", "", "Ольга Сергеевна", "woman"),
        ("Ольга Сергеевна Петрова", "г-жа", "Ольга Сергеевна", "woman"),
        ("ПЕТРОВА ОЛЬГА СЕРГЕЕВНА", "", "Ольга Сергеевна", "woman"),
        ("Любовь Ильинична", "", "Любовь Ильинична", "woman"),
        ("Саша Никитична", "", "Саша Никитична", "woman"),
        ("Илья Ильич", "", "Илья Ильич", "man"),
        ("Никита Сергеевич Белых", "", "Никита Сергеевич", "man"),
        ("Пётр Кузьмич", "", "Пётр Кузьмич", "man"),
        ("Ольга Иванова", "", "Ольга", "woman"),
        ("Иванова Ольга", "", "Ольга", "woman"),
        ("Ольга Иванова", "Mrs", "госпожа Иванова", "woman"),
        ("Иванова Ольга", "г-жа", "госпожа Иванова", "woman"),
        ("Ольга Рабинович", "", "Ольга Рабинович", "woman"),
        ("Рабинович Ольга", "", "Ольга", "woman"),
        ("Алена Ким", "", "Алена", "woman"),
        ("Соколов", "", "господин Соколов", "man"),
        ("А. Соколова", "", "госпожа Соколова", "woman"),
        ("Анна-Мария Петрова", "", "госпожа Петрова", "woman"),
        ("Юрий Гончаренко", "г-н", "господин Гончаренко", "man"),
        ("г-н Соколов", "", "господин Соколов", "man"),
        ("Mrs. Smith", "", "госпожа Smith", "woman"),
        ("Wang Li", "Mr", "господин Li", "man"),
        ("王丽", "女士", "госпожа 王丽", "woman"),
        ("Мария Роза", "г-жа", "госпожа Роза", "woman"),
        ("Wang Li", "", "Wang Li", ""),
        ("Саша", "", "Саша", ""),
        ("Саша Ким", "", "Саша Ким", ""),
        ("Ли Мин", "", "Ли Мин", ""),
        ("Dr Smith", "Dr", "Dr Smith", ""),
        ("", "", "", ""),
        ("  ", "г-жа", "", "woman"),
    ],
)
def test_a_person_is_called_by_name_and_patronymic_or_what_is_known(customer, form, name, gender):
    found = called(customer, form, russian())
    assert found.name == name
    if name:
        assert found.gender == gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Игорь Соколов", "man"),
        ("И. Соколов", "man"),
        ("Анна Берг", "woman"),
        ("Артем", "man"),
        ("Артём", "man"),
        ("Илья", "man"),
        ("Саша Воронцова", "woman"),
        ("Женя", ""),
        ("Anna Berg", ""),
        ("李静", ""),
        ("", ""),
    ],
)
def test_a_name_tells_the_gender_or_leaves_it_open(name, gender):
    assert gender_of(name, russian()) == gender


def test_no_given_name_is_both_a_womans_and_a_mans():
    lists = russian().lists
    assert not set(lists["address.given_women"]) & set(lists["address.given_men"])
