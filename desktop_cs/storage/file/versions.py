"""The version of the file that this program writes; apart from `migrations`, which a start rarely needs."""

NEWEST_VERSION = 4
