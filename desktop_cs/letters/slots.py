"""The places of a letter: which sentences each kind is made of, and what may stand in their gaps."""

from desktop_cs.cases.failure_kinds import FAILURE_KINDS
from desktop_cs.letters.kinds import LetterKind

ENTITLEMENTS = ("repair", "exchange", "money_back", "price_cut", "none")
# Those of forms/logging.toml that can be told to a customer: "unknown" explains nothing.
ROOT_CAUSES = (
    "people_not_told",
    "part",
    "supplier_part",
    "transport",
    "our_process",
    "our_system",
    "our_words",
    "stock",
    "beyond_us",
)
OUTCOMES = ("adopted", "looking", "not_now")
REASONS = ("no_room", "too_costly", "no_time", "law_or_safety", "not_ours", "others_first")
DEVICES = ("phone", "computer", "screen_or_sound", "kitchen", "laundry", "watch", "bicycle", "other")

# Each slot is one place in a letter; its texts are the ways to fill it. These serve every kind: they stand in
# common.toml, and the file of a kind may hold its own instead.
COMMON_SLOTS = (
    "salutation",
    "salutation_dear",
    "salutation_nameless",
    "closing",
    *(f"happened.{kind}" for kind in FAILURE_KINDS),
    *(f"not_upheld.{kind}" for kind in FAILURE_KINDS),
    "second_time",
    "came_back",
    "cost",
    "feeling",
    "sorry.ours",
    "sorry.plain",
    "sorry.not_upheld",
    *(f"done.{kind}" for kind in ENTITLEMENTS),
    "gifts",
    "gifts_unnamed",
    "kept",
    "next.open",
    "next.open_day",
    "next.at_peace",
    "next.not_at_peace",
)
MAY_BE_MISSING = ("salutation_dear",)  # for languages that must know whether it is a man or a woman
OWN_SLOTS = {
    LetterKind.THANK_YOU: (
        "thanks",
        "thanks_about",
        "suggestion",
        "close.at_peace",
        "close.not_at_peace",
        "warmth",
    ),
    LetterKind.SORRY: (
        "why",
        "why_about",
        *(f"cause.{cause}" for cause in ROOT_CAUSES),
        "state.partly",
        "state.not_yet",
        "state.cannot_be",
        "prevention",
        "forgive",
        "warmth",
    ),
    LetterKind.SUGGESTION: (
        "thanks",
        "thanks_idea",
        "noted",
        *(f"outcome.{outcome}" for outcome in OUTCOMES),
        *(f"reason.{reason}" for reason in REASONS),
        "hear.day",
        "hear.adopted",
        "hear.looking",
        "hear.not_now",
        "close",
        "warmth",
    ),
    LetterKind.GOOD_BYE: (
        "home",
        "home_unnamed",
        "work",
        "work_unnamed",
        "nothing_found",
        "not_mended",
        "warranty",
        *(f"care.{device}" for device in DEVICES),
        "ask",
        "close",
        "warmth",
    ),
}
GAPS = (
    *("name", "dear", "honour", "wish"),  # of the salutation and the closing words
    *("about", "product", "several", "thing", "Thing", "idea", "when"),
    *("who", "Who", "helper", "teller", "me"),
    *("costs", "feeling", "gifts", "gift", "work"),
    *("what", "day", "kept_day", "warranty_day"),
)
ALWAYS_KNOWN = ("thing", "Thing", "who", "Who", "honour", "wish")
# A slot is used only when these are known.
KNOWN_IN = {
    "salutation": ("name",),
    "salutation_dear": ("name", "dear"),
    "thanks_about": ("about",),
    "why_about": ("about",),
    "thanks_idea": ("idea",),
    "cost": ("costs",),
    "feeling": ("feeling",),
    "gifts": ("gifts", "gift"),
    "kept": ("kept_day",),
    "next.open": ("what", "day"),
    "next.open_day": ("day",),
    "hear.day": ("day",),
    "home": ("product",),
    "work": ("work",),
    "warranty": ("warranty_day",),
}


def slots_of(kind: LetterKind) -> tuple[str, ...]:
    """Return every slot that a letter of this kind may use."""
    return (*COMMON_SLOTS, *OWN_SLOTS[kind])
