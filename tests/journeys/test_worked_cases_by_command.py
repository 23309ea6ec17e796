"""The five worked cases driven and checked from the command line alone, without any window."""

import json
from dataclasses import dataclass

import pypdfium2
import pytest

from desktop_cs import places
from desktop_cs.cli.main import main
from desktop_cs.i18n import use_language


@dataclass(frozen=True)
class Shop:
    """One data folder that commands work on."""

    folder: object
    answers: object
    capsys: object

    def run(self, *words, code=0):
        """Return what a command answers; it must end with this code."""
        self.capsys.readouterr()
        ended = main(["--data", str(self.folder), *map(str, words)])
        printed = self.capsys.readouterr()
        assert ended == code, printed.err
        return printed.out if code == 0 else printed.err

    def told(self, *words):
        """Return what a command tells other programs."""
        return json.loads(self.run(*words, "--json"))

    def add(self, name):
        """Store a worked case and return its number."""
        return int(self.run("case", "add", self.answers / f"{name}.toml"))

    def show(self, number):
        """Return the whole story of a case."""
        return self.told("case", "show", number)


@pytest.fixture
def shop(tmp_path, root, capsys):
    """Return an empty shop and the commands on it."""
    yield Shop(tmp_path / "shop", root / "answers", capsys)
    use_language("en", places.resources_dir() / "locale")


def promised(story):
    return {one["what"]: one for one in story["promises"]}


def followed(story):
    return {one["kind"]: one for one in story["follow_ups"] if one["state"] == "open"}


def test_the_dryer_by_command(shop, tmp_path):
    number = shop.add("1_tumble_dryer")
    story = shop.show(number)
    assert (story["earlier_number"], story["earlier_days"]) == (1, 12)
    assert shop.show(1)["promises"][0]["state"] == "broken"
    assert (story["spent"], story["within_authority"], story["approved"]) == (800, True, 0)
    assert (story["times_told"], story["minutes_to_first_remedy"]) == (3, 20)
    fix = promised(story)["Dryer repaired and back in place"]
    assert [fix["aim_at"][:16], fix["due_at"][:16]] == ["2026-11-05T10:00", "2026-11-06T10:00"]
    assert {kind: one["due_at"][:16] for kind, one in followed(story).items()} == {
        "internal": "2026-11-02T10:20",
        "immediate": "2026-11-06T10:20",
        "wrap_up": "2026-11-13T10:00",
    }
    friday = shop.told("due", "--at", "2026-11-06T09:00")
    assert {row["what"] for row in friday["today"]} >= {"Dryer repaired and back in place"}
    late = shop.told("promises", "--late", "--at", "2026-11-06T12:00")
    assert fix["what"] in {one["what"] for one in late}
    slip = tmp_path / "slip.pdf"
    shop.run("case", "slip", number, "--paper", "A4", "-o", slip, "--at", "2026-11-02T12:00")
    words = " ".join(pypdfium2.PdfDocument(slip)[0].get_textpage().get_text_bounded().split())
    assert "By Friday, 6 November at 10:00 (“on Friday at ten”)" in words
    assert "5 November" not in words


def test_the_phone_by_command(shop):
    story = shop.show(shop.add("2_phone_bill"))
    assert (story["spent"], story["within_authority"]) == (6000, True)
    assert story["steps"]["resolution"]["answers"]["charged"] == "9000"
    assert (story["problem_solved"], story["customer_accepts"]) == ("yes", "reluctantly")
    assert followed(story)["wrap_up"]["as_call"] is True


def test_the_cream_without_an_explanation_by_command(shop):
    number = shop.add("3a_cosmetics_unexplained")
    story = shop.show(number)
    assert story["state"] == "open"
    assert any("What did you explain?" in sentence for sentence in story["missing"])
    silent = shop.told("due", "--at", "2026-11-20T12:00")["silent"]
    assert [row["case"] for row in silent] == [number]
    shop.run("case", "close", number, "--reason", "She buys elsewhere now", "--at", "2026-11-20T12:00")
    assert shop.told("due", "--at", "2026-11-20T12:05")["silent"] == []
    assert shop.show(number)["close_reason"] == "She buys elsewhere now"


def test_the_cream_with_an_explanation_by_command(shop):
    story = shop.show(shop.add("3b_cosmetics_explained"))
    assert (story["state"], story["finding"], story["spent"]) == ("logged", "not_upheld", 350)
    assert story["customer_accepts"] == "gladly"
    assert story["missing"] == []


def test_the_courier_by_command(shop):
    number = shop.add("4_wrong_item")
    story = shop.show(number)
    kept = promised(story)["Sound system at the door"]
    assert (kept["state"], kept["trust_percent"]) == ("kept", 22.2)
    assert kept["settled_at"][:16] == "2026-11-06T17:20"
    assert (story["spent"], story["approved"], story["within_authority"]) == (12000, 12000, True)
    (approved,) = (event for event in story["events"] if event["what"] == "approved")
    assert approved["by"] == "Grace Okafor"
    of_case = {one["what"]: one["trust_percent"] for one in shop.told("promises", number)}
    assert of_case["Sound system at the door"] == 22.2


def test_the_rude_answer_by_command(shop):
    number = shop.add("5_rude_on_the_phone")
    story = shop.show(number)
    call = promised(story)["经理打电话道歉"]
    assert (call["state"], call["trust_percent"]) == ("kept", 75.0)
    told = [(event["what"], bool(event["reason"])) for event in story["events"] if event["what"] != "taken"]
    assert told == [("logged", False), ("closed", True), ("reopened", True), ("logged", False)]
    assert (story["state"], story["customer_accepts"]) == ("logged", "yes")
    assert {kind: one["due_at"][:16] for kind, one in followed(story).items() if kind != "internal"} == {
        "immediate": "2026-11-11T11:05",
        "wrap_up": "2026-11-18T11:05",
    }


def test_the_rude_answer_is_closed_and_comes_back_once_more_by_command(shop):
    number = shop.add("5_rude_on_the_phone")
    again = shop.run("case", "close", number, "--reason", " ", code=1)
    assert again == "Say in a few words why the case is closed now.\n"
    shop.run("case", "close", number, "--reason", "顾客说不用再打电话", "--at", "2026-11-12T10:00")
    closed = shop.show(number)
    assert (closed["state"], set(followed(closed))) == ("closed", {"internal"}), (
        "the card stands until its date"
    )
    assert shop.run("case", "close", number, "--reason", "x", code=1).startswith("This case cannot be closed")
    shop.run("case", "reopen", number, "--reason", "又来电话了", "--at", "2026-11-13T10:00")
    assert shop.show(number)["state"] == "reopened"
    assert shop.run("case", "reopen", number, "--reason", "x", code=1).startswith("Only a logged or closed")


def test_all_of_them_in_one_shop_are_due_and_sound(shop):
    for path in sorted(shop.answers.glob("*.toml")):
        shop.add(path.stem)
    due = shop.told("due", "--at", "2026-11-30T12:00")
    assert {row["who"] for row in due["late"]} >= {"Deirdre Fallon"}
    assert all(one["trust_percent"] < 0 for one in shop.told("promises", "--late", "--at", "2026-11-30"))
    assert shop.told("check") == {"sound": True, "problems": []}
