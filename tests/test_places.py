from pathlib import Path

from desktop_cs import places

ROOT = Path(__file__).parents[1]


def test_a_clone_uses_the_folders_of_the_repository():
    assert places.forms_dir() == ROOT / "forms"
    assert places.resources_dir() == ROOT / "resources"


def test_an_installed_package_uses_the_folders_inside_it(tmp_path, monkeypatch):
    (tmp_path / "desktop_cs" / "_bundled").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "desktop_cs")
    assert places.forms_dir() == tmp_path / "desktop_cs" / "_bundled" / "forms"
    assert places.resources_dir() == tmp_path / "desktop_cs" / "_bundled" / "resources"


def test_data_lies_in_a_folder_of_our_own_below_the_place_for_data(home_of_the_test):
    assert places.data_dir().name == "desktop-cs"
    assert places.data_dir().is_relative_to(home_of_the_test)


def test_asking_for_the_data_folder_makes_nothing(home_of_the_test):
    places.data_dir()
    assert list(home_of_the_test.rglob("desktop-cs")) == []


def test_practice_lies_apart_from_the_real_cases(tmp_path):
    practice = places.practice_dir(tmp_path)
    assert practice.parent == tmp_path
    assert practice != tmp_path
