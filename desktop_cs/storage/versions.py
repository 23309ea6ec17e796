"""The version of the file that this program writes; apart from `migrations`, which are only needed to get there."""

NEWEST_VERSION = 1
