"""What staff keep forgetting shows where its product, serial number, kind of failure and step fit."""

from dataclasses import replace

import pytest

from desktop_cs.guide.edits import Prompt
from desktop_cs.guide.prompts import fitting
from desktop_cs.storage.uuid7 import uuid7

PROMPT = Prompt(uuid7(), "Ask for the charger too", "review")


def fits(prompt, step="review", kind="faulty", products=("Google Pixel 8",), serial=""):
    return fitting([prompt], step, kind, products, serial) == (prompt,)


def test_a_prompt_without_product_and_kind_shows_at_its_step_in_every_case():
    assert fits(PROMPT)
    assert fits(PROMPT, kind="", products=())
    assert not fits(PROMPT, step="apology")


def test_a_kind_of_failure_has_to_be_known_to_fit():
    faulty = replace(PROMPT, failure_kind="faulty")
    assert fits(faulty)
    assert not fits(faulty, kind="late")
    assert not fits(faulty, kind="")


def test_product_and_kind_have_to_fit_both():
    both = replace(PROMPT, product="Pixel", failure_kind="late")
    assert not fits(both)
    assert fits(both, kind="late")


def test_a_retired_prompt_shows_nowhere():
    assert not fits(replace(PROMPT, active=False))


@pytest.mark.parametrize(
    ("sought", "product", "expected"),
    [
        ("pixel 8", "Google PIXEL 8, black", True),
        ("Pixel-8", "pixel 8", True),
        ("Pixel 8", "Pixel 80", False),
        ("Pixel 8", "Pixel 7 and 8", False),
        ("dryer", "Tumble dryers", True),
        ("iron", "Environment set", False),
        ("tv", "TVs", False),
        ("Straße", "STRASSE 7", True),
        ("Ｐｉｘｅｌ", "pixel", True),
        ("洗衣机", "海尔滚筒洗衣机 10公斤", True),
        ("小米 手环", "小米手环8", True),
        ("小米手环", "小米 手环 8", True),
        ("烘干机", "洗衣机", False),
        ("Mate60", "华为Mate60", True),
        ("   ", "anything", True),
        ("!?", "Pixel", False),
        ("Pixel", "", False),
    ],
)
def test_a_product_is_known_by_its_words(sought, product, expected):
    assert fits(replace(PROMPT, product=sought), products=(product,)) is expected


@pytest.mark.parametrize(
    ("sought", "serial", "expected"),
    [
        ("td40", "TD40-7731", True),
        ("TD40-77", "td40 7731", True),
        ("7731", "TD40-7731", False),
        ("TD", "TD40-7731", False),
        ("TD40", "", False),
    ],
)
def test_a_serial_number_is_known_by_its_beginning(sought, serial, expected):
    assert fits(replace(PROMPT, product=sought), products=(), serial=serial) is expected


def test_prompts_keep_the_order_in_which_they_were_added():
    second = replace(PROMPT, id=uuid7(), text="Look at the filter")
    assert fitting([PROMPT, second], "review", "", ()) == (PROMPT, second)
