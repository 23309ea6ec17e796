"""Letters of cases."""

from dataclasses import replace

import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.hand.signature import Signature
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.look import OWN, LetterLook
from desktop_cs.places import resources_dir
from desktop_cs.storage.uuid7 import uuid7

LINE = ((0.0, 0.0, 0.5), (0.5, 1.0, 0.9), (1.0, 0.0, 0.4), (1.5, 0.8, 0.2))


def test_a_letter_is_composed_from_the_case_and_stays_the_same_once_it_was_printed(desk, walk):
    story = walk()
    record = desk.letters.of_case(story)
    assert record.language == "en"
    desk.letters.printed(record)
    kept = desk.letters.of_case(desk.casework.story(story.case.id))
    assert (kept.text_blocks, kept.seed) == (record.text_blocks, record.seed)
    assert kept.printed_at == desk.clock.now()
    assert desk.letters.pdf(kept) == desk.letters.pdf(record)
    assert desk.letters.is_as_printed(kept)


def test_whoever_reads_the_register_learns_that_a_printed_letter_was_changed_since(desk, walk):
    printed = desk.letters.printed(desk.letters.of_case(walk())).value
    changed = desk.letters.rewrite(printed, [*printed.text_blocks, Block(Role.BODY, "And more.")]).value
    assert not desk.letters.is_as_printed(changed)
    assert desk.letters.is_as_printed(desk.letters.undo(printed, changed).value)


def test_a_letter_of_a_version_that_kept_no_digests_is_not_called_the_same(desk, walk):
    printed = desk.letters.printed(desk.letters.of_case(walk())).value
    assert not desk.letters.is_as_printed(replace(printed, digest=""))


def test_a_cancelled_case_has_no_letter(desk, take):
    story = take()
    desk.casework.cancel(story.case, "taken twice")
    with pytest.raises(UserError, match="no letter"):
        desk.letters.of_case(desk.casework.story(story.case.id))


def test_each_kind_of_letter_has_words_of_its_own(desk, walk):
    story = walk()
    words = {desk.letters.composed(story, kind).text_blocks for kind in LetterKind}
    assert len(words) == len(LetterKind)


def test_what_a_letter_lacks_is_told_with_the_step_that_asks_for_it(desk, take, walk):
    story = take()
    told = desk.letters.gaps(story, LetterKind.GOOD_BYE)
    assert {"review", "resolution"} <= {gap.step for gap in told}
    assert desk.letters.missing(story, LetterKind.GOOD_BYE) == [gap.sentence for gap in told]
    finished = {gap.step for gap in desk.letters.gaps(walk())}
    assert "resolution" not in finished


def test_another_seed_words_the_letter_otherwise_and_the_same_one_does_not(desk, walk):
    story = walk()
    first, same, other = (desk.letters.composed(story, seed=seed) for seed in (1, 1, 4))
    assert first.text_blocks == same.text_blocks
    assert first.text_blocks != other.text_blocks


def test_a_case_has_one_letter_unless_one_says_so(desk, walk):
    story = walk()
    desk.letters.printed(desk.letters.of_case(story))
    sorry = desk.letters.of_case(story, LetterKind.SORRY)
    with pytest.raises(UserError, match="One letter per case"):
        desk.letters.printed(sorry)
    assert desk.letters.printed(sorry, again=True).value.printed_at == desk.clock.now()
    assert len(desk.letters.register()) == 2


def test_a_letter_can_be_printed_again_without_being_asked(desk, walk):
    record = desk.letters.printed(desk.letters.of_case(walk())).value
    assert desk.letters.printed(record).value.digest == record.digest


def test_the_register_is_searched_by_name_and_by_number(desk, walk):
    story = walk()
    record = desk.letters.printed(desk.letters.of_case(story)).value
    for text in ("", story.case.who[1:5].upper(), str(story.case.number)):
        assert [line.record for line in desk.letters.register(text)] == [record]
    assert desk.letters.register("nobody of that name") == []


def test_a_letter_is_posted_and_that_can_be_undone(desk, walk):
    printed = desk.letters.printed(desk.letters.of_case(walk())).value
    posted = desk.letters.posted(printed).value
    assert posted.posted_at == desk.clock.now()
    desk.letters.undo(printed, posted)
    assert desk.letters.kept(printed.id).posted_at is None


def test_a_letter_that_was_not_printed_can_be_discarded_and_one_that_was_cannot(desk, walk):
    story = walk()
    draft = desk.letters.rewrite(desk.letters.of_case(story), ()).value
    desk.letters.discard(draft)
    with pytest.raises(UserError, match="no longer kept"):
        desk.letters.kept(draft.id)
    printed = desk.letters.printed(desk.letters.of_case(story)).value
    with pytest.raises(UserError, match="stays in the register"):
        desk.letters.discard(printed)


def test_the_shop_decides_how_its_letters_usually_look(desk, walk, managing):
    usual = {"letter_hands": {"en": "orchard"}, "letter_pen": "fountain", "letter_ruling": "ruled"}
    with managing():
        desk.shop.save_settings(replace(desk.settings, **usual))
    look = desk.letters.of_case(walk()).look
    assert look == LetterLook(hand="orchard", pen="fountain", ruling="ruled")


def test_only_the_signer_puts_their_signature_under_a_letter(desk, walk, staff):
    story = walk()
    desk.hands.save_signature(Signature((LINE,)))
    record = replace(desk.letters.of_case(story), signed_by=desk.actor.id)
    drawn = replace(record.look, signing="drawn")
    assert desk.letters.restyle(record, drawn).value.signature_id is not None
    desk.actor = staff[0]
    with pytest.raises(UserError, match="person who signs"):
        desk.letters.restyle(record, drawn)


def test_a_letter_keeps_the_signature_that_it_was_printed_with(desk, walk):
    desk.hands.save_signature(Signature((LINE,)))
    record = replace(desk.letters.of_case(walk()), signed_by=desk.actor.id)
    drawn = desk.letters.restyle(record, replace(record.look, signing="drawn")).value
    before = desk.letters.pdf(drawn)
    desk.hands.save_signature(Signature((LINE[::-1],)))
    assert desk.letters.pdf(desk.letters.kept(drawn.id)) == before


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_a_signature_stands_for_the_name_of_its_signer_and_never_for_the_shop(desk, walk, managing, language):
    desk.hands.save_signature(Signature((LINE,)))
    story = walk()
    spoken = replace(story, case=replace(story.case, language_of_letters=language))
    record = replace(desk.letters.composed(spoken), signed_by=desk.actor.id)
    drawn = desk.letters.restyle(record, replace(record.look, signing="drawn")).value
    assert desk.letters.extras(record).signer == ""
    assert desk.letters.extras(drawn).signer == "Aoife Byrne"
    married = replace(desk.actor, name="Aoife Walsh")
    with managing():
        desk.shop.save_staff(married)
    assert desk.letters.extras(drawn).signer.startswith("Aoife Byrne")


def test_only_its_owner_writes_with_a_hand(desk, walk, staff):
    pack = (resources_dir() / "hands" / "orchard.hand").read_bytes()
    hand = desk.hands.save_own_hand("Round", pack).value
    record = desk.letters.of_case(walk())
    look = replace(record.look, hand=OWN + hand.id.hex)
    own = desk.letters.restyle(record, look).value
    assert desk.letters.pdf(own) != desk.letters.pdf(record)
    desk.actor = staff[0]
    assert desk.letters.pdf(own).startswith(b"%PDF-")
    for other in (look, replace(look, hand=OWN + uuid7().hex)):
        with pytest.raises(UserError, match="whose hand it is"):
            desk.letters.restyle(record, other)


def test_taking_back_an_act_leaves_what_was_done_besides(desk, walk):
    first = desk.letters.of_case(walk())
    inked = desk.letters.restyle(first, replace(first.look, ink="black")).value
    typed = desk.letters.rewrite(inked, [*inked.text_blocks, Block(Role.BODY, "And more.")]).value
    back = desk.letters.undo(first, inked).value
    assert (back.look, back.text_blocks) == (first.look, typed.text_blocks)


def test_an_act_is_not_taken_back_over_newer_words_or_a_printed_page(desk, walk):
    first = desk.letters.of_case(walk())
    second = desk.letters.rewrite(first, [*first.text_blocks, Block(Role.BODY, "More.")]).value
    third = desk.letters.rewrite(second, [*second.text_blocks, Block(Role.BODY, "Still more.")]).value
    with pytest.raises(UserError, match="changed since"):
        desk.letters.undo(first, second)
    desk.letters.printed(third)
    with pytest.raises(UserError, match="on paper"):
        desk.letters.undo(second, third)
    assert desk.letters.is_as_printed(desk.letters.kept(first.id))


def test_a_letter_that_is_composed_for_a_laser_printer_has_solid_ink_and_a_kept_one_stays_as_it_is(
    desk, walk
):
    story = walk()
    assert desk.letters.of_case(story, laser=True).look.laser
    kept = desk.letters.printed(desk.letters.of_case(story)).value
    assert desk.letters.of_case(story, laser=True) == kept


def test_a_letter_that_was_printed_or_changed_since_it_was_begun_is_not_discarded(desk, walk):
    story = walk()
    first, second = (desk.letters.composed(story, seed=seed) for seed in (1, 2))
    for begun in (first, second):
        desk.letters.rewrite(begun, begun.text_blocks)
    typed = desk.letters.rewrite(first, [*first.text_blocks, Block(Role.BODY, "And more.")]).value
    with pytest.raises(UserError, match="changed since"):
        desk.letters.discard(first)
    desk.letters.printed(second)
    with pytest.raises(UserError, match="register"):
        desk.letters.discard(second)
    assert desk.letters.kept(typed.id) == typed
    assert desk.letters.kept(second.id).printed_at is not None
