"""What the tests of erasing share: a person whose words are everywhere, and the bytes of every file."""

import json
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop_cs.cases.case import CaseEvent
from desktop_cs.cases.gestures import Gesture, GestureState
from desktop_cs.cases.promises import Promise
from desktop_cs.cases.requests import CaseRequest, RequestKind
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.drafts import Drafts
from desktop_cs.followups.followup import FollowUp, FollowUpKind, FollowUpState
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import LetterLook
from desktop_cs.storage.keys.key_slots import read_keys
from desktop_cs.storage.uuid7 import uuid7

CANARY = "Zztopnamen"
PHONE = "7788990011"
PAGE, RESERVED, SALT = (
    4096,
    80,
    16,
)  # bytes of SQLCipher 4: a page, its IV and HMAC at the end, the file's salt
_FRAME_HEAD, _LOG_HEAD = 24, 32  # bytes before each page of the log, and before the first


def _opened(page, key, start=0):
    """Return what is in an encrypted page, free space and all: what no copying by rows would show."""
    iv = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    unsealing = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return unsealing.update(page[start : PAGE - RESERVED])


def plain_bytes(folder):
    """Return the content of every file of a data folder, database and log decrypted page by page."""
    key = bytes.fromhex(read_keys(folder)[0][:64])
    found = {}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        content = path.read_bytes()
        if path.name == "shop.db":
            pages = range(0, len(content), PAGE)
            content = b"".join(_opened(content[at : at + PAGE], key, SALT * (at == 0)) for at in pages)
        elif path.name == "shop.db-wal":
            frames = range(_LOG_HEAD, len(content), _FRAME_HEAD + PAGE)
            pages = (content[at + _FRAME_HEAD : at + _FRAME_HEAD + PAGE] for at in frames)
            content = b"".join(_opened(page, key) for page in pages if len(page) == PAGE)
        found[path.relative_to(folder).as_posix()] = content
    return found


@pytest.fixture
def traces(folder):
    """Return a function that lists the files in which a word of the person can still be found."""

    def found(of_whom=folder, words=(CANARY, PHONE)):
        needles = [form.encode() for word in words for form in {word, word.lower()}]
        return [name for name, content in plain_bytes(of_whom).items() if any(n in content for n in needles)]

    return found


@pytest.fixture
def person(storage, new_case, folder, now):
    """Return a customer whose name stands in every place where words about a person are kept."""
    customer = Customer(uuid7(), f"Mrs {CANARY}", CANARY, PHONE, f"1 {CANARY} Street", "en")
    with storage.transaction():
        storage.customers.add(customer)
        case = storage.cases.open_case(
            new_case(
                who=customer.name,
                one_line=f"{CANARY} is angry",
                customer_id=customer.id,
                product=f"Dryer of {CANARY}",
                serial=f"SN-{CANARY}",
                reference=f"R-{CANARY}",
                imported_from="old program",
                state=CaseState.CLOSED,
                closed_at=now,
                logged_at=now,
                close_reason=f"{CANARY} moved away",
                failure_kind="faulty",
                problem_solved="yes",
            )
        )
        _steps(storage, case, now)
        _what_follows(storage, case, now)
        kept = storage.attachments.keep(f"Letter of {CANARY}".encode())
        storage.attachments.add(case.id, kept, f"{CANARY}.txt")
    Drafts(folder).keep(case.id, Step.REVIEW, {"in_their_words": CANARY})
    return customer


def _steps(storage, case, now):
    typed = {
        "in_their_words": json.dumps([{"text": f"{CANARY} said so"}]),
        "failure_kind": "faulty",
        "price": "4900",
        "till_receipt": CANARY,
        "as_typed": json.dumps({"price": CANARY}),
    }
    given = {
        "goodwill": json.dumps([{"gesture": f"Flowers for {CANARY}", "cost": "500", "reason": CANARY}]),
        "problem_solved": "yes",
    }
    storage.cases.save_entry(case.id, StepEntry(Step.REVIEW, StepState.DONE, typed, done_at=now))
    storage.cases.save_entry(case.id, StepEntry(Step.RESOLUTION, StepState.DONE, given, done_at=now))
    skipped = StepEntry(Step.APOLOGY, StepState.SKIPPED, {}, skip_reason=f"{CANARY} did not wait")
    storage.cases.save_entry(case.id, skipped)


def _what_follows(storage, case, now):
    storage.cases.add_event(CaseEvent(case.id, now, "told", None, f"Told {CANARY} that it comes"))
    storage.promises.add(Promise(uuid7(), case.id, f"Call {CANARY}", now, now + timedelta(1), CANARY, CANARY))
    done = {"in_their_words": CANARY, "satisfied": "4", "reached": "yes"}
    kind, state = FollowUpKind.WRAP_UP, FollowUpState.DONE
    storage.follow_ups.add(FollowUp(uuid7(), case.id, kind, now, state=state, done_at=now, answers=done))
    blocks = (Block(Role.SALUTATION, f"Dear Mrs {CANARY},"), Block(Role.BODY, "thank you."))
    storage.letters.save(
        LetterRecord(uuid7(), case.id, "en", blocks, 7, LetterLook(), now, printed_at=now, digest="ab")
    )
    asked = CaseRequest(uuid7(), case.id, RequestKind.HELP, now, words=f"Help {CANARY}", answer=CANARY)
    storage.requests.save(asked)
    storage.gestures.save(
        Gesture(uuid7(), f"Cake for {CANARY}", state=GestureState.IDEA, case_id=case.id, added_at=now)
    )
