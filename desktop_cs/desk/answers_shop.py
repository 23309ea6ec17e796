"""The `[shop]` of an answers file: sets up a new folder, and brings along people who are not known yet."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop_cs.errors import UserError
from desktop_cs.i18n import LANGUAGES, _
from desktop_cs.money import minor_units
from desktop_cs.shop.hours_text import week_of
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.shop.settings import Limit, ShopSettings
from desktop_cs.shop.staff import Role, Staff

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk


def bring_in_shop(desk: "Desk", table: Mapping[str, Any]) -> list[str]:
    """Take over the shop of an answers file and return what is wrong with it.

    The settings are taken over only where the folder has none yet; people are added when nobody has their
    name. Where nobody is a manager yet, the first one of the file brings in the others.
    """
    problems: list[str] = []
    is_new = not any(one.is_manager for one in desk.shop.staff())
    if table and not desk.settings.is_set_up:
        try:
            desk.shop.save_settings(_settings(table, desk.settings))
        except UserError as error:
            problems.append(f"shop: {error}")
    people = sorted(table.get("staff", []), key=lambda one: one.get("role") != Role.MANAGER)
    for person in people:
        founders = [one for one in desk.shop.staff() if one.is_manager] if is_new else []
        with desk.in_the_name_of(next(iter(founders), None)):
            problems += _bring_in(desk, person)
    return problems


def somebody(desk: "Desk", name: str) -> Staff:
    """Return the person with this name.

    Raises:
        UserError: Nobody here has it.
    """
    for one in desk.shop.staff():
        if one.name.casefold() == name.strip().casefold():
            return one
    raise UserError(
        _("Nobody here is called “{name}”. Add the person in Settings or in [[shop.staff]].").format(
            name=name
        )
    )


def _bring_in(desk: "Desk", person: Mapping[str, Any]) -> list[str]:
    name = str(person.get("name", ""))
    if any(one.name.casefold() == name.casefold() for one in desk.shop.staff(with_former=True)):
        return []
    try:
        desk.shop.add_staff(name, Role(person.get("role", "counter")), str(person.get("digits", "")))
    except UserError as error:
        return [f"shop.staff {name}: {error}"]
    return []


def _settings(table: Mapping[str, Any], before: ShopSettings) -> ShopSettings:
    currency = str(table.get("currency", before.currency)).upper()
    zone = str(table.get("time_zone", before.hours.zone_name))
    language = str(table.get("language", before.language))
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UserError(
            _("there is no time zone “{zone}”; write it like Europe/Berlin.").format(zone=zone)
        ) from error
    if language not in LANGUAGES:
        raise UserError(
            _("“{language}” is no language here; use one of {known}.").format(
                language=language, known=_named(LANGUAGES)
            )
        )
    for key, letters in (("currency", 3), ("country", 2)):
        code = str(table.get(key, "X" * letters))
        if not (len(code) == letters and code.isascii() and code.isalpha()):
            sentence = _("“{code}” is no {key}; write its {letters} letters, such as {example}.")
            example = {"currency": "EUR", "country": "IE"}[key]
            raise UserError(sentence.format(code=code, key=key, letters=letters, example=example))
    week = week_of(str(table["hours"])) if "hours" in table else before.hours.week
    return replace(
        before,
        name=str(table.get("name", _("Our shop"))),
        country=str(table.get("country", before.country)).upper(),
        currency=currency,
        language=language,
        hours=OpeningHours(week, before.hours.closed_days, zone),
        limits=dict(before.limits) | _limits(table.get("limits", {}), currency),
    )


def _limits(table: Mapping[str, Mapping[str, Any]], currency: str) -> dict[Role, Limit]:
    found = {}
    for role, amounts in table.items():
        given = {key: minor_units(str(amount), currency) for key, amount in amounts.items()}
        found[Role(role)] = Limit(given.get("per_case"), given.get("per_day"))
    return found


def _named(words: Iterable[str]) -> str:
    return ", ".join(str(word) for word in words)
