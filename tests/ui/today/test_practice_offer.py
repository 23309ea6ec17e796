"""The offer to rehearse on Today: in an empty shop the practice shop, and inside that the conversations."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton

from desktop_cs.ui.today.practice_offer import PracticeCard, RehearsalCard


def today(window):
    """Return Today, read anew."""
    window.go("today")
    page = window.pages.page()
    page.load()
    return page


def button(card, words):
    return next(one for one in card.findChildren(QPushButton) if one.text() == words)


def test_a_shop_without_a_case_is_offered_the_practice_shop_until_it_is_put_away(window, qtbot):
    page = today(window)
    card = page.side.card("practice")
    assert isinstance(card, PracticeCard)
    with qtbot.waitSignal(page.practice_wanted):
        button(card, "Practise").click()
    card.put_away.emit()
    assert page.side.card("practice") is None
    assert today(window).side.card("practice") is None


def test_inside_the_practice_shop_the_conversations_are_one_click_away(window, shop, managing):
    with managing():
        shop.shop.save_settings(replace(shop.settings, is_practice=True))
    page = today(window)
    page.side.put("practice", None)
    page.load()
    card = page.side.card("practice")
    assert isinstance(card, RehearsalCard)
    page.load()
    assert page.side.card("practice") is card
    button(card, "Rehearse").click()
    assert window.pages.place == "rehearsal"


def test_settings_lead_to_the_conversations_too(window):
    window.go("settings", "data")
    window.pages.page().section().rehearse.click()
    assert window.pages.place == "rehearsal"
    window.pages.go_back()
    assert window.pages.place == "settings"
