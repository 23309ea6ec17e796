"""Pictures and files on the disk: each sealed under a key of its own, with a name that tells nothing."""
