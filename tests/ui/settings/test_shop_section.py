"""Name, address, phone and logo, each saved when its field is left."""

from PIL import Image
from PySide6.QtCore import Qt


def picture(path):
    Image.new("RGB", (40, 20), "navy").save(path)
    return path


def test_a_field_is_saved_when_it_is_left_and_can_be_taken_back(qtbot, section, desk, actions):
    shop = section("shop")
    shop.phone.setFocus()
    qtbot.keyClicks(shop.phone, "030 123")
    with qtbot.waitSignal(actions.done) as done:
        qtbot.keyClick(shop.phone, Qt.Key.Key_Tab)
    assert done.args == ["The phone number is saved.", True]
    assert desk.settings.phone == "030 123"
    assert actions.undo()
    assert desk.settings.phone == ""
    assert shop.phone.text() == ""


def test_taking_back_one_field_leaves_the_others(section, desk, actions):
    shop = section("shop")
    shop.phone.setText("1")
    shop.phone.editingFinished.emit()
    shop.address.setPlainText("Main Street 1\n10115 Berlin")
    shop.address.left.emit()
    actions.undo()
    assert (desk.settings.phone, desk.settings.address) == ("1", "")


def test_a_field_that_was_only_looked_at_is_not_saved(qtbot, section, actions):
    shop = section("shop")
    with qtbot.assertNotEmitted(actions.done):
        shop.name.editingFinished.emit()
        shop.address.left.emit()


def test_a_shop_without_a_name_is_refused_at_the_field(section, desk):
    shop = section("shop")
    shop.name.setText("")
    shop.name.editingFinished.emit()
    assert "Write the name of the shop" in shop.name_line.problem
    assert desk.settings.name == "Kraus Appliances"


def test_a_logo_is_shown_at_once_and_can_be_taken_back(section, desk, actions, tmp_path):
    shop = section("shop")
    logo = picture(tmp_path / "logo.png")
    shop.logo.picked.emit(logo)
    assert shop.logo.has_picture()
    assert desk.shop.logo() == logo.read_bytes()
    actions.undo()
    assert desk.shop.logo() is None
    assert not shop.logo.has_picture()


def test_a_logo_that_was_taken_away_comes_back(section, desk, actions, tmp_path):
    shop = section("shop")
    logo = picture(tmp_path / "logo.png")
    shop.logo.picked.emit(logo)
    shop.logo.remove.click()
    assert desk.shop.logo() is None
    actions.undo()
    assert desk.shop.logo() == logo.read_bytes()


def test_a_file_that_is_no_picture_is_refused_and_the_logo_stays(section, desk, tmp_path):
    shop = section("shop")
    shop.logo.picked.emit(picture(tmp_path / "logo.png"))
    wrong = tmp_path / "letter.png"
    wrong.write_text("Dear Mrs Wang", encoding="utf-8")
    shop.logo.picked.emit(wrong)
    assert "no picture that can be printed" in shop.logo.choose.accessibleDescription()
    assert shop.logo.has_picture()
    assert desk.shop.logo() is not None
