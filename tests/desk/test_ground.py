"""What every act stands on."""

from dataclasses import replace
from datetime import UTC, datetime


def test_the_day_of_the_shop_is_23_hours_long_when_the_clocks_go_forward(in_charge):
    desk = in_charge
    berlin = replace(desk.settings.hours, zone_name="Europe/Berlin")
    desk.shop.save_settings(replace(desk.settings, hours=berlin))
    start, end = desk.day_of(datetime(2026, 3, 29, 12, tzinfo=UTC))
    assert (start, end) == (datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC))
