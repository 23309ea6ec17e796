"""The data: where it lies, the way to its safety, the practice shop."""


def test_it_says_where_the_data_lies(section, desk):
    assert section("data").where.text() == str(desk.storage.folder)


def test_what_keeps_the_data_safe_is_one_press_away_and_nowhere_twice(qtbot, page, section):
    data = section("data")
    with qtbot.waitSignal(page.went) as went:
        data.safety.click()
    assert went.args == ["safety", None]
    assert not hasattr(data, "copy")
    assert not hasattr(data, "check")


def test_the_practice_shop_is_asked_for(qtbot, page, section):
    data = section("data")
    with qtbot.waitSignal(page.practice_wanted):
        data.practice.click()
