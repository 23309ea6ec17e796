"""The rehearsals at the desk: in the language of the screen, and away from every record."""

from desktop_cs import i18n
from desktop_cs.desk.rehearsal_work import RehearsalWork
from desktop_cs.places import resources_dir


def test_the_rehearsals_speak_the_language_of_the_screen():
    work = RehearsalWork()
    english = work.all()
    try:
        i18n.use_language("zh_CN", resources_dir() / "locale")
        chinese = work.all()
    finally:
        i18n.use_language("en", resources_dir() / "locale")
    assert [one.id for one in chinese] == [one.id for one in english]
    assert all(ours.title != theirs.title for ours, theirs in zip(chinese, english, strict=True))
    assert work.all() is english


def test_a_rehearsal_is_found_by_its_id_and_an_unknown_one_is_none():
    work = RehearsalWork()
    assert work.named("cosmetics") in work.all()
    assert work.named("the_moon") is None
