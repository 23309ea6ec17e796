"""What was written is gathered letter by letter, and what is missing is said in words."""

from desktop_cs.letters.hand.own.gathering import Gathered, told_missing
from desktop_cs.letters.hand.own.sample import Sample
from desktop_cs.letters.hand.own.sheet import wanted

LINE = (((0.0, 0.0), (1.0, 1.0)),)


def test_every_letter_is_asked_for_once_before_any_is_asked_for_twice():
    order = Gathered().to_write("en")
    first = [character for character, _times in wanted("en")]
    assert order[: len(first)] == first
    assert len(order) == sum(times for _character, times in wanted("en"))


def test_what_was_written_is_not_asked_for_again():
    gathered = Gathered([Sample("q", LINE), Sample("q", LINE), Sample("e", LINE)])
    order = gathered.to_write("en")
    assert "q" not in order
    assert order.count("e") == 3
    assert "q" not in gathered.missing("en")
    assert "w" in gathered.missing("en")


def test_a_scanned_page_takes_the_place_of_its_letters_only():
    gathered = Gathered([Sample("a", LINE), Sample("a", LINE), Sample("b", LINE)])
    gathered.add_page([Sample("a", LINE), Sample("never", LINE)])
    assert [sample.text for sample in gathered.samples()].count("a") == 1
    assert gathered.count() == 2


def test_the_last_sample_can_be_taken_back_and_a_letter_forgotten():
    gathered = Gathered([Sample("a", LINE), Sample("a", LINE)])
    gathered.take_back("a")
    assert len(gathered.samples()) == 1
    gathered.forget("a")
    gathered.take_back("z")
    assert gathered.samples() == []


def test_missing_letters_are_named_many_are_counted():
    assert told_missing([]) == ""
    assert told_missing(["g"]).startswith("g is missing")
    assert "g  q  7" in told_missing(["g", "q", "7"])
    assert told_missing(list("abcdefghijklmnopqrstuvwxyz0123")).startswith("30 letters")
