"""Whether opened records are sound as a whole."""

import pytest

from desktop_cs.errors import UserError
from desktop_cs.storage.copying.backing_up import back_up


def test_sound_records_have_no_problems_at_a_glance_and_in_full(filled):
    back_up(filled)
    shares = []
    assert filled.check(full=False) == []
    assert filled.check(progress=shares.append) == []
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_cut_trail_is_noticed_by_what_a_backup_keeps_of_it(filled):
    back_up(filled)
    filled._file.connection().execute("DELETE FROM trail WHERE place > 5")
    [problem] = filled.check()
    assert "trail" in problem


def test_a_missing_file_of_a_case_is_noticed(filled):
    kept = filled.attachments.keep(b"%PDF-1.4 receipt")
    with filled.transaction():
        filled.attachments.add(filled.cases.get(1).id, kept, "receipt.pdf")
    assert filled.check() == []
    (filled.folder / "attachments" / filled.attachments.names()[0]).unlink()
    assert len(filled.check()) == 1
    assert filled.check(full=False) == []


def test_a_check_may_be_stopped(filled):
    def stop(_share):
        raise UserError("Stopped")

    with pytest.raises(UserError, match="Stopped"):
        filled.check(progress=stop)
    assert filled.check() == []
