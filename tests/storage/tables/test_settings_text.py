"""Settings as one text."""

import json
from dataclasses import fields

from desktop_cs.shop.settings import ShopSettings
from desktop_cs.storage.tables.settings_text import settings_from, settings_text


def test_every_decision_of_the_shop_stands_in_the_text():
    stored = json.loads(settings_text(ShopSettings()))
    assert {field.name for field in fields(ShopSettings)} - stored.keys() == {"hours"}
    assert {"week", "closed_days", "time_zone"} <= stored.keys()


def test_what_an_older_program_did_not_know_has_its_default():
    stored = json.loads(settings_text(ShopSettings(name="Shop", letter_after_days=99)))
    del stored["letter_after_days"]
    found = settings_from(json.dumps({**stored, "of_a_newer_program": 1}))
    assert found == ShopSettings(name="Shop")
