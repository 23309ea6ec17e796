"""What can have gone wrong, in the order in which the review asks for it."""

# The ids of `failure_kind` in forms/review.toml.
FAILURE_KINDS = (
    "faulty",
    "faulty_again",
    "late",
    "wrong_item",
    "damaged",
    "how_we_behaved",
    "price_or_bill",
    "missing_part",
    "delivery",
    "cancellation_or_return",
    "not_as_promised",
    "data_or_privacy",
    "something_else",
)
